# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections 0 to 2: what was decided when, the whole on one page, and why, for whom and from which workshops."""

from collections.abc import Iterator

from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.vocabulary import SectionId
from leerlandschap.screens.policy.sections.choices import choice_said, newest_with
from leerlandschap.screens.policy.sections.feeds import fed_choices
from leerlandschap.screens.policy.sections.follow_ups import still_to_do, what_who_when
from leerlandschap.screens.policy.sections.told import held, joined, newest_first
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine, PrincipleStatus, Step

MOST_PRINCIPLES, MOST_BOUNDARIES, MOST_FOLLOW_UPS = 7, 3, 5  # what one page holds
FIRMEST_FIRST = (
    PrincipleStatus.ADOPTED,
    PrincipleStatus.REVISED,
    PrincipleStatus.SUPPLEMENTED,
    PrincipleStatus.DRAFT,
    PrincipleStatus.WITHDRAWN,
)


def adoption(view: LandscapeView) -> Iterator[Generated]:
    """Every step of the decision route, and the day on which it is looked at again."""
    for place, step in enumerate(view.route):
        yield Generated(f"step-{place}", (Evidence("step", str(place)),), _step(step, view))
    if view.review_on is not None:
        said = say("policy.review", view.language, day=date(view.review_on, view.language))
        yield Generated("review", (Evidence("review"),), said)


def _step(step: Step, view: LandscapeView) -> str:
    language = view.language
    day = date(step.on or step.at.date(), language)
    edition = next((e for e in view.editions if e.version == step.version), None)
    whom = "_to" if step.to else "_number" if step.number else ""
    return joined(
        say(f"policy.step.{step.kind}{whom}", language, day=day, to=step.to, number=step.number, version=step.version),
        _until(edition, view) if edition and step.kind == "adopted" else "",
        say(f"policy.step.remark.{step.kind}", language, text=step.remark) if step.remark else "",
    )


def _until(edition: Edition, view: LandscapeView) -> str:
    if edition.valid_until is None:
        return ""
    return say("policy.step.valid_until", view.language, day=date(edition.valid_until, view.language))


def on_one_page(view: LandscapeView) -> Iterator[Generated]:
    """What is chosen, the principles that stand (the firmest first), the first boundaries, and what happens next."""
    section = SectionId.ON_ONE_PAGE
    chosen = newest_with("start", newest_first(view))
    if chosen is not None:
        evidence = Evidence("choice", chosen[0].id, chosen[1].workshop)
        yield Generated(f"{section}-choice", (evidence,), choice_said(*chosen, view))
    for each in _foremost(view):
        yield _short("principle", each.id, each.number, each.words.statement, view)
    for boundary in [b for b in view.boundaries if b.lifted is None][:MOST_BOUNDARIES]:
        yield _short("boundary", boundary.id, boundary.number, boundary.text, view)
    next_up = still_to_do(view)[:MOST_FOLLOW_UPS]
    if next_up:
        caption = say("policy.follow_ups.next", view.language)
        yield what_who_when(f"{section}-follow-ups", caption, next_up, view)


def _foremost(view: LandscapeView) -> list[PrincipleLine]:
    standing = [p for p in view.principles if p.stands and p.kept]
    return sorted(standing, key=lambda p: (FIRMEST_FIRST.index(p.status), p.number))[:MOST_PRINCIPLES]


def _short(kind: str, its: str, number: int, text: str, view: LandscapeView) -> Generated:
    evidence = Evidence("principle", its) if kind == "principle" else Evidence("boundary", its)
    said = say(f"policy.short.{kind}", view.language, number=number, text=text)
    return Generated(f"{SectionId.ON_ONE_PAGE}-{kind}-{its}", (evidence,), said)


def reason_and_scope(view: LandscapeView) -> Iterator[Generated]:
    """The workshops that were held, oldest first; the starting point; and the scope as it was last worded."""
    for each in view.outcomes:
        evidence = Evidence("workshop", workshop=each.workshop)
        yield Generated(f"{SectionId.REASON_AND_SCOPE}-held-{each.workshop}", (evidence,), held(each, view.language))
    yield from fed_choices(view, SectionId.REASON_AND_SCOPE)
    if view.scope:
        behind = view.scope_wordings[-1].finding
        found = (Evidence("finding", behind),) if behind else ()
        yield Generated("scope", (Evidence("scope"), *found), say("policy.scope", view.language, text=view.scope))
