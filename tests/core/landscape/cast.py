# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a landscape's tests, and the language in which the tests speak of them.

    given(*happened).when(WILLEM.asks(command)) == (event, …)   or   == Refused(…)

A given landscape is that of the municipality of Westerveen after its first workshop closed. ``and_`` adds events,
``after`` lets people ask and insists that they are heard. What somebody brings into being gets the id n1, n2, …
"""

import datetime

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.asking import Ask, Decision
from leerlandschap.core.landscape.decide import decide
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.landscape.outcome import FollowUpOutcome, PrincipleOutcome, Words, WorkshopOutcome
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import (
    BoundaryId,
    FindingId,
    LandscapeId,
    Language,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    Refused,
    Role,
    WorkshopId,
)
from leerlandschap.core.workshop.playbook import Wording

NINE = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
TODAY = NINE.date()
TOMORROW, YESTERDAY = TODAY + datetime.timedelta(days=1), TODAY - datetime.timedelta(days=1)

SPRING, AUTUMN = WorkshopId("w-spring"), WorkshopId("w-autumn")
HOURS, TALENT = PointId("hours"), PointId("talent")  # follow-ups: Sanne's and Bram's
LEARN, PAY, SHORT = PrincipleId("learn"), PrincipleId("pay"), PrincipleId("short")  # the last one of autumn
HOBBIES, CAP = BoundaryId("hobbies"), BoundaryId("cap")
FOUND, MORE = FindingId("found"), FindingId("more")
SANNES_NAME, BRAMS_NAME = PersonId("person-sanne"), PersonId("person-bram")
OPENED = e.LandscapeOpened(LandscapeId("l-westerveen"), "Gemeente Westerveen")


class Asked(Struct, frozen=True):
    command: c.Command
    role: Role
    by: str


class Person(Struct, frozen=True):
    """Somebody with a role; ``name`` is what the journal writes down as *by*: for an owner the id of the follow-up."""

    name: str
    role: Role

    def asks(self, command: c.Command) -> Asked:
        return Asked(command, self.role, self.name)


WILLEM = Person("landscape", Role.LANDSCAPE)  # keeps the landscape and writes the policy
SANNE = Person(HOURS, Role.OWNER)  # finds out about hours; holds the link of that one follow-up
BRAM = Person(TALENT, Role.OWNER)
FEMKE = Person("facilitator", Role.FACILITATOR)
AISHA = Person("aisha", Role.PARTICIPANT)
SCREEN = Person("projector", Role.PROJECTOR)
VERA = Person("vera", Role.VISITOR)

LEARN_WORDS = Words("Iedereen leert vier uur per maand.", "leren anders wijkt", "het rooster laat het zien")
PAY_WORDS = Words("De organisatie betaalt elke opleiding.")
SHORT_WORDS = Words("Iedereen leert twee uur per maand.")


def spring(
    learn: tuple[Words, ...] = (LEARN_WORDS,), *, scope: str = "Voor iedereen.", boundary: str = "Geen hobby's.",
    owner: PersonId | None = SANNES_NAME, consent: tuple[int, int, int] = (9, 2, 1),
) -> WorkshopOutcome:  # fmt: skip
    """What team Vergunningen left in spring: two follow-ups, two principles, a scope and a boundary."""
    hours = FollowUpOutcome(HOURS, PointKind.UNCLEAR, "De uren optellen.", owner=owner, due_on=TODAY)
    talent = FollowUpOutcome(TALENT, PointKind.CONTRADICTORY, "Drie teams vragen.", owner=BRAMS_NAME)
    kept = PrincipleOutcome(LEARN, learn, True, consent, ("Wat als er brand is?",))
    return _outcome(
        SPRING, follow_ups=(hours, talent), principles=(kept, PrincipleOutcome(PAY, (PAY_WORDS,))), scope=scope,
        boundaries=((HOBBIES, boundary),),
    )  # fmt: skip


def autumn(scope: str = "Voor team Beheer.") -> WorkshopOutcome:
    """What another team left half a year later."""
    return _outcome(AUTUMN, principles=(PrincipleOutcome(SHORT, (SHORT_WORDS,), True, (5, 0, 0)),), scope=scope)


def _outcome(workshop: WorkshopId, **parts: object) -> WorkshopOutcome:
    bare = WorkshopOutcome(workshop, "Leren", "", Language.NL, Wording(nl="De kaart"), NINE, NINE, 12, Thresholds())
    return replace(bare, **parts)


class Given(Struct, frozen=True):
    """A landscape to which something has happened; the clock stands still unless ``later`` moves it."""

    state: Landscape
    now: datetime.datetime = NINE
    asked: int = 0

    def and_(self, *happened: e.Event, by: Person = WILLEM) -> "Given":
        """The same, and then this happened too, by Willem unless another is named."""
        state = self.state
        for event in happened:
            state = evolve(state, event, self.now, by.name)
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
            here = replace(here.and_(*decided, by=Person(each.by, each.role)), asked=here.asked + 1)
        return here

    def later(self, days: float) -> "Given":
        return replace(self, now=self.now + datetime.timedelta(days=days))


def opened() -> Given:
    """A landscape in which nothing has happened."""
    return Given(evolve(None, OPENED, NINE, FEMKE.name))


def given(*happened: e.Event) -> Given:
    """A landscape whose first workshop has closed, and then this happened."""
    return opened().and_(e.WorkshopAdded(SPRING), e.OutcomeCarriedOver(spring()), by=FEMKE).and_(*happened)
