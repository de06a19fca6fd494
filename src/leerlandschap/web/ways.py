# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between asking something of a workshop and of a landscape; all the rest of the road is one."""

import asyncio
import contextlib
import logging
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import msgspec

from leerlandschap.core.landscape import commands as lc
from leerlandschap.core.vocabulary import PersonId, PointId, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as wc
from leerlandschap.database import Away
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.room import Room
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.policy import words_of_the_policy
from leerlandschap.views.landscape import STILL_TO_DO
from leerlandschap.views.landscape_shapes import FollowUpStatus, LandscapeView
from leerlandschap.web import forms
from leerlandschap.web.gatekeeper import Caller, Scope, asked_of, caller, header, role_asked
from leerlandschap.web.house import House

Owners = Mapping[PointId, str | None]  # by follow-up; None: nobody has it
CHANGES_WHO_HEARS = (lc.GiveOwner, lc.Postpone, lc.Drop, lc.PickUp, lc.RecordFinding)
LONGEST_ADDRESS = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets

log = logging.getLogger(__name__)


class Way(ABC):
    """One kind of stream: who is let in, how its commands are read, and what the house adds to them."""

    reading: ClassVar[forms.Reading]

    def __init__(self, house: House) -> None:
        self.house = house

    @abstractmethod
    async def admitted(self, scope: Scope, stream: str) -> tuple[Room[Any], Caller] | Refused:
        """The room and who asks. A stream that is not there and one without a key look the same."""

    @abstractmethod
    async def completed(self, room: Room[Any], command: Any, who: Caller) -> Any | Refused:
        """The command with what only the house can add: an id for a name, the words of a policy."""

    @abstractmethod
    def page(self, scope: Scope, stream: str) -> str:
        """Where a browser without scripts goes on, once taken."""

    async def owners(self, room: Room[Any], command: Any) -> Owners:
        """Who owned what before a command that may change it."""
        landscape = await self._landscape(room, command)
        return {} if landscape is None else _owners(landscape)

    @abstractmethod
    async def _landscape(self, room: Room[Any], command: Any) -> LandscapeRoom | None:
        """Where follow-ups may get another owner by this command."""

    async def taken(self, room: Room[Any], command: Any, before: Owners) -> None:
        """What follows elsewhere from what was taken here; ``before``, who owned what. Whoever handed something on has
        no way in any more: their links end."""
        landscape = await self._landscape(room, command)
        if landscape is None:
            return
        now = _owners(landscape)
        for follow_up, owner in before.items():
            if owner is not None and now.get(follow_up) != owner:
                with later(f"ending the links to {follow_up}"):
                    end = self.house.doors.end_all
                    await asyncio.to_thread(end, landscape.stream, Role.OWNER, self.house.now(), follow_up)

    async def _person(self, stream: str, name: str, address: str | None = None) -> PersonId | Refused | None:
        """A name goes into the erasable table; the journal gets its id. None for no name."""
        name, most = name.strip(), self.house.terms.limits.owner
        if len(name) > most:
            return Refused(Refusal.TEXT_TOO_LONG, "owner", {"most": most, "length": len(name)})
        if not name:
            return None
        return await asyncio.to_thread(self.house.names.keep, stream, name, address)


class WorkshopWay(Way):
    reading = forms.OF_A_WORKSHOP

    async def admitted(self, scope: Scope, stream: str) -> tuple[WorkshopRoom, Caller] | Refused:
        return await workshop_of(self.house, scope, stream)

    async def completed(self, room: Room[Any], command: Any, who: Caller) -> Any | Refused:
        if not isinstance(command, wc.AgreeFollowUp) or who.role is not Role.FACILITATOR:
            return command
        person = await self._person(room.stream, command.owner or "")
        return person if isinstance(person, Refused) else msgspec.structs.replace(command, owner=person)

    async def _landscape(self, room: Room[Any], command: Any) -> LandscapeRoom | None:
        if not isinstance(command, wc.Close) or not isinstance(room, WorkshopRoom):
            return None
        return await self.house.landscapes.find(room.view(Role.LANDSCAPE).landscape)

    async def taken(self, room: Room[Any], command: Any, before: Owners) -> None:
        if isinstance(command, wc.Close) and isinstance(room, WorkshopRoom):
            with later("carrying over"):
                await self.house.carrier.closed(room)
        await super().taken(room, command, before)

    def page(self, scope: Scope, stream: str) -> str:
        role = role_asked(scope)
        pages = {Role.FACILITATOR: "/facilitator", Role.PROJECTOR: "/projector"}
        page = pages.get(role, "") if isinstance(role, Role) else ""
        page = "/prepare" if came_from(scope).endswith(f"/w/{stream}/prepare") else page
        return f"/w/{stream}{page}"


