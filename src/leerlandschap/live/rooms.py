# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rooms by their stream, opened when they are first needed."""

import asyncio
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from leerlandschap.live.room import Room

R = TypeVar("R", bound=Room[Any])


class Rooms(Generic[R]):
    """``make`` builds an empty room for a stream."""

    def __init__(self, make: Callable[[str], R]) -> None:
        self.new = make
        self._open: dict[str, R] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._reading: dict[str, R] = {}

    async def find(self, stream: str) -> R | None:
        """The room of a stream, replayed from its journal the first time; None when there is no such stream. Raises
        Away."""
        if (room := self._open.get(stream)) and room.exists:
            room.used_at = asyncio.get_running_loop().time()
            return room
        async with self._opening.setdefault(stream, asyncio.Lock()):
            if (room := self._open.get(stream)) is None or not room.exists:
                self._open.pop(stream, None)  # it was deleted since
                await self._read(stream)
        self._opening.pop(stream, None)
        return self._open.get(stream)

    async def _read(self, stream: str) -> None:
        room = self._reading[stream] = self.new(stream)  # what is heard meanwhile is not lost
        try:
            await room.catch_up()
            if room.exists:
                self._open[stream] = room
        finally:
            del self._reading[stream]

    def heard(self, stream: str, seq: int | None) -> None:
        """Somebody else wrote to a stream, as far as this place; None: as far as one does not know."""
        room = self._open.get(stream) or self._reading.get(stream)
        if room is not None:
            room.heard(seq)

    def renamed(self, stream: str) -> None:
        """The names of a stream have changed: its screens show them."""
        if room := self._open.get(stream):
            room.renamed()

    def missed(self) -> None:
        """Other processes may have written anything to any stream."""
        for room in (*self._open.values(), *self._reading.values()):
            room.heard(None)

    def add(self, room: R) -> None:
        """A room that was begun just now."""
        self._open[room.stream] = room

    def rest(self, idle: float, is_watched: Callable[[str], bool]) -> int:
        """Let go of rooms that nobody used for so many seconds and no screen follows; how many. They are opened again
        when somebody comes."""
        now = asyncio.get_running_loop().time()
        left = [s for s, room in self._open.items() if room.rests_since(now - idle) and not is_watched(s)]
        for stream in left:
            del self._open[stream]
        return len(left)

    @property
    def all_open(self) -> tuple[R, ...]:
        return tuple(room for room in self._open.values() if room.exists)
