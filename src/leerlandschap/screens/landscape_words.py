# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pictures are told: places with their lines in words, and the words on the map. Shared by every screen."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from markupsafe import Markup
from msgspec import Struct, structs

from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import Language, StatementId
from leerlandschap.screens import knowing, outcomes
from leerlandschap.screens.pictures import (
    NARROW,
    WIDE,
    Heading,
    Line,
    Moved,
    Place,
    Words,
    draw_landscape,
    draw_spread,
    ranked,
)
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.shapes import Outcome, StatementView, WorkshopView

SheetName = Literal["wide", "narrow"]

SHEETS = {"wide": WIDE, "narrow": NARROW}
SCALE = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree")


class Bar(Struct, frozen=True):
    """How one round of a statement is spread."""

    round: int
    svg: Markup


class Found(Struct, frozen=True):
    """Everything a screen tells of the outcome, in one language."""

    headline: tuple[str, str]
    picture: Markup  # empty while nothing is revealed
    rows: list[outcomes.Row]
    after: bool  # a second round has been shown
    statements: list[StatementView]  # those with an outcome, by number
    sentences: dict[StatementId, str]
    quick: dict[StatementId, str]  # a word for where they agreed quickly; empty elsewhere
    known: dict[StatementId, tuple[str, ...]]  # how we know
    bars: dict[StatementId, tuple[Bar, ...]]  # of every round that may be shown, oldest first


def found(view: WorkshopView, language: Language, sheet: SheetName) -> Found:
    """What there is to tell; nothing of it before the reveal."""
    statements = outcomes.shown(view)
    return Found(
        headline=outcomes.headline(view, language),
        picture=landscape(view, language, sheet),
        rows=outcomes.table(view, language),
        after=has_second_round(statements),
        statements=statements,
        sentences={s.id: outcomes.sentence(s, language, view.thresholds) for s in statements},
        quick={s.id: outcomes.quick_line(s, language, view.thresholds) for s in statements},
        known={s.id: knowing.known(view, s, language) for s in statements},
        bars={s.id: bars(s, language) for s in statements},
    )


def has_second_round(statements: Iterable[StatementView]) -> bool:
    return any(len(s.outcomes) > 1 for s in statements)


def landscape(view: WorkshopView, language: Language, sheet: SheetName) -> Markup:
    """The map; empty while nothing is revealed. After a second round the lanes stay where they were."""
    placed = tuple(places(view, language))
    if not placed:
        return Markup("")
    return _drawn(placed, words(view, language), sheet, has_second_round(outcomes.shown(view)))


def moving_lane(view: WorkshopView, statement: StatementView, language: Language) -> Markup:
    """One statement on its own wide sheet, coming out of the round before. A new round is a new picture."""
    alone = structs.replace(view, statements=(statement,))
    key = f"shift{statement.number}round{len(statement.outcomes)}"
    placed = tuple(places(alone, language))
    return draw_landscape(placed, words(alone, language), WIDE, keep_order=True, moving=True, key=key)


@lru_cache(maxsize=64)  # several screens and moments show the same map
def _drawn(placed: tuple[Place, ...], said: Words, sheet: SheetName, keep_order: bool) -> Markup:
    return draw_landscape(placed, said, SHEETS[sheet], keep_order=keep_order, key=sheet)


def places(view: WorkshopView, language: Language) -> list[Place]:
    """One place for every statement with an outcome, in the order of the lanes of the first round."""
    shown = outcomes.shown(view)
    order = [p.number for p in ranked(_first(s, language) for s in shown)]
    return sorted((_place(s, language, view.thresholds) for s in shown), key=lambda p: order.index(p.number))


def _first(statement: StatementView, language: Language) -> Place:
    """As it lay after the first round."""
    return _bare(statement, statement.outcomes[0], language, statement.outcomes[0].zone)


def _bare(statement: StatementView, outcome: Outcome, language: Language, zone: str | None) -> Place:
    return Place(
        number=statement.number,
        name=plain(language, statement.name),
        kind=outcome.kind.value,
        zone=zone or "too_few",
        measured_zone=outcome.zone or "too_few",
        settled=outcome.settled,
        probable=False,
        counts=outcome.counts,
        no_opinion=outcome.no_opinion or 0,
        answers=outcome.answers or 0,
    )


def _place(statement: StatementView, language: Language, thresholds: Thresholds) -> Place:
    """As it lies now, with what is said under its name."""
    *earlier, now = statement.outcomes
    before = earlier[-1] if earlier and now.counts is not None else None
    return replace(
        _bare(statement, now, language, statement.zone),
        probable=outcomes.strength(now, thresholds) == "probably",
        before=before.counts if before else None,
        before_kind=before.kind.value if before and before.counts is not None else None,
        before_no_opinion=(before.no_opinion or 0) if before else 0,
        moved=Moved(now.moved.up, now.moved.down, now.moved.stayed) if now.moved else None,
        verdict=outcomes.verdict_line(now, language, thresholds),
        lines=_lines(statement, now, language, thresholds),
    )


def _lines(statement: StatementView, now: Outcome, language: Language, thresholds: Thresholds) -> tuple[Line, ...]:
    """The verdict, or what was measured and what the group says of it; and who moved."""
    overruled = outcomes.overruled_lines(statement, language)
    first = overruled[:1] or (outcomes.verdict_line(now, language, thresholds),)
    moved = outcomes.moved_line(now, language)
    accents = (*overruled[1:], *([moved] if moved else []))
    return (*(Line(text) for text in first), *(Line(text, accent=True) for text in accents))


def words(view: WorkshopView, language: Language) -> Words:
    """Every word of the map itself; its title is the finding."""

    def zone(name: str) -> Heading:
        return Heading(say(f"general.zone.{name}", language), say(f"general.zone_gloss.{name}", language))

    strongly, against, between, agree, wholly = (say(f"general.position.{name}", language) for name in SCALE)
    return Words(
        title=f"{say('general.picture.title', language)}. {outcomes.headline(view, language)[0]}",
        scale=(strongly, against, between, agree, wholly),
        core=zone("core"),
        grey=zone("grey"),
        too_few=zone("blank"),
        no_opinion=tuple(say("general.position.no_opinion", language).split(" ", 1)),
        white_spot=say("general.picture.blank", language),
        disagree=f"← {say('general.picture.left', language)}",
        agree=f"{say('general.picture.right', language)} →",
    )


def bars(statement: StatementView, language: Language) -> tuple[Bar, ...]:
    """How its rounds are spread; rounds with too few answers have no bar."""
    return tuple(
        Bar(outcome.round, draw_spread(outcome.counts, outcome.no_opinion or 0, _spread_label(outcome, language)))
        for outcome in statement.outcomes
        if outcome.counts is not None
    )


def _spread_label(outcome: Outcome, language: Language) -> str:
    """The bar in words, for who cannot see it."""
    counts = dict(zip("abcde", outcome.counts or (), strict=False))
    return say("participant.picture.spread", language, none=outcome.no_opinion or 0, **counts)
