# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two gatherings with the same card beside each other: what became core, what stayed grey, what survived."""

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.landscape.outcome import StatementOutcome, WorkshopOutcome
from leerlandschap.core.vocabulary import Language, Zone
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.screens.landscape.frame import framed
from leerlandschap.screens.page import Page
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine

Change = Literal["became_core", "stayed_core", "became_grey", "stayed_grey", "turned", "unknown"]


class StatementChange(Struct, frozen=True):
    """One statement in both gatherings."""

    number: int
    name: Wording
    change: Change
    words: str
    first: str
    second: str


class Survival(Struct, frozen=True):
    """What became of a principle of the first gathering; ``into`` is the one it was merged into."""

    principle: PrincipleLine
    words: str
    into: PrincipleLine | None


def compare_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/compare[/{first}/{second}]; the oldest and the newest gathering when none is named."""
    named = about.get("first"), about.get("second")
    if not named[0] and len(view.outcomes) < 2:
        return _nothing_to_compare(page, view)
    first = _named(view, named[0]) if named[0] else view.outcomes[0]
    then = _named(view, named[1]) if named[0] else view.outcomes[-1]
    if first is None or then is None:
        return None
    changes = [_change(a, b, page.language) for a in first.statements if (b := then.statement(a.id)) is not None]
    survivals = [_survival(each, view, page.language) for each in view.principles if _from(each, first)]
    counted = {name: sum(c.change == name for c in changes) for name in ("became_core", "stayed_grey")}
    return framed(
        "landscape/compare.html",
        page,
        view,
        tab="home",
        finding=say("landscape.compare.finding", page.language, n=counted["became_core"], of=len(changes)),
        second=say("landscape.compare.second", page.language, n=counted["stayed_grey"]),
        changes=changes,
        survivals=survivals,
        first=first,
        then=then,
    )


def _nothing_to_compare(page: Page, view: LandscapeView) -> Markup:
    finding, hint = (say(f"landscape.compare.{key}", page.language) for key in ("too_few", "too_few_hint"))
    nothing: dict[str, object] = {"changes": [], "survivals": [], "first": None, "then": None}
    return framed("landscape/compare.html", page, view, tab="home", finding=finding, second=hint, **nothing)


def _named(view: LandscapeView, workshop: str | None) -> WorkshopOutcome | None:
    return next((each for each in view.outcomes if each.workshop == workshop), None)


def _from(each: PrincipleLine, outcome: WorkshopOutcome) -> bool:
    return each.id in {p.id for p in outcome.principles if p.kept}


def _change(before: StatementOutcome, after: StatementOutcome, language: Language) -> StatementChange:
    change = _kind_of_change(before, after)
    return StatementChange(
        number=before.number,
        name=before.name,
        change=change,
        words=say(f"landscape.compare.{change}", language),
        first=_outcome(before, language),
        second=_outcome(after, language),
    )


def _kind_of_change(before: StatementOutcome, after: StatementOutcome) -> Change:
    if before.zone is None or after.zone is None:
        return "unknown"
    if before.zone is Zone.CORE and after.zone is Zone.CORE:
        return "stayed_core" if _side(before) == _side(after) else "turned"
    if after.zone is Zone.CORE:
        return "became_core"
    return "became_grey" if before.zone is Zone.CORE else "stayed_grey"


def _side(each: StatementOutcome) -> bool:
    """Whether more people agreed than disagreed in the last round."""
    counts = each.last.counts if each.last else None
    return counts is not None and sum(counts[3:]) > sum(counts[:2])


def _outcome(each: StatementOutcome, language: Language) -> str:
    """The last round in words, with its numbers."""
    last = each.last
    if last is None or last.counts is None:
        return say("landscape.compare.too_few_answers", language)
    a, b, c, d, e = last.counts
    facts = {"disagree": a + b, "middle": c + (last.no_opinion or 0), "agree": d + e}
    overruled = say("landscape.compare.overruled", language) if each.overruled else ""
    return f"{say(f'landscape.compare.kind.{last.kind.value}', language, **facts)} {overruled}".strip()


def _survival(each: PrincipleLine, view: LandscapeView, language: Language) -> Survival:
    into = view.principle(each.merged_into) if each.merged_into else None
    key = "merged" if into else each.status.value
    day = date(each.changed_at.date(), language) if each.changed_at else ""
    return Survival(each, say(f"landscape.compare.survival.{key}", language, day=day), into)
