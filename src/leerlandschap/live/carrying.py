# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Closing a workshop carries its outcome over to its landscape, with where it came from.

It is asked right after a workshop closed, and again whenever its landscape is opened: a server that was killed between
the two loses nothing, and a workshop that was reopened and closed anew hands on once more.
"""

import asyncio
import logging

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.vocabulary import PersonId, Role
from leerlandschap.journal import Journal
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Names
from leerlandschap.views.outcome import outcome_of
from leerlandschap.views.shapes import WorkshopView

log = logging.getLogger(__name__)


class Carrier:
    """Knows both kinds of rooms, and the names that owners have in each."""

    def __init__(
        self, journal: Journal, workshops: Rooms[WorkshopRoom], landscapes: Rooms[LandscapeRoom], names: Names
    ) -> None:
        self._journal = journal
        self._workshops = workshops
        self._landscapes = landscapes
        self._names = names

    async def closed(self, workshop: WorkshopRoom) -> None:
        """A workshop has closed: hand its outcome on."""
        view = workshop.view(Role.LANDSCAPE)
        landscape = await self._landscapes.find(view.landscape)
        if landscape is not None:
            await self._hand_on(view, landscape)

    async def catch_up(self, landscape: LandscapeRoom) -> None:
        """Hand on whatever this landscape has not heard of yet. A workshop in which nothing happened since it was
        handed on is not opened for it."""
        latest = await self._journal.latest(landscape.workshops)
        for each in landscape.workshops:
            if each in latest and landscape.has_outcome(each, latest[each]):
                continue
            room = await self._workshops.find(each)
            if room is not None:
                await self._hand_on(room.view(Role.LANDSCAPE), landscape)

    async def _hand_on(self, view: WorkshopView, landscape: LandscapeRoom) -> None:
        if view.closed_at is None or landscape.has_outcome(view.workshop, view.closed_at):
            return
        owners = await asyncio.to_thread(self._owners, view, landscape.stream)
        asked = c.CarryOver(outcome_of(view, owners))
        reply = await landscape.ask(Wanted(asked, Role.FACILITATOR, Role.FACILITATOR.value))
        if not isinstance(reply, Taken):  # it is asked again when the landscape is opened
            log.warning("the outcome of %s was not carried over: %s", view.workshop, reply.code.value)

    def _owners(self, view: WorkshopView, landscape: str) -> dict[str, PersonId]:
        """The same names, among those of the landscape."""
        return {f.owner: self._names.keep(landscape, f.owner) for f in view.follow_ups if f.owner}
