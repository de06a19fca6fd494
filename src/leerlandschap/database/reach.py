# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing outside the journal. A database that is away is told as one thing, whatever its driver says."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, exc, text

from leerlandschap.database.engine import WRITES, is_postgresql
from leerlandschap.database.trouble import UnusableDatabase

CHANNEL = "leerlandschap"
GONE = (exc.OperationalError, exc.InterfaceError, exc.InternalError, exc.TimeoutError, UnusableDatabase)

LONG = 1.0  # seconds after which trouble was silence
PAUSE = 2.0  # seconds in which nobody tries again
_silent_until: WeakKeyDictionary[Engine, float] = WeakKeyDictionary()


class Away(Exception):
    """The database cannot be reached, or cannot do what was asked of it; for now."""


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Raises Away; then nothing is known."""
    with _unless_away(engine), engine.connect() as connection:
        yield connection


def knock(engine: Engine) -> None:
    """See that it answers, and has what we keep. Raises Away."""
    with reading(engine) as connection:
        connection.execute(text("SELECT 1 FROM entries LIMIT 1")).scalar()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction, committed at the end. Raises Away; whether it was written is then not always known."""
    with (
        _unless_away(engine),
        engine.connect().execution_options(**WRITES) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _unless_away(engine: Engine) -> Iterator[None]:
    """Whoever comes after others waited in vain is told so at once: they do not all wait, one after another."""
    began = time.monotonic()
    if began < _silent_until.get(engine, 0.0):
        raise Away("the database gave no answer a moment ago")
    try:
        yield
    except GONE as trouble:
        now = time.monotonic()
        if now - began > LONG:
            _silent_until[engine] = now + PAUSE
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
    try:
        driver.autocommit = True
    except Error as trouble:  # it broke since it was last used
        driver.close()
        raise Away(_words(trouble)) from None
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
