# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workshops that closed long enough ago keep their totals and forget who chose what.

Interrupted anywhere, a workshop is sealed or it is not; what comes after it, the wiping of freed space, is asked for
again until it was done.
"""

import asyncio
import datetime
from collections.abc import Callable

from msgspec import Struct
from sqlalchemy import Engine

from leerlandschap.database.erasing import wipe
from leerlandschap.journal import Conflict
from leerlandschap.journal.sealing import Last, last_entries, seal
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom

CLOSED = "WorkshopClosed"  # after it nothing is written but that it was opened again, or sealed
TRIES = 5  # at wiping, before it is left for another time
BETWEEN = 1.0  # seconds


class Sealed(Struct, frozen=True):
    """``entries``: how many of the journal were replaced by one."""

    workshop: str
    entries: int


class Sealing:
    """``rooms`` are those of this process: one that is open reads on."""

    def __init__(
        self,
        engine: Engine,
        rooms: Rooms[WorkshopRoom],
        now: Callable[[], datetime.datetime],
        fresh: Callable[[], str],
        after: datetime.timedelta,
    ) -> None:
        self._engine = engine
        self._rooms = rooms
        self._now = now
        self._fresh = fresh
        self._after = after

    async def due(self, *, at_once: bool = False) -> list[str]:
        """Workshops that closed long enough ago; with ``at_once`` all that are closed. Raises Away."""
        last = await asyncio.to_thread(last_entries, self._engine)
        until = self._now() if at_once else self._now() - self._after
        return [each.stream for each in last if _is_closed(each) and each.at <= until]

    async def seal(self, workshop: str) -> Sealed | None:
        """None when it is not closed (any more), or sealed already. Raises Away."""
        room = self._rooms.new(workshop)
        await room.catch_up()
        entry = room.sealing()
        if entry is None:
            return None
        try:
            gone = await asyncio.to_thread(seal, self._engine, entry, self._fresh())
        except Conflict:  # it was opened again at this moment, or somebody else sealed it
            return None
        self._rooms.heard(workshop, entry.seq)
        return Sealed(workshop, gone)

    async def all_due(self) -> list[Sealed]:
        """Those that were sealed now. Raises Away."""
        sealed = [await self.seal(each) for each in await self.due()]
        return [each for each in sealed if each is not None]

    async def wiped(self) -> bool:
        """Whether nothing of what was ever erased is left in freed space. Raises Away."""
        for _ in range(TRIES):
            if await asyncio.to_thread(wipe, self._engine, self._now()):
                return True
            await asyncio.sleep(BETWEEN)
        return False


def _is_closed(last: Last) -> bool:
    return last.kind == CLOSED
