# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The big screen: one sheet a moment, readable from the back row. Nothing scrolls, so what does not fit is counted."""

from typing import Any

import msgspec
from markupsafe import Markup

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import outcomes
from leerlandschap.screens.clocks import clock_picture, clock_words
from leerlandschap.screens.door import Door, places_of
from leerlandschap.screens.landscape_words import Found, found, moving_lane
from leerlandschap.screens.page import Page
from leerlandschap.screens.pictures import draw_qr
from leerlandschap.screens.rendering import render
from leerlandschap.screens.walls import clip, in_a_column, wall
from leerlandschap.text import say
from leerlandschap.views.shapes import PrincipleView, StatementView, WorkshopView

A_SHEET = 8  # statements on one sheet


def projector_page(page: Page, view: WorkshopView, door: Door) -> Markup:
    return render(
        "projector/page.html",
        page.language,
        page=page,
        view=view,
        region=projector_region(view, page.language, door),
        stream=places_of(view.workshop, page.language).screen_stream,
        seq=view.seq,
    )


def projector_region(view: WorkshopView, language: Language, door: Door) -> Markup:
    """A frame: the inner HTML of ``#live``, the same for every big screen of this language."""
    return render(
        "projector/region.html",
        language,
        view=view,
        door=door,
        clip=clip,
        clock=clock_words(view, language),
        clock_picture=clock_picture(view, language),
        **_of_the_moment(view, language, door),
    )


def _of_the_moment(view: WorkshopView, language: Language, door: Door) -> dict[str, Any]:
    match view.moment:
        case Moment.WELCOME:
            return {"qr": draw_qr(door.join_url, say("projector.qr", language))}
        case Moment.REVEAL | Moment.CLOSED:
            return {"sheets": sheets(view, language), "found": found(view, language, "wide")}
        case Moment.DISCUSS:
            return _put(view, language)
        case Moment.SHIFT:
            return {**_put(view, language), "lane": _lane(view, language)}
        case Moment.DOTS:
            return {"wall": wall([len(clip(p.text)) for p in view.points if not p.parked])}
        case Moment.AGREE:
            return _agreed(view)
        case Moment.WRITE | Moment.CONSENT:
            return _principles(view)
        case Moment.CLOSING:
            return _closing(view)
        case _:
            return {}


def sheets(view: WorkshopView, language: Language) -> list[tuple[str, Found]]:
    """The landscape; above eight statements on two sheets, each named by its numbers."""
    seen = outcomes.shown(view)
    if len(seen) <= A_SHEET:
        return [("", found(view, language, "wide"))]
    half = (len(seen) + 1) // 2
    return [(_numbers(part), _found_in(view, part, language)) for part in (seen[:half], seen[half:])]


def _numbers(part: list[StatementView]) -> str:
    return f"{part[0].number} – {part[-1].number}"


def _found_in(view: WorkshopView, part: list[StatementView], language: Language) -> Found:
    return found(msgspec.structs.replace(view, statements=tuple(part)), language, "wide")


def _put(view: WorkshopView, language: Language) -> dict[str, Any]:
    """The statement that is put to the group, and which side to hear first."""
    put = next(s for s in view.statements if s.current)
    return {"found": found(view, language, "wide"), "put": put, "sides": _sides(view, put)}


def _sides(view: WorkshopView, put: StatementView) -> str:
    """The key of the sentence on who speaks first: the smaller side, both as long, or nobody in particular."""
    first = next((line.first for line in view.order if line.statement == put.id), None)
    if first:
        return f"smallest_{first}"
    even = put.outcome is not None and put.outcome.agree == put.outcome.disagree and bool(put.outcome.agree)
    return "level" if even else "either"


def _lane(view: WorkshopView, language: Language) -> Markup:
    """The one statement on its own sheet, so that its words are as large as on the whole map."""
    return moving_lane(view, next(s for s in view.statements if s.current), language)


def _agreed(view: WorkshopView) -> dict[str, Any]:
    points = [p for p in view.points if not p.parked]
    follow_ups = {f.point: f for f in view.follow_ups}
    lengths = [len(clip(follow_ups[p.id].text if p.id in follow_ups else p.text)) for p in points]
    return {"wall": wall(lengths, 2), "follow_ups": follow_ups}


def kept_or_standing(view: WorkshopView) -> list[PrincipleView]:
    """The principles that count: those that were kept, or all while none are."""
    standing = [p for p in view.principles if not p.parked]
    return [p for p in standing if p.status == "kept"] or standing


def _principles(view: WorkshopView) -> dict[str, Any]:
    standing = [p for p in view.principles if not p.parked]
    if view.moment is Moment.WRITE:  # beside the answers, the newest first
        lengths = [len(clip(p.statement)) for p in reversed(standing)]
        return {"principles": standing[::-1], "wall": wall(lengths, wide=1040, high=620, small=True)}
    lengths = [len(clip(p.statement)) + sum(len(clip(r)) for r in p.reservations[:1]) for p in standing]
    return {"principles": standing, "wall": wall(lengths, 2)}


def _closing(view: WorkshopView) -> dict[str, Any]:
    principles = kept_or_standing(view)
    return {
        "principles": principles,
        "sheet": in_a_column(
            view.scope, [clip(p.statement) for p in principles], [clip(f.text) for f in view.follow_ups]
        ),
        "totals": {
            "kept": sum(1 for p in principles if p.status == "kept"),
            "follow_ups": len(view.follow_ups),
            "unowned": sum(1 for f in view.follow_ups if not f.owner),
        },
    }
