# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bars: how one statement is spread, and how often each answer to a thinking question was chosen."""

from collections.abc import Sequence

from markupsafe import Markup

from leerlandschap.screens.pictures.pen import clean, letters, mark, short
from leerlandschap.screens.pictures.place import Counts

LENGTH, TALL, TOP = 400.0, 32.0, 2.0
HATCH = {1: 6.0, 2: 12.0}  # from one stroke to the next: strongly disagree is denser than disagree


def draw_spread(counts: Counts, no_opinion: int, label: str) -> Markup:
    """One bar from strongly disagree to strongly agree, then *no opinion*; as long as the people are many.

    Hatched is disagree, blank the middle, filled agree, a dotted outline no opinion. Nobody draws nothing. A part
    too narrow for its own figure is widened just enough, at the cost of the others. `label` is read out for the bar.
    """
    parts = [(part, people) for part, people in zip((1, 2, 3, 4, 5, 0), (*counts, no_opinion), strict=True) if people]
    x, inner = 0.0, ""
    for (part, people), width in zip(parts, _widths([people for _, people in parts]), strict=True):
        inner += mark("rect", class_=f"ll-seg ll-seg-{part}", x=x, y=TOP, width=width, height=TALL)
        inner += mark("path", class_="ll-hatch", d=_hatch(x, width, HATCH[part])) if part in HATCH else ""
        inner += letters(x + width / 2, TOP + 23, str(people), class_="ll-seg__no")
        x += width
    return Markup(  # noqa: S704 - the label passed through pen.clean
        mark("svg", inner or " ", viewBox="-2 0 404 36", role="img", aria_label=clean(label))
    )


def _widths(people: list[int]) -> list[float]:
    """In proportion, and never too narrow for the figure."""
    least = [11.0 * len(str(n)) + 9 for n in people]
    wide = [True] * len(people)
    while True:
        room = LENGTH - sum(need for need, free in zip(least, wide, strict=True) if not free)
        whole = sum(n for n, free in zip(people, wide, strict=True) if free) or 1
        widths = [n / whole * room if free else need for n, need, free in zip(people, least, wide, strict=True)]
        fits = [free and width >= need for width, need, free in zip(widths, least, wide, strict=True)]
        if fits == wide:
            return widths
        wide = fits


def _hatch(x: float, width: float, step: float) -> str:
    """Strokes at 45 degrees, down to the left, cut off by the edges of the part."""
    strokes, along = [], step
    while along < width + TALL - 1:
        right, left = min(along, width), max(along - TALL, 0.0)
        start, end = (x + right, TOP + along - right), (x + left, TOP + along - left)
        strokes.append(f"M{short(start[0])} {short(start[1])}L{short(end[0])} {short(end[1])}")
        along += step
    return "".join(strokes)


def draw_bar(people: int, total: int) -> Markup:
    """One bar without words, as long as the share of `people` in `total`; not read out, for the figure beside it is."""
    share = LENGTH * min(people, total) / total if total else 0.0
    filled = mark("rect", class_="ll-seg ll-seg-5", x=0, y=1, width=share, height=14) if people else ""
    bed = mark("rect", class_="ll-seg ll-seg-3", x=0, y=1, width=LENGTH, height=14)
    return Markup(mark("svg", bed + filled, viewBox="-2 0 404 16", aria_hidden="true"))  # noqa: S704 - numbers only


def draw_bars(rows: Sequence[tuple[str, int]], total: int, label: str) -> Markup:
    """A list of (words, people) with a bar each. Not one picture: words wrap and grow with the reader's size."""
    lines = "".join(
        f"<li><span>{clean(words)}</span> <b>{people}</b>{draw_bar(people, total)}</li>" for words, people in rows
    )
    return Markup(f'<ul class="ll-bars" aria-label="{clean(label)}">{lines}</ul>')  # noqa: S704 - cleaned above
