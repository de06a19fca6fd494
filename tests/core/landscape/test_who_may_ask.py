# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may ask what of a landscape: the whole table, every role, at every stage of the policy.

It is written out a second time here, by hand: whoever changes phases.py says it in both places.
"""

import pytest

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.phases import MAY_ASK
from leerlandschap.core.landscape.state import Stage
from leerlandschap.core.vocabulary import Refusal, Refused, Role
from tests.core.landscape.cast import AISHA, FEMKE, SANNE, SCREEN, TODAY, VERA, WILLEM, Person, given
from tests.core.landscape.examples import ADOPTED, COMMANDS, EXAMPLES, FURNISHED

# l: who keeps the landscape, o: the owner of the follow-up it is about, f: a facilitator whose workshop hands on.
TABLE = """
                      concept  sent  consent_asked  consent_given  adopted
ChooseFrame           l        l     l              l              l
TakeOver              lo       lo    lo             lo             lo
GiveOwner             lo       lo    lo             lo             lo
Postpone              lo       lo    lo             lo             lo
Drop                  lo       lo    lo             lo             lo
PickUp                lo       lo    lo             lo             lo
RecordFinding         lo       lo    lo             lo             lo
WritePrinciple        l        l     l              l              l
SupplementPrinciple   l        l     l              l              l
RevisePrinciple       l        l     l              l              l
MergePrinciples       l        l     l              l              l
AdoptPrinciple        l        l     l              l              l
WithdrawPrinciple     l        l     l              l              l
WordScope             l        l     l              l              l
WordBoundary          l        l     l              l              l
LiftBoundary          l        l     l              l              l
WritePassage          l        l     l              l              l
AcceptPassage         l        l     l              l              l
KeepPassage           l        l     l              l              l
ReleasePassage        l        l     l              l              l
LeaveOutPassage       l        l     l              l              l
SendPolicy            l        l     l              l              .
AskWorksCouncil       l        l     l              l              .
RecordConsent         .        .     l              l              .
AdoptPolicy           l        l     l              l              l
PutIntoForce          l        l     l              l              .
ReopenPolicy          l        l     l              l              l
PlanReview            l        l     l              l              l
AddWorkshop           f        f     f              f              f
CarryOver             f        f     f              f              f
"""
LETTERS: dict[str, Person] = {"l": WILLEM, "o": SANNE, "f": FEMKE, "p": AISHA, "s": SCREEN, "v": VERA}

HEADS, *LINES = (line.split() for line in TABLE.strip().splitlines())
ROWS = {name: {Stage(h): set(cell) - {"."} for h, cell in zip(HEADS, cells, strict=True)} for name, *cells in LINES}
COMMAND_OF: dict[str, c.Command] = {type(x.asked.command).__name__: x.asked.command for x in EXAMPLES}
COMMAND_OF |= {"TakeOver": c.TakeOver(SANNE.name, "Sanne"), "AdoptPolicy": c.AdoptPolicy(TODAY, "directie")}  # type: ignore[arg-type]

AT: dict[Stage, tuple[e.Event, ...]] = {
    Stage.CONCEPT: (),
    Stage.SENT: (e.PolicySent(TODAY),),
    Stage.CONSENT_ASKED: (e.ConsentRequested(TODAY),),
    Stage.CONSENT_GIVEN: (e.ConsentRequested(TODAY), e.ConsentRecorded(TODAY, "given", "OR-11")),
    Stage.ADOPTED: (e.PolicyAdopted(ADOPTED),),
}


def told(letter: str, name: str, stage: Stage) -> Refusal | None:
    """What the table here says of it."""
    if not any(letter in cell for cell in ROWS[name].values()):
        return Refusal.WRONG_ROLE
    return None if letter in ROWS[name][stage] else Refusal.WRONG_MOMENT


def heard(letter: str, name: str, stage: Stage) -> Refusal | None:
    """What the rules say of it: the refusal for who or when, None for any other answer."""
    here = given(*FURNISHED, *AT[stage])
    assert here.state.stage is stage
    answer = here.when(LETTERS[letter].asks(COMMAND_OF[name]))
    not_now = isinstance(answer, Refused) and answer.code in (Refusal.WRONG_ROLE, Refusal.WRONG_MOMENT)
    return answer.code if isinstance(answer, Refused) and not_now else None


def test_every_command_has_a_row_and_every_role_a_letter() -> None:
    assert set(ROWS) == {kind.__name__ for kind in COMMANDS}
    assert {person.role for person in LETTERS.values()} == set(Role) == set(MAY_ASK)
    assert [*Stage] == HEADS


@pytest.mark.parametrize("name", ROWS)
def test_who_may_ask_it_when(name: str) -> None:
    cells = [(letter, stage) for letter in LETTERS for stage in Stage]
    assert {cell: heard(cell[0], name, cell[1]) for cell in cells} == {c: told(c[0], name, c[1]) for c in cells}


def test_a_command_without_a_row_in_the_rules_is_for_nobody() -> None:
    assert {kind for allowed in MAY_ASK.values() for kind in allowed} == set(COMMANDS)
