# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before the statements open: the door, names, statements, texts and minutes."""

import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Pacing, Statement, StepId, Wording
from leerlandschap.core.workshop.terms import Limits, Terms
from tests.cast import AISHA, CARD, FEMKE, NOWHERE, S1, S2, S3, S4, S5, VERA, Person, a_workshop, given, in_step, opened

# a step back to the lobby after stances were asked
BEGUN = (in_step(StepId.STATEMENTS), e.StatementsOpened((S1,)), in_step(StepId.WELCOME))


def at_the_door(person: Person) -> Person:
    return replace(person, role=VERA.role)


def test_whoever_came_in_stays_in() -> None:
    assert given().when(at_the_door(AISHA).asks(c.Join())) == ()


def test_a_full_room_lets_nobody_in() -> None:
    full = given(terms=Terms(limits=Limits(participants=12)))
    assert full.when(VERA.asks(c.Join())) == Refused(Refusal.ROOM_FULL)
    assert full.when(at_the_door(AISHA).asks(c.Join())) == ()


def test_a_workshop_keeps_what_its_set_up_leaves_out() -> None:
    here = given().after(FEMKE.asks(c.SetUp(team="team Zorg", language=Language.EN, pacing=Pacing.ONE_BY_ONE)))
    state = here.after(FEMKE.asks(c.SetUp(expected=12)), FEMKE.asks(c.SetUp(organisation="Gemeente Oostrum"))).state
    assert (state.title, state.organisation, state.team, state.language, state.playbook.pacing, state.expected) == (
        "Leren in team Vergunningen", "Gemeente Oostrum", "team Zorg", Language.EN, Pacing.ONE_BY_ONE, 12,
    )  # fmt: skip


def test_a_title_may_not_be_taken_away() -> None:
    assert given().when(FEMKE.asks(c.SetUp(title="  "))) == Refused(Refusal.TEXT_MISSING, "title")


@pytest.mark.parametrize("expected", [0, -3])
def test_nobody_expected_is_no_expectation(expected: int) -> None:
    assert (
        given().after(FEMKE.asks(c.SetUp(expected=12)), FEMKE.asks(c.SetUp(expected=expected))).state.expected is None
    )


@pytest.mark.parametrize(
    "command",
    [c.EditStatement("Wij leren.", "Leren", S1), c.EditStatement("Wij leren.", "Leren"), c.DropStatement(S1),
     c.EditText("title", "Onze dag")],
)  # fmt: skip
def test_texts_stand_once_stances_were_asked(command: c.Command) -> None:
    assert given(*BEGUN).when(FEMKE.asks(command)) == Refused(Refusal.ALREADY_STARTED)


def test_a_statement_can_be_added_worded_anew_and_dropped() -> None:
    here = given().after(
        FEMKE.asks(c.EditStatement("Wij leren elke dag.", "Elke dag")),
        FEMKE.asks(c.EditStatement("Wij leren elke week.", "Elke week", S2)),
        FEMKE.asks(c.DropStatement(S1)),
    )
    statements = here.state.playbook.statements
    assert [s.id for s in statements] == [S2, S3, S4, S5, "n1"]
    assert statements[0] == Statement(S2, Wording(nl="Elke week"), Wording(nl="Wij leren elke week."))


def test_a_statement_that_only_gets_another_name_keeps_its_translation() -> None:
    text = CARD.statements[0].text
    decided = given().when(FEMKE.asks(c.EditStatement(str(text.nl), "Een andere naam", S1)))
    assert decided == (e.StatementEdited(Statement(S1, Wording(nl="Een andere naam"), text)),)


def test_there_is_always_a_statement() -> None:
    here = given().after(*(FEMKE.asks(c.DropStatement(s)) for s in (S1, S2, S3, S4)))
    assert here.when(FEMKE.asks(c.DropStatement(S5))) == Refused(Refusal.NOT_ENOUGH_STATEMENTS, "statement")


@pytest.mark.parametrize("command", [c.DropStatement(NOWHERE), c.EditStatement("Wij leren.", "Leren", NOWHERE)])
def test_a_statement_that_is_not_there_cannot_be_changed(command: c.Command) -> None:
    assert given().when(FEMKE.asks(command)) == Refused(Refusal.UNKNOWN_STATEMENT, "statement")


def test_there_is_an_end_to_the_statements() -> None:
    full = opened(a_workshop(terms=Terms(limits=Limits(statements=6)))).after(
        FEMKE.asks(c.EditStatement("Wij leren.", "Leren"))
    )
    more = FEMKE.asks(c.EditStatement("Wij leren meer.", "Meer"))
    assert full.when(more) == Refused(Refusal.TOO_MANY, "statement", {"most": 6})


@pytest.mark.parametrize(
    "place",
    ["", "nowhere", "id", "pacing", "provenance", "statements.0.text", "steps", "steps.0", "steps.0.minutes",
     "steps.9.title", "steps.-1.title", "steps.x.title", "steps.0.title.nl", "questions.0.options.0.fill",
     "steps." + "9" * 5000, "title.__class__", "."],
)  # fmt: skip
def test_only_texts_of_the_playbook_can_be_changed(place: str) -> None:
    assert given().when(FEMKE.asks(c.EditText(place, "Iets"))) == Refused(Refusal.UNKNOWN_TEXT, "place")


def test_a_text_worded_anew_no_longer_claims_its_translation() -> None:
    state = given().after(FEMKE.asks(c.EditText("script.1.say.0", "Kies maar."))).state
    assert state.playbook.script[1].say[0] == Wording(nl="Kies maar.")
    assert state.playbook.script[1].say[1:] == CARD.script[1].say[1:]


@pytest.mark.parametrize("minutes", [0, -1, 240.5, float("nan"), float("inf")])
def test_minutes_that_cannot_be_are_refused(minutes: float) -> None:
    asked = FEMKE.asks(c.SetMinutes(StepId.PRINCIPLES, minutes))
    assert given().when(asked) == Refused(Refusal.MINUTES_NOT_VALID, "minutes", {"most": 240})


def test_every_step_may_last_as_long_as_the_facilitator_says() -> None:
    here = given().after(*(FEMKE.asks(c.SetMinutes(step, 9.5)) for step in StepId))
    assert {step.minutes for step in here.state.playbook.steps} == {9.5}
