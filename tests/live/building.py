# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A room with a real journal, and somebody to ask something of it."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

import uvloop
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.journal import Journal
from leerlandschap.live.requests import Reply, Taken, Wanted
from leerlandschap.live.room import Outside
from leerlandschap.live.workshop_room import WorkshopRoom
from tests.cast import NAMES, NINE, STREAM, Person, a_workshop

Told = list[bool]  # of each change that the screens were told of: whether it is to be shown at once


class Building:
    """One process: a journal of its own on a shared database, and what its rooms tell the screens."""

    def __init__(self, engine: Engine) -> None:
        self.journal = Journal(engine)
        self.told: Told = []
        self.changed: Callable[[WorkshopRoom, bool], None] = lambda _, at_once: self.told.append(at_once)
        numbers = count(1)
        self.clock: Callable[[], datetime.datetime] = lambda: NINE
        self.fresh: Callable[[], str] = lambda: f"n{next(numbers)}"
        self.outside = Outside(
            lambda: self.clock(), lambda: self.fresh(), lambda _: NAMES, lambda room, once: self.changed(room, once)
        )

    def empty(self, stream: str) -> WorkshopRoom:
        """A room that has not looked at its journal yet."""
        return WorkshopRoom(stream, self.journal, self.outside)

    async def room(self) -> WorkshopRoom:
        """The workshop in Westerveen as the journal has it."""
        room = WorkshopRoom(STREAM, self.journal, self.outside)
        await room.catch_up()
        return room

    async def begun(self, *people: Person) -> WorkshopRoom:
        """A new workshop there, with these people in it."""
        room = WorkshopRoom(STREAM, self.journal, self.outside)
        await room.begin(a_workshop(), "facilitator")
        for person in people:
            await heard(room, Person(person.name, Role.VISITOR), c.Join())
        self.told.clear()
        return room


def wanted(person: Person, command: c.Command, key: str | None = None) -> Wanted:
    return Wanted(command, person.role, person.name, key, f"digest of {command}"[:60] if key else "")


def ask(room: WorkshopRoom, person: Person, command: c.Command, key: str | None = None) -> Awaitable[Reply]:
    return asyncio.ensure_future(room.ask(wanted(person, command, key)))


async def heard(room: WorkshopRoom, person: Person, *commands: c.Command) -> None:
    """Each of these is asked, and taken."""
    for command in commands:
        reply = await ask(room, person, command)
        assert isinstance(reply, Taken), (command, reply)


def run(engine: Engine, story: Callable[[Building], Awaitable[Any]]) -> None:
    """Play a story in one building and close it, in the event loop in which ``serve`` does."""

    async def played() -> None:
        building = Building(engine)
        try:
            await asyncio.wait_for(story(building), 30)
        finally:
            building.journal.close()

    uvloop.run(played())
