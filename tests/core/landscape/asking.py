# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands as anybody might send them to a landscape: about what is there, and sometimes about what is not."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.outcome import FollowUpOutcome, PrincipleOutcome, Words, WorkshopOutcome
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    Language,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    SectionId,
    Touch,
    WorkshopId,
)
from leerlandschap.core.workshop.playbook import Wording
from tests.core.asking import in_order
from tests.core.landscape.cast import NINE, TODAY, TOMORROW, YESTERDAY
from tests.core.landscape.examples import NOTES, SECTIONS

Some = st.SearchStrategy[Any]

WORDS = st.sampled_from(
    ["Leren is werk.", "Tijd", " ", "é" * 33, "x" * 401, "Wie beslist?", "\u0000\n'\"<b>", "مرحبا 👩‍🏫"]
)
MAYBE_WORDS = st.none() | WORDS
DAY = st.sampled_from([TODAY, TOMORROW, YESTERDAY, TODAY.replace(year=1999), TODAY.replace(year=2027)])
MAYBE_DAY = st.none() | DAY
COUNT = st.none() | st.integers(0, 3)
PEOPLE = st.none() | st.sampled_from([PersonId("person-sanne"), PersonId("person-bram")])
SOURCE = st.sampled_from(["", "digest-1", "digest-2"])
SECTION = st.sampled_from([SectionId.DIRECTION, SectionId.ROLES])
PARTS = dict.fromkeys(("because", "means", "except_"), MAYBE_WORDS)


def one_of(known: Iterable[str]) -> Some:
    """Something that is there, or something that is not."""
    return st.sampled_from([*known, "nowhere"])


def outcomes() -> Some:
    """One of three workshops, with a few of the same principles, follow-ups and boundaries in words of its own.

    What a workshop brings has ids of that workshop: two never bring the same.
    """
    return st.sampled_from(["spring", "autumn", "winter"]).flatmap(_outcome)


def _outcome(season: str) -> Some:
    def mine(number: int) -> str:
        return f"{season}-{number}"

    words = st.builds(Words, st.sampled_from(["Iedereen leert.", "Iedereen betaalt.", "Leren mag."]))
    worded = st.lists(words, min_size=1, max_size=3).map(tuple)
    consent = st.none() | st.tuples(*[st.integers(0, 9)] * 3)
    principle = st.builds(
        PrincipleOutcome, st.integers(0, 2).map(lambda n: PrincipleId(mine(n))), worded, st.booleans(), consent
    )
    follow_up = st.builds(
        FollowUpOutcome, st.integers(0, 1).map(lambda n: PointId(mine(n))), st.sampled_from(PointKind),
        st.just("Uitzoeken."), owner=PEOPLE, due_on=MAYBE_DAY,
    )  # fmt: skip
    boundary = st.tuples(
        st.integers(0, 1).map(lambda n: BoundaryId(mine(n))), st.sampled_from(["Geen hobby's.", "Tot 40 uur."])
    )
    return st.builds(
        WorkshopOutcome, st.just(WorkshopId(season)), st.just("Leren"), st.just(""), st.just(Language.NL),
        st.just(Wording(nl="De kaart")), st.just(NINE), st.just(NINE), st.just(12), st.just(Thresholds()),
        principles=several(principle, lambda p: p.id), follow_ups=several(follow_up, lambda f: f.point),
        boundaries=several(boundary, lambda b: b[0]), scope=st.sampled_from(["", "Voor iedereen.", "Voor ons."]),
    )  # fmt: skip


def several(each: Some, by: Any) -> Some:
    return st.lists(each, max_size=3, unique_by=by).map(tuple)


def commands(state: Landscape) -> dict[type[c.Asking], Some]:
    """For every command one way to think of it, in this state."""
    things = (state.follow_ups, state.findings, state.principles, state.boundaries)
    follow_up, finding, principle, boundary = (one_of(in_order(each)) for each in things)
    passages = sorted(state.passages, key=lambda each: state.passages[each].place)
    passage = one_of([*passages, "generated-1", "generated-2"])
    maybe_finding, build = st.none() | finding, st.builds
    adopt = build(c.AdoptPolicy, DAY, WORDS, MAYBE_DAY, MAYBE_DAY, MAYBE_WORDS)
    decision = st.sampled_from(["given", "given_with_remarks", "withheld"])
    return {
        c.ChooseFrame: build(c.ChooseFrame, MAYBE_WORDS, st.none() | st.sampled_from(Language),
                             st.none() | st.sampled_from(Country)),
        c.TakeOver: build(c.TakeOver, follow_up, MAYBE_WORDS),
        c.GiveOwner: build(c.GiveOwner, follow_up, PEOPLE),
        c.Postpone: build(c.Postpone, follow_up, DAY, WORDS),
        c.Drop: build(c.Drop, follow_up, WORDS),
        c.PickUp: build(c.PickUp, follow_up),
        c.RecordFinding: build(c.RecordFinding, follow_up, WORDS,
                               st.dictionaries(principle, st.sampled_from(Touch), max_size=3)),
        c.WritePrinciple: build(c.WritePrinciple, WORDS, **PARTS),
        c.SupplementPrinciple: build(c.SupplementPrinciple, principle, finding, MAYBE_WORDS, wordings=COUNT, **PARTS),
        c.RevisePrinciple: build(c.RevisePrinciple, principle, WORDS, MAYBE_WORDS, wordings=COUNT, **PARTS),
        c.MergePrinciples: build(c.MergePrinciples, st.lists(principle, max_size=3).map(tuple), MAYBE_WORDS, **PARTS),
        c.AdoptPrinciple: build(c.AdoptPrinciple, principle),
        c.WithdrawPrinciple: build(c.WithdrawPrinciple, principle, WORDS),
        c.WordScope: build(c.WordScope, WORDS, maybe_finding),
        c.WordBoundary: build(c.WordBoundary, WORDS, st.none() | boundary, maybe_finding),
        c.LiftBoundary: build(c.LiftBoundary, boundary, WORDS),
        c.WritePassage: build(c.WritePassage, SECTION, WORDS, st.none() | passage, SOURCE, COUNT),
        c.AcceptPassage: build(c.AcceptPassage, passage, SECTION, WORDS, SOURCE),
        c.KeepPassage: build(c.KeepPassage, passage, SOURCE),
        c.ReleasePassage: build(c.ReleasePassage, passage),
        c.LeaveOutPassage: build(c.LeaveOutPassage, passage, SECTION, SOURCE),
        c.SendPolicy: build(c.SendPolicy, DAY, MAYBE_WORDS),
        c.AskWorksCouncil: build(c.AskWorksCouncil, DAY, MAYBE_WORDS),
        c.RecordConsent: build(c.RecordConsent, DAY, decision, MAYBE_WORDS, MAYBE_WORDS),
        c.AdoptPolicy: adopt,
        c.PutIntoForce: build(c.PutIntoForce, adopt, st.just(SECTIONS), st.just(NOTES)),
        c.ReopenPolicy: build(c.ReopenPolicy, MAYBE_WORDS),
        c.PlanReview: build(c.PlanReview, DAY),
        c.CarryOver: build(c.CarryOver, outcomes()),
        c.AddWorkshop: build(c.AddWorkshop, st.sampled_from([WorkshopId("spring"), WorkshopId("summer")])),
    }  # fmt: skip
