# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of the facilitator: where we are, what to say now, what comes next, and all there is to write down."""

from functools import partial
from typing import Any

from markupsafe import Markup

from leerlandschap.core.vocabulary import BoundaryId, Language, PrincipleId
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import flow, outcomes
from leerlandschap.screens.clocks import clock_picture, clock_words
from leerlandschap.screens.door import Door, places_of
from leerlandschap.screens.flow import Press
from leerlandschap.screens.landscape_words import found
from leerlandschap.screens.page import Kept, Page
from leerlandschap.screens.rendering import render
from leerlandschap.screens.speaking import spoken
from leerlandschap.text import say
from leerlandschap.views.shapes import PointView, StatementView, WorkshopView

# What stands on the desk at each moment, in this order; each a file of templates/facilitator.
PARTS = {
    Moment.WELCOME: ("welcome",),
    Moment.VOTE: ("vote",),
    Moment.REVEAL: ("outcomes", "notes"),
    Moment.DISCUSS: ("talk", "notes"),
    Moment.AGAIN: ("vote", "talk", "notes"),
    Moment.SHIFT: ("talk", "notes"),
    Moment.POINTS: ("points", "notes"),
    Moment.DOTS: ("points", "notes"),
    Moment.AGREE: ("agree", "notes"),
    Moment.QUESTIONS: ("questions", "scope", "agree-later", "notes"),
    Moment.WRITE: ("principles", "scope", "questions-later", "agree-later", "notes"),
    Moment.CONSENT: ("principles", "scope", "questions-later", "agree-later", "notes"),
    Moment.CLOSING: ("closing", "agree", "principles", "scope", "notes"),
    Moment.CLOSED: ("closing",),
}

OPEN_CARDS = 3  # so many follow-ups the group has time for


def facilitator_page(page: Page, view: WorkshopView, door: Door) -> Markup:
    """The whole desk; a refused form comes back with what was typed."""
    return render(
        "facilitator/page.html",
        page.language,
        page=page,
        view=view,
        region=_region(view, page.language, door, page.kept),
        stream=places_of(view.workshop, page.language).desk_stream,
        seq=view.seq,
    )


def facilitator_region(view: WorkshopView, language: Language, door: Door) -> Markup:
    """A frame: the inner HTML of ``#live``, the same for every facilitator of this language."""
    return _region(view, language, door, None)


def _region(view: WorkshopView, language: Language, door: Door, kept: Kept | None) -> Markup:
    places = places_of(view.workshop, language)
    return render(
        "facilitator/region.html",
        language,
        view=view,
        door=door,
        places=places,
        do=places.do,
        kept=kept,
        filled={},
        parts=PARTS[view.moment],
        **_presses(view),
        **_pictures(view, language),
        **_follow_ups(view, language),
        spoken=partial(spoken, view),
    )


def _presses(view: WorkshopView) -> dict[str, Any]:
    return {
        "walk": flow.steps(view),
        "onward": flow.onward(view),
        "aside": flow.aside(view),
        "ways": {
            "add_minute": Press(c.AddMinute(), "add_minute"),
            "pause": Press(c.Pause(), "pause"),
            "resume": Press(c.Resume(), "resume"),
        },
        "put": flow.put,
        "park": _park,
        "park_statement": _park_statement,
        "unpark": _unpark,
        "keep": _keep,
        "boundary_of": _boundary_of,
        "no_boundary": _no_boundary,
    }


def _park(what: str) -> Press:
    return Press(c.Park(what=what), "park")


def _park_statement(statement: StatementView) -> Press:
    return Press(c.Park(what=statement.id), "park_statement", {"number": statement.number})


def _unpark(what: str) -> Press:
    return Press(c.Unpark(what), "unpark")


def _keep(principle: PrincipleId) -> Press:
    return Press(c.KeepPrinciple(principle), "keep_short")


def _boundary_of(text: str) -> Press:
    return Press(c.SetBoundary(text), "make_boundary")


def _no_boundary(boundary: BoundaryId) -> Press:
    return Press(c.SetBoundary("", boundary), "remove")


def _pictures(view: WorkshopView, language: Language) -> dict[str, Any]:
    return {
        "clock": clock_words(view, language),
        "clock_picture": clock_picture(view, language),
        "found": found(view, language, "narrow"),
        "moved": {s.id: outcomes.moved_line(s.outcomes[-1], language) for s in outcomes.shown(view)},
    }


def _follow_ups(view: WorkshopView, language: Language) -> dict[str, Any]:
    standing = [p for p in view.points if not p.parked]
    first = {p.id for n, p in enumerate(standing) if n < OPEN_CARDS or p.agreed}
    unowned = sum(1 for f in view.follow_ups if not f.owner)
    return {
        "first": first,
        "about": {p.id: about(view, p, language) for p in view.points},
        "follow_ups": {f.point: f for f in view.follow_ups},
        "totals": {
            "kept": sum(1 for p in view.principles if p.status == "kept" and not p.parked),
            "follow_ups": len(view.follow_ups),
            "unowned": unowned,
        },
    }


def about(view: WorkshopView, point: PointView, language: Language) -> str:
    """*Bij stelling 1 en 3*."""
    numbers = [s.number for s in view.statements if s.id in point.statements]
    return say("facilitator.points.about", language, numbers=outcomes.listed(numbers, language))
