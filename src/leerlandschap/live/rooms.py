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

    async def find(self, stream: str) -> R | None:
        """The room of a stream, replayed from its journal the first time; None when there is no such stream."""
        if room := self._open.get(stream):
            return room
        async with self._opening.setdefault(stream, asyncio.Lock()):
            if stream not in self._open:
                room = self.new(stream)
                await room.catch_up()
                if room.exists:
                    self._open[stream] = room
        self._opening.pop(stream, None)
        return self._open.get(stream)

    def add(self, room: R) -> None:
        """A room that was begun just now."""
        self._open[room.stream] = room

    @property
    def all_open(self) -> tuple[R, ...]:
        return tuple(self._open.values())
