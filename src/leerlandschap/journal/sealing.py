# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only two ways in which something leaves the journal: a stream is sealed, or it ends.

Either is one transaction: what goes is gone and what stays is there, or nothing has happened. The entry that stays
takes the place behind the last one, so that whoever writes there at the same moment meets a conflict, and whoever
follows the stream reads on as always.
"""

import datetime
from collections.abc import Collection

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.erasing import Erased, record
from leerlandschap.database.reach import CHANNEL, reading, writing
from leerlandschap.database.tables import entries
from leerlandschap.journal.codec import StreamEnded
from leerlandschap.journal.entry import HOUSE, Conflict, Entry
from leerlandschap.journal.insert import row

# The streams one by one along the key: a look at each, however many entries it has.
EACH = """
WITH RECURSIVE each(stream) AS (
  SELECT min(stream) FROM entries
  UNION ALL
  SELECT (SELECT min(stream) FROM entries WHERE stream > each.stream) FROM each WHERE each.stream IS NOT NULL
)
SELECT stream, (SELECT max(seq) FROM entries WHERE entries.stream = each.stream) AS seq FROM each
WHERE stream IS NOT NULL
"""
ENDED = StreamEnded.__name__
ONE = text("SELECT kind, at FROM entries WHERE stream = :stream AND seq = :seq")


class Last(Struct, frozen=True):
    """The last entry of a stream, without its words."""

    stream: str
    seq: int
    kind: str
    at: datetime.datetime


def last_entries(engine: Engine) -> list[Last]:
    """Of every stream. Raises Away."""
    with reading(engine) as connection:
        found = connection.execute(text(EACH)).all()
        return [last for each in found if (last := _last(connection, each.stream, each.seq)) is not None]


def begun_by(engine: Engine, streams: Collection[str], moment: datetime.datetime) -> list[str]:
    """Those of these streams that had begun by then. Raises Away."""
    with reading(engine) as connection:
        begun = ((each, connection.execute(ONE, {"stream": each, "seq": 1}).first()) for each in streams)
        return [each for each, first in begun if first is not None and _moment(first.at) <= moment]


def last_of(connection: Connection, stream: str) -> Last | None:
    """None when there is no such stream."""
    seq = connection.execute(select(func.max(entries.c.seq)).where(entries.c.stream == stream)).scalar()
    return None if seq is None else _last(connection, stream, seq)


def _last(connection: Connection, stream: str, seq: int) -> Last | None:
    said = connection.execute(ONE, {"stream": stream, "seq": seq}).first()
    return None if said is None else Last(stream, seq, said.kind.partition(".")[0], _moment(said.at))


def _moment(at: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(at)


def seal(engine: Engine, entry: Entry, fresh: str) -> int:
    """Put the entry behind the last one and take out all between the opening and it. How many those were.

    Raises Conflict when something was written meanwhile, and Away; then nothing has changed.
    """
    try:
        with writing(engine) as connection:
            gone = _replace(connection, entry, keep=1)
            record(connection, fresh, Erased.SEALED, entry.stream, entry.at)
            return gone
    except IntegrityError:
        raise Conflict from None


def end(connection: Connection, stream: str, at: datetime.datetime, fresh: str) -> int:
    """In a transaction of yours: all of a stream goes. How many entries that were; 0 when there is nothing (any more).

    Raises IntegrityError when somebody wrote meanwhile.
    """
    last = last_of(connection, stream)
    if last is None or last.kind == ENDED:
        return 0
    gone = _replace(connection, Entry(stream, last.seq + 1, at, HOUSE, StreamEnded()), keep=0)
    record(connection, fresh, Erased.DELETED, stream, at)
    return gone


def clear_ended(engine: Engine, until: datetime.datetime, only: str | None = None) -> None:
    """Whoever had a stream open that ended before this has heard of it: nothing needs to stand in its place. Raises
    Away."""
    ended = [each for each in last_entries(engine) if each.kind == ENDED and each.at <= until]
    old = [each for each in ended if only in (None, each.stream)]
    for each in old:
        with writing(engine) as connection:
            connection.execute(delete(entries).where(entries.c.stream == each.stream, entries.c.seq == each.seq))


def mentions(engine: Engine, streams: Collection[str], words: str) -> dict[str, int]:
    """In how many entries of each of these streams these words stand, as people typed them. Raises Away."""
    typed = msgspec.json.encode(words).decode()[1:-1]
    found = select(entries.c.stream, func.count()).where(
        entries.c.stream.in_(streams), entries.c.data.contains(typed, autoescape=True)
    )
    with reading(engine) as connection:
        return {stream: int(n) for stream, n in connection.execute(found.group_by(entries.c.stream))}


def _replace(connection: Connection, entry: Entry, keep: int) -> int:
    columns = [column.name for column in entries.columns]
    connection.execute(insert(entries).values(dict(zip(columns, row(entry), strict=True))))
    between = (entries.c.stream == entry.stream, entries.c.seq > keep, entries.c.seq < entry.seq)
    gone = connection.execute(delete(entries).where(*between)).rowcount
    if is_postgresql(connection.engine):
        said = f"entries {entry.stream} {entry.seq}"
        connection.execute(select(func.pg_notify(CHANNEL, said)))
    return gone
