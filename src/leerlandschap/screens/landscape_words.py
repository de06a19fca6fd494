# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pictures are told: places with their lines in words, and the words on the map."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Language, StatementId
from leerlandschap.screens import outcomes
from leerlandschap.views.shapes import StatementView, WorkshopView

SheetName = Literal["wide", "narrow"]


class Bar(Struct, frozen=True):
    """How one round of a statement is spread."""

    round: int
    svg: Markup


class Found(Struct, frozen=True):
    """Everything a screen tells of the outcome, in one language."""

    headline: tuple[str, str]
    picture: Markup
    rows: list[outcomes.Row]
    after: bool  # a second round has been shown
    statements: list[StatementView]
    sentences: dict[StatementId, str]
    bars: dict[StatementId, tuple[Bar, ...]]


def found(view: WorkshopView, language: Language, sheet: SheetName) -> Found:
    """The picture is empty while nothing is revealed."""
    statements = outcomes.shown(view)
    return Found(
        headline=outcomes.headline(view, language),
        picture=Markup(""),
        rows=outcomes.table(view, language),
        after=any(len(s.outcomes) > 1 for s in statements),
        statements=statements,
        sentences={s.id: outcomes.sentence(s, language, view.thresholds) for s in statements},
        bars={s.id: () for s in statements},
    )
