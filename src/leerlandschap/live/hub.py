# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens that follow a room, by audience. A frame is the same bytes for everyone of an audience.

A frame is written straight to every line, and costs a screen one call. A line that is full is left to drain; meanwhile
its screen keeps only the newest frame. Nobody waits for it, and it costs no task, queue or timer.
"""

import asyncio
from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.live.packing import BEAT, END, GZIP_HEAD, Frame
from leerlandschap.views.shapes import WorkshopView

FIRST = {Role.FACILITATOR: 0, Role.PROJECTOR: 1}
LONGEST_TURN = 0.002  # seconds of sending, so that a broadcast to thousands does not hold up the answers to commands
LOOK_EVERY = 20  # sends between two looks at the clock


class Audience(Struct, frozen=True):
    """Who gets the same bytes."""

    stream: str
    role: Role
    language: Language
    form: Literal["html", "json"]


class Line(Protocol):
    """A connection that takes chunks (RFC 9112, section 7.1) as fast as its other end reads them."""

    @property
    def is_full(self) -> bool:
        """Whether what is written now would have to be kept for it."""

    def write(self, chunk: bytes) -> None: ...

    def when_drained(self, call: Callable[[], None]) -> None:
        """Call this each time it has become less than full."""

    def end(self) -> None:
        """No more is coming."""


class Screen:
    """One open stream; ``packed`` when it takes gzip. ``newest`` waits while the line is full; ``last`` is what it was
    sent, with so many beats behind it."""

    __slots__ = ("_beats", "_last", "_line", "_newest", "_packed", "gone")

    def __init__(self, line: Line, *, packed: bool = False) -> None:
        self._line = line
        self._packed = packed
        self._last: Frame | None = None
        self._beats = 0
        self._newest: Frame | None = None
        self.gone = False
        line.when_drained(self._drained)
        if packed:
            line.write(GZIP_HEAD)

    def show(self, frame: Frame) -> None:
        """Send a frame now, or the newest one as soon as the line takes it."""
        if self.gone:
            return
        if self._line.is_full:
            self._newest = frame
        elif self._packed:
            self._line.write(frame.packed(self._last, self._beats))
            self._last, self._beats = frame, 0
        else:
            self._line.write(frame.plain)

    def beat(self, _frame: Frame) -> None:
        """A sign of life. A screen that is still taking a frame needs none, and keeps the frame that waits for it."""
        if not self.gone and not self._line.is_full:
            self._line.write(BEAT.packed() if self._packed else BEAT.plain)
            self._beats += 1

    def end(self, _frame: Frame) -> None:
        """No more. One that is still taking a frame is left to whoever closes the connection."""
        if not self.gone and not self._line.is_full:
            self._line.end()
        self.gone = True

    def _drained(self) -> None:
        if self._newest is not None:
            frame, self._newest = self._newest, None
            self.show(frame)


class Crowd:
    """The screens of one audience, the newest frame there is for it, and how it looks that all of them have seen."""

    __slots__ = ("newest", "screens", "seen")

    def __init__(self) -> None:
        self.screens: dict[Screen, None] = {}
        self.newest: Drawn | None = None
        self.seen: WorkshopView | None = None


class Drawn(Struct, frozen=True):
    """A frame with what it was drawn from: how far the stream had come, when (seconds of the event loop), and how it
    looks (None: as nothing else)."""

    seq: int
    at: float
    looks: WorkshopView | None
    frame: Frame


class Hub:
    """Every open screen of this process, by stream and audience."""

    def __init__(self) -> None:
        self._streams: dict[str, dict[Audience, Crowd]] = {}
        self._count = 0
        self.sent = 0  # frames handed to screens that follow

    def add(self, audience: Audience, screen: Screen) -> None:
        crowds = self._streams.setdefault(audience.stream, {})
        crowds.setdefault(audience, Crowd()).screens[screen] = None
        self._count += 1

    def remove(self, audience: Audience, screen: Screen) -> None:
        screen.gone = True
        crowd = self.crowd(audience)
        if crowd is None or screen not in crowd.screens:
            return
        del crowd.screens[screen]
        self._count -= 1
        if not crowd.screens:
            del self._streams[audience.stream][audience]
            if not self._streams[audience.stream]:
                del self._streams[audience.stream]

    def crowd(self, audience: Audience) -> Crowd | None:
        """None when nobody of this audience looks."""
        return self._streams.get(audience.stream, {}).get(audience)

    def audiences(self, stream: str) -> tuple[Audience, ...]:
        """Those of a stream that have a screen; whoever leads it first, the many last."""
        return tuple(sorted(self._streams.get(stream, ()), key=lambda each: FIRST.get(each.role, len(FIRST))))

    def is_watched(self, stream: str) -> bool:
        """Whether any screen follows it."""
        return stream in self._streams

    def count(self) -> int:
        return self._count

    async def publish(self, audience: Audience, frame: Frame) -> None:
        """To every screen of an audience."""
        crowd = self.crowd(audience)
        self.sent += len(crowd.screens) if crowd else 0
        await _each([screen.show for screen in crowd.screens] if crowd else [], frame)

    async def beat(self) -> None:
        """To every screen there is, so that each can tell silence from a lost connection."""
        await _each([screen.beat for screen in self._every()], BEAT)

    def turn_out(self, stream: str | None) -> None:
        """End the screens of a stream (None: of every one) that are looked at by a key that can end; whose key is good
        still comes back."""
        for each in [stream] if stream is not None else list(self._streams):
            for audience, crowd in self._streams.get(each, {}).items():
                if audience.role is not Role.PARTICIPANT:
                    for screen in crowd.screens:
                        screen.end(END)

    async def close(self) -> None:
        """End every stream, so that phones look for another server at once."""
        await _each([screen.end for screen in self._every()], END)

    async def hang_up(self, stream: str) -> None:
        """End the streams of whoever looked at something that is no longer there."""
        crowds = self._streams.get(stream, {}).values()
        await _each([screen.end for crowd in crowds for screen in crowd.screens], END)

    def _every(self) -> Iterator[Screen]:
        for crowds in self._streams.values():
            for crowd in crowds.values():
                yield from crowd.screens


async def _each(takers: list[Callable[[Frame], None]], frame: Frame) -> None:
    loop = asyncio.get_running_loop()
    turn_ends = loop.time() + LONGEST_TURN
    for at, take in enumerate(takers, 1):
        take(frame)
        if at % LOOK_EVERY == 0 and loop.time() >= turn_ends:
            await asyncio.sleep(0)
            turn_ends = loop.time() + LONGEST_TURN
