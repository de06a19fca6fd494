# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A caretaker in a real house: workshops, landscapes and names on one database."""

import datetime

from msgspec.structs import replace
from sqlalchemy import Engine

from leerlandschap.live.caretaker import Caretaker
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.retention import Retention, Times
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.sealing import Sealing
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Names
from tests.live.building import Building

A_DAY = datetime.timedelta(hours=24)
FOR_EVER = Times()


class Keeping:
    """``workshops`` are the open rooms of this process."""

    def __init__(self, building: Building, engine: Engine, *open_rooms: WorkshopRoom, times: Times = FOR_EVER) -> None:
        def now() -> datetime.datetime:
            return building.clock()

        def fresh() -> str:
            return building.fresh()

        self.names = Names(engine, fresh)
        self.workshops = Rooms(building.empty)
        for room in open_rooms:
            self.workshops.add(room)
        outside = replace(building.outside, names=self.names.of, changed=lambda *_: None)
        self.landscapes: Rooms[LandscapeRoom] = Rooms(
            lambda stream: LandscapeRoom(stream, building.journal, outside, self.names.reachable)
        )
        self.carrier = Carrier(building.journal, self.workshops, self.landscapes, self.names)
        self.sealing = Sealing(engine, self.workshops, now, fresh, A_DAY)
        rooms = (self.workshops, self.landscapes)
        retention = Retention(engine, *rooms, self.carrier, self.names, now, fresh, times)
        self.caretaker = Caretaker(engine, self.sealing, retention)
