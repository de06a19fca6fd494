# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the house: the only file that knows every room, the clock and the maker of ids."""

import asyncio
import datetime
import random
import secrets
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from sqlalchemy import Engine

from leerlandschap import playbooks, text
from leerlandschap.chance import fresh, fresh_code, fresh_key, going_on, machine_time
from leerlandschap.clock import Clock
from leerlandschap.core.vocabulary import PersonId, Role
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.reach import knock
from leerlandschap.documents.edition_kinds import edition_kinds_in
from leerlandschap.documents.follow_up_ics import follow_up_ics
from leerlandschap.documents.house_style import check_house_style
from leerlandschap.documents.kinds import kinds_in
from leerlandschap.documents.landscape_json import landscape_json
from leerlandschap.documents.landscape_kinds import landscape_kinds_in
from leerlandschap.journal import Batch, Conflict, Entry, Journal
from leerlandschap.journal.follow import Follower
from leerlandschap.journal.sealing import clear_ended
from leerlandschap.live.cadence import Cadence
from leerlandschap.live.caretaker import Caretaker
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.following import Following
from leerlandschap.live.hub import Hub
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.retention import Retention, Times
from leerlandschap.live.room import Outside
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.sealing import Sealing
from leerlandschap.live.upkeep import Upkeep
from leerlandschap.live.watching import Watching
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.people import Doors, Names, Tokens
from leerlandschap.people.logins import Logins, Roles
from leerlandschap.post.delivery import delivered
from leerlandschap.post.letters import Letters
from leerlandschap.post.outbox import Outbox
from leerlandschap.post.sending import Postman
from leerlandschap.post.server import mail_server
from leerlandschap.post.writing import Sender, Writing
from leerlandschap.screens.accessibility import Statement
from leerlandschap.screens.door import Door
from leerlandschap.screens.page import Responsible
from leerlandschap.settings import BadSetting, Settings
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import coach, opening
from leerlandschap.web.answered import Answered
from leerlandschap.web.app import app
from leerlandschap.web.headers import App
from leerlandschap.web.house import House, Login
from leerlandschap.web.pace import Allowance, Pace
from leerlandschap.web.readiness import Readiness

T = TypeVar("T")


def house_style(settings: Settings) -> bytes | None:
    """The organisation's own Word file, looked through; BadSetting says what is not right with it."""
    if settings.house_style is None:
        return None
    try:
        file = settings.house_style.read_bytes()
    except OSError as trouble:
        raise BadSetting(f"{settings.house_style}: {trouble.strerror or trouble}") from None
    complaints = check_house_style(file)
    if complaints:
        said = " ".join(each.sentence(settings.language) for each in complaints)
        raise BadSetting(f"{settings.house_style}: {said.rstrip('.')}")  # the sentence around it ends itself
    return file


