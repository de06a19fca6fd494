# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 2: points, merging, parking, dots, and who does what by when."""

import datetime

import pytest

from leerlandschap.core.vocabulary import PointId, PointKind, Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.changes.follow_ups import standing
from leerlandschap.core.workshop.playbook import StepId
from tests.cast import AISHA, BRAM, CHEN, FEMKE, NINE, NOWHERE, S1, S2, S3, SANNE, TERMS, Given, given, in_step

A, B, C, D = (PointId(each) for each in "abcd")
GONE = PointId("gone")
TODAY = NINE.date()


def a_point(point: PointId, *statements: str) -> e.PointRaised:
    return e.PointRaised(point, PointKind.UNCLEAR, f"Punt {point}", tuple(statements))  # type: ignore[arg-type]


def four_points() -> Given:
    return given(in_step(StepId.FOLLOW_UPS), a_point(A, S1), a_point(B, S2), a_point(C, S1, S3), a_point(D))


def home(here: Given, point: PointId) -> str | None:
    found = standing(here.state, point)
    return found.id if found else None


def test_the_same_point_of_two_people_is_two_points() -> None:
    point = c.RaisePoint(PointKind.UNCLEAR, "Wie beslist?")
    here = given(in_step(StepId.FOLLOW_UPS)).after(AISHA.asks(point), AISHA.asks(point), BRAM.asks(point))
    assert [(p.number, p.by) for p in sorted(here.state.points.values(), key=lambda p: p.number)] == [
        (1, AISHA.name), (2, BRAM.name),
    ]  # fmt: skip


def test_a_point_is_about_statements_that_are_there() -> None:
    asked = AISHA.asks(c.RaisePoint(PointKind.UNCLEAR, "Wie beslist?", (S1, NOWHERE)))
    assert given(in_step(StepId.FOLLOW_UPS)).when(asked) == Refused(Refusal.UNKNOWN_STATEMENT, "statements")


def test_a_merged_point_has_the_statements_of_both() -> None:
    here = four_points().after(FEMKE.asks(c.MergePoints((A, C))))
    assert (here.state.points[A].text, here.state.points[A].statements) == ("Punt a", (S1, S3))
    assert here.state.points[C].merged_into == A


def test_points_merged_into_merged_points_end_in_the_last_one() -> None:
    here = four_points().after(
        FEMKE.asks(c.MergePoints((A, B))), FEMKE.asks(c.MergePoints((C, A))), FEMKE.asks(c.MergePoints((D, B)))
    )
    assert [home(here, point) for point in (A, B, C, D)] == [D, D, D, D]


def test_merging_a_point_with_its_own_source_changes_nothing() -> None:
    here = four_points().after(FEMKE.asks(c.MergePoints((A, B))))
    assert here.when(FEMKE.asks(c.MergePoints((B, A)))) == ()
    assert here.when(FEMKE.asks(c.MergePoints((A, A)))) == ()


@pytest.mark.parametrize("points", [(), (GONE,), (A, GONE)])
def test_points_that_are_not_there_cannot_be_merged(points: tuple[PointId, ...]) -> None:
    assert four_points().when(FEMKE.asks(c.MergePoints(points))) == Refused(Refusal.UNKNOWN_POINT, "points")


def test_what_is_parked_can_be_taken_up_again() -> None:
    here = four_points()
    parked = here.after(FEMKE.asks(c.Park(A)), FEMKE.asks(c.Park(S2)))
    assert [what for what, _ in parked.state.parked] == [A, S2]
    assert parked.after(FEMKE.asks(c.Unpark(A)), FEMKE.asks(c.Unpark(S2))).state == here.state


def test_only_what_is_there_can_be_parked() -> None:
    assert four_points().when(FEMKE.asks(c.Park(GONE))) == Refused(Refusal.UNKNOWN_PARKED, "what")
    assert four_points().when(FEMKE.asks(c.Park())) == Refused(Refusal.TEXT_MISSING, "text")


