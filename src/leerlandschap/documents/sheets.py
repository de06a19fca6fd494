# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on which sheet of the workbook, column by column. The heads are ``office.workbook.<sheet>.<column>``."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from leerlandschap.core.measures import Kind
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens import outcomes
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.shapes import (
    FollowUpView,
    Moved,
    Outcome,
    PointView,
    PrincipleView,
    StatementView,
    WorkshopView,
)

Value = str | int | float | datetime.date | None
Look = Literal["text", "number", "part", "measure", "day"]


class Column(NamedTuple):
    """``under`` is the sheet whose word for it stands at its head, when that is another."""

    name: str
    width: float  # in letters
    look: Look
    of: Callable[[Any, Language], Value]  # of one row
    under: str = ""


class Sheet(NamedTuple):
    """``names`` columns stay in sight when one looks to the right."""

    name: str
    names: int
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[Any]]


class Counted(NamedTuple):
    """One revealed round of one statement."""

    statement: StatementView
    outcome: Outcome
    last: bool


class About(NamedTuple):
    """A point or a follow-up, with the numbers of the statements it is about."""

    what: Any
    statements: Sequence[int]


def _counted(view: WorkshopView) -> Iterator[Counted]:
    for statement in view.statements:
        for outcome in statement.outcomes:
            yield Counted(statement, outcome, outcome is statement.outcome)


def _points(view: WorkshopView) -> Iterator[About]:
    return (_about(each, view) for each in view.points)


def _follow_ups(view: WorkshopView) -> Iterator[About]:
    return (_about(each, view) for each in view.follow_ups)


def _about(each: PointView | FollowUpView, view: WorkshopView) -> About:
    return About(each, [s.number for s in view.statements if s.id in each.statements])


def _principles(view: WorkshopView) -> Iterable[PrincipleView]:
    return view.principles


def _yes(said: bool, language: Language) -> str:
    return say(f"general.{'yes' if said else 'no'}", language)


def _numbers(row: About, language: Language) -> str:
    return ", ".join(map(str, row.statements))


def _part(name: str) -> Callable[[Counted, Language], Value]:
    """A share of everyone who answered."""

    def share(row: Counted, language: Language) -> Value:
        of = getattr(row.outcome, name)
        return None if of is None or not row.outcome.answers else of / row.outcome.answers

    return share


def _figure(name: str) -> Callable[[Counted, Language], Value]:
    def figure(row: Counted, language: Language) -> Value:
        found: Value = getattr(row.outcome, name)
        return found

    return figure


def _count(place: int) -> Callable[[Counted, Language], Value]:
    def count(row: Counted, language: Language) -> Value:
        return None if row.outcome.counts is None else row.outcome.counts[place]

    return count


def _moved(name: str) -> Callable[[Counted, Language], Value]:
    def moved(row: Counted, language: Language) -> Value:
        found: Value = getattr(row.outcome.moved, name) if isinstance(row.outcome.moved, Moved) else None
        return found

    return moved


def _certainty(row: Counted, language: Language) -> str | None:
    if row.outcome.kind is Kind.TOO_FEW:
        return None
    return say(f"office.workbook.label.{'settled' if row.outcome.settled else row.outcome.label.value}", language)


def _group_says(row: Counted, language: Language) -> str | None:
    verdict = row.statement.verdict
    return outcomes.zone_word(verdict, language) if verdict and row.last else None


def _consent(name: str) -> Callable[[PrincipleView, Language], Value]:
    def figure(row: PrincipleView, language: Language) -> Value:
        found: Value = getattr(row.consent, name) if row.consent else None
        return found

    return figure


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(texts)


