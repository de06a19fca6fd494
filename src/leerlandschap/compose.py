# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the house: the only file that knows every room, the clock and the maker of ids."""

import asyncio
import datetime
import secrets
from collections.abc import Mapping

from sqlalchemy import Engine

from leerlandschap import playbooks, text
from leerlandschap.core.vocabulary import PersonId, Role
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.journal import Journal
from leerlandschap.live.cadence import Cadence
from leerlandschap.live.hub import Hub
from leerlandschap.live.room import Outside, Room
from leerlandschap.live.rooms import Rooms
from leerlandschap.people import Doors, Names, Tokens
from leerlandschap.screens.door import Door
from leerlandschap.screens.page import Responsible
from leerlandschap.settings import Settings
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import coach
from leerlandschap.web.app import app
from leerlandschap.web.headers import App
from leerlandschap.web.house import House
from leerlandschap.web.pace import Pace

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # 32 of them: five bits a letter
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without look-alikes, and without U against unlucky words


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def fresh() -> str:
    """An id nobody can guess: 80 random bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(16))


def fresh_key() -> str:
    """A capability key: 130 random bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(26))


def fresh_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


class Building:
    """A house with what must be closed behind it. Raises NewerDatabase and what SQLAlchemy raises for a bad address."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine: Engine = engine_for(settings.database_address)
        bring_up_to_date(self._engine)
        self.journal = Journal(self._engine)
        self.names = Names(self._engine, fresh)
        self.names_known: dict[str, Mapping[PersonId, str]] = {}
        self._doors = Doors(self._engine, fresh_key, fresh_code)
        self.hub = Hub()
        self._cadence = Cadence(self.hub, self._door)
        self.rooms = Rooms(self.journal, Outside(now, fresh, self._names_of, self._changed))
        self._shown_doors: dict[str, Door] = {}

    def _names_of(self, stream: str) -> Mapping[PersonId, str]:
        if stream not in self.names_known:
            self.names_known[stream] = self.names.of(stream)
        return self.names_known[stream]

    def _changed(self, room: Room, at_once: bool) -> None:
        self._cadence.changed(room, at_once)

    def _door(self, stream: str) -> Door:
        if stream not in self._shown_doors:
            base = self.settings.base_url
            code = self._doors.code_for(stream)
            self._shown_doors[stream] = Door(f"{base}/j/{code}", base.split("://", 1)[-1], code)
        return self._shown_doors[stream]

    def house(self) -> House:
        settings = self.settings
        return House(
            journal=self.journal,
            rooms=self.rooms,
            hub=self.hub,
            cadence=self._cadence,
            doors=self._doors,
            tokens=Tokens(self._engine, lambda: secrets.token_hex(32)),
            names=self.names,
            names_known=self.names_known,
            playbooks=playbooks.known(),
            door=self._door,
            now=now,
            fresh=fresh,
            base_url=settings.base_url,
            language=settings.language,
            terms=settings.terms,
            lexicon=text.lexicon().allowing(settings.coach_allows),
            coach_pace=Pace(coach.A_SECOND),
            responsible=Responsible(settings.organisation, settings.contact, settings.data_protection_officer),
            theme=settings.theme,
            gallery=settings.gallery,
        )

    def app(self) -> App:
        return app(self.house(), self.close)

    def report(self, workshop: str) -> WorkshopView | None:
        """What the facilitator of a workshop may see, without a server; None when it is not there."""
        room = asyncio.run(self.rooms.find(workshop))
        return room.view(Role.FACILITATOR) if room else None

    def close(self) -> None:
        """Write what waits and let go of the database."""
        self.journal.close()
        self._engine.dispose()
