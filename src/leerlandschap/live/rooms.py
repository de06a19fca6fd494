# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rooms by their stream, opened when they are first needed."""

import asyncio

from leerlandschap.journal import Journal
from leerlandschap.live.room import Outside, Room


class Rooms:
    def __init__(self, journal: Journal, outside: Outside) -> None:
        self._journal = journal
        self._outside = outside
        self._open: dict[str, Room] = {}
        self._opening: dict[str, asyncio.Lock] = {}

    async def find(self, stream: str) -> Room | None:
        """The room of a workshop, replayed from its journal the first time; None when there is no such workshop."""
        if room := self._open.get(stream):
            return room
        async with self._opening.setdefault(stream, asyncio.Lock()):
            if stream not in self._open:
                room = Room(stream, self._journal, self._outside)
                await room.catch_up()
                if room.exists:
                    self._open[stream] = room
        self._opening.pop(stream, None)
        return self._open.get(stream)

    def add(self, room: Room) -> None:
        """A room that was begun just now."""
        self._open[room.stream] = room

    def new(self, stream: str) -> Room:
        return Room(stream, self._journal, self._outside)

    @property
    def all_open(self) -> tuple[Room, ...]:
        return tuple(self._open.values())
