# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may ask what, and when: the whole table, every role in every step, open and closed.

It is written out a second time here, by hand: whoever changes phases.py says it in both places.
"""

import pytest

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.phases import MAY_ASK
from leerlandschap.core.workshop.playbook import StepId
from tests.cast import AISHA, FEMKE, SANNE_BY_LINK, SCREEN, VERA, WILLEM, Person, given, in_step
from tests.core.examples import COMMANDS, EXAMPLES, FURNISHED

# p: a participant, f: the facilitator, v: somebody at the door.
TABLE = """
                   welcome  statements  follow_ups  principles  closing
Join               v        v           v           v           v
SetUp              f        .           .           .           .
EditStatement      f        .           .           .           .
DropStatement      f        .           .           .           .
EditText           f        .           .           .           .
SetMinutes         f        .           .           .           .
GoTo               f        f           f           f           f
AddMinute          .        f           f           f           f
Pause              .        f           f           f           f
Resume             .        f           f           f           f
OpenStatements     f        f           .           .           .
TakeStance         .        p           .           .           .
CountHands         .        f           .           .           .
Ready              .        p           .           .           .
RevealStatements   .        f           .           .           .
PutStatement       .        f           .           .           .
AskAgain           .        f           .           .           .
WriteNote          .        f           f           f           f
OverruleVerdict    .        f           f           f           f
ShareInsight       .        pf          pf          pf          pf
RaisePoint         .        f           pf          f           f
MergePoints        .        .           f           f           f
Park               .        f           f           f           f
Unpark             .        f           f           f           f
OpenDots           .        .           f           .           .
SpendDots          .        .           p           .           .
RevealDots         .        .           f           .           .
AgreeFollowUp      .        .           f           f           f
AnswerQuestion     .        .           .           p           .
RevealAnswers      .        .           .           f           .
DraftPrinciple     .        .           .           pf          f
EditPrinciple      .        .           .           f           f
AskConsent         .        .           .           f           f
GiveConsent        .        .           .           p           p
RevealConsent      .        .           .           f           f
KeepPrinciple      .        .           .           f           f
SetScope           .        .           .           f           f
SetBoundary        .        .           .           f           f
RateWorkshop       .        .           .           .           p
Close              f        f           f           f           f
Reopen             f        f           f           f           f
"""
ALSO_WHEN_CLOSED = {"Close", "Reopen"}
LETTERS: dict[str, Person] = {"p": AISHA, "f": FEMKE, "v": VERA, "s": SCREEN, "l": WILLEM, "o": SANNE_BY_LINK}

HEADS, *LINES = (line.split() for line in TABLE.strip().splitlines())
ROWS = {
    name: {StepId(step): set(cell) - {"."} for step, cell in zip(HEADS, cells, strict=True)} for name, *cells in LINES
}
COMMAND_OF = {type(x.asked.command).__name__: x.asked.command for x in EXAMPLES}
NOT_NOW = {Refusal.WRONG_ROLE, Refusal.WRONG_MOMENT, Refusal.WORKSHOP_CLOSED}


def told(letter: str, name: str, step: StepId, closed: bool) -> Refusal | None:
    """What the table here says of it."""
    if not any(letter in cell for cell in ROWS[name].values()):
        return Refusal.WRONG_ROLE
    if closed and name not in ALSO_WHEN_CLOSED:
        return Refusal.WORKSHOP_CLOSED
    return None if letter in ROWS[name][step] else Refusal.WRONG_MOMENT


def heard(letter: str, name: str, step: StepId, closed: bool) -> Refusal | None:
    """What the rules say of it: the refusal for who or when, None for any other answer."""
    ending: tuple[e.Event, ...] = (e.WorkshopClosed(),) if closed else ()
    answer = given(*FURNISHED, in_step(step), *ending).when(LETTERS[letter].asks(COMMAND_OF[name]))
    return answer.code if isinstance(answer, Refused) and answer.code in NOT_NOW else None


def test_every_command_has_a_row_and_every_role_a_letter() -> None:
    assert set(ROWS) == {kind.__name__ for kind in COMMANDS}
    assert {person.role for person in LETTERS.values()} == set(Role) == set(MAY_ASK)
    assert [*StepId] == HEADS


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("name", ROWS)
def test_who_may_ask_it_when(name: str, closed: bool) -> None:
    cells = [(letter, step) for letter in LETTERS for step in StepId]
    says = {(letter, step): heard(letter, name, step, closed) for letter, step in cells}
    assert says == {(letter, step): told(letter, name, step, closed) for letter, step in cells}


def test_a_command_without_a_row_in_the_rules_is_for_nobody() -> None:
    asked = {kind for allowed in MAY_ASK.values() for kind in allowed}
    assert asked == set(COMMANDS)