TOTALS = (
    Column("number", 9, "number", lambda r, _: r.statement.number),
    Column("name", 28, "text", lambda r, at: plain(at, r.statement.name)),
    Column("text", 50, "text", lambda r, at: plain(at, r.statement.text)),
    Column("round", 8, "number", lambda r, _: r.outcome.round),
    Column("answers", 11, "number", _figure("answers")),
    Column("strongly_disagree", 10, "number", _count(0)),
    Column("disagree", 10, "number", _count(1)),
    Column("between", 11, "number", _count(2)),
    Column("agree", 10, "number", _count(3)),
    Column("strongly_agree", 10, "number", _count(4)),
    Column("no_opinion", 10, "number", _figure("no_opinion")),
    Column("share_disagree", 10, "part", _part("disagree")),
    Column("share_middle", 10, "part", _part("middle")),
    Column("share_agree", 10, "part", _part("agree")),
    Column("kind", 16, "text", lambda r, at: outcomes.kind_word(r.outcome, at)),
    Column("certainty", 18, "text", _certainty),
    Column("group_says", 16, "text", _group_says),
    Column("disagreement", 14, "measure", _figure("disagreement")),
    Column("disagreement_unbiased", 16, "measure", _figure("disagreement_unbiased")),
    Column("opposition", 14, "measure", _figure("opposition")),
    Column("up", 10, "number", _moved("up")),
    Column("down", 10, "number", _moved("down")),
    Column("stayed", 10, "number", _moved("stayed")),
    Column("p", 12, "measure", _moved("p")),
    Column("convergence", 16, "measure", _moved("convergence")),
    Column("convergence_p", 14, "measure", _moved("convergence_p")),
    Column("note", 50, "text", lambda r, _: r.statement.note if r.last else ""),
    Column("parked", 12, "text", lambda r, at: _yes(r.statement.parked, at)),
)
POINTS = (
    Column("number", 9, "number", lambda r, _: r.what.number),
    Column("kind", 16, "text", lambda r, at: say(f"report.points.{r.what.kind.value}", at)),
    Column("text", 60, "text", lambda r, _: r.what.text),
    Column("dots", 9, "number", lambda r, _: r.what.dots),
    Column("statements", 12, "text", _numbers),
    Column("sources", 50, "text", lambda r, _: _listed(r.what.sources)),
    Column("agreed", 16, "text", lambda r, at: _yes(r.what.agreed, at)),
    Column("parked", 12, "text", lambda r, at: _yes(r.what.parked, at)),
)
FOLLOW_UPS = (
    Column("text", 60, "text", lambda r, _: r.what.text),
    Column("owner", 24, "text", lambda r, _: r.what.owner),
    Column("due_on", 14, "day", lambda r, _: r.what.due_on),
    Column("first_step", 45, "text", lambda r, _: r.what.first_step),
    Column("done_when", 45, "text", lambda r, _: r.what.done_when),
    Column("kind", 16, "text", lambda r, at: say(f"report.points.{r.what.kind.value}", at)),
    Column("statements", 12, "text", _numbers),
)
PRINCIPLES = (
    Column("number", 9, "number", lambda r, _: r.number),
    Column("statement", 55, "text", lambda r, _: r.statement),
    Column("because", 35, "text", lambda r, _: r.because),
    Column("means", 35, "text", lambda r, _: r.means),
    Column("except", 35, "text", lambda r, _: r.except_),
    Column("status", 20, "text", lambda r, at: say(f"office.workbook.status.{r.status}", at)),
    Column("answers", 11, "number", lambda r, _: None if r.too_few or r.consent is None else r.answers),
    Column("agree", 10, "number", _consent("agree")),
    Column("can_live_with", 14, "number", _consent("can_live_with")),
    Column("object", 10, "number", _consent("object")),
    Column("reservations", 45, "text", lambda r, _: _listed(r.reservations)),
    Column("earlier", 45, "text", lambda r, _: _listed(r.earlier)),
    Column("parked", 12, "text", lambda r, at: _yes(r.parked, at)),
)
SHEETS = (
    Sheet("totals", 2, TOTALS, _counted),
    Sheet("points", 0, POINTS, _points),
    Sheet("follow_ups", 0, FOLLOW_UPS, _follow_ups),
    Sheet("principles", 0, PRINCIPLES, _principles),
)
