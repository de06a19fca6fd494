# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people took for their first answers, and what the group's pace is once a round is revealed."""

import pytest

from leerlandschap.core.measures import paces
from leerlandschap.core.vocabulary import StatementId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.changes import speed
from leerlandschap.core.workshop.playbook import StepId
from tests.cast import AISHA, BRAM, CARD, PEOPLE, S1, S2, S3, Given, Person, given, open_for_stances

ALL_REVEALED = e.StatementsRevealed((S1, S2, S3))


def after(here: Given, seconds: float, *happened: e.Event) -> Given:
    return here.later(seconds / 60).and_(*happened)


def took(here: Given, person: Person, statement: StatementId) -> float | None:
    return here.state.discussion(statement).rounds[0].stances[person.id].seconds


def answered(here: Given, seconds: dict[StatementId, float], people: tuple[Person, ...] = PEOPLE) -> Given:
    """Everybody agrees with everything, and took so long for each."""
    for statement, each in seconds.items():
        here = after(here, each, *(person.took(statement, 5) for person in people))
    return here


def test_a_first_answer_counts_from_the_opening() -> None:
    here = after(given(*open_for_stances()), 12, AISHA.took(S1, 4))
    assert took(here, AISHA, S1) == 12


def test_whoever_comes_in_late_starts_counting_at_the_door() -> None:
    late = PEOPLE[0]
    here = after(given(*open_for_stances()), 60, e.ParticipantJoined(late.id))
    assert took(after(here, 9, late.took(S1, 4)), late, S1) == 9


def test_the_next_answer_counts_from_the_one_before_it() -> None:
    here = after(given(*open_for_stances()), 12, AISHA.took(S1, 4), BRAM.took(S1, 2))
    here = after(here, 7, AISHA.took(S3, 1))
    assert (took(here, AISHA, S3), took(here, BRAM, S1)) == (7, 12)


def test_changing_ones_mind_keeps_the_time_of_the_first_answer_and_starts_the_next() -> None:
    here = after(given(*open_for_stances()), 12, AISHA.took(S1, 4))
    here = after(here, 30, AISHA.took(S1, 2, "Toch niet."))
    here = after(here, 5, AISHA.took(S2, 2))
    assert (took(here, AISHA, S1), took(here, AISHA, S2)) == (12, 5)


def test_a_second_round_is_not_timed() -> None:
    here = answered(given(*open_for_stances(S1)), {S1: 10}).and_(e.StatementsRevealed((S1,)), e.StatementsOpened((S1,)))
    here = after(here, 20, AISHA.took(S1, 1))
    assert here.state.discussion(S1).rounds[1].stances[AISHA.id].seconds is None


def test_nothing_is_reckoned_before_the_reveal() -> None:
    assert dict(answered(given(*open_for_stances(S1, S2, S3)), {S1: 10, S2: 20, S3: 40}).state.paces) == {}


def test_at_the_reveal_every_statement_gets_its_pace() -> None:
    times = {S1: 10.0, S2: 10.0, S3: 40.0}
    here = answered(given(*open_for_stances(S1, S2, S3)), times).and_(ALL_REVEALED)
    lengths = {s.id: len(s.text.nl or "") for s in CARD.statements[:3]}
    everybody = [(person.name, which, seconds) for person in PEOPLE for which, seconds in times.items()]
    assert dict(here.state.paces) == paces(everybody, lengths)


def test_two_statements_are_too_few_to_compare() -> None:
    here = answered(given(*open_for_stances(S1, S2)), {S1: 10, S2: 30}).and_(e.StatementsRevealed((S1, S2)))
    assert dict(here.state.paces) == {}


def test_statement_by_statement_the_pace_comes_with_the_third_reveal() -> None:
    here = given(e.StepEntered(StepId.STATEMENTS))
    for statement, seconds in ((S1, 10), (S2, 30), (S3, 20)):
        assert dict(here.state.paces) == {}
        here = answered(here.and_(e.StatementsOpened((statement,))), {statement: seconds})
        here = here.and_(e.StatementsRevealed((statement,)))
    assert {which: pace.times for which, pace in here.state.paces.items()} == {S1: 12, S2: 12, S3: 12}


def test_answers_that_came_all_at_once_say_nothing_about_speed() -> None:
    """The network was away: everything that was chosen is sent in one go."""
    here = answered(given(*open_for_stances(S1, S2, S3)), {S1: 30, S2: 0, S3: 0}).and_(ALL_REVEALED)
    assert dict(here.state.paces) == {}


def test_of_a_full_hall_a_fair_draw_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "MOST", 6)
    here = answered(given(*open_for_stances(S1, S2, S3)), {S1: 10, S2: 20, S3: 40}).and_(ALL_REVEALED)
    assert {pace.times for pace in here.state.paces.values()} == {6}
