# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words on the map: positions, headings of the zones, and the name of a place with what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from leerlandschap.screens.pictures.disc import Disc, disc
from leerlandschap.screens.pictures.layout import LEAD, Label, Lane, Plan
from leerlandschap.screens.pictures.pen import ACCENT, INK, SOFT, clean, group, letters, mark
from leerlandschap.screens.pictures.sheet import Sheet
from leerlandschap.screens.pictures.words import Heading, Words


def axis(plan: Plan, words: Words, sheet: Sheet) -> str:
    """The names of the positions; on a narrow sheet only which way is which."""
    if sheet.is_narrow:
        y = sheet.scale - 10
        names = _axis(2, y, words.disagree, "start") + _axis(sheet.right - 2, y, words.agree, "end")
    else:
        names = "".join(_axis(sheet.at(j), sheet.scale - 14, text) for j, text in enumerate(words.scale, 1))
        names += "".join(_without_opinion(plan, words, sheet))
    return group(names, font_size=sheet.axis, font_weight="600", fill=SOFT, text_anchor="middle")


def _axis(x: float, y: float, text: str, anchor: str | None = None) -> str:
    return letters(x, y, text, class_="ll-axis", text_anchor=anchor)


def _without_opinion(plan: Plan, words: Words, sheet: Sheet) -> Iterator[str]:
    """The heading of the column, only when somebody stands in it."""
    if any(lane.place.seen and lane.place.no_opinion for lane in plan.lanes):
        for i, line in enumerate(words.no_opinion):
            yield _axis(sheet.right + sheet.aside / 2 + 4, sheet.scale - 14 + 26 * i, line)


def headings(plan: Plan, words: Words, sheet: Sheet) -> str:
    said = {"core": words.core, "grey": words.grey, "too_few": words.too_few}
    return "".join(_heading(said[zone], y, sheet) for zone, y in plan.heads)


def _heading(heading: Heading, top: float, sheet: Sheet) -> str:
    x, y, size = (2, 0.72, 1.33) if sheet.is_narrow else (0, 0.66, 1.5)
    gloss = (
        ""
        if sheet.is_narrow
        else mark(
            "tspan",
            clean(heading.gloss),
            dx=sheet.line * 0.5,
            class_="ll-gloss",
            font_size=sheet.line * 0.93,
            font_weight="400",
            fill=SOFT,
        )
    )
    text = mark(
        "text",
        clean(heading.name) + gloss,
        x=x,
        y=top + sheet.head * y,
        class_="ll-zone",
        font_size=sheet.line * size,
        font_weight="700",
    )
    return text + (_rule(top + 6, sheet) if top > sheet.scale + 1 and not sheet.is_narrow else "")


def _rule(y: float, sheet: Sheet) -> str:
    return mark("line", x1=0, x2=sheet.gutter, y1=y, y2=y, class_="ll-rule", stroke=INK, stroke_width=2.5)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a label."""

    text: str
    size: float
    class_: str
    weight: str | None = None
    fill: str | None = None


def label(lane: Lane, sheet: Sheet) -> str:
    """Disc, name, and what is said; beside the relief, or above it on a narrow sheet."""
    return _above(lane, sheet) if sheet.is_narrow else _beside(lane, sheet)


def _rows(words: Label) -> list[Row]:
    names = [Row(text, words.name_size, "ll-name") for text in words.name]
    return names + [
        Row(said.text, words.line_size, "ll-line ll-line--accent", "600", ACCENT)
        if said.accent
        else Row(said.text, words.line_size, "ll-line", "400", SOFT)
        for said in words.said
    ]


def _beside(lane: Lane, sheet: Sheet) -> str:
    low = sheet.is_low(lane.height)
    r = sheet.radius(lane.height)
    out = disc(Disc(30 if low else 46, lane.middle, min(r, 29), min(r * 1.25, 36)), lane.place)
    y, said = lane.middle - lane.words.height / 2, ""
    for row in _rows(lane.words):
        y += row.size * LEAD
        said += _row(row, 68 if low else 104, y - row.size * 0.28, row.size)
    return out + group(said, text_anchor="start")


def _above(lane: Lane, sheet: Sheet) -> str:
    out = disc(Disc(21, lane.words_top + 18, 13, 16), lane.place)
    y, said = lane.words_top + sheet.name, ""
    for row in _rows(lane.words):
        is_name = row.class_ == "ll-name"
        said += _row(row, 46, y + (4 if is_name else 3), row.size)
        y += row.size * (1.25 if is_name else 1.4)
    return out + group(said, text_anchor="start")


def _row(row: Row, x: float, y: float, size: float) -> str:
    return letters(x, y, row.text, font_size=size, class_=row.class_, font_weight=row.weight, fill=row.fill)


def white_spot(lane: Lane, words: Words, sheet: Sheet) -> str:
    """What a white spot on the map is called; a narrow sheet says it above."""
    if lane.place.seen or sheet.is_narrow:
        return ""
    x, y = (sheet.gutter + sheet.right) / 2, lane.middle + sheet.line * 0.35
    return letters(
        x,
        y,
        words.white_spot,
        class_="ll-axis",
        font_size=sheet.line,
        font_weight="600",
        fill=SOFT,
    )