class Building:
    """A house with what must be closed behind it.

    Raises BadSetting, NewerDatabase, UnusableDatabase, Away, and what SQLAlchemy raises for a file that is no database.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        style = house_style(settings)
        self.documents = kinds_in(style)
        self.landscape_documents = landscape_kinds_in(style)
        self._edition_documents = edition_kinds_in(style)
        self._engine: Engine = engine_for(settings.database_address)
        bring_up_to_date(self._engine)
        self.journal = Journal(self._engine)
        self.names = Names(self._engine, fresh)
        self._doors = Doors(self._engine, fresh_key, fresh_code)
        self._tokens = Tokens(self._engine, lambda: secrets.token_hex(32))
        self.hub = Hub()
        self.readiness = Readiness(lambda: knock(self._engine))
        self._clock = Clock(machine_time, going_on)
        self._cadence = Cadence(self.hub, self._door, self._clock.take_over)
        now, dice = self._clock.now, random.SystemRandom().random
        outside = Outside(now, fresh, self.names.of, self._changed, self._remember, dice)
        self.rooms = Rooms(lambda stream: WorkshopRoom(stream, self.journal, outside))
        quiet = Outside(now, fresh, self.names.of, lambda *_: None, self.names.of, dice)  # nobody follows one
        self.landscapes = Rooms(lambda stream: LandscapeRoom(stream, self.journal, quiet, self.names.reachable))
        self._shown_doors: dict[str, Door] = {}
        after = datetime.timedelta(hours=settings.seal_hours)
        self._carrier = Carrier(self.journal, self.rooms, self.landscapes, self.names)
        self._sealing = Sealing(self._engine, self.rooms, now, fresh, after)
        self.upkeep = Upkeep(self._engine, self.rooms, self.landscapes, self._carrier, self._sealing, now, fresh)

    def _changed(self, room: WorkshopRoom, at_once: bool) -> None:
        if room.exists:
            self._cadence.changed(room, at_once)
        else:
            self._parting = asyncio.create_task(self.hub.hang_up(room.stream))

    def _remember(self, stream: str) -> None:
        """What drawing a workshop needs, so that no screen ever waits for the database. In a thread."""
        self.names.of(stream)
        self._door(stream)

    def _door(self, stream: str) -> Door:
        if stream not in self._shown_doors:
            base = self.settings.base_url
            code = self._doors.code_for(stream)
            self._shown_doors[stream] = Door(
                f"{base}/j/{self._tokens.invitation(code)}", base.split("://", 1)[-1], code
            )
        return self._shown_doors[stream]

    def house(self) -> House:
        settings = self.settings
        return House(
            journal=self.journal,
            rooms=self.rooms,
            landscapes=self.landscapes,
            carrier=self._carrier,
            hub=self.hub,
            cadence=self._cadence,
            doors=self._doors,
            tokens=self._tokens,
            names=self.names,
            login=self._login(),
            post=self._post(),
            playbooks=playbooks.known(),
            door=self._door,
            follow=self._follow,
            caretaker=Caretaker(self._engine, self._sealing, self._retention()),
            now=self._clock.now,
            fresh=fresh,
            base_url=settings.base_url,
            language=settings.language,
            terms=settings.terms,
            lexicon=text.lexicon().allowing(settings.coach_allows),
            coach_pace=Pace(coach.A_SECOND),
            wrong_codes=Allowance(opening.WRONG_AT_ONCE, opening.WRONG_A_SECOND),
            statement=self._statement(),
            security_contact=settings.security_address,
            responsible=Responsible(
                settings.organisation,
                settings.contact,
                settings.data_protection_officer,
                settings.legal_basis or "",
                settings.seal_hours,
                settings.keep_months,
                settings.name_months,
            ),
            theme=settings.theme,
            most_screens=settings.most_screens,
            packs_streams=settings.compress_streams,
            gallery=settings.gallery,
            answered=Answered(),
            readiness=self.readiness,
            metrics_key=settings.metrics_key,
            workers=settings.workers,
            documents=self.documents,
            landscape_documents=self.landscape_documents,
            edition_documents=self._edition_documents,
        )

    def _retention(self) -> Retention:
        said, now = self.settings, self._clock.now
        times = Times(said.keep_months, said.address_months, said.name_months)
        rooms = (self.rooms, self.landscapes)
        return Retention(self._engine, *rooms, self._carrier, self.names, now, fresh, times)

    def _statement(self) -> Statement:
        settings = self.settings
        return Statement(
            settings.organisation,
            settings.accessibility_contact or settings.contact,
            settings.accessibility_status,
            settings.accessibility_signed,
            settings.accessibility_register,
        )

    def _login(self) -> Login | None:
        """The organisation's own provider, when there is one. What talks to it is imported only then: it is heavy."""
        settings = self.settings
        if settings.oidc_issuer is None:
            return None
        from leerlandschap.people.provider import Provider

        comes_back = f"{settings.base_url}/login/done"
        known_by = settings.oidc_client_id, settings.oidc_client_secret
        roles = Roles(
            settings.oidc_claim, settings.oidc_administrators, settings.oidc_facilitators, settings.oidc_readers
        )
        provider = Provider(settings.oidc_issuer, *known_by, comes_back, self._clock.now)
        return Login(provider, Logins(self._engine, fresh_key), roles, fresh_key)

    def _post(self) -> Postman | None:
        """Letters to owners, when there is a mail server."""
        settings = self.settings
        if settings.smtp is None:
            return None
        server = mail_server(settings.smtp)
        sender = Sender(settings.mail_from, settings.organisation, settings.contact)
        writing = Writing(sender, self._doors, follow_up_ics, settings.base_url, self._clock.now)
        letters = Letters(self._engine, fresh)
        outbox = Outbox(letters, self.names, self._as_it_is, self._clock.now, settings.reminder_days)
        return Postman(outbox, self.names, writing, lambda letter: delivered(server, letter), self._clock.now)

    async def _as_it_is(self, landscape: str) -> LandscapeView | None:
        """A landscape read from the journal anew: another process may have written to it since."""
        room = self.landscapes.new(landscape)
        await room.catch_up()
        return room.view(Role.LANDSCAPE) if room.exists else None

    def app(self) -> App:
        return app(self.house(), self.close)

    async def _follow(self) -> None:
        """What others write, for as long as the house stands. On SQLite they are commands of an operator."""
        following = Following(self.rooms, self.landscapes, self.names, self._doors, self.hub)
        if not is_postgresql(self._engine):
            await Watching(self._engine, following.heard, self._clock.now).run()
        follower = Follower(self._engine, following.heard, following.missed)
        follower.start()
        try:
            await asyncio.Event().wait()
        finally:
            follower.stop()

    def report(self, workshop: str) -> WorkshopView | None:
        """What the facilitator of a workshop may see, without a server; None when it is not there."""
        room = asyncio.run(self.rooms.find(workshop))
        return room.view(Role.FACILITATOR) if room else None

    def landscape(self, landscape: str) -> LandscapeView | None:
        """What the key holder of a landscape may see, without a server; None when it is not there."""

        async def looked() -> LandscapeView | None:
            room = await self.landscapes.find(landscape)
            if room is None:
                return None
            await self._carrier.catch_up(room)
            return room.view(Role.LANDSCAPE)

        return self.alone(looked())

    def whole(self, landscape: str) -> bytes | None:
        """A landscape as one file that can be read in elsewhere; None when it is not there."""
        entries = list(self.journal.entries(landscape))
        return landscape_json(entries, self.names.of(landscape)) if entries else None

    def take_in(self, entries: tuple[Entry, ...], names: Mapping[PersonId, str]) -> str | None:
        """Keep an exported landscape, and give a link to it; None when a landscape with its id is here already."""
        stream = entries[0].stream

        async def kept() -> None:
            await asyncio.to_thread(clear_ended, self._engine, self._clock.now(), stream)
            await self.journal.append(Batch(entries))

        try:
            self.alone(kept())
        except Conflict:
            return None
        self.names.take_in(stream, names)
        key = self._doors.key_for(stream, Role.LANDSCAPE, self._clock.now())
        return f"{self.settings.base_url}/k/{stream}/{key}"

    def alone(self, work: Coroutine[Any, Any, T]) -> T:
        """Without a server: in a loop of its own, in which the journal writes what waits."""
        try:
            return asyncio.run(work)
        finally:
            self.journal.close()

    def close(self) -> None:
        """Write what waits and let go of the database."""
        self.journal.close()
        self._engine.dispose()
