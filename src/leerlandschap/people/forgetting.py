# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forgetting somebody: the name, the address and the letters to it. The journal keeps an id that means nothing."""

import datetime
from collections.abc import Callable, Collection, Sequence

from msgspec import Struct
from sqlalchemy import Connection, Engine, delete, func, select, update

from leerlandschap.core.vocabulary import PersonId
from leerlandschap.database.erasing import Erased, record
from leerlandschap.database.reach import reading, tell, writing
from leerlandschap.database.tables import letters, names


class Known(Struct, frozen=True):
    """What is kept of somebody, in one stream; never the address itself."""

    id: PersonId
    stream: str
    name: str
    has_address: bool
    letters: int


def known_as(engine: Engine, who: str, streams: Collection[str] | None = None) -> list[Known]:
    """Whoever has this id, or this name in one of these streams. Raises Away."""
    is_named = (names.c.name == who) & names.c.stream.in_(streams or ())
    wanted = select(names).where((names.c.id == who) | is_named).order_by(names.c.stream, names.c.id)
    with reading(engine) as connection:
        return [
            Known(PersonId(row.id), row.stream, row.name, row.address is not None, _letters(connection, row.id))
            for row in connection.execute(wanted)
        ]


def _letters(connection: Connection, person: str) -> int:
    counted = select(func.count()).select_from(letters).where(letters.c.person == person)
    return int(connection.execute(counted).scalar_one())


def forget(engine: Engine, known: Sequence[Known], at: datetime.datetime, fresh: Callable[[], str]) -> None:
    """All of them or none; every process hears of it. Raises Away."""
    with writing(engine) as connection:
        for each in known:
            connection.execute(delete(letters).where(letters.c.person == each.id))
            connection.execute(delete(names).where(names.c.id == each.id))
            _told(connection, each.stream, at, fresh())


def forget_addresses(
    engine: Engine, stream: str, people: Collection[PersonId], at: datetime.datetime, fresh: Callable[[], str]
) -> None:
    """Only the addresses of these people, with the letters to them. Raises Away."""
    with writing(engine) as connection:
        connection.execute(delete(letters).where(letters.c.person.in_(people)))
        connection.execute(update(names).where(names.c.id.in_(people)).values(address=None))
        _told(connection, stream, at, fresh())


def _told(connection: Connection, stream: str, at: datetime.datetime, id_: str) -> None:
    record(connection, id_, Erased.FORGOTTEN, stream, at)
    tell(connection, "names", stream)
