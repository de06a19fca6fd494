# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Landscapes as they might have come about: random commands through the real rules, so that only what could happen did.

A history keeps the state by itself; what is refused did not happen.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from leerlandschap.core import measures
from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.asking import Ask
from leerlandschap.core.landscape.decide import decide
from leerlandschap.core.landscape.events import LandscapeOpened
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.landscape.outcome import (
    ChoiceOutcome,
    FollowUpOutcome,
    OptionOutcome,
    ParkedOutcome,
    PointOutcome,
    PrincipleOutcome,
    RoundOutcome,
    StatementOutcome,
    Words,
    WorkshopOutcome,
)
from leerlandschap.core.measures import Label, Tally, Thresholds
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
    SectionId,
    StatementId,
    Touch,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.screens.policy import policy_of, words_of_the_policy
from leerlandschap.views.landscape import landscape_view
from leerlandschap.views.landscape_shapes import LandscapeView
from tests.cast import CARD, NINE

Some = st.SearchStrategy[Any]

NAMES = {PersonId("p1"): "Aïsha Benali", PersonId("p2"): "Bram Vos"}
OWN_CARD = Wording(nl="Eigen kaart", en="A card of our own")
TEXT = st.sampled_from(["Leren is werk.", "Wie beslist?\nEn wanneer?", "מי מחליט?", "🌱 <b>groei</b>", "x" * 300])
MAYBE = st.sampled_from(["", "Omdat het rooster vol is."])
DAY = st.sampled_from([NINE.date() + datetime.timedelta(days=n) for n in (-400, 0, 20, 400)])
TEAMS = st.sampled_from(["", "team Zorg", "team Beheer"])

# Of every class some; few, because how sure a class is takes a moment to reckon.
TALLIES = tuple(
    Tally(counts, no_opinion)
    for counts, no_opinion in (
        ((0, 0, 0, 0, 0), 0),
        ((1, 0, 0, 2, 1), 0),
        ((0, 0, 1, 5, 3), 0),
        ((4, 4, 0, 1, 0), 0),
        ((3, 1, 0, 1, 4), 0),
        ((1, 2, 2, 2, 1), 1),
        ((0, 1, 6, 2, 0), 3),
        ((6, 3, 2, 1, 0), 0),
    )
)


class History:
    """A landscape with a clock of its own. ``ask`` answers whether anything happened."""

    def __init__(self, language: Language = Language.NL) -> None:
        self.now = NINE
        self.asked = 0
        opened = LandscapeOpened(LandscapeId("l1"), "Gemeente Westerveen", language)
        self.state = evolve(None, opened, self.now, "facilitator")

    @property
    def view(self) -> LandscapeView:
        return landscape_view(self.state, Role.LANDSCAPE, "", self.now, NAMES)

    def ask(self, command: c.Command) -> bool:
        role = Role.FACILITATOR if isinstance(command, c.CarryOver) else Role.LANDSCAPE
        self.asked += 1
        self.now += datetime.timedelta(hours=1)
        decided = decide(self.state, Ask(command, role, role.value, self.now, f"n{self.asked}"))
        if isinstance(decided, Refused):
            return False
        for event in decided:
            self.state = evolve(self.state, event, self.now, role.value)
        return bool(decided)


@st.composite
def histories(draw: st.DrawFn, most: int = 14) -> History:
    """Usually with a workshop or two; then whatever comes to mind."""
    history = History(draw(st.sampled_from(Language)))
    for number in range(draw(st.integers(0, 3))):
        history.ask(c.CarryOver(draw(outcomes(number))))
    if draw(st.booleans()):
        _a_finding_comes_back(history)
    for _ in range(draw(st.integers(0, most))):
        history.ask(draw(any_command(history)))
    return history


def _a_finding_comes_back(history: History) -> None:
    """Into the first principle there is, where there is something to find: by chance alone it seldom would."""
    if history.state.follow_ups and history.state.principles:
        about, principle = min(history.state.follow_ups), min(history.state.principles)
        history.ask(c.RecordFinding(about, "Bij storingen lukt het niet.", {principle: Touch.SUPPLEMENTS}))
        history.ask(c.SupplementPrinciple(principle, min(history.state.findings), "Leren is werk, ook dan."))


