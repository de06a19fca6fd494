# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""When screens are redrawn: a phase at once, a counter at most twice a second, the clock every quarter of a minute."""

import asyncio
from collections.abc import Callable

from leerlandschap.live.frames import BEAT, body, frame
from leerlandschap.live.hub import Audience, Drawn, Hub
from leerlandschap.live.packing import Frame
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.door import Door

COUNTERS_EVERY = 0.5  # seconds
BEAT_EVERY = 20.0
CLOCK_EVERY = 15.0


class Cadence:
    """Tells every screen of a room what it should show. ``door`` gives a workshop's join address."""

    def __init__(self, hub: Hub, door: Callable[[str], Door]) -> None:
        self._hub = hub
        self._door = door
        self._due: dict[str, asyncio.TimerHandle] = {}
        self._shown: dict[str, float] = {}
        self._drawing: dict[str, asyncio.Task[None]] = {}

    def changed(self, room: WorkshopRoom, at_once: bool) -> None:
        """A room has moved on. The last value wins: what is not yet drawn is drawn once."""
        loop = asyncio.get_running_loop()
        waits = 0.0 if at_once else max(0.0, self._shown.get(room.stream, 0.0) + COUNTERS_EVERY - loop.time())
        due = self._due.get(room.stream)
        if due is not None and due.when() <= loop.time() + waits:
            return
        if due is not None:
            due.cancel()
        self._due[room.stream] = loop.call_later(waits, self._draw, room)

    def _draw(self, room: WorkshopRoom) -> None:
        self._due.pop(room.stream, None)
        if room.stream in self._drawing:  # still writing the last one: come back right after
            self._drawing[room.stream].add_done_callback(lambda _: self.changed(room, True))
            return
        self._shown[room.stream] = asyncio.get_running_loop().time()
        task = asyncio.create_task(self._draw_all(room))
        self._drawing[room.stream] = task
        task.add_done_callback(lambda _: self._drawing.pop(room.stream, None))

    async def _draw_all(self, room: WorkshopRoom) -> None:
        for audience in self._hub.audiences(room.stream):
            drawn, crowd = self._drawn(room, audience), self._hub.crowd(audience)
            if crowd is not None and drawn.body != crowd.seen:  # what looks the same is not sent again
                crowd.seen = drawn.body
                await self._hub.publish(audience, drawn.frame)

    def frame(self, room: WorkshopRoom, audience: Audience) -> Frame:
        """What an audience should see of a room now: drawn once for all who come at the same time."""
        crowd, now = self._hub.crowd(audience), asyncio.get_running_loop().time()
        newest = crowd.newest if crowd else None
        if newest is not None and newest.seq == room.seq and now < newest.at + COUNTERS_EVERY:
            return newest.frame
        drawn = self._drawn(room, audience)
        if crowd is not None and drawn.body != crowd.seen:  # who comes in now has seen something else than the others
            crowd.seen = drawn.body if len(crowd.screens) == 1 else None
        return drawn.frame

    def _drawn(self, room: WorkshopRoom, audience: Audience) -> Drawn:
        shown = body(room.view(audience.role), audience, self._door(room.stream))
        drawn = Drawn(room.seq, asyncio.get_running_loop().time(), shown, frame(room.seq, shown))
        crowd = self._hub.crowd(audience)
        if crowd is not None:
            crowd.newest = drawn
        return drawn

    async def run(self, rooms: Callable[[], tuple[WorkshopRoom, ...]]) -> None:
        """Beats and clocks, until it is cancelled."""
        await asyncio.gather(self._beats(), self._clocks(rooms))

    async def _beats(self) -> None:
        while True:
            await asyncio.sleep(BEAT_EVERY)
            await self._hub.beat(BEAT)

    async def _clocks(self, rooms: Callable[[], tuple[WorkshopRoom, ...]]) -> None:
        while True:
            running = [room for room in rooms() if room.clock_runs and self._hub.audiences(room.stream)]
            for room in running:  # spread out, so that a thousand workshops do not all draw at the same moment
                self.changed(room, False)
                await asyncio.sleep(CLOCK_EVERY / len(running))
            if not running:
                await asyncio.sleep(CLOCK_EVERY)
