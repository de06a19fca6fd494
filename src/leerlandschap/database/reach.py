# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing outside the journal. A database that is away is told as one thing, whatever its driver says."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, exc, text

from leerlandschap.database.engine import WRITES, is_postgresql
from leerlandschap.database.trouble import UnusableDatabase

CHANNEL = "leerlandschap"
GONE = (exc.OperationalError, exc.InterfaceError, exc.InternalError, exc.TimeoutError, UnusableDatabase)


class Away(Exception):
    """The database cannot be reached, or cannot do what was asked of it; for now."""


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Raises Away; then nothing is known."""
    try:
        with engine.connect() as connection:
            yield connection
    except GONE as trouble:
        raise Away(_words(trouble)) from None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction, committed at the end. Raises Away; whether it was written is then not always known."""
    try:
        with engine.connect().execution_options(**WRITES) as connection, connection.begin():
            yield connection
    except GONE as trouble:
        raise Away(_words(trouble)) from None


def alone(engine: Engine) -> Any:
    """A PostgreSQL connection of the driver for one user, outside the pool; each statement on it is its own
    transaction. Raises Away."""
    from psycopg import Error

    try:
        lent = engine.raw_connection()
    except (*GONE, Error) as trouble:  # what the driver says comes here as it is
        raise Away(_words(trouble)) from None
    driver: Any = lent.driver_connection
    lent.detach()
    driver.autocommit = True
    return driver


def take_turns(connection: Connection, about: str) -> None:
    """Whoever else asks this about the same thing waits until this transaction ends. SQLite has one writer anyway."""
    if is_postgresql(connection.engine):
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:about, 0))"), {"about": about})


def tell(connection: Connection, kind: str, about: str) -> None:
    """Tell every process what changes when this transaction is committed; on SQLite there are no others."""
    if is_postgresql(connection.engine):
        connection.execute(text("SELECT pg_notify(:channel, :said)"), {"channel": CHANNEL, "said": f"{kind} {about}"})


def _words(trouble: Exception) -> str:
    return " ".join(str(getattr(trouble, "orig", None) or trouble).split())
