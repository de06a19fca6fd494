# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deleting a workshop, or a landscape with its workshops: what happened in it, and everything about people and access.

One transaction, so that it is gone or it is there. What a workshop handed on to its landscape stays in that landscape.
"""

import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from leerlandschap.database import Away
from leerlandschap.database.reach import reading, writing
from leerlandschap.journal.sealing import ENDED, end, last_of
from leerlandschap.people.taking_out import TakenOut, counted, take_out

TRIES = 5  # while somebody goes on writing in it


class Deleted(Struct, frozen=True):
    """What goes with a stream. ``entries`` is counted along the numbers: what was sealed before is counted too."""

    stream: str
    entries: int
    people: TakenOut


def to_delete(engine: Engine, streams: Sequence[str]) -> list[Deleted]:
    """What would go. Raises Away."""
    with reading(engine) as connection:
        last = {stream: last_of(connection, stream) for stream in streams}
        return [
            Deleted(stream, each.seq, counted(connection, stream))
            for stream, each in last.items()
            if each is not None and each.kind != ENDED
        ]


def delete(engine: Engine, streams: Sequence[str], at: datetime.datetime, fresh: Callable[[], str]) -> list[Deleted]:
    """What has gone. Raises Away; then it is all still there, or it was all gone already."""
    for _ in range(TRIES):
        try:
            return _deleted(engine, streams, at, fresh)
        except IntegrityError:  # somebody wrote in one of them at this moment
            continue
    raise Away("somebody goes on writing in it")


def _deleted(engine: Engine, streams: Sequence[str], at: datetime.datetime, fresh: Callable[[], str]) -> list[Deleted]:
    with writing(engine) as connection:
        return [
            Deleted(stream, gone, take_out(connection, stream))
            for stream in streams
            if (gone := end(connection, stream, at, fresh()))
        ]
