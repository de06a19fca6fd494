# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Landscapes for the tests of their pages: told as events, seen as their key holder sees them."""

import datetime

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.asking import Ask, Decision
from leerlandschap.core.landscape.commands import Command
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
    PointId,
    PointKind,
    PrincipleId,
    Role,
    Touch,
    WorkshopId,
)
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.views.landscape import landscape_view
from leerlandschap.views.landscape_shapes import LandscapeView

MONDAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
HOURS, PAY, SHORT = PrincipleId("hours"), PrincipleId("pay"), PrincipleId("short")
ASKING = PointId("asking")
FIRST, SECOND = FindingId("first"), FindingId("second")
NO_HOBBIES = BoundaryId("no-hobbies")
LEARN = Words("Elke medewerker leert vier uur per maand.", "leren anders wijkt", "het rooster laat het zien")


class Life:
    """A landscape to which things happen, one a day."""

    def __init__(self, *happened: e.Event) -> None:
        opened = e.LandscapeOpened(LandscapeId("l1"), "Gemeente Westerveen")
        self.days = 0
        self.state: Landscape = evolve(None, opened, MONDAY, "facilitator")
        self.goes_on(*happened)

    def goes_on(self, *happened: e.Event) -> "Life":
        for event in happened:
            self.days += 1
            by = "facilitator" if isinstance(event, e.OutcomeCarriedOver) else "landscape"
            self.state = evolve(self.state, event, self.now, by)
        return self

    @property
    def now(self) -> datetime.datetime:
        return MONDAY + datetime.timedelta(days=self.days)

    def view(self) -> LandscapeView:
        return landscape_view(self.state, Role.LANDSCAPE, "", self.now, {})

    def answer(self, command: Command) -> Decision:
        return decide(self.state, Ask(command, Role.LANDSCAPE, "landscape", self.now, "new"))


def workshop(
    title: str, *principles: PrincipleOutcome, scope: str = "", follow_ups: tuple[FollowUpOutcome, ...] = ()
) -> e.OutcomeCarriedOver:
    """A workshop that closed on Monday, with these principles."""
    return e.OutcomeCarriedOver(
        WorkshopOutcome(
            WorkshopId(f"w-{title}"), title, "", Language.NL, Wording(nl="De kaart"), MONDAY, MONDAY, 12, Thresholds(),
            principles=principles, follow_ups=follow_ups, scope=scope, boundaries=((NO_HOBBIES, "Hobby's niet."),),
        )
    )  # fmt: skip


def a_life() -> Life:
    """Two workshops, two findings of which one came back, a principle of each status, a lifted boundary."""
    follow_up = FollowUpOutcome(ASKING, PointKind.UNCLEAR, "Teams vragen waar de tijd blijft.")
    agreed = PrincipleOutcome(HOURS, (LEARN,), True, (9, 2, 1), ("Wat als er brand is?",))
    untold = PrincipleOutcome(PAY, (Words("De organisatie betaalt elke opleiding."),))
    alike = PrincipleOutcome(SHORT, (Words("Elke medewerker leert twee uur per maand."),), True, (5, 0, 0))
    return Life(
        workshop("Leren", agreed, untold, scope="Voor iedereen.", follow_ups=(follow_up,)),
        workshop("Later", alike, scope="Voor vaste mensen."),
        e.PrincipleWritten(PrincipleId("own"), "Wie leert, vertelt het door."),
        e.PrincipleWithdrawn(PrincipleId("own"), "Het beslist niets."),
        e.FindingRecorded(FIRST, ASKING, "Bij storingen valt de tijd weg.", {HOURS: Touch.SUPPLEMENTS}),
        e.PrincipleSupplemented(HOURS, FIRST, LEARN.statement, LEARN.because, LEARN.means, "er een storing is"),
        e.PrincipleAdopted(HOURS),
        e.FindingRecorded(SECOND, ASKING, "Twee teams doen het anders.", {HOURS: Touch.CONTRADICTS}),
        e.BoundaryWorded(BoundaryId("cap"), "Tot 40 uur per jaar."),
        e.BoundaryLifted(BoundaryId("cap"), "Het wordt per team bekeken."),
    )