class LandscapeWay(Way):
    reading = forms.OF_A_LANDSCAPE

    async def admitted(self, scope: Scope, stream: str) -> tuple[LandscapeRoom, Caller] | Refused:
        return await landscape_of(self.house, scope, stream)

    async def completed(self, room: Room[Any], command: Any, who: Caller) -> Any | Refused:
        if isinstance(command, lc.TakeOver) and isinstance(room, LandscapeRoom):
            return await self._given_over(room, command, who)
        if isinstance(command, lc.AdoptPolicy) and isinstance(room, LandscapeRoom):
            sections, notes = words_of_the_policy(room.view(Role.LANDSCAPE))
            return lc.PutIntoForce(command, sections, notes)
        return command

    async def _given_over(self, room: LandscapeRoom, command: lc.TakeOver, who: Caller) -> lc.GiveOwner | Refused:
        """Nothing is kept of a name or an address before it is sure that this caller may give this follow-up away."""
        line = room.view(who.role, who.by).follow_up(command.follow_up)
        if line is None or line.status is FollowUpStatus.DROPPED:
            return lc.GiveOwner(command.follow_up, None)  # the rules say why not
        address = (command.address or "").strip()
        if address and not _is_address(address):
            return Refused(Refusal.ADDRESS_NOT_VALID, "address")
        if address and not (command.owner or "").strip():
            return Refused(Refusal.TEXT_MISSING, "owner")
        if address and who.role is Role.OWNER and self._is_known(room.stream, command.owner or ""):
            return Refused(Refusal.ADDRESS_NOT_YOURS, "address")
        person = await self._person(room.stream, command.owner or "", address or None)
        return person if isinstance(person, Refused) else lc.GiveOwner(command.follow_up, person)

    def _is_known(self, stream: str, name: str) -> bool:
        """An owner's link opens one follow-up: it must not lead letters about others, with their links, elsewhere."""
        return name.strip() in self.house.names.of(stream).values()

    async def _landscape(self, room: Room[Any], command: Any) -> LandscapeRoom | None:
        return room if isinstance(command, lc.GiveOwner) and isinstance(room, LandscapeRoom) else None

    async def taken(self, room: Room[Any], command: Any, before: Owners) -> None:
        """Who has nothing to do any more is not kept an address of; who has is told by the post."""
        await super().taken(room, command, before)
        if not isinstance(command, CHANGES_WHO_HEARS) or not isinstance(room, LandscapeRoom):
            return
        with later("forgetting addresses"):
            await asyncio.to_thread(self._forget_addresses, room.stream, room.view(Role.LANDSCAPE))
        if self.house.post is not None:
            await self.house.post.told(room.stream)

    def _forget_addresses(self, stream: str, view: LandscapeView) -> None:
        busy = {line.owner for line in view.follow_ups if line.owner and line.status in STILL_TO_DO}
        needed = {person for person, name in self.house.names.of(stream).items() if name in busy}
        self.house.names.erase_addresses(stream, needed)

    def page(self, scope: Scope, stream: str) -> str:
        """Back to where the form was; only a path of this landscape is believed, never a whole address."""
        path = came_from(scope)
        at = path.find(f"/l/{stream}")
        return path[at:] if at >= 0 else f"/l/{stream}"


def _owners(room: LandscapeRoom) -> Owners:
    return {line.id: line.owner for line in room.view(Role.LANDSCAPE).follow_ups}


@contextlib.contextmanager
def later(what: str) -> Iterator[None]:
    """The command itself is taken and stays so: what follows from it is done at a later occasion."""
    try:
        yield
    except Away as trouble:
        log.warning("%s has to wait: %s", what, trouble)


async def workshop_of(house: House, scope: Scope, stream: str) -> tuple[WorkshopRoom, Caller] | Refused:
    """The room of a workshop and who asks, or why not."""
    role = role_asked(scope)
    who = role if isinstance(role, Refused) else await caller(house, scope, stream, role)
    if isinstance(who, Refused):
        return who
    if who.role in (Role.LANDSCAPE, Role.OWNER):  # the key is to another kind of stream
        return Refused(Refusal.NOT_FOUND)
    room = await house.rooms.find(stream)
    return (room, who) if room else Refused(Refusal.NOT_FOUND)


async def landscape_of(house: House, scope: Scope, stream: str) -> tuple[LandscapeRoom, Caller] | Refused:
    """The room of a landscape and who asks: its key holder, or the owner of a follow-up in it."""
    role = role_asked(scope)
    if isinstance(role, Refused):
        return role
    about = asked_of(scope, "about")
    who = await caller(house, scope, stream, role or (None if about is None else Role.OWNER), about)
    if isinstance(who, Refused):
        return who
    if who.role not in (Role.LANDSCAPE, Role.OWNER):
        return Refused(Refusal.NOT_FOUND)
    room = await house.landscapes.find(stream)
    return (room, who) if room else Refused(Refusal.NOT_FOUND)


def came_from(scope: Scope) -> str:
    """The path of the page that a form was on; "" when the browser does not say."""
    address = (header(scope, b"referer") or "").partition("?")[0]
    return "/" + address.split("://", 1)[-1].partition("/")[2] if address else ""


def _is_address(text: str) -> bool:
    """Good enough to try: one @ with something on both sides, no blanks or line ends. The mail server says the rest."""
    local, _, domain = text.rpartition("@")
    plain = text.isprintable() and not any(each in text for each in ' ,;<>"')
    return bool(local) and bool(domain) and "@" not in local and plain and len(text) <= LONGEST_ADDRESS
