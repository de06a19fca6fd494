# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several nodes that serve the same workshop from one PostgreSQL, each with its own connections, journal and rooms."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

from msgspec.structs import replace

from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.journal.follow import Follower
from leerlandschap.live.following import Following
from leerlandschap.live.hub import Hub
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Doors, Names
from tests.cast import STREAM, Person
from tests.live.building import Building, heard

_numbers = count(1)


class Node(Building):
    def __init__(self, address: str) -> None:
        self.engine = engine_for(address)
        bring_up_to_date(self.engine)
        super().__init__(self.engine)
        self.fresh = lambda: f"n{next(_numbers)}"
        self.names = Names(self.engine, self.fresh)
        self.doors = Doors(self.engine, lambda: f"key-{self.fresh()}", self.fresh)
        dice = random.Random(next(_numbers)).random
        self.outside = replace(self.outside, names=self.names.of, ready=self.names.of, dice=dice)
        self.rooms = Rooms(self.empty)
        landscapes: Rooms[LandscapeRoom] = Rooms(
            lambda stream: LandscapeRoom(stream, self.journal, self.outside, self.names.reachable)
        )
        self.hub = Hub()
        self.connected = asyncio.Event()
        self.following = Following(self.rooms, landscapes, self.names, self.doors, self.hub)
        self._follower = Follower(self.engine, self.following.heard, self._missed)
        self._loop = asyncio.get_running_loop()
        self._follower.start()

    def _missed(self) -> None:
        self.following.missed()
        self._loop.call_soon_threadsafe(self.connected.set)

    async def here(self) -> WorkshopRoom:
        """The workshop in Westerveen, open at this node."""
        room = await self.rooms.find(STREAM)
        assert room is not None
        return room

    def leave(self) -> None:
        self._follower.stop()
        self.journal.close()


async def until(right: Callable[[], Any], within: float = 10) -> None:
    """Fails when it does not come true."""
    end = asyncio.get_running_loop().time() + within
    while not right():
        assert asyncio.get_running_loop().time() < end
        await asyncio.sleep(0.005)


async def begun(node: Node, *people: Person) -> WorkshopRoom:
    """The workshop with these people, statements open, as it stands at this node."""
    room = await node.begun()
    node.rooms.add(room)
    for person in people:
        await heard(room, Person(person.name, Role.VISITOR), c.Join())
    await heard(room, Person("facilitator", Role.FACILITATOR), c.OpenStatements())
    node.told.clear()
    return room


Story = Callable[[Node, Node], Awaitable[None]]


def on_two_nodes(story: Story, here: str, there: str | None = None) -> None:
    """Play a story on two nodes that listen to each other; ``there`` when the second comes another way."""

    nodes: list[Node] = []

    async def played() -> None:
        nodes.extend((Node(here), Node(there or here)))
        try:
            for node in nodes:
                await asyncio.wait_for(node.connected.wait(), 10)
            await asyncio.wait_for(story(*nodes), 60)
        finally:
            for node in nodes:
                await asyncio.to_thread(node.leave)

    try:
        asyncio.run(played())
    finally:  # only now: a thread of the loop may have been reading until it ended
        for node in nodes:
            node.engine.dispose()
