# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From any older shape of the database to today's; a newer one is left alone.

Only one process at a time changes the shape: who comes second waits, looks again, and finds it done.
"""

import time
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from leerlandschap.database.engine import WRITES, is_postgresql
from leerlandschap.database.trouble import NewerDatabase, Trouble, UnusableDatabase

KNOWN = ("0001", "0002", "0003", "0004")  # every revision in migrations/versions, oldest first
TODAY = KNOWN[-1]
LOCK = 0x4C65_6572  # a number of our own among the advisory locks of a PostgreSQL database
PATIENCE = 60.0  # seconds for another process that is changing the shape
LOOKING = 0.1


def bring_up_to_date(engine: Engine) -> None:
    """Make or migrate the tables. Raises NewerDatabase, and leaves such a database untouched; UnusableDatabase for a
    PostgreSQL that cannot be used."""
    if is_postgresql(engine):
        _bring_postgresql_up_to_date(engine)
        return
    with engine.connect() as connection:
        if _is_today(connection):
            return
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if not _is_today(connection):  # else somebody was first
            migrate_to(connection)


def shape_of(engine: Engine) -> str | None:
    """None where there is no installation yet. Raises UnusableDatabase for a PostgreSQL that cannot be used."""
    try:
        with engine.connect() as connection:
            return _shape(connection)
    except OperationalError as trouble:
        if not is_postgresql(engine):
            raise
        from leerlandschap.database import postgres

        raise postgres.why_not(trouble.orig) from None  # type: ignore[arg-type]


def _shape(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _bring_postgresql_up_to_date(engine: Engine) -> None:
    from leerlandschap.database import postgres

    try:
        with engine.connect() as connection:
            if not _is_today(connection):
                postgres.may_make_tables(connection)
                _lock(connection)  # until the transaction ends
                if not _is_today(connection):
                    migrate_to(connection)
            postgres.may_use_tables(connection)
            connection.commit()
    except OperationalError as trouble:
        raise postgres.why_not(trouble.orig) from None  # type: ignore[arg-type]


def _lock(connection: Connection) -> None:
    """Asked again and again rather than waited for, so that a server that says nothing is still noticed."""
    end = time.monotonic() + PATIENCE
    while not connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}).scalar():
        if time.monotonic() > end:
            raise UnusableDatabase(Trouble.LOCKED)
        time.sleep(LOOKING)


def _is_today(connection: Connection) -> bool:
    """Raises NewerDatabase."""
    found = _shape(connection)
    if found is not None and found not in KNOWN:
        raise NewerDatabase(found, TODAY)
    return bool(found == TODAY)


def migrate_to(connection: Connection, shape: str = "head") -> None:
    """In a transaction of yours; backwards there is no way."""
    # imported only when there is something to do: it costs a third of a second at every start
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, shape)
