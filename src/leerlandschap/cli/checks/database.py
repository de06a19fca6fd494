# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database: reachable, in the right shape, whole, and without what should have gone by now."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from leerlandschap.cli.checks import Finding, good, mend, note
from leerlandschap.cli.checks.kept import check_kept
from leerlandschap.database import UnusableDatabase
from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.reading import reading_engine
from leerlandschap.database.upgrade import KNOWN, TODAY, shape_of
from leerlandschap.settings import Settings

MEGABYTE = 1_000_000
LARGE_LOG = 64 * MEGABYTE
CLOCKS = 5.0  # seconds that two clocks may differ


def check_database(settings: Settings) -> Iterator[Finding]:
    """Nothing of it is written, nor made when it is not there."""
    file = settings.data / "leerlandschap.db"
    if settings.database is None and not file.exists():
        yield note("no_database", folder=str(settings.data))
        return
    engine: Engine | None = None
    try:
        engine = reading_engine(settings.database_address)
        yield from _looked_over(engine, settings)
    except UnusableDatabase as unusable:
        yield mend("unusable", reason=str(unusable.facts.get("reason", unusable.trouble.value)))
    except SQLAlchemyError as trouble:
        yield mend("unusable", reason=" ".join(str(getattr(trouble, "orig", None) or trouble).split()).rstrip("."))
    finally:
        if engine is not None:
            engine.dispose()


def _looked_over(engine: Engine, settings: Settings) -> Iterator[Finding]:
    found = shape_of(engine)
    if found is None:
        yield note("empty_database")
        return
    if found not in KNOWN:
        yield mend("newer", found=found)
        return
    if found != TODAY:
        yield mend("older", found=found, today=TODAY)
        return
    yield good("shape", today=TODAY)
    yield from _of_postgresql(engine) if is_postgresql(engine) else _of_sqlite(engine)
    yield from check_kept(engine, settings)


def _of_sqlite(engine: Engine) -> Iterator[Finding]:
    with engine.connect() as connection:
        said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    yield good("whole") if said == ["ok"] else mend("damaged", reason=str(said[0]))
    file = Path(str(engine.url.database).removeprefix("file:"))
    log = file.with_name(file.name + "-wal")
    size = log.stat().st_size if log.exists() else 0
    yield mend("large_log", n=size // MEGABYTE) if size > LARGE_LOG else good("log", n=size // MEGABYTE)


def _of_postgresql(engine: Engine) -> Iterator[Finding]:
    with engine.connect() as connection:
        yield good("postgresql", version=_one(connection, "SHOW server_version"))
        here = datetime.datetime.now(datetime.UTC)
        apart = abs((_one(connection, "SELECT clock_timestamp()") - here).total_seconds())
        if apart > CLOCKS:
            yield mend("clocks_apart", seconds=round(apart))
        owns = "SELECT bool_and(pg_has_role(tableowner, 'USAGE')) FROM pg_tables WHERE tablename = 'entries'"
        if not _one(connection, owns):
            yield mend("cannot_vacuum")


def _one(connection: Connection, asked: str) -> Any:
    return connection.execute(text(asked)).scalar()
