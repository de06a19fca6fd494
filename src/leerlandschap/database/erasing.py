# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A record of what was erased, written in the transaction that erases it; and the bytes that it leaves behind.

Erasing takes two steps. The first is a transaction like any other. The second, wiping, makes the database new without
its freed space; when it is interrupted, the record still says that it has to be done.
"""

import datetime
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Engine, insert, select, update

from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.reach import GONE, Away, alone, reading, writing
from leerlandschap.database.tables import erasures, metadata

LARGE = 256 * 1024 * 1024  # bytes: so much PostgreSQL rewrites in a few seconds, in which nobody can write
PATIENCE = "2s"  # that a statement of ours may wait for others, and so hold up whoever comes behind it
LONGEST = "6s"  # that it may keep others from writing
log = logging.getLogger(__name__)


class Erased(StrEnum):
    SEALED = "sealed"  # the choices of the people in a workshop
    FORGOTTEN = "forgotten"  # a name, with its address and letters
    DELETED = "deleted"  # a whole stream


class Erasure(Struct, frozen=True):
    id: str
    kind: Erased
    stream: str
    at: datetime.datetime
    wiped: bool


def record(connection: Connection, id_: str, kind: Erased, stream: str, at: datetime.datetime) -> None:
    """In the transaction that erases. ``id_`` is an unused id."""
    row = {"id": id_, "kind": kind.value, "stream": stream, "at": at.isoformat()}
    connection.execute(insert(erasures).values(row))


def erased_since(engine: Engine, since: datetime.datetime) -> list[Erasure]:
    """In the order of time. Raises Away."""
    wanted = select(erasures).where(erasures.c.at >= since.isoformat()).order_by(erasures.c.at, erasures.c.id)
    with reading(engine) as connection:
        return [
            Erasure(
                row.id, Erased(row.kind), row.stream, datetime.datetime.fromisoformat(row.at), row.wiped_at is not None
            )
            for row in connection.execute(wanted)
        ]


def left_behind(engine: Engine) -> int:
    """How many erasures have not been wiped yet. Raises Away."""
    with reading(engine) as connection:
        return len(connection.execute(select(erasures.c.id).where(erasures.c.wiped_at.is_(None))).all())


def wipe(engine: Engine, at: datetime.datetime) -> bool:
    """Let nothing of what was erased stand in freed pages or in the write-ahead log. True when there is nothing (more)
    to wipe; False when somebody was in the way, and it has to be asked for again. Raises Away."""
    with reading(engine) as connection:
        due = list(connection.scalars(select(erasures.c.id).where(erasures.c.wiped_at.is_(None))))
    if not due:
        return True
    if not (_rewritten_by_postgresql(engine) if is_postgresql(engine) else _rewritten_by_sqlite(engine)):
        return False
    with writing(engine) as connection:
        connection.execute(update(erasures).where(erasures.c.id.in_(due)).values(wiped_at=at.isoformat()))
    return True


def _rewritten_by_sqlite(engine: Engine) -> bool:
    """VACUUM writes every page anew, without what was freed; the log that still has the old ones is cut to nothing."""
    import sqlite3

    try:
        lent = engine.raw_connection()
    except GONE as trouble:
        raise Away(str(trouble)) from None
    try:
        driver: Any = lent.driver_connection
        driver.execute("VACUUM")
        busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except sqlite3.OperationalError as trouble:  # somebody writes or reads for longer than we wait
        log.warning("what was erased could not be wiped yet: %s", trouble)
        return False
    finally:
        lent.close()


def _rewritten_by_postgresql(engine: Engine) -> bool:
    """Tables of a usual size are written anew, which takes away their old pages. A large one would keep everybody
    waiting: there the rows are given up, and their bytes go as the space is used again."""
    import psycopg

    try:
        connection = alone(engine)
    except GONE as trouble:
        raise Away(str(trouble)) from None
    try:
        connection.execute(f"SET lock_timeout = '{PATIENCE}'")
        for table in metadata.tables:
            size = connection.execute("SELECT pg_total_relation_size(%s::regclass)", [table]).fetchone()[0]
            if size > LARGE or not _rewritten(connection, table):
                connection.execute(f"VACUUM {table}")
    except psycopg.Error as trouble:
        log.warning("what was erased could not be wiped yet: %s", trouble)
        return False
    finally:
        connection.close()
    return True


def _rewritten(connection: Any, table: str) -> bool:
    """False when it takes too long: then nothing has changed."""
    from psycopg.errors import QueryCanceled

    connection.execute(f"SET statement_timeout = '{LONGEST}'")
    try:
        connection.execute(f"VACUUM (FULL) {table}")
    except QueryCanceled:
        return False
    finally:
        connection.execute("SET statement_timeout = 0")
    return True


@contextmanager
def the_only_one(engine: Engine, about: str) -> Iterator[bool]:
    """False when another process is at it. On SQLite there is one that serves, and doing it twice harms nobody."""
    if not is_postgresql(engine):
        yield True
        return
    try:
        connection = alone(engine)
    except GONE as trouble:
        raise Away(str(trouble)) from None
    try:
        asked = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
        yield bool(connection.execute(asked, [f"leerlandschap {about}"]).fetchone()[0])
        connection.execute("SELECT pg_advisory_unlock_all()")  # else it is ours until the server sees that we left
    finally:
        connection.close()
