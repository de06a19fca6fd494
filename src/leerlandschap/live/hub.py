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

Send = Callable[[dict[str, Any]], Awaitable[None]]
YIELD_EVERY = 500  # sends, so that a broadcast to thousands does not hold up the answers to commands


class Audience(Struct, frozen=True):
    """Who gets the same bytes."""

    stream: str
    role: Role
    language: Language
    form: Literal["html", "json"]


class Screen:
    """One open stream. ``newest`` waits while the socket is full."""

    __slots__ = ("_busy", "_newest", "_send", "gone")

    def __init__(self, send: Send) -> None:
        self._send = send
        self._busy: Coroutine[Any, Any, None] | None = None
        self._newest: bytes | None = None
        self.gone = False

    def show(self, frame: bytes) -> None:
        """Send a frame now, or the newest one as soon as the socket takes it."""
        if self.gone:
            return
        if self._busy is not None:
            self._newest = frame
            return
        self._busy = self._send({"type": "http.response.body", "body": frame, "more_body": True})  # type: ignore[assignment]
        self._go_on()

    def beat(self, frame: bytes) -> None:
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


class Hub:
    """Every open screen of this process."""

    def __init__(self) -> None:
        self._screens: dict[Audience, dict[Screen, None]] = {}

    def add(self, audience: Audience, screen: Screen) -> None:
        self._screens.setdefault(audience, {})[screen] = None

    def remove(self, audience: Audience, screen: Screen) -> None:
        screen.gone = True
        screens = self._screens.get(audience)
        if screens is not None:
            screens.pop(screen, None)
            if not screens:
                del self._screens[audience]

    def audiences(self, stream: str) -> tuple[Audience, ...]:
        """Those of a stream that have a screen."""
        return tuple(a for a in self._screens if a.stream == stream)

    def count(self) -> int:
        return sum(len(screens) for screens in self._screens.values())

    async def publish(self, audience: Audience, frame: bytes) -> None:
        """To every screen of an audience."""
        await _each([screen.show for screen in self._screens.get(audience, ())], frame)

    async def beat(self, frame: bytes) -> None:
        """To every screen there is, so that each can tell silence from a lost connection."""
        await _each([screen.beat for screen in self._every()], frame)

    def _every(self) -> Iterator[Screen]:
        for screens in self._screens.values():
            yield from screens


async def _each(takers: list[Callable[[bytes], None]], frame: bytes) -> None:
    for at, take in enumerate(takers, 1):
        take(frame)
        if at % YIELD_EVERY == 0:
            await asyncio.sleep(0)
