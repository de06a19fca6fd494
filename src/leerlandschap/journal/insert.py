# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How entries go into the table: all at once, in one transaction, on the connection of the driver itself.

One statement for all. On SQLite this thread then lets go of the interpreter once and not for every row: measured,
``executemany`` is as fast alone, and slower beside a busy event loop. On PostgreSQL it is one journey there and back,
and tells the other processes in the same transaction.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.reach import CHANNEL, Away, alone
from leerlandschap.journal.codec import written
from leerlandschap.journal.entry import Conflict, Entry, NotSaved, Unanswered

PLACE = itemgetter(0, 1)
Row = tuple[str, int, str, str, str, str, str | None]
INTO = 'INSERT INTO entries (stream, seq, at, "by", kind, data, asked)'
ON_SQLITE = f"""
{INTO} SELECT {", ".join(f"json_extract(value, '$[{n}]')" for n in range(7))} FROM json_each(?)
"""  # noqa: S608 - nothing in it comes from outside
ON_POSTGRESQL = f"""
WITH written AS (
  {INTO} SELECT * FROM unnest(
    %s::text[], %s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[]
  ) RETURNING stream, seq
)
SELECT pg_notify('{CHANNEL}', 'entries ' || stream || ' ' || max(seq)) FROM written GROUP BY stream
"""  # noqa: S608 - nothing in it comes from outside
OF_THE_ANSWER = ("08", "57", "40003")  # error codes after which it is not known whether the commit was


def row(entry: Entry) -> Row:
    kind, data = written(entry.event)
    return entry.stream, entry.seq, entry.at.isoformat(), entry.by, kind, data, entry.asked


class Insert(ABC):
    """Used by one thread at a time."""

    @abstractmethod
    def __call__(self, rows: Sequence[Row]) -> None:
        """Durable when it returns. Raises Conflict, NotSaved or Unanswered."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the connection."""


def inserting(engine: Engine) -> Insert:
    return IntoPostgresql(engine) if is_postgresql(engine) else IntoSqlite(engine)


class IntoSqlite(Insert):
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(self, rows: Sequence[Row]) -> None:
        try:
            lent = self._engine.raw_connection()
        except (SQLAlchemyError, sqlite3.Error) as trouble:
            raise NotSaved(str(trouble)) from trouble
        try:
            self._write(lent.driver_connection, rows)
        except sqlite3.IntegrityError:
            raise Conflict from None
        except sqlite3.Error as trouble:
            raise NotSaved(str(trouble)) from trouble
        finally:
            lent.close()

    def _write(self, connection: Any, rows: Sequence[Row]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(ON_SQLITE, (msgspec.json.encode(rows).decode(),))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """It has none of its own."""


class IntoPostgresql(Insert):
    """Keeps one connection, and makes a new one after trouble."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: Any = None

    def __call__(self, rows: Sequence[Row]) -> None:
        import psycopg
        from psycopg.errors import DeadlockDetected, SerializationFailure

        connection = self._connected()
        # in one order for every process, so that two of them never wait for each other
        columns = [list(column) for column in zip(*sorted(rows, key=PLACE), strict=True)]
        try:
            connection.execute(ON_POSTGRESQL, columns)
        except (psycopg.IntegrityError, DeadlockDetected, SerializationFailure):
            raise Conflict from None
        except psycopg.DataError:  # one of them cannot be written at all
            raise
        except psycopg.Error as trouble:
            self.close()  # the next connection may be to another machine, that can be written to
            unknown = trouble.sqlstate is None or trouble.sqlstate.startswith(OF_THE_ANSWER)
            raise (Unanswered if unknown else NotSaved)(str(trouble)) from trouble

    def _connected(self) -> Any:
        if self._kept is None:
            try:
                self._kept = alone(self._engine)
            except Away as trouble:
                raise NotSaved(str(trouble)) from trouble
        return self._kept

    def close(self) -> None:
        if self._kept is not None:
            self._kept.close()
            self._kept = None
