# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of letters: which wait, which were sent, and what went wrong. It holds no words and no address."""

import datetime
from collections.abc import Callable, Iterable

from msgspec import Struct
from sqlalchemy import Engine, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from leerlandschap.core.vocabulary import PersonId, PointId
from leerlandschap.database.reach import reading, writing
from leerlandschap.database.tables import letters as table
from leerlandschap.post.occasions import Occasion
from leerlandschap.views.letters import LetterKind

TRIES = 8  # then it is given up, and the board says so
ROUND = 100  # letters in one go


class Letter(Struct, frozen=True):
    id: str
    stream: str
    occasion: Occasion
    made_at: datetime.datetime
    next_at: datetime.datetime
    tries: int = 0
    sent_at: datetime.datetime | None = None
    trouble: str = ""

    def is_about(self, follow_up: PointId, person: PersonId | None) -> bool:
        return (self.occasion.about, self.occasion.person) == (follow_up, person)


class Letters:
    """``fresh`` makes an unused id. Moments go in and come out in UTC."""

    def __init__(self, engine: Engine, fresh: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh = fresh

    def queue(self, stream: str, wanted: Iterable[Occasion], at: datetime.datetime) -> int:
        """How many of these are new; the others wait already, or were sent. The table itself refuses a second one."""
        return sum(self._queued(stream, each, at) for each in wanted)

    def _queued(self, stream: str, each: Occasion, at: datetime.datetime) -> bool:
        row = {"id": self._fresh(), "stream": stream, "about": each.about, "person": each.person}
        row |= {"kind": each.kind.value, "occasion": each.day.isoformat() if each.day else ""}
        try:
            with writing(self._engine) as connection:
                connection.execute(insert(table).values(row | {"made_at": at, "next_at": at, "tries": 0}))
        except IntegrityError:  # another process thought of it first
            return False
        return True

    def of(self, stream: str) -> tuple[Letter, ...]:
        """All of a landscape, oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(table).where(table.c.stream == stream).order_by(table.c.made_at)).all()
        return tuple(_letter(each) for each in rows)

    def due(self, now: datetime.datetime) -> tuple[Letter, ...]:
        """Those to try now, the longest waiting first."""
        waits = (table.c.sent_at.is_(None), table.c.next_at <= now, table.c.tries < TRIES)
        with reading(self._engine) as connection:
            rows = connection.execute(select(table).where(*waits).order_by(table.c.next_at).limit(ROUND)).all()
        return tuple(_letter(each) for each in rows)

    def claim(self, letter: Letter, now: datetime.datetime, next_at: datetime.datetime) -> bool:
        """True for the one process that may try this letter now. Should it die while trying, the letter comes back."""
        mine = (table.c.id == letter.id, table.c.tries == letter.tries, table.c.next_at <= now)
        change = update(table).where(*mine, table.c.sent_at.is_(None)).values(tries=letter.tries + 1, next_at=next_at)
        with writing(self._engine) as connection:
            return connection.execute(change).rowcount == 1

    def sent(self, letter: Letter, at: datetime.datetime) -> None:
        self._set(letter, sent_at=at, trouble=None)

    def troubled(self, letter: Letter, trouble: str) -> None:
        self._set(letter, trouble=trouble)

    def _set(self, letter: Letter, **values: object) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(table).where(table.c.id == letter.id).values(values))

    def tear_up(self, letter: Letter) -> None:
        """There is nothing to say any more."""
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.id == letter.id))


def _letter(row: Row[tuple[object, ...]]) -> Letter:
    found = row._mapping
    day = datetime.date.fromisoformat(found["occasion"]) if found["occasion"] else None
    return Letter(
        id=found["id"],
        stream=found["stream"],
        occasion=Occasion(PointId(found["about"]), PersonId(found["person"]), LetterKind(found["kind"]), day),
        made_at=_in_utc(found["made_at"]),
        next_at=_in_utc(found["next_at"]),
        tries=found["tries"],
        sent_at=_in_utc(found["sent_at"]) if found["sent_at"] else None,
        trouble=found["trouble"] or "",
    )


def _in_utc(moment: datetime.datetime) -> datetime.datetime:
    """SQLite gives moments back without their zone."""
    return moment.replace(tzinfo=datetime.UTC) if moment.tzinfo is None else moment.astimezone(datetime.UTC)
