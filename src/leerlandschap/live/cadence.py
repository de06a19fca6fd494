# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""When screens are redrawn: a phase at once, a counter at most twice a second, the clock every quarter of a minute."""

import asyncio
from collections.abc import Callable

from leerlandschap.live.frames import body, frame, looks
from leerlandschap.live.hub import Audience, Drawn, Hub
from leerlandschap.live.packing import Frame
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.door import Door
from leerlandschap.views.shapes import WorkshopView

COUNTERS_EVERY = 0.5  # seconds
BEAT_EVERY = 20.0
CLOCK_EVERY = 15.0


class Cadence:
    """Tells every screen of a room what it should show. ``door`` gives a workshop's join address; ``idle`` is called
    now and then while nobody looks at a running clock."""

    def __init__(self, hub: Hub, door: Callable[[str], Door], idle: Callable[[], None] = lambda: None) -> None:
        self._hub = hub
        self._door = door
        self._idle = idle
        self.drawn = 0  # frames
        self._due: dict[str, tuple[float, asyncio.Handle]] = {}  # by stream, when (seconds of the event loop)
        self._shown: dict[str, float] = {}
        self._drawing: dict[str, asyncio.Task[None]] = {}
        self._pen = asyncio.Lock()

    def changed(self, room: WorkshopRoom, at_once: bool) -> None:
        """A room has moved on. The last value wins: what is not yet drawn is drawn once."""
        if not self._hub.is_watched(room.stream):
            self._shown.pop(room.stream, None)
            return
        loop = asyncio.get_running_loop()
        waits = 0.0 if at_once else max(0.0, self._shown.get(room.stream, 0.0) + COUNTERS_EVERY - loop.time())
        when, (due, drawing) = loop.time() + waits, self._due.get(room.stream, (None, None))
        if due is not None and due <= when:
            return
        if drawing is not None:
            drawing.cancel()
        self._due[room.stream] = (when, loop.call_later(waits, self._draw, room))

    def _draw(self, room: WorkshopRoom, *, clock: bool = False) -> None:
        _, due = self._due.pop(room.stream, (None, None))
        if due is not None:
            due.cancel()
        if room.stream in self._drawing:  # still writing the last one: come back right after
            self._drawing[room.stream].add_done_callback(lambda _: self.changed(room, True))
            return
        if not self._hub.is_watched(room.stream):
            self._shown.pop(room.stream, None)
            return
        self._shown[room.stream] = asyncio.get_running_loop().time()
        task = asyncio.create_task(self._draw_all(room, clock=clock))
        self._drawing[room.stream] = task
        task.add_done_callback(lambda _: self._drawing.pop(room.stream, None))

    async def _draw_all(self, room: WorkshopRoom, *, clock: bool) -> None:
        """To every audience that would see something else; with ``clock``, to all."""
        for audience in self._hub.audiences(room.stream):
            async with self._pen:  # one at a time, and a turn for everybody else after each
                if not room.exists:  # it was deleted since
                    return
                view = room.view(audience.role)
                crowd, shown = self._hub.crowd(audience), looks(view, audience)
                if crowd is None or (shown is not None and shown == crowd.seen and not clock):
                    continue
                crowd.seen = shown
                drawn = self._drawn(view, audience, shown)
                await asyncio.sleep(0)
            await self._hub.publish(audience, drawn)

    def frame(self, room: WorkshopRoom, audience: Audience) -> Frame:
        """What an audience should see of a room now: drawn once for all who come at the same time."""
        crowd, now = self._hub.crowd(audience), asyncio.get_running_loop().time()
        newest = crowd.newest if crowd else None
        if newest is not None and newest.seq == room.seq and now < newest.at + COUNTERS_EVERY:
            return newest.frame
        view = room.view(audience.role)
        shown = looks(view, audience)
        if crowd is not None and shown != crowd.seen:  # who comes in now has seen something else than the others
            crowd.seen = shown if len(crowd.screens) == 1 else None
        return self._drawn(view, audience, shown)

    def _drawn(self, view: WorkshopView, audience: Audience, shown: WorkshopView | None) -> Frame:
        self.drawn += 1
        drawn = frame(view.seq, body(view, audience, self._door(view.workshop)))
        crowd = self._hub.crowd(audience)
        if crowd is not None:
            crowd.newest = Drawn(view.seq, asyncio.get_running_loop().time(), shown, drawn)
        return drawn

    async def run(self, rooms: Callable[[], tuple[WorkshopRoom, ...]]) -> None:
        """Beats and clocks, until it is cancelled."""
        await asyncio.gather(self._beats(), self._clocks(rooms))

    async def _beats(self) -> None:
        while True:
            await asyncio.sleep(BEAT_EVERY)
            await self._hub.beat()

    async def _clocks(self, rooms: Callable[[], tuple[WorkshopRoom, ...]]) -> None:
        while True:
            running = [room for room in rooms() if room.clock_runs and self._hub.is_watched(room.stream)]
            for room in running:  # spread out, so that a thousand workshops do not all draw at the same moment
                self._draw(room, clock=True)
                await asyncio.sleep(CLOCK_EVERY / len(running))
            if not running:
                self._idle()
                await asyncio.sleep(CLOCK_EVERY)
