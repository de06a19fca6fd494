# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the tests, and the language in which the tests speak of them.

    given(*happened).when(AISHA.asks(command)) == (event, …)   or   == Refused(…)

A given workshop is the packaged card with twelve people in its lobby. ``and_`` adds events, ``after`` lets people ask
and insists that they are heard. What somebody brings into being gets the id of its command's place: n1, n2, …
"""

import datetime
from collections.abc import Iterable
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import (
    LandscapeId,
    Language,
    ParticipantId,
    PersonId,
    Refused,
    Role,
    StatementId,
    WorkshopId,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import Ask, Decision
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import view_of

NINE = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
CARD = playbooks.known()["leerlandschap-verkennen"]
STREAM = "w-westerveen"
TERMS = Terms()

S1, S2, S3, S4, S5 = (statement.id for statement in CARD.statements)
START, FORMS, LIMITS, AIM = (question.id for question in CARD.questions)
NOWHERE = StatementId("s-nowhere")
SANNE = PersonId("person-sanne")  # owns follow-ups; her name stands in the table of names
NAMES = {SANNE: "Sanne de Wit"}


class Asked(Struct, frozen=True):
    """Somebody asks something."""

    command: c.Command
    role: Role
    by: str


class Done(Struct, frozen=True):
    """Something that somebody brought about."""

    event: e.Event
    by: str


class Person(Struct, frozen=True):
    """Somebody with a role; ``name`` is what the journal writes down as *by*."""

    name: str
    role: Role

    @property
    def id(self) -> ParticipantId:
        return ParticipantId(self.name)

    def asks(self, command: c.Command) -> Asked:
        return Asked(command, self.role, self.name)

    def did(self, event: e.Event) -> Done:
        return Done(event, self.name)

    def took(self, statement: StatementId, position: int | None, motivation: str = "") -> e.StanceTaken:
        return e.StanceTaken(self.id, statement, position, motivation)


def _people(*names: str) -> tuple[Person, ...]:
    return tuple(Person(name, Role.PARTICIPANT) for name in names)


PEOPLE = _people(
    "aisha", "bram", "chen", "deniz", "elif", "fatima", "gijs", "hanna", "imran", "joost", "karin", "lotte"
)  # fmt: skip
AISHA, BRAM, CHEN, DENIZ, ELIF, FATIMA, GIJS, HANNA, IMRAN, JOOST, KARIN, LOTTE = PEOPLE
FEMKE = Person("facilitator", Role.FACILITATOR)  # runs the workshop, for the first time
OMAR = Person("omar", Role.PARTICIPANT)  # the outsider: never came in
VERA = Person("vera", Role.VISITOR)  # at the door
SCREEN = Person("projector", Role.PROJECTOR)
WILLEM = Person("landscape", Role.LANDSCAPE)  # keeps the landscape, looks in
SANNE_BY_LINK = Person("hours", Role.OWNER)  # holds the link of one follow-up: to a landscape, never to a workshop


def a_workshop(*, language: Language = Language.NL, terms: Terms = TERMS) -> e.WorkshopOpened:
    """The card, opened by team Vergunningen of the municipality of Westerveen."""
    return e.WorkshopOpened(
        WorkshopId(STREAM), LandscapeId("l-westerveen"), "Leren in team Vergunningen", "Gemeente Westerveen",
        "team Vergunningen", language, CARD, terms,
    )  # fmt: skip


class Given(Struct, frozen=True):
    """A workshop to which something has happened; the clock stands still unless ``later`` moves it."""

    state: Workshop
    now: datetime.datetime = NINE
    asked: int = 0

    def and_(self, *happened: e.Event | Done) -> "Given":
        """The same, and then this happened too. An event about a participant is by that participant, else by Femke."""
        state = self.state
        for each in happened:
            done = each if isinstance(each, Done) else Done(each, getattr(each, "participant", FEMKE.name))
            state = evolve(state, done.event, self.now, done.by)
        return replace(self, state=state)

    def when(self, asked: Asked, fresh: str = "new") -> Decision:
        """What this leads to: events, none when it is already so, or a refusal."""
        return decide(self.state, Ask(asked.command, asked.role, asked.by, self.now, fresh))

    def after(self, *asked: Asked) -> "Given":
        """The same after each of these was asked. Raises AssertionError when one is refused."""
        here = self
        for each in asked:
            decided = here.when(each, f"n{here.asked + 1}")
            assert not isinstance(decided, Refused), (each, decided)
            here = replace(here.and_(*(Done(event, each.by) for event in decided)), asked=here.asked + 1)
        return here

    def also(self, **parts: object) -> "Given":
        """The same with parts of the state put in by hand, where a road of events would be long."""
        return replace(self, state=replace(self.state, **parts))

    def later(self, minutes: float) -> "Given":
        return replace(self, now=self.now + datetime.timedelta(minutes=minutes))

    def seen_by(self, role: Role) -> WorkshopView:
        return view_of(self.state, role, self.now, NAMES, 1)


def opened(opening: e.WorkshopOpened | None = None) -> Given:
    """A workshop with nobody in it."""
    return Given(evolve(None, opening or a_workshop(), NINE, FEMKE.name))


def given(*happened: e.Event | Done, terms: Terms = TERMS) -> Given:
    """The card with twelve people in its lobby, and then this happened."""
    lobby = opened(a_workshop(terms=terms)).and_(*(e.ParticipantJoined(person.id) for person in PEOPLE))
    return lobby.and_(*happened)


def in_step(step: StepId) -> e.StepEntered:
    return e.StepEntered(step)


def open_for_stances(*statements: StatementId) -> tuple[e.Event, ...]:
    """Step 1 has begun and stances can be taken on these, or on all."""
    return in_step(StepId.STATEMENTS), e.StatementsOpened(statements or (S1, S2, S3, S4, S5))


def stances(
    statement: StatementId, positions: Iterable[int | None], motivations: Iterable[str] = ()
) -> tuple[e.Event, ...]:
    """Aisha, Bram, Chen … each take one."""
    reasons = list(motivations)
    each = list(positions)
    assert len(reasons) <= len(each) <= len(PEOPLE)
    return tuple(
        person.took(statement, position, reason or "")
        for person, (position, reason) in zip(PEOPLE, zip_longest(each, reasons), strict=False)
    )


def revealed(statement: StatementId, positions: Iterable[int | None]) -> tuple[e.Event, ...]:
    """A whole first round on one statement."""
    return *open_for_stances(statement), *stances(statement, positions), e.StatementsRevealed((statement,))
