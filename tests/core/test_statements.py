# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 1: opening, stances, hands, revealing, talking, asking again."""

import pytest

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import Language, Refusal, Refused, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Pacing, StepId
from leerlandschap.core.workshop.state import Stance
from tests.cast import (
    AISHA,
    BRAM,
    CHEN,
    FEMKE,
    NINE,
    NOWHERE,
    S1,
    S2,
    S3,
    S4,
    S5,
    given,
    in_step,
    open_for_stances,
    revealed,
)

ONE_BY_ONE = e.SetUpChanged("Leren", "Westerveen", "", Language.NL, Pacing.ONE_BY_ONE)
FIRST = revealed(S1, [1, 2, 2, 5, 5])


def test_all_statements_open_together() -> None:
    assert given().when(FEMKE.asks(c.OpenStatements())) == open_for_stances()


def test_one_by_one_opens_the_next_and_puts_it_to_the_group() -> None:
    here = given(ONE_BY_ONE).after(FEMKE.asks(c.OpenStatements()))
    assert (here.state.open_statements, here.state.put) == ((S1,), S1)
    assert here.when(FEMKE.asks(c.OpenStatements())) == ()
    next_one = here.after(FEMKE.asks(c.RevealStatements()), FEMKE.asks(c.OpenStatements()))
    assert (next_one.state.open_statements, next_one.state.put) == ((S2,), S2)


def test_a_statement_that_was_opened_is_not_opened_again() -> None:
    here = given(*revealed(S1, [3]))
    assert here.when(FEMKE.asks(c.OpenStatements((S1,)))) == ()
    assert here.when(FEMKE.asks(c.OpenStatements((S1, S2, S2)))) == (e.StatementsOpened((S2,)),)
    assert here.when(FEMKE.asks(c.OpenStatements())) == (e.StatementsOpened((S2, S3, S4, S5)),)


@pytest.mark.parametrize("position", [0, 6, -1, 10**9])
def test_a_position_outside_the_scale_is_refused(position: int) -> None:
    asked = AISHA.asks(c.TakeStance(S1, position))
    assert given(*open_for_stances()).when(asked) == Refused(Refusal.POSITION_OUT_OF_RANGE, "position")


def test_a_late_stance_is_refused() -> None:
    assert given(*FIRST).when(AISHA.asks(c.TakeStance(S1, 4))) == Refused(Refusal.TOO_LATE, "statement")


def test_an_early_stance_is_refused() -> None:
    early = given(*open_for_stances(S1)).when(AISHA.asks(c.TakeStance(S2, 4)))
    assert early == Refused(Refusal.NOT_OPEN, "statement")


@pytest.mark.parametrize(
    "command",
    [c.OverruleVerdict(NOWHERE, Zone.CORE), c.WriteNote(NOWHERE, "?"), c.PutStatement(NOWHERE), c.AskAgain(NOWHERE),
     c.CountHands(NOWHERE, (1, 1, 1, 1, 1))],
)  # fmt: skip
def test_a_statement_that_is_not_there_is_unknown(command: c.Command) -> None:
    assert given(*FIRST).when(FEMKE.asks(command)) == Refused(Refusal.UNKNOWN_STATEMENT, "statement")


def test_a_statement_that_is_not_there_cannot_be_opened_and_has_no_stances() -> None:
    here = given(*open_for_stances())
    assert here.when(FEMKE.asks(c.OpenStatements((S1, NOWHERE)))) == Refused(Refusal.UNKNOWN_STATEMENT, "statements")
    assert here.when(AISHA.asks(c.TakeStance(NOWHERE, 1))) == Refused(Refusal.UNKNOWN_STATEMENT, "statement")


def test_aisha_may_change_her_mind_until_the_reveal() -> None:
    here = given(*open_for_stances(), AISHA.took(S1, 2), BRAM.took(S1, 2), AISHA.took(S1, 5))
    last = here.state.last_round(S1)
    assert last is not None
    assert last.tally == Tally((0, 1, 0, 0, 1), 0)


def test_a_motivation_left_out_stays_and_an_empty_one_goes() -> None:
    here = given(*open_for_stances(), AISHA.took(S1, 2, "geen tijd"))
    assert here.when(AISHA.asks(c.TakeStance(S1, 3))) == (AISHA.took(S1, 3, "geen tijd"),)
    assert here.when(AISHA.asks(c.TakeStance(S1, 2))) == ()
    assert here.when(AISHA.asks(c.TakeStance(S1, 2, " "))) == (AISHA.took(S1, 2),)


