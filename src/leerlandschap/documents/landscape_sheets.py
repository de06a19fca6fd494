# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook of a landscape: the outcomes of all its workshops, follow-ups, findings, principles and boundaries."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_xlsx import Cover, workbook
from leerlandschap.documents.sheets import TOTALS, Column, Counted, Sheet, Value
from leerlandschap.text import say
from leerlandschap.views.as_closed import statements
from leerlandschap.views.landscape_shapes import (
    BoundaryLine,
    FindingLine,
    FollowUpLine,
    LandscapeView,
    PrincipleLine,
    TouchLine,
)


class OfAWorkshop(NamedTuple):
    """A round of a statement, with the workshop it was in."""

    outcome: WorkshopOutcome
    counted: Counted


class Touched(NamedTuple):
    """A finding, with one of the principles it touches."""

    finding: FindingLine
    touch: TouchLine | None
    follow_up: FollowUpLine | None


def landscape_xlsx(view: LandscapeView) -> bytes:
    """The workbook in the language of the policy; the same view gives the same bytes."""
    made_at = datetime.datetime.combine(view.today, datetime.time(), datetime.UTC)
    subject = say("office.workbook.landscape", view.language)
    return workbook(SHEETS, view, Cover(view.organisation, subject, view.organisation, made_at), view.language)


def _totals(view: LandscapeView) -> Iterator[OfAWorkshop]:
    for outcome in view.outcomes:
        for each in statements(outcome):
            for measured in each.outcomes:
                yield OfAWorkshop(outcome, Counted(each, measured, measured is each.outcome))


def _findings(view: LandscapeView) -> Iterator[Touched]:
    for each in view.findings:
        follow_up = view.follow_up(each.follow_up)
        yield from (Touched(each, touch, follow_up) for touch in each.touches or (None,))


def _of_the_count(column: Column) -> Column:
    """A column of a workshop's own workbook, here beside others."""

    def of(row: OfAWorkshop, language: Language) -> Value:
        return column.of(row.counted, language)

    return column._replace(of=of, under="totals")


def _touch(said: Callable[[TouchLine, Language], Value]) -> Callable[[Touched, Language], Value]:
    def of(row: Touched, language: Language) -> Value:
        return said(row.touch, language) if row.touch else None

    return of


def _consent(place: int) -> Callable[[PrincipleLine, Language], Value]:
    """Of all the workshops that showed theirs."""

    def of(row: PrincipleLine, language: Language) -> Value:
        shown = [source.consent[place] for source in row.sources if source.consent]
        return sum(shown) if shown else None

    return of


def _reservations(row: PrincipleLine, language: Language) -> str:
    return "\n".join(each for source in row.sources for each in source.reservations)


def _earlier(row: PrincipleLine | BoundaryLine, language: Language) -> str:
    return "\n".join(each.words.statement for each in row.wordings[:-1])


TOTALS_OF_ALL = (
    Column("day", 14, "day", lambda r, _: r.outcome.closed_at.date()),
    Column("title", 28, "text", lambda r, _: r.outcome.title),
    Column("team", 20, "text", lambda r, _: r.outcome.team),
    *(_of_the_count(each) for each in TOTALS),
)
FOLLOW_UPS = (
    Column("number", 9, "number", lambda r, _: r.number),
    Column("text", 60, "text", lambda r, _: r.text, "follow_ups"),
    Column("owner", 24, "text", lambda r, _: r.owner, "follow_ups"),
    Column("due_on", 14, "day", lambda r, _: r.due_on, "follow_ups"),
    Column("status", 16, "text", lambda r, at: say(f"landscape.follow_up_status.{r.status.value}", at)),
    Column("reason", 40, "text", lambda r, _: r.reason),
    Column("first_step", 45, "text", lambda r, _: r.first_step, "follow_ups"),
    Column("done_when", 45, "text", lambda r, _: r.done_when, "follow_ups"),
    Column("kind", 16, "text", lambda r, at: say(f"report.points.{r.kind.value}", at), "follow_ups"),
    Column("about", 45, "text", lambda r, _: r.about),
)
FINDINGS = (
    Column("number", 9, "number", lambda r, _: r.finding.number),
    Column("day", 14, "day", lambda r, _: r.finding.at.date()),
    Column("text", 70, "text", lambda r, _: r.finding.text),
    Column("follow_up", 12, "number", lambda r, _: r.follow_up.number if r.follow_up else None),
    Column("principle", 12, "number", _touch(lambda t, _: t.number)),
    Column("touch", 16, "text", _touch(lambda t, at: say(f"policy.touch.{t.touch.value}", at))),
    Column("back", 12, "text", _touch(lambda t, at: say(f"general.{'yes' if t.back else 'no'}", at))),
)
PRINCIPLES = (
    Column("number", 9, "number", lambda r, _: r.number, "principles"),
    Column("statement", 55, "text", lambda r, _: r.words.statement, "principles"),
    Column("because", 35, "text", lambda r, _: r.words.because, "principles"),
    Column("means", 35, "text", lambda r, _: r.words.means, "principles"),
    Column("except", 35, "text", lambda r, _: r.words.except_, "principles"),
    Column("status", 20, "text", lambda r, at: say(f"landscape.principle_status.{r.status.value}", at), "principles"),
    Column("agree", 10, "number", _consent(0), "principles"),
    Column("can_live_with", 14, "number", _consent(1), "principles"),
    Column("object", 10, "number", _consent(2), "principles"),
    Column("reservations", 45, "text", _reservations, "principles"),
    Column("earlier", 45, "text", _earlier, "principles"),
    Column("reason", 40, "text", lambda r, _: r.reason),
)
BOUNDARIES = (
    Column("number", 9, "number", lambda r, _: r.number),
    Column("text", 60, "text", lambda r, _: r.text),
    Column("lifted", 40, "text", lambda r, _: r.lifted),
    Column("earlier", 45, "text", _earlier),
)


def _of(name: str) -> Callable[[Any], Any]:
    return lambda view: getattr(view, name)


SHEETS = (
    Sheet("all_totals", 2, TOTALS_OF_ALL, _totals),
    Sheet("all_follow_ups", 0, FOLLOW_UPS, _of("follow_ups")),
    Sheet("all_findings", 0, FINDINGS, _findings),
    Sheet("all_principles", 0, PRINCIPLES, _of("principles")),
    Sheet("all_boundaries", 0, BOUNDARIES, _of("boundaries")),
)
