# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Databases of earlier versions come to today's shape, and everything that was in them is there and tells the same."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, text

from leerlandschap.cli import main
from leerlandschap.core.vocabulary import ParticipantId, PersonId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.engine import WRITES
from leerlandschap.database.tables import metadata
from leerlandschap.database.upgrade import KNOWN, TODAY, migrate_to
from leerlandschap.journal import Journal
from leerlandschap.people import Names, Tokens
from tests.golden.record import HERE, seen
from tests.golden.record_databases import KEY_HASH, SECRET, STREAM
from tests.golden.test_golden import changed
from tests.postgres import Postgres

SHAPES = [path.stem.removeprefix("database-") for path in sorted(HERE.glob("database-*.sql"))]
SINCE = {"logins": "0004", "erasures": "0003", "letters": "0002"}  # tables that the first shape did not have


def on_disk(shape: str, data: Path) -> Path:
    """As somebody has it who never updated."""
    data.mkdir(exist_ok=True)
    file = data / "leerlandschap.db"
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.executescript((HERE / f"database-{shape}.sql").read_text("utf-8"))
    return file


def rows(shape: str, data: Path) -> dict[str, list[dict[str, object]]]:
    """What was in it, by table and column."""
    with contextlib.closing(sqlite3.connect(on_disk(shape, data))) as database:
        database.row_factory = sqlite3.Row
        tables = [t.name for t in metadata.sorted_tables if SINCE.get(t.name, "0001") <= shape]
        return {table: [dict(row) for row in database.execute(f"SELECT * FROM {table}")] for table in tables}


def tells_the_same(engine: Engine) -> None:
    state: Workshop | None = None
    seq = 0
    for entry in Journal(engine).entries(STREAM):
        assert isinstance(entry.event, e.Event)
        state, seq = evolve(state, entry.event, entry.at, entry.by), entry.seq
    assert state is not None
    then = json.loads((HERE / "workshop-0.1.0.view.json").read_text("utf-8"))
    assert changed(then, json.loads(seen(state, seq))) == []
    assert Names(engine, lambda: "new").of(STREAM) == {PersonId("person-sanne"): "Sanne de Wit"}
    assert Tokens(engine, lambda: "00" * 32).for_participant(STREAM, PARTICIPANT) == SIGNED
    with engine.connect() as connection:
        assert connection.execute(text("SELECT hash FROM keys")).scalar() == KEY_HASH


PARTICIPANT = ParticipantId("aisha")
SIGNED = "aisha.bd738a2a42f35ff7ac4f65bcf71109d4"  # with the secret of the recordings


def test_every_released_shape_has_its_recording() -> None:
    assert [*KNOWN] == SHAPES
    assert len(SECRET) == 64


@pytest.mark.parametrize("shape", SHAPES)
def test_an_older_database_is_migrated_and_tells_the_same(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = on_disk(shape, tmp_path)
    assert main(["migrate", "--data", str(tmp_path), "--language", "nl"]) == 0
    said = capsys.readouterr().out
    assert f"vorm {TODAY}" in said
    assert (f"Eerst was dat {shape}." in said) == (shape != TODAY)
    engine = engine_for(f"sqlite:///{file}")
    tells_the_same(engine)
    engine.dispose()
    assert main(["migrate", "--data", str(tmp_path), "--language", "nl"]) == 0
    assert "Er is niets veranderd." in capsys.readouterr().out


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_on_postgresql(shape: str, tmp_path: Path, postgres: Postgres) -> None:
    engine = engine_for(postgres.database())
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        migrate_to(connection, shape)
        for table, those in rows(shape, tmp_path).items():
            columns = [c.name for c in metadata.tables[table].columns]
            if those:
                known = [{name: row[name] for name in columns if name in row} for row in those]
                connection.execute(insert(metadata.tables[table]), known)
    bring_up_to_date(engine)
    tells_the_same(engine)
    engine.dispose()
