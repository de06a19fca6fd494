# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape with what its workshops say of themselves today."""

from leerlandschap.core.landscape import events
from leerlandschap.core.vocabulary import Role, WorkshopId
from leerlandschap.views.landscape import LandscapeView, WorkshopLine, folded, landscape_view
from leerlandschap.web.house import House


async def landscape_of(house: House, stream: str) -> LandscapeView | None:
    """None when there is no such landscape."""
    entries = await house.journal.read(stream)
    state = folded(entry.event for entry in entries if isinstance(entry.event, events.Event))
    if state is None:
        return None
    lines = [await _line(house, workshop) for workshop in state.workshops]
    return landscape_view(state, (line for line in lines if line is not None))


async def _line(house: House, workshop: WorkshopId) -> WorkshopLine | None:
    room = await house.rooms.find(workshop)
    if room is None:
        return None
    view = room.view(Role.LANDSCAPE)
    return WorkshopLine(view.workshop, view.title, view.team, view.opened_at, view.closed_at)
