# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a workshop, and coming into one."""

import asyncio

import msgspec
from msgspec import Struct

from leerlandschap.core.landscape.commands import AddWorkshop
from leerlandschap.core.landscape.events import LandscapeOpened
from leerlandschap.core.vocabulary import LandscapeId, Language, ParticipantId, Refusal, Refused, Role, WorkshopId
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.asking import trimmed_each
from leerlandschap.core.workshop.events import WorkshopOpened
from leerlandschap.journal import Conflict, NotSaved
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.people.doors import tidy
from leerlandschap.web.house import House

CODE_LENGTH = 6
WRONG_AT_ONCE, WRONG_A_SECOND = 100, 5.0  # codes of everybody together: SECURITY.md says what that comes to
DEFAULT_PLAYBOOK = "leerlandschap-verkennen"


class NewWorkshop(Struct, frozen=True, forbid_unknown_fields=True):
    """What is needed to make a workshop. With a ``landscape`` (and its key) it joins one that is there."""

    title: str
    organisation: str
    team: str = ""
    language: Language = Language.NL
    playbook: str = DEFAULT_PLAYBOOK
    landscape: LandscapeId | None = None


class Keys(Struct, frozen=True):
    facilitator: str
    projector: str
    landscape: str | None  # None when the workshop joined a landscape whose key is already held


class Opened(Struct, frozen=True):
    """A new workshop with the keys to it. They are shown this once: only their hashes are kept."""

    workshop: WorkshopId
    landscape: LandscapeId
    code: str
    keys: Keys
    urls: dict[str, str]


class Joined(Struct, frozen=True):
    workshop: WorkshopId
    participant: ParticipantId
    key: str


async def open_workshop(house: House, wanted: NewWorkshop) -> Opened | Refused:
    limits = house.terms.limits
    words = trimmed_each(
        title=(wanted.title, limits.title, True),
        organisation=(wanted.organisation, limits.title, True),
        team=(wanted.team, limits.title, False),
    )
    if isinstance(words, Refused):
        return words
    playbook = house.playbooks.get(wanted.playbook)
    if playbook is None:
        return Refused(Refusal.UNKNOWN_PLAYBOOK, "playbook")
    workshop = WorkshopId(f"w{house.fresh()}")
    landscape = wanted.landscape or LandscapeId(f"l{house.fresh()}")
    keys = await asyncio.to_thread(_keys, house, workshop, None if wanted.landscape else landscape)
    code = await asyncio.to_thread(house.doors.code_for, workshop)
    try:
        language, terms = wanted.language, house.terms
        opened = WorkshopOpened(workshop, landscape, **words, language=language, playbook=playbook, terms=terms)
        await _add_to_landscape(house, opened)
        room = house.rooms.new(workshop)
        await room.begin(opened, Role.FACILITATOR.value)
    except (Conflict, NotSaved):
        return Refused(Refusal.NOT_SAVED)
    house.rooms.add(room)
    return Opened(workshop, landscape, code, keys, _urls(house, workshop, landscape, code, keys))


def _keys(house: House, workshop: WorkshopId, landscape: LandscapeId | None) -> Keys:
    now = house.now()
    return Keys(
        facilitator=house.doors.key_for(workshop, Role.FACILITATOR, now),
        projector=house.doors.key_for(workshop, Role.PROJECTOR, now),
        landscape=house.doors.key_for(landscape, Role.LANDSCAPE, now) if landscape else None,
    )


def _urls(house: House, workshop: str, landscape: str, code: str, keys: Keys) -> dict[str, str]:
    """Links that can be handed on; each exchanges its key for a cookie at first use."""
    base = house.base_url
    links = {
        "join": f"{base}/j/{house.tokens.invitation(code)}",
        "facilitator": f"{base}/k/{workshop}/{keys.facilitator}",
        "projector": f"{base}/k/{workshop}/{keys.projector}",
        "api": f"{base}/api/v1/workshops/{workshop}",
    }
    return links | ({"landscape": f"{base}/k/{landscape}/{keys.landscape}"} if keys.landscape else {})


async def _add_to_landscape(house: House, wanted: WorkshopOpened) -> None:
    """Opens the landscape when it is new. Raises Conflict or NotSaved."""
    by = Role.FACILITATOR.value
    room = await house.landscapes.find(wanted.landscape)
    if room is None:
        room = house.landscapes.new(wanted.landscape)
        await room.begin(LandscapeOpened(wanted.landscape, wanted.organisation, wanted.language), by)
        house.landscapes.add(room)
    reply = await room.ask(Wanted(AddWorkshop(wanted.workshop), Role.FACILITATOR, by))
    if not isinstance(reply, Taken):
        raise NotSaved


async def stream_of_code(house: House, code: str) -> str | Refused:
    """The workshop behind a code as somebody typed it, or behind an invitation as somebody scanned it.

    Wrong codes are limited, those of everybody together. While too many come in no typed code is looked at, the right
    ones neither: if those were still let through, whoever guesses would learn as much as before. Invitations are.
    """
    invited = house.tokens.invited(code)
    typed = tidy(code) if invited is None else invited
    if len(typed) != CODE_LENGTH:
        return Refused(Refusal.CODE_INCOMPLETE, "code", {"most": CODE_LENGTH, "length": len(typed)})
    if invited is None and not house.wrong_codes.is_left(house.now()):
        return Refused(Refusal.TOO_MANY_CODES, "code")
    if known := house.doors.remembered(typed):
        return known
    house.wrong_codes.spend()  # before we know, or a thousand at the same moment would all be looked up
    found = await asyncio.to_thread(house.doors.stream_of, typed)
    if found is not None:
        house.wrong_codes.give_back()
    return found or Refused(Refusal.WRONG_CODE, "code")


async def join(house: House, stream: str) -> Joined | Refused:
    """Come in: a random id within this workshop, and a key for it. No name, no account."""
    room = await house.rooms.find(stream)
    if room is None:
        return Refused(Refusal.WRONG_CODE, "code")
    participant = ParticipantId(house.fresh())
    reply = await room.ask(Wanted(c.Join(), Role.VISITOR, participant))
    if not isinstance(reply, Taken):
        return reply
    key = house.tokens.for_participant(stream, participant)
    return Joined(WorkshopId(stream), participant, key)


def new_workshop(raw: bytes) -> NewWorkshop | Refused:
    """From JSON; says which field is wrong."""
    try:
        return msgspec.json.decode(raw, type=NewWorkshop)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        where = str(trouble).rpartition("$.")[2].strip("`") if "$." in str(trouble) else ""
        if where == "language":
            return Refused(Refusal.UNKNOWN_LANGUAGE, "language")
        missing = next((f for f in ("title", "organisation") if f"`{f}`" in str(trouble)), None)
        if missing:
            return Refused(Refusal.TEXT_MISSING, missing)
        return Refused(Refusal.MALFORMED, where or None, {"where": where or "$"})
