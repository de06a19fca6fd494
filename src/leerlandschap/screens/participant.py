# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The phone: one page, and in it one region that is filled anew for every moment of the workshop.

A frame is the region without ``mine``: then it is the same bytes for every participant of a language.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from msgspec import Struct, structs

from leerlandschap.core.vocabulary import Language, StatementId
from leerlandschap.core.workshop.playbook import Moment, QuestionKind, StepId
from leerlandschap.screens.landscape_words import found
from leerlandschap.screens.mine import Fields, remembered
from leerlandschap.screens.page import Kept, Page
from leerlandschap.screens.pictures import draw_bar
from leerlandschap.screens.rendering import plain, render
from leerlandschap.text import minutes_seconds, say
from leerlandschap.views.mine import Mine
from leerlandschap.views.shapes import OptionView, QuestionView, StatementView, WorkshopView

POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree")


class Open(Struct, frozen=True):
    """A statement on which a stance can be taken; ``keep`` is its form's, new for every round."""

    statement: StatementView
    keep: str


class Clock(Struct, frozen=True):
    """Moments in milliseconds of the epoch, as the scripts count."""

    until: int
    now: int
    left: str
    paused: bool


def participant_page(page: Page, view: WorkshopView, mine: Mine) -> Markup:
    """The whole page, for one participant, with what is theirs. It is at home at one address, also after a refusal."""
    page = structs.replace(page, path=f"/w/{view.workshop}")
    region = participant_region(view, page.language, mine, page.kept)
    return render(
        "participant/page.html",
        page.language,
        page=page,
        title=view.title,
        region=region,
        homeless=page.kept.refused if page.kept and f'<form id="{page.kept.form}"' not in region else None,
        stream=f"/w/{view.workshop}/stream?as=participant&language={page.language.value}",
        seq=view.seq,
        mine=remembered(view, mine),
    )


def participant_region(
    view: WorkshopView, language: Language, mine: Mine | None = None, kept: Kept | None = None
) -> Markup:
    """What stands inside the live region now. Without ``mine`` it is a frame: nothing in it is anybody's own."""
    view = on_phone(view)
    filled = _filled(view, mine, kept)
    return render(
        "participant/region.html",
        language,
        view=view,
        moment=_moment(view),
        do=f"/w/{view.workshop}/do?as=participant",
        place=_place(view, language),
        clock=_clock(view),
        mine=mine,
        kept=kept,
        filled=filled,
        found=found(view, language, "narrow"),
        explains=any(filled.get("principle", {}).get(each) for each in ("because", "means", "except")),
        kept_principles=sum(p.status == "kept" and not p.parked for p in view.principles),
        **_statements(view),
        **_spoken(language, filled),
    )


def on_phone(view: WorkshopView) -> WorkshopView:
    """The view without the counters that no phone shows: another person's answer then changes nothing on it."""
    welcome = view.step is StepId.WELCOME
    return structs.replace(
        view,
        present=view.present if welcome else 0,
        in_room=0,
        ready=0,
        points_raised=0,
        dots_spent_by=0,
        statements=tuple(structs.replace(s, answers=0, hands=0) for s in view.statements),
        questions=tuple(q if q.revealed else structs.replace(q, answers=0) for q in view.questions),
        principles=tuple(structs.replace(p, answers=0) for p in view.principles),
    )


def _statements(view: WorkshopView) -> dict[str, Any]:
    put = [s for s in view.statements if s.current]
    return {
        "open": [Open(s, f"{s.id}-{s.round}") for s in _open(view)],
        "put": put,
        "first_side": _first_side(view, put[0].id) if put else None,
        "standing": sorted((p for p in view.points if not p.parked), key=lambda p: p.number),
    }


def _open(view: WorkshopView) -> list[StatementView]:
    return [s for s in view.statements if s.status == "open" and not s.parked]


def _first_side(view: WorkshopView, put: StatementId) -> str | None:
    return next((line.first for line in view.order if line.statement == put), None)


def _spoken(language: Language, filled: Mapping[str, Fields]) -> dict[str, Any]:
    """Small phrases that need the reader's language and what they chose."""
    rating = filled.get("rate", {}).get("rating")
    return {
        "said_position": lambda given: _said_position(given, language),
        "said_consent": lambda form: _said_consent(filled.get(form, {}).get("position"), language),
        "said_rating": say("participant.closing.rated", language, n=str(rating)) if rating else "",
        "fill_hint": lambda options: _fill_hint(options, language),
        "most_of": most_of,
        "bar": draw_bar,
    }


def _filled(view: WorkshopView, mine: Mine | None, kept: Kept | None) -> dict[str, Fields]:
    """What the forms show: what was said, and over it what was typed and refused."""
    filled = remembered(view, mine) if mine else {}
    if kept is not None:
        filled[kept.form] = {**filled.get(kept.form, {}), **kept.fields}
    return filled


def _moment(view: WorkshopView) -> str:
    """The moment, or *between* when nothing is open to answer."""
    if view.moment in (Moment.VOTE, Moment.AGAIN) and not _open(view):
        return "between"
    return view.moment.value


def _place(view: WorkshopView, language: Language) -> str:
    """Where we are: the parts of the card carry their number, welcome and closing do not."""
    numbered = [s.id for s in view.steps if s.id not in (StepId.WELCOME, StepId.CLOSING)]
    title = next(plain(language, s.title) for s in view.steps if s.current)
    if view.step not in numbered:
        return title
    return say("participant.bar.step", language, n=numbered.index(view.step) + 1, title=title)


def _clock(view: WorkshopView) -> Clock | None:
    """None before the start and after closing."""
    if view.step is StepId.WELCOME or view.closed_at is not None:
        return None
    now = round(view.clock.now.timestamp() * 1000)
    return Clock(
        until=now + round(view.clock.left * 1000),
        now=now,
        left=minutes_seconds(view.clock.left),
        paused=not view.clock.running,
    )


def _said_position(given: object, language: Language) -> str:
    """A choice as the saved sentence says it; an empty one is no opinion, none at all says nothing."""
    if not isinstance(given, str):
        return ""
    if given == "":
        return say("general.position.no_opinion", language)
    at = int(given) - 1 if given.isdecimal() else -1
    return say(f"general.position.{POSITIONS[at]}", language) if 0 <= at < len(POSITIONS) else ""


def _said_consent(given: object, language: Language) -> str:
    return say(f"participant.consent.said_{given}", language) if given in ("agree", "can_live_with", "object") else ""


def _fill_hint(options: list[OptionView], language: Language) -> str:
    """What the few words are for, by option: *Een grens in tijd: Hoeveel uur?*"""
    return " ".join(f"{plain(language, o.text).rstrip(' …')}: {plain(language, o.fill)}" for o in options)


def most_of(question: QuestionView) -> int:
    """What a whole bar stands for: everyone who answered, or all the points they divided."""
    each = question.most if question.kind is QuestionKind.DIVIDE else 1
    return max(question.answers * each, 1)
