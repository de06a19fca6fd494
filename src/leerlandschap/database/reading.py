# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole tables read at one moment, in the same order by every database, so that two can be laid side by side."""

import contextlib
import datetime
from collections.abc import Iterator
from enum import Enum
from operator import itemgetter
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, ColumnElement, Connection, DateTime, Engine, String, Table, create_engine, event, select
from sqlalchemy.pool import NullPool

from leerlandschap.database.engine import engine_for, is_postgresql

AT_ONCE = 2000  # rows fetched from a database at a time

Row = tuple[Any, ...]


class Beside(Enum):
    """A row of ours, laid beside theirs."""

    SAME = "same"
    MISSING = "missing"  # they do not have it
    DIFFERENT = "different"
    FOREIGN = "foreign"  # they have a row that we do not


def reading_engine(address: str) -> Engine:
    """An engine that is meant for reading; nothing is opened yet. Raises UnusableDatabase for what is no address.

    A SQLite file cannot be written through it, and is not even turned into the kind that we like to write.
    """
    usual = engine_for(address)
    if is_postgresql(usual):
        return usual
    path = quote(usual.url.database or "")
    only_read = URL.create("sqlite", database=f"file:{path}", query={"mode": "ro", "uri": "true"})
    engine = create_engine(only_read, poolclass=NullPool)
    event.listen(engine, "connect", _ours_to_begin)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


@contextlib.contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment, however long it reads, and whatever others write."""
    options: dict[str, Any] = {}
    if is_postgresql(engine):
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def in_order(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row by its key, compared byte by byte; moments in UTC. Never more than a few thousand rows in memory."""
    by_key = [_by_bytes(column, connection) for column in table.primary_key]
    moments = [place for place, column in enumerate(table.columns) if isinstance(column.type, DateTime)]
    options = {"stream_results": True, "yield_per": AT_ONCE}
    with connection.execute(select(table).order_by(*by_key), execution_options=options) as found:
        for row in found:
            yield _in_utc(tuple(row), moments) if moments else tuple(row)


def laid_side_by_side(table: Table, ours: Iterator[Row], theirs: Iterator[Row]) -> Iterator[tuple[Beside, Row]]:
    """Walks along both, which must be in order."""
    names = list(table.columns.keys())
    key = itemgetter(*(names.index(column.name) for column in table.primary_key))
    mine, other = next(ours, None), next(theirs, None)
    while mine is not None or other is not None:
        if other is None or (mine is not None and key(mine) < key(other)):
            assert mine is not None
            yield Beside.MISSING, mine
            mine = next(ours, None)
        elif mine is None or key(other) < key(mine):
            yield Beside.FOREIGN, other
            other = next(theirs, None)
        else:
            yield (Beside.SAME if mine == other else Beside.DIFFERENT), mine
            mine, other = next(ours, None), next(theirs, None)


def _ours_to_begin(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout=10000")


def _by_bytes(column: ColumnElement[Any], connection: Connection) -> ColumnElement[Any]:
    """SQLite always does; PostgreSQL sorts as people do, unless it is told otherwise."""
    is_text = isinstance(column.type, String) and is_postgresql(connection.engine)
    return column.collate("C") if is_text else column


def _in_utc(row: Row, moments: list[int]) -> Row:
    """SQLite keeps moments without their zone, which is UTC; PostgreSQL gives them in the zone of the connection."""
    values = list(row)
    for place in moments:
        moment: datetime.datetime | None = values[place]
        if moment is not None:
            is_bare = moment.tzinfo is None
            values[place] = moment.replace(tzinfo=datetime.UTC) if is_bare else moment.astimezone(datetime.UTC)
    return tuple(values)