def test_no_opinion_is_an_answer_too() -> None:
    last = given(*open_for_stances(), AISHA.took(S1, None)).state.last_round(S1)
    assert last is not None
    assert (last.tally, dict(last.stances)) == (Tally((0, 0, 0, 0, 0), 1), {AISHA.id: Stance(None, "", NINE, 0.0)})


def test_whoever_answered_everything_is_ready() -> None:
    here = given(*open_for_stances(S1, S2), AISHA.took(S1, 1), BRAM.took(S1, 1))
    assert list(here.state.ready) == []
    assert list(here.and_(AISHA.took(S2, 1)).state.ready) == [AISHA.id]


def test_ready_needs_something_open() -> None:
    assert given(*FIRST).when(AISHA.asks(c.Ready())) == Refused(Refusal.NOT_OPEN)


@pytest.mark.parametrize("counts", [(), (1, 2, 3, 4), (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, -1), (0, 0, 0, 0, 20_001)])
def test_hands_that_cannot_be_are_refused(counts: tuple[int, ...]) -> None:
    asked = FEMKE.asks(c.CountHands(S1, counts))
    assert given(*open_for_stances()).when(asked) == Refused(Refusal.COUNTS_NOT_VALID, "counts", {"most": 20_000})


def test_a_new_count_of_hands_replaces_the_former() -> None:
    here = given(*open_for_stances(), AISHA.took(S1, 1)).after(
        FEMKE.asks(c.CountHands(S1, (0, 0, 0, 0, 9))), FEMKE.asks(c.CountHands(S1, (0, 0, 0, 2, 0), 1))
    )
    last = here.state.last_round(S1)
    assert last is not None
    assert last.total == Tally((1, 0, 0, 2, 0), 1)


def test_hands_are_not_counted_after_the_reveal() -> None:
    late = given(*FIRST).when(FEMKE.asks(c.CountHands(S1, (1, 0, 0, 0, 0))))
    assert late == Refused(Refusal.TOO_LATE, "statement")


def test_there_is_nothing_to_reveal_before_anything_was_opened() -> None:
    asked = FEMKE.asks(c.RevealStatements())
    assert given(in_step(StepId.STATEMENTS)).when(asked) == Refused(Refusal.NOTHING_TO_REVEAL)
    assert given(*FIRST).when(asked) == ()


def test_a_second_round_keeps_the_first() -> None:
    before = given(*FIRST)
    after = before.after(FEMKE.asks(c.AskAgain(S1)), CHEN.asks(c.TakeStance(S1, 4)), FEMKE.asks(c.RevealStatements()))
    first, second = after.state.discussion(S1).rounds
    assert first == before.state.discussion(S1).rounds[0]
    assert (second.tally, second.revealed) == (Tally((0, 0, 0, 1, 0), 0), True)


def test_a_second_round_asks_everybody_to_be_ready_anew() -> None:
    here = given(*open_for_stances(S1), AISHA.took(S1, 1), e.StatementsRevealed((S1,)))
    assert list(here.after(FEMKE.asks(c.AskAgain(S1))).state.ready) == []


def test_only_what_was_revealed_is_asked_again() -> None:
    here = given(*open_for_stances(S1))
    assert here.when(FEMKE.asks(c.AskAgain(S1))) == ()
    assert here.when(FEMKE.asks(c.AskAgain(S2))) == Refused(Refusal.NOT_OPEN, "statement")


def test_a_verdict_is_overruled_only_after_it_was_seen() -> None:
    asked = FEMKE.asks(c.OverruleVerdict(S1, Zone.GREY))
    assert given(*open_for_stances(S1)).when(asked) == Refused(Refusal.NOTHING_TO_REVEAL, "statement")
    overruled = given(*FIRST).after(asked)
    assert overruled.after(FEMKE.asks(c.OverruleVerdict(S1, None))).state == given(*FIRST).state


def test_an_empty_note_removes_the_note() -> None:
    here = given(*FIRST).after(FEMKE.asks(c.WriteNote(S1, "Wat is 'functie'?")))
    assert here.after(FEMKE.asks(c.WriteNote(S1, " "))).state == given(*FIRST).state


def test_two_people_may_share_the_same_insight() -> None:
    insight = c.ShareInsight("We praten, we doen niet.")
    here = given(*FIRST).after(AISHA.asks(insight), AISHA.asks(insight), BRAM.asks(insight))
    assert [(i.id, i.by) for i in here.state.insights] == [("n1", AISHA.name), ("n3", BRAM.name)]