# ---- what workshops hand on


@st.composite
def outcomes(draw: st.DrawFn, number: int) -> WorkshopOutcome:
    in_room = draw(st.sampled_from([0, 4, 9, 12]))
    closed = NINE + datetime.timedelta(days=number, minutes=20)
    some = st.integers(0, 2)
    return WorkshopOutcome(
        workshop=WorkshopId(f"w{number}"),
        title="Leren bij ons",
        team=draw(TEAMS),
        language=Language.NL,
        playbook=draw(st.sampled_from([CARD.title, CARD.title, OWN_CARD])),
        opened_at=closed - datetime.timedelta(minutes=20),
        closed_at=closed,
        in_room=in_room,
        thresholds=draw(st.sampled_from([Thresholds(), Thresholds(floor=8)])),
        statements=tuple(draw(_statement(at, in_room)) for at in range(5)),
        choices=tuple(draw(_choice(question, in_room)) for question in CARD.questions),
        principles=tuple(draw(_principle(f"u{number}{at}")) for at in range(draw(some))),
        follow_ups=tuple(draw(_follow_up(f"f{number}{at}")) for at in range(draw(some))),
        points=tuple(
            PointOutcome(PointId(f"o{number}{at}"), PointKind.UNCLEAR, draw(TEXT)) for at in range(draw(some))
        ),
        insights=tuple(draw(st.lists(TEXT, max_size=2))),
        scope=draw(st.sampled_from(["", "Voor iedereen."])),
        boundaries=tuple((BoundaryId(f"g{number}{at}"), draw(TEXT)) for at in range(draw(some))),
        parked=draw(_parked()),
        ratings=None,
    )


@st.composite
def _statement(draw: st.DrawFn, at: int, in_room: int) -> StatementOutcome:
    of_the_card = CARD.statements[at]
    rounds = tuple(draw(_round(number, in_room)) for number in range(1, draw(st.integers(0, 2)) + 1))
    measured = rounds[-1].kind.zone if rounds else None
    overruled = measured is not None and draw(st.booleans())
    zone = draw(st.sampled_from(Zone)) if overruled else measured
    note = draw(MAYBE)
    return StatementOutcome(of_the_card.id, at + 1, of_the_card.name, of_the_card.text, rounds, zone, overruled, note)


@st.composite
def _round(draw: st.DrawFn, number: int, in_room: int) -> RoundOutcome:
    """As a workshop works it out: the class follows from the counts."""
    tally = draw(st.sampled_from([each for each in TALLIES if each.answers <= in_room]))
    kind = measures.kind_of(tally, Thresholds())
    if kind.zone is None:
        return RoundOutcome(number, kind, Label.TOO_FEW, False)
    certainty = measures.certainty(tally, in_room, Thresholds())
    moved = draw(st.sampled_from([(None, None, None), (3, 1, 2)])) if number > 1 else (None, None, None)
    return RoundOutcome(
        number, kind, certainty.label, certainty.settled, tally.answers, tally.counts, tally.no_opinion, *moved
    )


@st.composite
def _choice(draw: st.DrawFn, question: Any, in_room: int) -> ChoiceOutcome:
    hidden = draw(st.booleans()) and draw(st.booleans())
    points = st.none() if hidden else st.integers(0, in_room)
    options = tuple(OptionOutcome(o.id, o.text, draw(points)) for o in question.options)
    return ChoiceOutcome(question.id, question.name, question.text, question.kind, in_room, options)


@st.composite
def _principle(draw: st.DrawFn, name: str) -> PrincipleOutcome:
    words = Words(draw(TEXT), draw(MAYBE), draw(MAYBE), draw(MAYBE))
    consent = draw(st.sampled_from([None, (5, 2, 0), (4, 1, 2)]))
    return PrincipleOutcome(
        PrincipleId(name), (words,), draw(st.booleans()), consent, draw(st.sampled_from([(), ("Wie?",)]))
    )


@st.composite
def _follow_up(draw: st.DrawFn, name: str) -> FollowUpOutcome:
    owner = draw(st.sampled_from([None, *NAMES]))
    due_on = draw(st.none() | DAY)
    kind = draw(st.sampled_from(PointKind))
    return FollowUpOutcome(
        PointId(name), kind, draw(TEXT), draw(MAYBE), owner, due_on, draw(MAYBE), draw(MAYBE), (StatementId("s1"),)
    )


