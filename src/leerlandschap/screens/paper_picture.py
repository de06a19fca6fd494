# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape as a document carries it: the same places and words as on every screen, and what it shows in words."""

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens import outcomes
from leerlandschap.screens.landscape_words import has_second_round, places, words
from leerlandschap.screens.pictures.landscape import draw_landscape
from leerlandschap.screens.pictures.on_paper import A4, for_paper
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView


class PaperPicture(Struct, frozen=True):
    """``words`` say what the picture shows, place by place; ``legend`` how to read it."""

    svg: str
    words: str
    legend: tuple[str, ...]


def landscape_on_paper(view: WorkshopView, language: Language) -> PaperPicture | None:
    """Nothing while nothing is revealed."""
    placed = places(view, language)
    if not placed:
        return None
    said, again = words(view, language), has_second_round(outcomes.shown(view))
    spoken = (f"{p.number}. {p.name}: {'. '.join(line.text for line in p.lines)}." for p in placed)
    return PaperPicture(
        svg=for_paper(draw_landscape(placed, said, A4, keep_order=again, key="paper")),
        words=" ".join((said.title, *spoken)),
        legend=_legend(again, language),
    )


def _legend(again: bool, language: Language) -> tuple[str, ...]:
    keys = ("legend_lines", "legend_mist", "legend_figure", *(("legend_before", "legend_after") if again else ()))
    return tuple(f"{say(f'general.picture.{key}', language)}." for key in keys)
