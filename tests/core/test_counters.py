# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counters are kept as people speak and change their minds; they equal a full recount at any moment."""

from typing import Any

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import PointId, PointKind
from leerlandschap.core.workshop import events as e
from tests.cast import CARD, PEOPLE, S1, S2, Given, given, open_for_stances
from tests.core.recount import counters_are_right

calmly = settings(deadline=None, max_examples=60)  # a busy machine is no failure

SOME_PEOPLE = st.sampled_from([person.id for person in PEOPLE[:3]])
POINTS = tuple(PointId(each) for each in "abc")


def ready_for_everything() -> Given:
    """Two statements are open, and there are points to spend dots on."""
    raised = (e.PointRaised(p, PointKind.UNCLEAR, f"Punt {p}") for p in POINTS)
    return given(*open_for_stances(S1, S2), *raised, e.DotsOpened())


def answered() -> st.SearchStrategy[Any]:
    question = st.sampled_from(CARD.questions[:2])
    return question.flatmap(
        lambda q: st.builds(
            e.QuestionAnswered,
            SOME_PEOPLE,
            st.just(q.id),
            st.dictionaries(st.sampled_from([o.id for o in q.options[:3]]), st.integers(1, 3), min_size=1),
        )
    )


anything_said = st.one_of(
    st.builds(e.StanceTaken, SOME_PEOPLE, st.sampled_from([S1, S2]), st.none() | st.integers(1, 5)),
    st.builds(e.DotsSpent, SOME_PEOPLE, st.dictionaries(st.sampled_from(POINTS), st.integers(1, 3))),
    answered(),
)


@calmly
@whatever(st.lists(anything_said, max_size=25))
def test_counters_equal_a_full_recount(said: list[e.Event]) -> None:
    assert counters_are_right(ready_for_everything().and_(*said).state)


@calmly
@whatever(st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=8))
def test_the_last_stance_of_aisha_is_her_only_one(positions: list[int | None]) -> None:
    here = ready_for_everything().and_(*(PEOPLE[0].took(S1, position) for position in positions))
    last = here.state.last_round(S1)
    assert last is not None
    assert last.tally == Tally.of(positions[-1:])


@pytest.mark.parametrize("wrong", ["tally", "dots", "answers"])
def test_a_counter_that_is_off_would_be_noticed(wrong: str) -> None:
    option = CARD.questions[0].options[0].id
    here = ready_for_everything().and_(
        PEOPLE[0].took(S1, 2),
        e.DotsSpent(PEOPLE[0].id, {POINTS[0]: 1}),
        e.QuestionAnswered(PEOPLE[0].id, CARD.questions[0].id, {option: 1}),
    )
    assert counters_are_right(here.state)
    assert not counters_are_right(one_too_many(here, wrong).state)


def one_too_many(here: Given, wrong: str) -> Given:
    state = here.state
    if wrong == "tally":
        discussion = state.discussion(S1)
        last = replace(discussion.rounds[0], tally=Tally((1, 1, 0, 0, 0), 0))
        return here.also(discussions=state.discussions.set(S1, replace(discussion, rounds=(last,))))
    if wrong == "dots":
        return here.also(dot_totals=state.dot_totals.set(POINTS[0], 2))
    question = CARD.questions[0]
    given_ = state.answers[question.id]
    more = replace(given_, points=given_.points.set(question.options[1].id, 1))
    return here.also(answers=state.answers.set(question.id, more))
