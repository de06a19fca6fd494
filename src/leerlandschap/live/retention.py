# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long things are kept: workshops that ended long ago are deleted, names and addresses of owners whose time has
passed are erased.

Each can be interrupted anywhere: what is due stays due until it has gone.
"""

import asyncio
import datetime
import logging
from collections.abc import Callable

from msgspec import Struct
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import PersonId, Role
from leerlandschap.journal.sealing import Last, begun_by, clear_ended, last_entries
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.deleting import delete
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Names
from leerlandschap.people.forgetting import forget, forget_addresses, known_as
from leerlandschap.views.landscape_shapes import LandscapeView

ENDED_AS = ("WorkshopClosed", "WorkshopSealed")  # what the last entry of a workshop says that is over
HEARD_WITHIN = datetime.timedelta(days=1)  # whoever had a deleted stream open has heard of it
log = logging.getLogger(__name__)


class Times(Struct, frozen=True):
    """In months; 0 is for ever."""

    workshops: int = 0
    addresses: int = 0
    names: int = 0


class Retention:
    """``carrier`` sees to it that a landscape has what a workshop handed on, before that workshop goes."""

    def __init__(
        self,
        engine: Engine,
        workshops: Rooms[WorkshopRoom],
        landscapes: Rooms[LandscapeRoom],
        carrier: Carrier,
        names: Names,
        now: Callable[[], datetime.datetime],
        fresh: Callable[[], str],
        times: Times,
    ) -> None:
        self._engine = engine
        self._workshops = workshops
        self._landscapes = landscapes
        self._carrier = carrier
        self._names = names
        self._now = now
        self._fresh = fresh
        self._times = times

    async def all_due(self) -> None:
        """Delete and erase what is over its time. Raises Away."""
        await asyncio.to_thread(clear_ended, self._engine, self._now() - HEARD_WITHIN)
        if self._times.workshops:
            await self._old_workshops(months_before(self._now(), self._times.workshops))
        if self._times.addresses:
            await self._old_addresses(months_before(self._now(), self._times.addresses).date())
        if self._times.names:
            await self._old_names(months_before(self._now(), self._times.names))

    async def _old_workshops(self, until: datetime.datetime) -> None:
        last = await asyncio.to_thread(last_entries, self._engine)
        for each in (each.stream for each in last if _is_over(each) and each.at <= until):
            room = self._workshops.new(each)
            await room.catch_up()
            await self._carrier.closed(room)
            await asyncio.to_thread(delete, self._engine, [each], self._now(), self._fresh)
            self._workshops.heard(each, None)
            log.info("workshop %s was over its time and has been deleted", each)

    async def _old_addresses(self, until: datetime.date) -> None:
        for stream in await asyncio.to_thread(self._names.streams_with_addresses):
            room = await self._landscapes.find(stream)
            if room is None:
                continue
            view = room.view(Role.LANDSCAPE)
            people = await asyncio.to_thread(self._over_their_time, stream, view, until)
            if people:
                await asyncio.to_thread(forget_addresses, self._engine, stream, people, self._now(), self._fresh)
                await asyncio.to_thread(self._names.refresh, stream)

    async def _old_names(self, until: datetime.datetime) -> None:
        """Of owners who are done, in the landscape and in its workshops that are over."""
        over = {each.stream for each in await asyncio.to_thread(last_entries, self._engine) if _is_over(each)}
        named = await asyncio.to_thread(self._names.streams)
        for stream in await asyncio.to_thread(begun_by, self._engine, named, until):  # a younger one has nothing due
            room = await self._landscapes.find(stream) if stream.startswith("l") else None
            if room is None:
                continue
            await self._carrier.catch_up(room)
            streams = (stream, *(each for each in room.workshops if each in over))
            known = await asyncio.to_thread(self._names.of, stream)
            for name in [known[who] for who, ended in room.owners_done().items() if who in known and ended <= until]:
                found = await asyncio.to_thread(known_as, self._engine, name, streams)
                await asyncio.to_thread(forget, self._engine, found, self._now(), self._fresh)
            for each in streams:
                await asyncio.to_thread(self._names.refresh, each)

    def _over_their_time(self, stream: str, view: LandscapeView, until: datetime.date) -> list[PersonId]:
        known, last = self._names.of(stream), last_dates(view)
        reachable = (person for person in self._names.addresses(stream) if person in known)
        return [person for person in reachable if last.get(known[person], datetime.date.min) <= until]


def last_dates(view: LandscapeView) -> dict[str, datetime.date]:
    """By the name of an owner, the day of the last of their follow-ups; one without a day counts from its workshop."""
    ended = {each.id: (each.closed_at or each.opened_at).date() for each in view.workshops}
    found: dict[str, datetime.date] = {}
    for line in view.follow_ups:
        if line.owner is not None:
            day = line.due_on or ended.get(line.workshop, datetime.date.min)
            found[line.owner] = max(day, found.get(line.owner, day))
    return found


def months_before(moment: datetime.datetime, months: int) -> datetime.datetime:
    """The same day of an earlier month, or its last."""
    years, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    for day in range(moment.day, moment.day - 4, -1):
        try:
            return moment.replace(year=years, month=month + 1, day=day)
        except ValueError:  # the month is shorter
            continue
    raise AssertionError("every month has 28 days")


def _is_over(last: Last) -> bool:
    return last.kind in ENDED_AS
