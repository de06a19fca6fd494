# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what a playbook says makes a meeting: every step, a cue for every moment, ids that are told apart."""

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import Any

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Cue, Moment, Question, QuestionKind, Statement, Step, StepId, Wording
from leerlandschap.playbooks.complaint import Fault, Path

LONGEST_NAME = 32  # characters; what fits beside a place on the map


def of_steps(steps: Sequence[Step]) -> Iterator[Fault]:
    """Every step once, in the order of the card, with time for it."""
    yield from twice("step", [each.id for each in steps])
    missing = [each for each in StepId if each not in {step.id for step in steps}]
    yield from (Fault(("step",), "step_missing", {"step": each}) for each in missing)
    if not missing and list(dict.fromkeys(each.id for each in steps)) != [*StepId]:
        yield Fault(("step",), "steps_out_of_order", {"order": ", ".join(StepId)})
    for number, step in enumerate(steps):
        if not 0 < step.minutes < inf:
            yield Fault(("step", number, "minutes"), "minutes_not_positive", {"step": step.id})


def of_statements(statements: Sequence[Statement]) -> Iterator[Fault]:
    """At least one statement; each with an id of its own and a name that fits on the map."""
    if not statements:
        yield Fault(("statement",), "no_statements")
    yield from twice("statement", [each.id for each in statements])
    for number, each in enumerate(statements):
        yield from long_names(each.name, ("statement", number, "name"))


def long_names(name: Wording, path: Path) -> Iterator[Fault]:
    """A name, in each of its languages, that does not fit on the map."""
    for language in Language:
        text, _ = name.spoken(language)
        if len(text) > LONGEST_NAME:
            yield Fault((*path, language.value), "name_too_long", {"most": LONGEST_NAME, "length": len(text)})


def of_questions(questions: Sequence[Question]) -> Iterator[Fault]:
    """Questions and their options with ids of their own; ``most`` between one and what can be chosen."""
    yield from twice("question", [each.id for each in questions])
    for number, each in enumerate(questions):
        here: Path = ("question", number)
        if not each.options:
            yield Fault((*here, "option"), "no_options", {"question": each.id})
        yield from twice("option", [option.id for option in each.options], here)
        if each.most < 1:
            yield Fault((*here, "most"), "most_too_small", {"question": each.id})
        elif each.kind is QuestionKind.SOME and each.most > len(each.options) > 0:
            yield Fault((*here, "most"), "most_too_large", {"most": each.most, "options": len(each.options)})


def of_script(script: Sequence[Cue]) -> Iterator[Fault]:
    """One cue for every moment, and at most one more for each way it may turn out; each with something to say."""
    there = [(each.moment, each.when) for each in script]
    yield from (Fault(("cue",), "cue_missing", {"moment": each}) for each in Moment if (each, None) not in there)
    for number, each in enumerate(script):
        if there[number] in there[:number]:
            yield Fault(("cue", number, "moment"), "double_cue", {"moment": each.moment})
        if not each.say:
            yield Fault(("cue", number), "no_sentences", {"moment": each.moment})


def twice(part: str, ids: Sequence[str], here: Path = ()) -> Iterator[Fault]:
    """Ids that were used before in the same list."""
    for number, each in enumerate(ids):
        if each in ids[:number]:
            yield Fault((*here, part, number, "id"), "double_id", {"id": each})


MEANING: dict[str, Callable[[Any], Iterator[Fault]]] = {
    "step": of_steps,
    "statement": of_statements,
    "question": of_questions,
    "cue": of_script,
}
