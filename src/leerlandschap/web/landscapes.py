# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape with what its workshops say of themselves today."""

from msgspec.structs import replace

from leerlandschap.core.vocabulary import Role, WorkshopId
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.views.landscape_shapes import LandscapeView, WorkshopLine
from leerlandschap.web.gatekeeper import Caller
from leerlandschap.web.house import House


async def seen(house: House, room: LandscapeRoom, who: Caller) -> LandscapeView:
    """What this caller may see, after every workshop that has closed has handed on its outcome."""
    await house.carrier.catch_up(room)
    view = room.view(who.role, who.by)
    if who.role is not Role.LANDSCAPE:
        return view
    carried = {line.id for line in view.workshops}
    going_on = [await _line(house, each) for each in room.workshops if each not in carried]
    lines = (*view.workshops, *(line for line in going_on if line is not None))
    return replace(view, workshops=tuple(sorted(lines, key=lambda each: each.opened_at, reverse=True)))


async def _line(house: House, workshop: WorkshopId) -> WorkshopLine | None:
    room = await house.rooms.find(workshop)
    if room is None:
        return None
    view = room.view(Role.LANDSCAPE)
    return WorkshopLine(view.workshop, view.title, view.team, view.opened_at, view.closed_at)
