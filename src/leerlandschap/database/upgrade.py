# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From any older shape of the database to today's; a newer one is left alone."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

KNOWN = ("0001", "0002")  # every revision in migrations/versions, oldest first
TODAY = KNOWN[-1]


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""

    def __init__(self, found: str) -> None:
        super().__init__(f"the database has shape {found}, this version knows up to {TODAY}")
        self.found = found


def bring_up_to_date(engine: Engine) -> None:
    """Make or migrate the tables. Raises NewerDatabase, and leaves such a database untouched."""
    found = _revision(engine)
    if found == TODAY:
        return
    if found is not None and found not in KNOWN:
        raise NewerDatabase(found)
    _migrate(engine)


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    # imported only when there is something to do: it costs a third of a second at every start
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
