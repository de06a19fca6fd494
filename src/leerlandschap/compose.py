# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the house: the only file that knows every room, the clock and the maker of ids."""

import asyncio
import datetime
import random
import secrets
import time
from collections import deque
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from sqlalchemy import Engine

from leerlandschap import playbooks, text
from leerlandschap.clock import Clock
from leerlandschap.core.vocabulary import PersonId, Role
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.erasing import left_behind
from leerlandschap.documents.edition_kinds import edition_kinds_in
from leerlandschap.documents.follow_up_ics import follow_up_ics
from leerlandschap.documents.house_style import check_house_style
from leerlandschap.documents.kinds import kinds_in
from leerlandschap.documents.landscape_json import landscape_json
from leerlandschap.documents.landscape_kinds import landscape_kinds_in
from leerlandschap.journal import Batch, Conflict, Entry, Journal
from leerlandschap.journal.follow import Follower
from leerlandschap.live.cadence import Cadence
from leerlandschap.live.caretaker import Caretaker
from leerlandschap.live.carrying import Carrier
from leerlandschap.live.following import Following
from leerlandschap.live.hub import Hub
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.room import Outside
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.sealing import Sealed, Sealing
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
from leerlandschap.screens.door import Door
from leerlandschap.screens.page import Responsible
from leerlandschap.settings import BadSetting, Settings
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import coach, opening
from leerlandschap.web.app import app
from leerlandschap.web.headers import App
from leerlandschap.web.house import House, Login
from leerlandschap.web.pace import Allowance, Pace

T = TypeVar("T")

LETTERS = b"abcdefghijkmnpqrstuvwxyz23456789"  # 32 of them: five bits a letter
MADE_AT_ONCE = 128
FIVE_BITS = LETTERS * 8  # a letter for every byte, each as likely as the others
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without look-alikes, and without U against unlucky words


def machine_time() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def going_on() -> float:
    """Seconds that go on while the machine sleeps, where the system counts them (Linux)."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Ids:
    """Ids nobody can guess: 80 random bits. They are made many at a time, because asking the system for its randomness
    for each of a thousand commands a second costs more than all the rest of deciding on them."""

    def __init__(self) -> None:
        self._made: deque[str] = deque()

    def __call__(self) -> str:
        while True:
            try:
                return self._made.popleft()
            except IndexError:
                letters = secrets.token_bytes(16 * MADE_AT_ONCE).translate(FIVE_BITS).decode()
                self._made.extend(letters[at : at + 16] for at in range(0, len(letters), 16))


fresh = Ids()


def fresh_key() -> str:
    """A capability key: 130 random bits."""
    return secrets.token_bytes(26).translate(FIVE_BITS).decode()


def fresh_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


def _nobody(_room: object, _at_once: bool) -> None:
    """Nobody is told."""


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
        self._clock = Clock(machine_time, going_on)
        self._cadence = Cadence(self.hub, self._door, self._clock.take_over)
        now, dice = self._clock.now, random.SystemRandom().random
        outside = Outside(now, fresh, self.names.of, self._changed, self._remember, dice)
        self.rooms = Rooms(lambda stream: WorkshopRoom(stream, self.journal, outside))
        quiet = Outside(now, fresh, self.names.of, _nobody, self.names.of, dice)  # no screen follows a landscape
        self.landscapes = Rooms(lambda stream: LandscapeRoom(stream, self.journal, quiet, self.names.reachable))
        self._shown_doors: dict[str, Door] = {}
        after = datetime.timedelta(hours=settings.seal_hours)
        self.sealing = Sealing(self._engine, self.rooms, now, fresh, after)

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
            carrier=Carrier(self.journal, self.rooms, self.landscapes, self.names),
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
            caretaker=Caretaker(self._engine, self.sealing),
            now=self._clock.now,
            fresh=fresh,
            base_url=settings.base_url,
            language=settings.language,
            terms=settings.terms,
            lexicon=text.lexicon().allowing(settings.coach_allows),
            coach_pace=Pace(coach.A_SECOND),
            wrong_codes=Allowance(opening.WRONG_AT_ONCE, opening.WRONG_A_SECOND),
            responsible=Responsible(settings.organisation, settings.contact, settings.data_protection_officer),
            security_contact=settings.security_address,
            theme=settings.theme,
            most_screens=settings.most_screens,
            packs_streams=settings.compress_streams,
            gallery=settings.gallery,
            documents=self.documents,
            landscape_documents=self.landscape_documents,
            edition_documents=self._edition_documents,
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

    def seal(self, workshop: str | None, *, at_once: bool) -> list[Sealed] | None:
        """Those sealed now, of all that are due or of this one; None when this one is not due. The freed space is
        wiped, unless somebody is in the way for long: then whoever serves goes on trying."""

        async def sealed() -> list[Sealed] | None:
            due = await self.sealing.due(at_once=at_once)
            if workshop is not None and workshop not in due:
                return None
            wanted = due if workshop is None else [workshop]
            found = [await self.sealing.seal(each) for each in wanted]
            await self.sealing.wiped()
            return [each for each in found if each is not None]

        return self._alone(sealed())

    def is_sealed(self, workshop: str) -> bool:
        view = self.report(workshop)
        return view is not None and view.sealed_at is not None

    def left_behind(self) -> int:
        """How many times something was erased of which bytes may still stand in freed space. Raises Away."""
        return left_behind(self._engine)

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
            await Carrier(self.journal, self.rooms, self.landscapes, self.names).catch_up(room)
            return room.view(Role.LANDSCAPE)

        return self._alone(looked())

    def whole(self, landscape: str) -> bytes | None:
        """A landscape as one file that can be read in elsewhere; None when it is not there."""
        entries = list(self.journal.entries(landscape))
        return landscape_json(entries, self.names.of(landscape)) if entries else None

    def take_in(self, entries: tuple[Entry, ...], names: Mapping[PersonId, str]) -> str | None:
        """Keep an exported landscape, and give a link to it; None when a landscape with its id is here already."""
        stream = entries[0].stream

        async def kept() -> None:
            await self.journal.append(Batch(entries))

        try:
            self._alone(kept())
        except Conflict:
            return None
        self.names.take_in(stream, names)
        key = self._doors.key_for(stream, Role.LANDSCAPE, self._clock.now())
        return f"{self.settings.base_url}/k/{stream}/{key}"

    def _alone(self, work: Coroutine[Any, Any, T]) -> T:
        """Without a server: in a loop of its own, in which the journal writes what waits."""
        try:
            return asyncio.run(work)
        finally:
            self.journal.close()

    def close(self) -> None:
        """Write what waits and let go of the database."""
        self.journal.close()
        self._engine.dispose()
