# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an operator asks for by a command: sealing, deleting, forgetting. A server that runs beside it hears of it."""

import asyncio
import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Role
from leerlandschap.database.erasing import left_behind
from leerlandschap.journal.sealing import mentions
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.deleting import Deleted, delete, to_delete
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.sealing import Sealed, Sealing
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people.forgetting import Known, forget, known_as


class Titled(Struct, frozen=True):
    """A workshop by its title, a landscape by its organisation."""

    stream: str
    title: str
    is_landscape: bool


class Upkeep:
    """Everything here may raise Away."""

    def __init__(
        self,
        engine: Engine,
        workshops: Rooms[WorkshopRoom],
        landscapes: Rooms[LandscapeRoom],
        carrier: Carrier,
        sealing: Sealing,
        now: Callable[[], datetime.datetime],
        fresh: Callable[[], str],
    ) -> None:
        self._engine = engine
        self._workshops = workshops
        self._landscapes = landscapes
        self._carrier = carrier
        self._sealing = sealing
        self._now = now
        self._fresh = fresh

    # ---- sealing

    async def seal(self, workshop: str | None, *, at_once: bool) -> list[Sealed] | None:
        """Those sealed now: all that are due, or this one; None when this one is not due."""
        due = await self._sealing.due(at_once=at_once)
        if workshop is not None and workshop not in due:
            return None
        found = [await self._sealing.seal(each) for each in (due if workshop is None else [workshop])]
        await self._sealing.wiped()
        return [each for each in found if each is not None]

    async def is_sealed(self, workshop: str) -> bool | None:
        """None when it is not there."""
        room = await self._workshops.find(workshop)
        return None if room is None else room.view(Role.FACILITATOR).sealed_at is not None

    # ---- deleting

    async def titles_of(self, stream: str) -> list[Titled]:
        """A workshop by itself; the workshops of a landscape, and behind them the landscape. Empty: it is not there."""
        landscape = await self._landscapes.find(stream) if stream.startswith("l") else None
        if landscape is None:
            return await self._title(stream)
        of_workshops = [title for each in landscape.workshops for title in await self._title(each)]
        return [*of_workshops, Titled(stream, landscape.view(Role.LANDSCAPE).organisation, True)]

    async def _title(self, workshop: str) -> list[Titled]:
        room = await self._workshops.find(workshop)
        return [] if room is None else [Titled(workshop, room.view(Role.FACILITATOR).title, False)]

    async def to_delete(self, streams: Sequence[str]) -> list[Deleted]:
        """What would go."""
        return await asyncio.to_thread(to_delete, self._engine, streams)

    async def delete(self, streams: Sequence[str]) -> list[Deleted]:
        """What has gone. What a workshop by itself came to is handed on to its landscape first."""
        if len(streams) == 1 and (room := await self._workshops.find(streams[0])):
            await self._carrier.closed(room)
        deleted = await asyncio.to_thread(delete, self._engine, streams, self._now(), self._fresh)
        await self._sealing.wiped()
        return deleted

    # ---- forgetting

    async def known_as(self, who: str, landscape: str | None) -> list[Known] | None:
        """Somebody by id, or by name in a landscape and its workshops; None when there is no such landscape."""
        room = None if landscape is None else await self._landscapes.find(landscape)
        if room is None:
            return None if landscape else await asyncio.to_thread(known_as, self._engine, who)
        return await asyncio.to_thread(known_as, self._engine, who, (room.stream, *room.workshops))

    async def typed(self, known: Sequence[Known]) -> int:
        """In how many entries of the same streams somebody typed one of these names. They stay."""
        streams = {each.stream for each in known}
        found = [await asyncio.to_thread(mentions, self._engine, streams, name) for name in {k.name for k in known}]
        return sum(n for each in found for n in each.values())

    async def forget(self, known: Sequence[Known]) -> None:
        await asyncio.to_thread(forget, self._engine, known, self._now(), self._fresh)
        await self._sealing.wiped()

    # ---- and its traces

    async def left_behind(self) -> int:
        """How many times something was erased of which bytes may still stand in freed space."""
        return await asyncio.to_thread(left_behind, self._engine)