@st.composite
def _parked(draw: st.DrawFn) -> tuple[ParkedOutcome, ...]:
    thought = ParkedOutcome("thought", "Een leerplein.")
    statement = ParkedOutcome("statement", wording=CARD.statements[0].name)
    return tuple(draw(st.lists(st.sampled_from([thought, statement]), max_size=2)))


# ---- what is asked of a landscape


def any_command(history: History) -> Some:
    """What its key holder may ask, about what is there."""
    return st.sampled_from([happenings, hands]).flatmap(lambda thought: thought(history))


def happenings(history: History) -> Some:
    """Whatever changes the evidence, and never a passage of the policy."""
    state, build = history.state, st.builds
    asked: list[Some] = [
        build(c.CarryOver, st.integers(0, 3).flatmap(outcomes)),
        build(c.WritePrinciple, TEXT, MAYBE, MAYBE, MAYBE),
        build(c.WordScope, TEXT, _maybe(state.findings)),
        build(c.WordBoundary, TEXT, _maybe(state.boundaries), _maybe(state.findings)),
        build(c.SendPolicy, DAY, MAYBE),
        build(c.AskWorksCouncil, DAY, MAYBE),
        build(c.RecordConsent, DAY, st.sampled_from(["given", "given_with_remarks", "withheld"]), TEXT, TEXT),
        build(c.ReopenPolicy, MAYBE),
        build(c.PlanReview, DAY),
        st.just(history).map(_adoption),  # the words as they are then
    ]
    if state.follow_ups:
        one = st.sampled_from(sorted(state.follow_ups))
        touches = st.dictionaries(
            st.sampled_from(sorted(state.principles) or [PrincipleId("none")]), st.sampled_from(Touch)
        )
        asked += [
            build(c.GiveOwner, one, st.sampled_from([None, *NAMES])),
            build(c.Postpone, one, DAY, TEXT),
            build(c.Drop, one, TEXT),
            build(c.PickUp, one),
            build(c.RecordFinding, one, TEXT, touches),
        ]
    if state.principles:
        one = st.sampled_from(sorted(state.principles))
        asked += [
            build(c.SupplementPrinciple, one, st.sampled_from(sorted(state.findings) or [FindingId("none")]), TEXT),
            build(c.RevisePrinciple, one, TEXT, TEXT),
            build(c.MergePrinciples, st.lists(one, min_size=2, max_size=3).map(tuple)),
            build(c.AdoptPrinciple, one),
            build(c.WithdrawPrinciple, one, TEXT),
        ]
    if state.boundaries:
        asked.append(build(c.LiftBoundary, st.sampled_from(sorted(state.boundaries)), TEXT))
    return st.one_of(asked)


def hands(history: History) -> Some:
    """Somebody writes, decides, keeps, releases or leaves out a passage, usually one that is there."""
    policy = policy_of(history.view)
    there = [(s.id, p) for s in policy.sections for p in s.passages]
    own = st.builds(c.WritePassage, st.sampled_from(SectionId), TEXT)
    if not there:
        return own
    return st.one_of(own, st.sampled_from(there).flatmap(lambda each: _hand(*each)))


def _hand(section: SectionId, passage: Any) -> Some:
    its, build = st.just(passage.id), st.builds
    here, source = st.just(section), st.just(passage.source)
    return st.one_of(
        build(c.WritePassage, here, TEXT, its, source),
        build(c.AcceptPassage, its, here, st.just(passage.text), source),
        build(c.KeepPassage, its, source),
        build(c.ReleasePassage, its),
        build(c.LeaveOutPassage, its, here, source),
    )


def _adoption(history: History) -> c.PutIntoForce:
    sections, notes = words_of_the_policy(history.view)
    asked = c.AdoptPolicy(NINE.date(), "Directie", without_consent="Geen ondernemingsraad.")
    return c.PutIntoForce(asked, sections, notes)


def _maybe(known: Iterable[str]) -> Some:
    there = sorted(known)
    return st.none() | st.sampled_from(there) if there else st.none()
