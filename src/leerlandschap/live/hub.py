# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens that follow a room, by audience. A frame is the same bytes for everyone of an audience.

The publisher drives each screen's ``send`` itself: as long as the socket takes the bytes, ``send`` ends without
suspending, and a screen costs one call. A screen that suspends (its socket is full) is left to drain; meanwhile it
keeps only the newest frame. Nobody waits for it, and it costs no task, queue or timer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any, Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.live.packing import GZIP_HEAD, Frame

Send = Callable[[dict[str, Any]], Awaitable[None]]
FIRST = {Role.FACILITATOR: 0, Role.PROJECTOR: 1}
YIELD_EVERY = 500  # sends, so that a broadcast to thousands does not hold up the answers to commands


class Audience(Struct, frozen=True):
    """Who gets the same bytes."""

    stream: str
    role: Role
    language: Language
    form: Literal["html", "json"]


class Screen:
    """One open stream; ``packed`` when it takes gzip. ``newest`` waits while the socket is full."""

    __slots__ = ("_busy", "_head", "_newest", "_packed", "_send", "gone")

    def __init__(self, send: Send, *, packed: bool = False) -> None:
        self._send = send
        self._packed = packed
        self._head = GZIP_HEAD if packed else b""  # in front of the first frame
        self._busy: Coroutine[Any, Any, None] | None = None
        self._newest: Frame | None = None
        self.gone = False

    def show(self, frame: Frame) -> None:
        """Send a frame now, or the newest one as soon as the socket takes it."""
        if self.gone:
            return
        if self._busy is not None:
            self._newest = frame
            return
        body = frame.packed if self._packed else frame.plain
        if self._head:
            body, self._head = self._head + body, b""
        self._busy = self._send({"type": "http.response.body", "body": body, "more_body": True})  # type: ignore[assignment]
        self._go_on()

    def beat(self, frame: Frame) -> None:
        """A sign of life. A screen that is still taking a frame needs none, and keeps the frame that waits for it."""
        if self._busy is None:
            self.show(frame)

    def _go_on(self, _drained: object = None) -> None:
        if self._busy is None or self.gone:
            return
        try:
            waits_for = self._busy.send(None)
        except StopIteration:
            self._busy = None
        except Exception:  # noqa: BLE001 - the connection broke while writing: whoever opened the stream hears of it by itself
            self._busy, self.gone = None, True
        else:
            self._wait_for(waits_for)
            return
        self._show_newest()

    def _wait_for(self, drained: Any) -> None:
        if not isinstance(drained, asyncio.Future):  # a bare yield: try again on the next turn of the loop
            asyncio.get_running_loop().call_soon(self._go_on)
            return
        drained._asyncio_future_blocking = False  # what a Task does before it waits for a future
        drained.add_done_callback(self._go_on)

    def _show_newest(self) -> None:
        if self._newest is not None:
            frame, self._newest = self._newest, None
            self.show(frame)


class Crowd:
    """The screens of one audience, the newest frame there is for it, and the body that all of them have seen."""

    __slots__ = ("newest", "screens", "seen")

    def __init__(self) -> None:
        self.screens: dict[Screen, None] = {}
        self.newest: Drawn | None = None
        self.seen: bytes | None = None


class Drawn(Struct, frozen=True):
    """A frame with what it was drawn from: how far the stream had come, when (seconds of the event loop), and its
    body, to tell whether anything of it can be seen."""

    seq: int
    at: float
    body: bytes
    frame: Frame


class Hub:
    """Every open screen of this process, by stream and audience."""

    def __init__(self) -> None:
        self._streams: dict[str, dict[Audience, Crowd]] = {}
        self._count = 0

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

    def count(self) -> int:
        return self._count

    async def publish(self, audience: Audience, frame: Frame) -> None:
        """To every screen of an audience."""
        crowd = self.crowd(audience)
        await _each([screen.show for screen in crowd.screens] if crowd else [], frame)

    async def beat(self, frame: Frame) -> None:
        """To every screen there is, so that each can tell silence from a lost connection."""
        await _each([screen.beat for screen in self._every()], frame)

    def _every(self) -> Iterator[Screen]:
        for crowds in self._streams.values():
            for crowd in crowds.values():
                yield from crowd.screens


async def _each(takers: list[Callable[[Frame], None]], frame: Frame) -> None:
    for at, take in enumerate(takers, 1):
        take(frame)
        if at % YIELD_EVERY == 0:
            await asyncio.sleep(0)
