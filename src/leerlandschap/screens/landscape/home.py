# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape of an organisation on one page: what waits, what stands, how far the policy is, and its workshops."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.landscape.frame import framed
from leerlandschap.screens.landscape.outcome import map_of
from leerlandschap.screens.landscape.policy_words import SectionLine, lines_of, next_to_write
from leerlandschap.screens.page import Page
from leerlandschap.screens.policy import Policy, policy_of
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import (
    FollowUpLine,
    FollowUpStatus,
    LandscapeView,
    PrincipleLine,
    PrincipleStatus,
)

MOST = 3  # of a kind on this page; the rest is one tap away
STILL_TO_DO = (FollowUpStatus.OPEN, FollowUpStatus.WAITING)
FURTHEST = (PrincipleStatus.ADOPTED, PrincipleStatus.REVISED, PrincipleStatus.SUPPLEMENTED, PrincipleStatus.DRAFT)


def landscape_page(page: Page, view: LandscapeView, _about: Mapping[str, str]) -> Markup:
    """The page at /l/{id}; the form of a new workshop keeps what was refused."""
    policy = policy_of(view)
    findings = _findings(view, page.language)
    sections = lines_of(policy, page.language)
    return framed(
        "landscape/home.html",
        page,
        view,
        tab="home",
        finding=findings[0],
        second=" ".join(findings[1:3]),
        urgent=urgent(view)[:MOST],
        waiting=len(urgent(view)),
        standing=furthest(view)[:MOST],
        principles=len(furthest(view)),
        policy=policy,
        sections=[line for line in sections if not line.is_annex],
        write_on=_write_on(policy, sections),
        still_open=sum(each.closed_at is None for each in view.workshops),
        compared=len(view.outcomes) > 1,
        newest=view.outcomes[-1] if view.outcomes else None,
        sheets=map_of(view.outcomes[-1], view, page.language) if view.outcomes else [],
    )


def _write_on(policy: Policy, sections: list[SectionLine]) -> SectionLine | None:
    wanted = next_to_write(policy)
    return next((line for line in sections if wanted is not None and line.id == wanted.id), None)


def urgent(view: LandscapeView) -> list[FollowUpLine]:
    """What still has to be done: without an owner first, then what is late, then by date."""
    todo = (f for f in view.follow_ups if f.status in STILL_TO_DO)
    return sorted(todo, key=lambda f: (f.owner is not None, not f.overdue, f.due_on or view.today, f.number))


def furthest(view: LandscapeView) -> list[PrincipleLine]:
    """The principles that stand, those that came furthest first."""
    standing = (p for p in view.principles if p.stands and p.kept)
    return sorted(standing, key=lambda p: (FURTHEST.index(p.status), p.number))


def _findings(view: LandscapeView, language: Language) -> list[str]:
    """What is most worth knowing, the first as the headline."""
    unowned = sum(f.owner is None for f in urgent(view))
    overdue = sum(f.overdue for f in urgent(view))
    waiting = sum(len(p.open_findings) for p in view.principles)
    counted = (("unowned", unowned), ("overdue", overdue), ("waiting", waiting))
    said = [say(f"landscape.finding.{key}", language, n=n) for key, n in counted if n]
    if view.review_due and view.review_on:
        said.insert(0, say("landscape.finding.review_due", language, day=date(view.review_on, language)))
    if not view.workshops:
        return [say("landscape.finding.empty", language)]
    if not view.outcomes:
        return [say("landscape.finding.going_on", language)]
    return [*said, *([] if said else [say("landscape.finding.calm", language)]), *_next_review(view, language)]


def _next_review(view: LandscapeView, language: Language) -> list[str]:
    if view.review_on is None or view.review_due:
        return []
    return [say("landscape.finding.review", language, day=date(view.review_on, language))]
