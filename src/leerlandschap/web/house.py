# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the web needs of the rest of the house, handed in by ``compose``."""

import datetime
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from leerlandschap.core.coach import Lexicon
from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.documents import Renderer
from leerlandschap.documents.edition_kinds import EditionRenderer
from leerlandschap.documents.landscape_kinds import LandscapeRenderer
from leerlandschap.journal import Journal
from leerlandschap.live.cadence import Cadence
from leerlandschap.live.caretaker import Caretaker
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.hub import Hub
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Doors, Names, Tokens
from leerlandschap.people.logins import Logins, Roles
from leerlandschap.post.sending import Postman
from leerlandschap.screens.accessibility import Statement
from leerlandschap.screens.door import Door
from leerlandschap.screens.page import Responsible
from leerlandschap.web.answered import Answered
from leerlandschap.web.pace import Allowance, Pace
from leerlandschap.web.readiness import Readiness

if TYPE_CHECKING:  # it is heavy, and only there when one is set
    from leerlandschap.people.provider import Provider


class Login(Struct, frozen=True):
    """Where the people of the organisation log in. ``fresh`` makes 128 random bits."""

    provider: "Provider"
    logins: Logins
    roles: Roles
    fresh: Callable[[], str]


class House(Struct, frozen=True):
    journal: Journal
    rooms: Rooms[WorkshopRoom]
    landscapes: Rooms[LandscapeRoom]
    carrier: Carrier
    hub: Hub
    cadence: Cadence
    doors: Doors
    tokens: Tokens
    names: Names
    login: Login | None  # None: nobody has to log in for anything
    post: Postman | None  # None: no mail server, so nobody is written to
    playbooks: Mapping[str, Playbook]
    door: Callable[[str], Door]  # how to come into a workshop
    follow: Callable[[], Coroutine[Any, Any, None]]  # hear other processes
    caretaker: Caretaker
    now: Callable[[], datetime.datetime]
    fresh: Callable[[], str]
    base_url: str
    language: Language
    terms: Terms
    lexicon: Lexicon  # of the writing coach
    coach_pace: Pace
    wrong_codes: Allowance
    responsible: Responsible
    statement: Statement  # on accessibility
    security_contact: str  # an address; "" when nobody is to be told
    theme: Path | None
    most_screens: int  # that may be open at the same time, in this process
    packs_streams: bool  # frames are compressed for screens that take it
    gallery: bool
    answered: Answered
    readiness: Readiness
    metrics_key: str | None  # of who may read the figures; None: nobody may
    workers: int  # processes that answer at this address
    documents: Mapping[str, Renderer]  # of a workshop, and of a landscape
    landscape_documents: Mapping[str, LandscapeRenderer]
    edition_documents: Mapping[str, EditionRenderer]

    @property
    def is_secure(self) -> bool:
        """People reach us by https."""
        return self.base_url.startswith("https:")
