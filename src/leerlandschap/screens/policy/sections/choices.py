# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The thinking questions in sentences: only where figures exist, and a tie is said as a tie."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from leerlandschap.core.landscape.outcome import ChoiceOutcome, WorkshopOutcome
from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import QuestionKind
from leerlandschap.playbooks import known
from leerlandschap.screens.policy.sections.told import joined, quoted, when
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView

CARD = "leerlandschap-verkennen"  # the ids in the outline are those of this playbook
START, AIM = "start", "aim"

Ranked = list[tuple[int, list[str]]]


def is_of_the_card(outcome: WorkshopOutcome) -> bool:
    """Only then do its statements and questions mean what the outline takes them for."""
    return outcome.playbook == known()[CARD].title


def has_figures(each: ChoiceOutcome) -> bool:
    return any(option.points for option in each.options)


def choice_said(each: ChoiceOutcome, outcome: WorkshopOutcome, view: LandscapeView) -> str:
    """What was chosen; the question must have figures."""
    language = view.language
    ranked = _ranked(each, language)
    if is_of_the_card(outcome) and each.id == START:
        only = len({o.team for o in view.outcomes}) == 1
        return _starting_point(ranked, each, when(outcome, language), only, language)
    if is_of_the_card(outcome) and each.id == AIM:
        return _aim(ranked, each, when(outcome, language), language)
    return _chosen(ranked, each, when(outcome, language), language)


def _ranked(each: ChoiceOutcome, language: Language) -> Ranked:
    """Options by how often they were chosen, those chosen equally often together; never chosen ones are not there."""
    chosen = sorted(((o.points, plain(language, o.text)) for o in each.options if o.points), key=lambda o: -o[0])
    return [(points, [text for _, text in same]) for points, same in groupby(chosen, key=itemgetter(0))]


def _starting_point(ranked: Ranked, each: ChoiceOutcome, day: str, only: bool, language: Language) -> str:
    """The group's when more than half chose it, and ours while no other team was asked; else what was chosen most."""
    n, first = ranked[0]
    how = "equal" if len(first) > 1 else "most" if 2 * n <= each.answers else "ours" if only else "theirs"
    options = quoted(first, language)
    return say(f"policy.starting_point.{how}", language, n=n, answers=each.answers, when=day, options=options)


def _aim(ranked: Ranked, each: ChoiceOutcome, day: str, language: Language) -> str:
    whole = sum(points * len(texts) for points, texts in ranked)
    return joined(
        *(_aimed(part, place, whole, language) for part, place in zip(ranked, ("first", "then"), strict=False)),
        say("policy.aim.by", language, n=each.answers, when=day),
    )


def _aimed(part: tuple[int, list[str]], place: str, whole: int, language: Language) -> str:
    n, texts = part
    key = f"policy.aim.{place}{'_equal' if len(texts) > 1 else ''}"
    return say(key, language, n=n, whole=whole, options=quoted(texts, language))


def _chosen(ranked: Ranked, each: ChoiceOutcome, day: str, language: Language) -> str:
    divided = each.kind is QuestionKind.DIVIDE
    asked = say("policy.choice.asked", language, n=each.answers, when=day, text=plain(language, each.text))
    return joined(asked, say(f"policy.choice.{'divided' if divided else 'chosen'}", language, options=_counted(ranked)))


def _counted(ranked: Ranked) -> str:
    return ", ".join(f"{text} ({n})" for n, texts in ranked for text in texts)


def option_said(each: ChoiceOutcome, option: str, outcome: WorkshopOutcome, language: Language) -> str:
    """How many chose this one answer; empty when nobody did."""
    found = next((o for o in each.options if o.id == option and o.points), None)
    if found is None or found.points is None:
        return ""
    return say(
        "policy.choice.option",
        language,
        name=plain(language, each.name),
        option=plain(language, found.text),
        n=found.points,
        answers=each.answers,
        when=when(outcome, language),
    )


def newest_with(question: str, its: Iterable[WorkshopOutcome]) -> tuple[ChoiceOutcome, WorkshopOutcome] | None:
    """The last time the question of the card was answered with figures to show."""
    answered = ((c, o) for o in its if is_of_the_card(o) for c in o.choices if c.id == question and has_figures(c))
    return next(answered, None)
