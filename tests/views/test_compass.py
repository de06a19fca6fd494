# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compass: each rule gives its advice when there is reason to, and keeps silent when there is none."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import pytest

from leerlandschap.core.vocabulary import Consent, Language, PointId, PointKind, PrincipleId, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.text import catalogue
from leerlandschap.views import compass
from leerlandschap.views.shapes import Advice
from tests.cast import AISHA, FEMKE, PEOPLE, S1, SANNE, Given, given, in_step, open_for_stances

FIRST = [1, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5]


def advised(here: Given) -> list[Advice]:
    return list(here.seen_by(Role.FACILITATOR).advice)


def rules(here: Given) -> list[str]:
    return [each.rule for each in advised(here)]


def talked(positions: Iterable[int | None], *more: e.Event) -> Given:
    """Statement 1 revealed with these answers, and put to the group."""
    stances = [who.took(S1, position) for who, position in zip(PEOPLE, positions, strict=False)]
    return given(*open_for_stances(S1), *stances, e.StatementsRevealed((S1,)), e.StatementPut(S1), *more)


@pytest.mark.parametrize(
    ("positions", "rule", "facts"),
    [
        ([5] * 11 + [3], "everyone_agrees", {"statement": 1, "n": 11, "answers": 12}),
        ([1] * 12, "everyone_agrees", {"statement": 1, "n": 12, "answers": 12}),
        ([1] * 4 + [5] * 8, "camps_disagree", {"statement": 1, "disagree": 4, "agree": 8}),
        ([1] * 7 + [5] * 5, "camps_agree", {"statement": 1, "disagree": 7, "agree": 5}),
        (FIRST, "camps_equal", {"statement": 1, "disagree": 6, "agree": 6}),
        ([None] * 4 + [4] * 8, "no_opinion", {"statement": 1, "n": 4, "answers": 12}),
        ([1, 2, 3, 3, 3, 3, 4, 4, 4, 5, 4, 5], "scattered", {"statement": 1, "disagree": 2, "middle": 4, "agree": 6}),
        ([3] * 8 + [4] * 4, "undecided", {"statement": 1, "n": 8, "answers": 12}),
    ],
)
def test_what_the_answers_advise(positions: list[int | None], rule: str, facts: dict[str, int]) -> None:
    assert advised(talked(positions))[0] == Advice(rule, f"evidence-{S1}", facts)


def test_too_few_answers_advise_nothing_about_them() -> None:
    assert rules(talked([1, 1, 5, 5])) == []


def test_core_with_some_against_needs_no_counter_argument() -> None:
    assert "everyone_agrees" not in rules(talked([4] * 9 + [3, 3, 2]))


def test_after_a_second_round_the_compass_asks_what_changed() -> None:
    again = [who.took(S1, 4) for who in PEOPLE]
    moved = talked(FIRST, e.StatementsOpened((S1,)), *again, e.StatementsRevealed((S1,)))
    assert advised(moved)[0] == Advice("moved", f"evidence-{S1}", {"statement": 1, "n": 9, "stayed": 3})
    same = [who.took(S1, position) for who, position in zip(PEOPLE, FIRST, strict=True)]
    stayed = talked(FIRST, e.StatementsOpened((S1,)), *same, e.StatementsRevealed((S1,)))
    assert advised(stayed)[0].rule == "nobody_moved"


def test_nothing_of_the_answers_is_advised_while_they_are_hidden() -> None:
    stances = [who.took(S1, position) for who, position in zip(PEOPLE, FIRST, strict=True)]
    assert rules(given(*open_for_stances(S1), *stances)) == ["nearly_ready"]


def test_nine_of_ten_ready_is_enough() -> None:
    ready = [e.SaidReady(who.id) for who in PEOPLE]
    assert rules(given(*open_for_stances(), *ready[:10])) == []
    assert rules(given(*open_for_stances(), *ready[:11])) == ["nearly_ready"]


def test_people_without_a_phone_are_counted_by_hand() -> None:
    setup = e.SetUpChanged("Leren", "Westerveen", "", Language.NL, given().state.playbook.pacing, expected=15)
    here = given(setup, *open_for_stances())
    assert advised(here) == [Advice("hands_missing", "vote", {"missing": 3})]
    assert rules(here.after(FEMKE.asks(c.CountHands(S1, (0, 0, 1, 0, 0))))) == []


def test_time_that_runs_out_before_step_three_says_park() -> None:
    here = given(*open_for_stances()).later(14)
    assert "short_of_time" in rules(here)
    assert "short_of_time" not in rules(given(*open_for_stances()).later(5))
    assert "short_of_time" not in rules(here.and_(e.StepEntered(StepId.PRINCIPLES)))


def test_many_points_are_merged_first() -> None:
    points = [e.PointRaised(PointId(f"p{n}"), PointKind.UNCLEAR, f"Punt {n}") for n in range(8)]
    assert rules(given(in_step(StepId.FOLLOW_UPS), *points[:7])) == []
    assert advised(given(in_step(StepId.FOLLOW_UPS), *points)) == [Advice("crowded", "points", {"n": 8})]


def test_a_follow_up_without_an_owner_is_asked_about() -> None:
    raised = e.PointRaised(PointId("a"), PointKind.UNCLEAR, "Wie beslist?")
    shown = (in_step(StepId.FOLLOW_UPS), raised, e.DotsOpened(), e.DotsRevealed())
    due = datetime.date(2027, 1, 1)
    unowned = given(*shown, e.FollowUpAgreed(PointId("a"), "Vraag het na.", None, due))
    assert advised(unowned) == [Advice("without_owner", "agree-a", {"n": 1})]
    assert rules(given(*shown, e.FollowUpAgreed(PointId("a"), "Vraag het na.", SANNE, due))) == []


def test_an_objection_is_asked_about() -> None:
    learn = PrincipleId("learn")
    asked = (
        in_step(StepId.PRINCIPLES),
        AISHA.did(e.PrincipleDrafted(learn, "Leren is werk.")),
        e.ConsentAsked((learn,)),
    )
    given_by = [
        e.ConsentGiven(who.id, learn, Consent.OBJECT if n < 2 else Consent.AGREE) for n, who in enumerate(PEOPLE)
    ]
    shown = given(*asked, *given_by, e.ConsentRevealed((learn,)))
    assert advised(shown) == [Advice("objected", "principle-learn", {"number": 1, "n": 2})]
    assert rules(shown.and_(e.PrincipleKept(learn))) == []


def test_at_most_three_at_a_time_the_most_urgent_first() -> None:
    here = talked([None] * 4 + [1] * 4 + [5] * 4).later(15)
    assert rules(here) == ["short_of_time", "camps_equal", "no_opinion"]


def test_only_the_facilitator_gets_advice() -> None:
    here = talked(FIRST)
    assert [role for role in Role if here.seen_by(role).advice] == [Role.FACILITATOR]


@pytest.mark.parametrize("language", Language)
def test_every_advice_has_its_words(language: Language) -> None:
    named = {key.split(".")[1] for key in catalogue(language) if key.startswith("compass.") and key.endswith(".do")}
    source = Path(str(compass.__file__)).read_text("utf-8")
    assert all(f'"{rule}"' in source for rule in named)
