# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The principles of a landscape, its scope and its boundaries: what stands, what waits, what looks alike."""

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.landscape import limits
from leerlandschap.core.vocabulary import Language, WorkshopId
from leerlandschap.screens.landscape.comparing import Change, changes
from leerlandschap.screens.landscape.wordings import open_findings, timeline, voices
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine, PrincipleStatus

# How a principle stands, the most settled first; a withdrawn one stands no more.
STANDING = (PrincipleStatus.ADOPTED, PrincipleStatus.REVISED, PrincipleStatus.SUPPLEMENTED, PrincipleStatus.DRAFT)
MOST_PAIRS = 20  # more than a reader takes in; merging some makes room for the next

Filled = dict[str, dict[str, object]]


class Pair(Struct, frozen=True):
    """Two principles that may say the same, and where their words differ."""

    one: PrincipleLine
    other: PrincipleLine
    differing: Mapping[str, Change]  # by part

    @property
    def form(self) -> str:
        return f"merge-{self.one.id}-{self.other.id}"


class Said(Struct, frozen=True):
    """What one workshop said the scope is."""

    workshop: WorkshopId
    title: str
    day: str
    text: str

    @property
    def form(self) -> str:
        return f"take-scope-{self.workshop}"


def principles_page(page: Page, view: LandscapeView, _about: Mapping[str, str]) -> Markup:
    """The page at /l/{id}/principles. Only ``MOST_PAIRS`` pairs are shown at once; it says how many more there are."""
    language = page.language
    standing = tuple(each for each in view.principles if each.stands)
    pairs = _pairs(view)
    return render(
        "landscape/principles.html",
        language,
        page=page,
        view=view,
        finding=finding(view, language),
        standing=standing,
        gone=tuple(each for each in view.principles if not each.stands),
        first_open=next((each for each in standing if each.open_findings), None),
        open_findings={each.id: open_findings(view, each, language) for each in standing},
        voices={each.id: voices(view, each, language) for each in view.principles},
        pairs=pairs[:MOST_PAIRS],
        more_pairs=len(pairs) - len(pairs[:MOST_PAIRS]),
        scope_timeline=timeline(view, view.scope_wordings, language),
        scopes=_scopes(view, language),
        boundary_timelines={each.id: timeline(view, each.wordings, language) for each in view.boundaries},
        filled=filled(page, _prefilled(view)),
        kept=page.kept,
        limits=limits,
        do=f"/l/{view.landscape}/do",
    )


def finding(view: LandscapeView, language: Language) -> str:
    """How many principles there are, how they stand, and how many findings wait to come back into them."""
    standing = [each for each in view.principles if each.stands]
    if not standing:
        return say("principles.none", language)
    numbers = {status: sum(each.status is status for each in standing) for status in STANDING}
    counts = ", ".join(say(f"principles.counted.{s.value}", language, n=n) for s, n in numbers.items() if n)
    waiting = {each for principle in standing for each in principle.open_findings}
    found = say("principles.found", language, n=len(standing), counts=counts)
    return f"{found} {say('principles.waiting', language, n=len(waiting))}" if waiting else found


def _pairs(view: LandscapeView) -> tuple[Pair, ...]:
    both = ((view.principle(one), view.principle(other)) for one, other in view.alike)
    return tuple(
        Pair(one, other, MappingProxyType({each.part: each for each in changes(one.words, other.words)}))
        for one, other in both
        if one and other
    )


def _scopes(view: LandscapeView, language: Language) -> tuple[Said, ...]:
    return tuple(
        Said(each.workshop, each.title, date(each.closed_at.date(), language), each.scope)
        for each in view.outcomes
        if each.scope
    )


def filled(page: Page, prefilled: Filled) -> Filled:
    """What stands in the forms: the words as they are now, and in a form that was refused what was typed."""
    return prefilled | ({page.kept.form: dict(page.kept.fields)} if page.kept else {})


def _prefilled(view: LandscapeView) -> Filled:
    texts: Filled = {f"boundary-form-{each.id}": {"text": each.text} for each in view.boundaries}
    return texts | {"scope-form": {"text": view.scope}}
