# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is heard of other processes, brought to whom it concerns: rooms read on, names and keys are asked for anew."""

import asyncio

from leerlandschap.journal.follow import Heard
from leerlandschap.live.hub import Hub
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Doors, Names


class Following:
    """``heard`` and ``missed`` are called in the thread that listens, and may ask the database (Away); rooms live in
    the event loop, in which this is made."""

    def __init__(
        self, workshops: Rooms[WorkshopRoom], landscapes: Rooms[LandscapeRoom], names: Names, doors: Doors, hub: Hub
    ) -> None:
        self._workshops = workshops
        self._landscapes = landscapes
        self._names = names
        self._doors = doors
        self._hub = hub
        self._loop = asyncio.get_running_loop()

    def heard(self, what: Heard) -> None:
        match what.kind:
            case "entries":
                self._loop.call_soon_threadsafe(self._workshops.heard, what.about, what.seq or None)
                self._loop.call_soon_threadsafe(self._landscapes.heard, what.about, what.seq or None)
            case "names":
                self._read_names(what.about)
            case "key":
                self._doors.ended(what.about or None)
            case "keys":
                self._doors.ended_in(what.about)
                self._loop.call_soon_threadsafe(self._hub.turn_out, what.about)
            case _:
                pass

    def missed(self) -> None:
        """After every (re)connection."""
        self._doors.ended(None)
        self._loop.call_soon_threadsafe(self._hub.turn_out, None)  # by keys that may have ended meanwhile
        for stream in self._names.remembered():
            self._read_names(stream)
        self._loop.call_soon_threadsafe(self._workshops.missed)
        self._loop.call_soon_threadsafe(self._landscapes.missed)

    def _read_names(self, stream: str) -> None:
        if self._names.refresh(stream):
            self._loop.call_soon_threadsafe(self._workshops.renamed, stream)
