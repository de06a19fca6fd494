# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The post of one landscape in Westerveen, with a real journal and database, a clock one can wait with, and Sanne."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Engine

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.events import LandscapeOpened
from leerlandschap.core.landscape.outcome import FollowUpOutcome, WorkshopOutcome
from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import (
    FindingId,
    LandscapeId,
    Language,
    PersonId,
    PointId,
    PointKind,
    Role,
    WorkshopId,
)
from leerlandschap.documents.follow_up_ics import follow_up_ics
from leerlandschap.journal import Journal
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.room import Outside
from leerlandschap.people import Doors, Names
from leerlandschap.post.delivery import delivered
from leerlandschap.post.letters import Letters
from leerlandschap.post.outbox import Outbox
from leerlandschap.post.sending import Postman
from leerlandschap.post.server import MailServer
from leerlandschap.post.writing import Sender, Writing
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.letters import LetterLine
from tests.cast import CARD

NINE = datetime.datetime(2026, 11, 25, 9, 0, tzinfo=datetime.UTC)
DUE = datetime.date(2026, 12, 10)
LANDSCAPE = LandscapeId("l-westerveen")
HOURS = PointId("hours")
SANNE, ADDRESS = "Sanne de Wit", "sanne@westerveen.example"
BASE = "https://leren.example"
SENDER = Sender("Leerlandschap <leren@westerveen.example>", "Gemeente Westerveen", "privacy@westerveen.example")


class Clock:
    def __init__(self) -> None:
        self.at = NINE

    def __call__(self) -> datetime.datetime:
        return self.at

    def waits(self, **long: float) -> None:
        self.at += datetime.timedelta(**long)

    def turns_to(self, day: datetime.date) -> None:
        self.at = datetime.datetime.combine(day, datetime.time(9), datetime.UTC)


class Desk(Struct, frozen=True):
    """One process that sends: several may stand on the same database."""

    letters: Letters
    outbox: Outbox
    postman: Postman


class Office:
    def __init__(self, engine: Engine, server: MailServer, days: int = 7) -> None:
        numbers = count(1)
        self.fresh: Callable[[], str] = lambda: f"n{next(numbers)}"
        self.clock = Clock()
        self.journal = Journal(engine)
        self.names = Names(engine, self.fresh)
        self.doors = Doors(engine, lambda: f"key-{self.fresh()}", self.fresh)
        self._engine, self._server, self._days = engine, server, days
        self.outside = Outside(self.clock, self.fresh, self.names.of, lambda _room, _at_once: None)
        self.room = self._empty(LANDSCAPE)
        self.desk = self.one_more_desk()

    def _empty(self, stream: str) -> LandscapeRoom:
        return LandscapeRoom(stream, self.journal, self.outside, self.names.reachable)

    async def look(self, stream: str) -> LandscapeView | None:
        room = self._empty(stream)
        await room.catch_up()
        return room.view(Role.LANDSCAPE) if room.exists else None

    def one_more_desk(self) -> Desk:
        letters = Letters(self._engine, self.fresh)
        outbox = Outbox(letters, self.names, self.look, self.clock, self._days)
        writing = Writing(SENDER, self.doors, follow_up_ics, BASE, self.clock)
        postman = Postman(outbox, self.names, writing, lambda letter: delivered(self._server, letter), self.clock)
        return Desk(letters, outbox, postman)

    async def opens(self, language: Language = Language.NL, **changed: Any) -> "Office":
        """A landscape with one follow-up, from a workshop that has just closed."""
        agreed = FollowUpOutcome(
            HOURS,
            PointKind.UNCLEAR,
            "De uren optellen.",
            "Hoeveel uur is er?",
            due_on=DUE,
            first_step="Als het maandag is, dan bel ik.",
            done_when="het getal er is",
        )
        follow_up = replace(agreed, **changed)
        outcome = WorkshopOutcome(
            WorkshopId("w1"), "Leren", "", language, CARD.title, NINE, NINE, 12, Thresholds(), follow_ups=(follow_up,)
        )
        await self.room.begin(LandscapeOpened(LANDSCAPE, "Gemeente Westerveen", language), "facilitator")
        await self.hears(c.CarryOver(outcome), Role.FACILITATOR)
        return self

    async def hears(self, command: c.Command, role: Role = Role.LANDSCAPE) -> None:
        reply = await self.room.ask(Wanted(command, role, role.value))
        assert isinstance(reply, Taken), (command, reply)

    async def gives(self, name: str = SANNE, address: str | None = ADDRESS) -> PersonId:
        """Somebody gets the follow-up, and the post is told, as the web does."""
        person = self.names.keep(LANDSCAPE, name, address)
        await self.hears(c.GiveOwner(HOURS, person))
        await self.desk.postman.told(LANDSCAPE)
        return person

    async def rounds(self, *desks: Desk) -> None:
        await asyncio.gather(*(desk.postman.round() for desk in desks or (self.desk,)))

    async def day(self, day: datetime.date) -> None:
        """The clock turns to this day, and the postman makes his round."""
        self.clock.turns_to(day)
        await self.rounds()

    async def lines(self) -> tuple[LetterLine, ...]:
        view = self.room.view(Role.LANDSCAPE)
        return (await self.desk.postman.lines(view))[HOURS]


def finding(text: str = "Drie uur.") -> c.RecordFinding:
    return c.RecordFinding(HOURS, text)


def run(engine: Engine, server: MailServer, story: Callable[[Office], Awaitable[Any]], days: int = 7) -> None:
    """Play a story in one office and close it."""

    async def played() -> None:
        office = Office(engine, server, days)
        try:
            await asyncio.wait_for(story(office), 60)
        finally:
            office.journal.close()

    asyncio.run(played())


__all__ = ["ADDRESS", "DUE", "HOURS", "LANDSCAPE", "NINE", "SANNE", "FindingId", "Office", "finding", "run"]
