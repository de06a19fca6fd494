# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape picture: one lane a statement, from measures and words to one SVG. Deterministic to the byte.

x carries the position and nothing else; y inside a lane carries no measure. Colours come from the page, by class;
the presentation attributes are the light palette, so that a file opened by itself looks right.
"""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from leerlandschap.screens.pictures.ground import ground
from leerlandschap.screens.pictures.labels import axis, headings, label, white_spot
from leerlandschap.screens.pictures.layout import Lane, Plan, laid_out
from leerlandschap.screens.pictures.marks import placed, shared
from leerlandschap.screens.pictures.pen import INK, PAPER, clean, group, mark
from leerlandschap.screens.pictures.place import Place
from leerlandschap.screens.pictures.ranking import ranked
from leerlandschap.screens.pictures.sheet import NARROW, WIDE, Sheet
from leerlandschap.screens.pictures.words import Words

__all__ = ["NARROW", "WIDE", "draw_landscape", "ranked"]

FONT = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif"


def draw_landscape(
    places: Sequence[Place],
    words: Words,
    sheet: Sheet,
    *,
    keep_order: bool = False,
    moving: bool = False,
    key: str = "a",
) -> Markup:
    """The map of these places on one sheet.

    `keep_order`: in the order given and without headings, for the map after a second round. `moving`: it comes out of
    the map of the round before, once (picture.css); the picture then has its key as id, so that another one is new.
    `key` makes the ids of this picture its own on a page; letters and digits only. Every place is a group of class
    ll-place with its number as data-statement. ValueError for a key that cannot be an id.
    """
    if not key.isalnum():
        raise ValueError(f"not a key: {key!r}")
    plan = laid_out(places, sheet, keep_order)
    map_of = {
        "x": sheet.gutter,
        "y": sheet.scale,
        "width": sheet.right - sheet.gutter,
        "height": plan.height - sheet.scale - 14,
    }
    inner = (
        _described(plan, words, key)
        + mark("clipPath", mark("rect", **map_of), id=f"{key}-c")
        + mark("rect", width=sheet.width, height=round(plan.height), class_="ll-paper", fill=PAPER)
        + group(_land(plan, sheet, moving), clip_path=f"url(#{key}-c)")
        + (
            ""
            if sheet.is_narrow
            else mark("rect", **map_of, class_="ll-neat", fill="none", stroke=INK, stroke_width=2.5)
        )
        + axis(plan, words, sheet)
        + headings(plan, words, sheet)
        + group("".join(_place(lane, words, sheet, moving) for lane in plan.lanes), **shared(plan, sheet))
    )
    return Markup(_svg(inner, sheet, plan, key, moving))  # noqa: S704 - every word passed through pen.clean


def _land(plan: Plan, sheet: Sheet, moving: bool) -> str:
    """The land as it is; under it, where it moves, the land as it was, which nobody sees without the style sheet."""
    now = group(ground(plan, sheet), class_="ll-land")
    if not moving:
        return now
    then = replace(plan, lanes=[replace(lane, place=lane.place.as_it_was) for lane in plan.lanes])
    return group(ground(then, sheet), class_="ll-land-before", opacity=0) + now


def _svg(inner: str, sheet: Sheet, plan: Plan, key: str, moving: bool) -> str:
    return mark(
        "svg",
        inner,
        xmlns="http://www.w3.org/2000/svg",
        id=key if moving else None,
        class_="ll-picture ll-picture--moves" if moving else "ll-picture",
        role="img",
        fill=INK,
        font_family=FONT,
        viewBox=f"0 0 {sheet.width} {round(plan.height)}",
        aria_labelledby=f"{key}-t {key}-d",
    )


def _described(plan: Plan, words: Words, key: str) -> str:
    said = (f"{p.number}. {p.name}: {_spoken(p)}" for p in (lane.place for lane in plan.lanes))
    description = clean(" ".join(line if line.endswith(".") else line + "." for line in said))
    return mark("title", clean(words.title), id=f"{key}-t") + (mark("desc", description, id=f"{key}-d"))


def _spoken(place: Place) -> str:
    return place.verdict or ", ".join(line.text for line in place.lines)


def _place(lane: Lane, words: Words, sheet: Sheet, moving: bool) -> str:
    inner = placed(lane, sheet, moving=moving) + white_spot(lane, words, sheet) + label(lane, sheet)
    return mark("g", inner, class_="ll-place", data_statement=str(lane.place.number))
