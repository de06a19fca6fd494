# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every text that people type: as long as it may be, one character longer, and empty."""

from collections.abc import Callable

import pytest

from leerlandschap.core.vocabulary import Consent, OptionId, PointKind, Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.terms import Limits
from tests.cast import AISHA, FEMKE, S1, S2, START, Asked, given, in_step
from tests.core.examples import FURNISHED, HOURS, LEARN

SMALL = Limits()
Typed = Callable[[str], Asked]

# field as the refusal names it, most characters, needed, step, and the command with this text
TEXTS: dict[str, tuple[str, int, bool, StepId, Typed]] = {
    "title": ("title", SMALL.title, True, StepId.WELCOME, lambda t: FEMKE.asks(c.SetUp(title=t))),
    "organisation": ("organisation", SMALL.title, True, StepId.WELCOME, lambda t: FEMKE.asks(c.SetUp(organisation=t))),
    "team": ("team", SMALL.title, False, StepId.WELCOME, lambda t: FEMKE.asks(c.SetUp(team=t))),
    "motivation": (
        "motivation", SMALL.text, False, StepId.STATEMENTS, lambda t: AISHA.asks(c.TakeStance(S2, 3, t))
    ),
    "note": ("text", SMALL.text, False, StepId.STATEMENTS, lambda t: FEMKE.asks(c.WriteNote(S1, t))),
    "insight": ("text", SMALL.text, True, StepId.STATEMENTS, lambda t: AISHA.asks(c.ShareInsight(t))),
    "point": (
        "text", SMALL.sentence, True, StepId.FOLLOW_UPS, lambda t: AISHA.asks(c.RaisePoint(PointKind.UNCLEAR, t))
    ),
    "thought": ("text", SMALL.sentence, True, StepId.FOLLOW_UPS, lambda t: FEMKE.asks(c.Park(None, t))),
    "merged point": (
        "text", SMALL.sentence, False, StepId.FOLLOW_UPS, lambda t: FEMKE.asks(c.MergePoints((HOURS,), t or None))
    ),
    "follow-up": ("text", SMALL.sentence, True, StepId.FOLLOW_UPS, lambda t: FEMKE.asks(c.AgreeFollowUp(HOURS, t))),
    "first step": (
        "first_step", SMALL.sentence, False, StepId.FOLLOW_UPS,
        lambda t: FEMKE.asks(c.AgreeFollowUp(HOURS, "Uitzoeken", first_step=t)),
    ),
    "done when": (
        "done_when", SMALL.sentence, False, StepId.FOLLOW_UPS,
        lambda t: FEMKE.asks(c.AgreeFollowUp(HOURS, "Uitzoeken", done_when=t)),
    ),
    "fill": (
        "fill", SMALL.fill, False, StepId.PRINCIPLES,
        lambda t: AISHA.asks(c.AnswerQuestion(START, OptionId("both"), t)),
    ),
    "principle": ("statement", SMALL.sentence, True, StepId.PRINCIPLES, lambda t: AISHA.asks(c.DraftPrinciple(t))),
    "because": (
        "because", SMALL.sentence, False, StepId.PRINCIPLES, lambda t: AISHA.asks(c.DraftPrinciple("Leren.", t))
    ),
    "means": (
        "means", SMALL.sentence, False, StepId.PRINCIPLES, lambda t: AISHA.asks(c.DraftPrinciple("Leren.", means=t))
    ),
    "except": (
        "except", SMALL.sentence, False, StepId.PRINCIPLES,
        lambda t: FEMKE.asks(c.EditPrinciple(LEARN, "Leren.", except_=t)),
    ),
    "reservation": (
        "reservation", SMALL.sentence, False, StepId.PRINCIPLES,
        lambda t: AISHA.asks(c.GiveConsent(LEARN, Consent.OBJECT, t)),
    ),
    "scope": ("text", SMALL.sentence, False, StepId.PRINCIPLES, lambda t: FEMKE.asks(c.SetScope(t))),
    "boundary": ("text", SMALL.sentence, True, StepId.PRINCIPLES, lambda t: FEMKE.asks(c.SetBoundary(t))),
}  # fmt: skip

# Before the statements open there is nothing yet of the rest.
PREPARED: dict[str, tuple[str, int, Typed]] = {
    "statement": ("text", SMALL.sentence, lambda t: FEMKE.asks(c.EditStatement(t, "Naam", S1))),
    "name of a statement": ("name", SMALL.name, lambda t: FEMKE.asks(c.EditStatement("Wij leren.", t, S1))),
    "text of the playbook": ("text", SMALL.text, lambda t: FEMKE.asks(c.EditText("aim", t))),
}


def answer(name: str, text: str) -> object:
    if name in PREPARED:
        return given().when(PREPARED[name][2](text))
    _, _, _, step, typed = TEXTS[name]
    return given(*FURNISHED, in_step(step)).when(typed(text))


FIELDS = {name: (field, most) for name, (field, most, *_) in (TEXTS | PREPARED).items()}
NEEDED = [name for name, (_, _, needed, *_) in TEXTS.items() if needed] + [*PREPARED]


@pytest.mark.parametrize("name", FIELDS)
def test_a_text_as_long_as_it_may_be_is_taken(name: str) -> None:
    _, most = FIELDS[name]
    assert not isinstance(answer(name, f"  {'é' * most}\n"), Refused)


@pytest.mark.parametrize("name", FIELDS)
def test_a_text_one_character_longer_is_refused_with_both_figures(name: str) -> None:
    field, most = FIELDS[name]
    refused = Refused(Refusal.TEXT_TOO_LONG, field, {"most": most, "length": most + 1})
    assert answer(name, "é" * (most + 1)) == refused


@pytest.mark.parametrize("name", FIELDS)
def test_blanks_are_no_text(name: str) -> None:
    needed = Refused(Refusal.TEXT_MISSING, FIELDS[name][0])
    assert (answer(name, " \n\t") == needed) == (name in NEEDED or name == "merged point")


FULL: dict[str, tuple[int, StepId, Callable[[int], Asked]]] = {
    "points": (SMALL.points, StepId.FOLLOW_UPS, lambda n: AISHA.asks(c.RaisePoint(PointKind.UNCLEAR, f"Punt {n}"))),
    "principles": (SMALL.principles, StepId.PRINCIPLES, lambda n: AISHA.asks(c.DraftPrinciple(f"Zin {n}"))),
    "insights": (SMALL.insights, StepId.STATEMENTS, lambda n: AISHA.asks(c.ShareInsight(f"Inzicht {n}"))),
    "boundaries": (SMALL.boundaries, StepId.PRINCIPLES, lambda n: FEMKE.asks(c.SetBoundary(f"Grens {n}"))),
}


@pytest.mark.parametrize("name", FULL)
def test_there_is_an_end_to_what_one_person_may_fill(name: str) -> None:
    most, step, asks = FULL[name]
    full = given(in_step(step)).after(*(asks(n) for n in range(most)))
    refused = full.when(asks(most))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.facts) == (Refusal.TOO_MANY, {"most": most})
