# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Steps can be gone back to without losing anything; the clock advises; closing can be undone."""

import pytest
from immutables import Map
from msgspec.structs import replace

from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.moments import moment_of
from leerlandschap.core.workshop.playbook import Moment, StepId
from leerlandschap.core.workshop.state import Clock, Workshop
from tests.cast import AISHA, FEMKE, S1, given, in_step, open_for_stances, revealed
from tests.core.examples import ASKED, FURNISHED, IN_PRINCIPLES, ONE_PRINCIPLE

EVERYWHERE = [*StepId]


def apart_from_step_and_clock(state: Workshop) -> Workshop:
    return replace(state, step=StepId.WELCOME, clock=Clock())


@pytest.mark.parametrize("back", StepId)
def test_going_back_loses_nothing(back: StepId) -> None:
    before = given(*FURNISHED)
    after = before.later(3).after(FEMKE.asks(c.GoTo(StepId.CLOSING)), FEMKE.asks(c.GoTo(back)))
    assert apart_from_step_and_clock(after.state) == apart_from_step_and_clock(before.state)
    assert after.state.step is back


def test_a_walk_through_every_step_and_back_loses_nothing() -> None:
    before = given(*FURNISHED)
    walk = [FEMKE.asks(c.GoTo(step)) for step in (*EVERYWHERE, *reversed(EVERYWHERE))]
    assert apart_from_step_and_clock(before.after(*walk).state) == apart_from_step_and_clock(before.state)


def test_a_stance_can_still_be_taken_after_coming_back() -> None:
    here = given(*open_for_stances(S1)).after(FEMKE.asks(c.GoTo(StepId.FOLLOW_UPS)))
    back = here.after(FEMKE.asks(c.GoTo(StepId.STATEMENTS)))
    assert back.when(AISHA.asks(c.TakeStance(S1, 2))) == (AISHA.took(S1, 2),)


def test_the_clock_stands_still_in_the_lobby() -> None:
    assert given().later(90).and_(in_step(StepId.STATEMENTS)).state.clock.spent == Map()


def test_every_step_books_its_own_time() -> None:
    here = given().and_(in_step(StepId.STATEMENTS)).later(7).and_(in_step(StepId.FOLLOW_UPS)).later(3)
    here = here.and_(in_step(StepId.STATEMENTS)).later(1).and_(in_step(StepId.WELCOME)).later(30)
    assert dict(here.state.clock.spent) == {StepId.STATEMENTS: 8 * 60, StepId.FOLLOW_UPS: 3 * 60}


def test_a_pause_costs_no_time_also_when_the_step_changes_meanwhile() -> None:
    here = given().and_(in_step(StepId.STATEMENTS)).later(2).and_(e.ClockPaused()).later(10)
    here = here.and_(in_step(StepId.FOLLOW_UPS)).later(10).and_(e.ClockResumed()).later(1).and_(e.ClockPaused())
    assert dict(here.state.clock.spent) == {StepId.STATEMENTS: 2 * 60, StepId.FOLLOW_UPS: 60}


def test_time_between_closing_and_opening_again_is_nobodys() -> None:
    here = given().and_(in_step(StepId.CLOSING)).later(2).and_(e.WorkshopClosed()).later(60)
    here = here.and_(e.WorkshopReopened()).later(1).and_(e.WorkshopClosed())
    assert dict(here.state.clock.spent) == {StepId.CLOSING: 3 * 60}


def test_a_minute_is_added_to_the_step_the_group_is_in() -> None:
    here = given(in_step(StepId.STATEMENTS)).after(FEMKE.asks(c.AddMinute()), FEMKE.asks(c.AddMinute()))
    assert dict(here.state.clock.lent) == {StepId.STATEMENTS: 2}


def test_closing_and_opening_again_loses_nothing() -> None:
    before = given(*FURNISHED)
    after = before.later(5).after(FEMKE.asks(c.Close()), FEMKE.asks(c.Reopen()))
    assert replace(after.state, clock=Clock()) == replace(before.state, clock=Clock())


@pytest.mark.parametrize(
    ("happened", "moment"),
    [
        ((), Moment.WELCOME),
        ((in_step(StepId.STATEMENTS),), Moment.VOTE),
        (open_for_stances(), Moment.VOTE),
        (revealed(S1, [1]), Moment.REVEAL),
        ((*revealed(S1, [1]), e.StatementPut(S1)), Moment.DISCUSS),
        ((*revealed(S1, [1]), e.StatementPut(S1), e.StatementsOpened((S1,))), Moment.AGAIN),
        (
            (*revealed(S1, [1]), e.StatementPut(S1), e.StatementsOpened((S1,)), e.StatementsRevealed((S1,))),
            Moment.SHIFT,
        ),
        ((in_step(StepId.FOLLOW_UPS),), Moment.POINTS),
        ((in_step(StepId.FOLLOW_UPS), e.DotsOpened()), Moment.DOTS),
        ((in_step(StepId.FOLLOW_UPS), e.DotsOpened(), e.DotsRevealed()), Moment.AGREE),
        ((IN_PRINCIPLES,), Moment.QUESTIONS),
        ((IN_PRINCIPLES, e.AnswersRevealed()), Moment.WRITE),
        ((*ONE_PRINCIPLE, e.AnswersRevealed()), Moment.WRITE),
        (ASKED, Moment.CONSENT),
        ((in_step(StepId.CLOSING),), Moment.CLOSING),
        ((in_step(StepId.CLOSING), e.WorkshopClosed()), Moment.CLOSED),
    ],
)
def test_where_the_group_is_follows_from_what_happened(happened: tuple[e.Event, ...], moment: Moment) -> None:
    assert moment_of(given(*happened).state) is moment
