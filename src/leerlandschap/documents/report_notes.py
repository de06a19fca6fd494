# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The notes of a report: the figures a sentence rests on. What may not be shown is not in the view, so not here."""

from collections.abc import Iterable

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import Note
from leerlandschap.text import say
from leerlandschap.views.shapes import Outcome, PrincipleView, StatementView, WorkshopView

POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree")


class Notes:
    """Numbers evidence in the order in which it is first named; the same evidence keeps its number."""

    def __init__(self, view: WorkshopView, language: Language) -> None:
        self._view, self._language = view, language
        self._numbers: dict[str, int] = {}

    @property
    def written(self) -> tuple[Note, ...]:
        return tuple(Note(number, text) for text, number in self._numbers.items())

    def about(self, statements: Iterable[StatementView]) -> tuple[int, ...]:
        """The figures of these statements, round by round."""
        return tuple(
            self._number(round_in_figures(each, outcome, self._language))
            for each in statements
            for outcome in each.outcomes
        )

    def behind(self, principle: PrincipleView) -> tuple[int, ...]:
        """How many spoke out on it, where that may be shown, and how it read before."""
        about = say("paper.note.principle", self._language, number=principle.number)
        spoke = say("paper.note.consent", self._language, n=principle.answers) if principle.consent else ""
        before = (
            say("paper.note.earlier", self._language, texts="; ".join(principle.earlier)) if principle.earlier else ""
        )
        text = " ".join(words for words in (spoke, before) if words)
        return (self._number(f"{about} {text}"),) if text else ()

    def _number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers) + 1)


def round_in_figures(statement: StatementView, outcome: Outcome, language: Language) -> str:
    """*Stelling 1, ronde 2: 1 helemaal oneens, 2 oneens, …*"""
    where = {"number": statement.number, "round": outcome.round}
    if outcome.counts is None:
        return say("paper.note.too_few", language, **where)
    counted = (*zip(POSITIONS, outcome.counts, strict=True), ("no_opinion", outcome.no_opinion or 0))
    figures = ", ".join(f"{n} {say(f'general.position.{name}', language)}" for name, n in counted)
    return say("paper.note.round", language, figures=figures, **where)