@pytest.mark.parametrize("dots", [{A: 4}, {A: 2, B: 2}, {A: -1}, {A: 3, B: -1}])
def test_nobody_spends_more_dots_than_there_are(dots: dict[PointId, int]) -> None:
    assert four_points().when(AISHA.asks(c.SpendDots(dots))) == Refused(Refusal.DOTS_SPENT, "dots", {"most": 3})


def test_dots_spent_anew_replace_the_former() -> None:
    here = four_points().after(
        AISHA.asks(c.SpendDots({A: 3})), BRAM.asks(c.SpendDots({A: 1})), AISHA.asks(c.SpendDots({B: 2}))
    )
    assert {p: n for p, n in here.state.dot_totals.items() if n} == {A: 1, B: 2}
    assert here.state.dots[AISHA.id] == {B: 2}


def test_dots_are_spent_on_points_that_are_there_and_in_time() -> None:
    assert four_points().when(AISHA.asks(c.SpendDots({GONE: 1}))) == Refused(Refusal.UNKNOWN_POINT, "dots")
    late = four_points().and_(e.DotsRevealed())
    assert late.when(AISHA.asks(c.SpendDots({A: 1}))) == Refused(Refusal.TOO_LATE, "dots")


def test_a_follow_up_on_a_merged_point_is_on_what_it_became() -> None:
    here = four_points().after(FEMKE.asks(c.MergePoints((A, B))))
    assert here.when(FEMKE.asks(c.AgreeFollowUp(B, "Uitzoeken"))) == (e.FollowUpAgreed(A, "Uitzoeken"),)


def test_a_follow_up_agreed_anew_is_changed() -> None:
    here = four_points().after(
        FEMKE.asks(c.AgreeFollowUp(A, "Uitzoeken", SANNE, TODAY)), FEMKE.asks(c.AgreeFollowUp(A, "Navragen", SANNE))
    )
    assert [(f.text, f.due_on) for f in here.state.follow_ups.values()] == [("Navragen", None)]


def test_nothing_is_due_in_the_past_unless_it_was_agreed_before() -> None:
    yesterday = TODAY - datetime.timedelta(days=1)
    asked = FEMKE.asks(c.AgreeFollowUp(A, "Uitzoeken", due_on=yesterday))
    assert four_points().when(asked) == Refused(Refusal.DATE_IN_THE_PAST, "due_on")
    agreed = four_points().after(FEMKE.asks(c.AgreeFollowUp(A, "Uitzoeken", due_on=TODAY))).later(minutes=24 * 60)
    in_other_words = FEMKE.asks(c.AgreeFollowUp(A, "Navragen", due_on=TODAY))
    assert agreed.when(in_other_words) == (e.FollowUpAgreed(A, "Navragen", due_on=TODAY),)


def test_a_follow_up_is_about_a_point_that_is_there() -> None:
    asked = FEMKE.asks(c.AgreeFollowUp(GONE, "Uitzoeken"))
    assert four_points().when(asked) == Refused(Refusal.UNKNOWN_POINT, "point")


def test_points_keep_their_numbers_whoever_raises_more() -> None:
    here = four_points().after(FEMKE.asks(c.MergePoints((A, B))), CHEN.asks(c.RaisePoint(PointKind.UNCLEAR, "Nog een")))
    assert {p.id: p.number for p in here.state.points.values()} == {A: 1, B: 2, C: 3, D: 4, "n2": 5}


def test_parking_a_merged_point_parks_the_point_it_lives_on_in() -> None:
    here = given(in_step(StepId.FOLLOW_UPS), a_point(A), a_point(B), e.PointsMerged(A, (B,), "Wie en wat?"))
    assert here.when(FEMKE.asks(c.Park(B))) == (e.SetAside(A),)


def test_there_is_an_end_to_parked_thoughts() -> None:
    most = TERMS.limits.parked
    full = given(in_step(StepId.FOLLOW_UPS), *(e.SetAside(f"t{n}", f"gedachte {n}") for n in range(most)))
    assert full.when(FEMKE.asks(c.Park(text="nog een"))) == Refused(Refusal.TOO_MANY, "text", {"most": most})
