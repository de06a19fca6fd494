# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of the database: made once, migrated forwards, never guessed at."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from leerlandschap.database import NewerDatabase, bring_up_to_date, engine_for
from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.tables import metadata
from leerlandschap.database.upgrade import KNOWN, TODAY
from leerlandschap.journal import Journal
from tests.journal.paper import batch, run

VERSIONS = Path(__file__).parents[2] / "src/leerlandschap/database/migrations/versions"


def shape(engine: Engine) -> dict[str, str]:
    """Every table with what it is made of; in SQLite the very words."""
    if is_postgresql(engine):
        return shape_of_postgresql(engine)
    with engine.connect() as connection:
        made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    return {name: re.sub(r"\s+", " ", sql).strip() for name, sql in made if name != "alembic_version"}


def shape_of_postgresql(engine: Engine) -> dict[str, str]:
    asked = inspect(engine)

    def told(name: str) -> str:
        columns = [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in asked.get_columns(name)]
        return f"{columns} {asked.get_pk_constraint(name)} {asked.get_indexes(name)}"

    return {name: told(name) for name in sorted(asked.get_table_names()) if name != "alembic_version"}


def test_migrations_make_exactly_the_tables_we_speak_of(engine: Engine, one_more: str) -> None:
    at_once = engine_for(one_more)
    metadata.create_all(at_once)
    assert shape(engine) == shape(at_once)
    assert set(metadata.tables) <= set(shape(engine))
    at_once.dispose()


def test_every_migration_is_known_in_its_order() -> None:
    found = sorted(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*.py"))
    assert [*KNOWN] == found
    assert found[-1] == TODAY


def test_bringing_up_to_date_twice_changes_nothing(engine: Engine) -> None:
    run(engine, lambda journal: journal.append(batch("a", 1)))
    bring_up_to_date(engine)
    assert [entry.seq for entry in Journal(engine).entries("a")] == [1]


def test_a_database_of_a_newer_version_is_left_untouched(engine: Engine, address: str, file: Path) -> None:
    run(engine, lambda journal: journal.append(batch("a", 1)))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = file.read_bytes() if file.exists() else shape(engine)

    other = engine_for(address)
    with pytest.raises(NewerDatabase, match="9999"):
        bring_up_to_date(other)
    other.dispose()
    assert (file.read_bytes() if file.exists() else shape(engine)) == before


def test_a_folder_that_is_not_there_is_said_so_at_once(tmp_path: Path) -> None:
    nowhere = engine_for(f"sqlite:///{tmp_path / 'nowhere' / 'a.db'}")
    with pytest.raises(Exception, match="unable to open database file"):
        bring_up_to_date(nowhere)
    assert list(tmp_path.iterdir()) == []
