# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lower layer of the map: bed of mist, meridians, land, mist, white spots."""

from collections.abc import Sequence
from functools import partial

from leerlandschap.screens.pictures.layout import Lane, Plan, runs
from leerlandschap.screens.pictures.mist import bed, strokes
from leerlandschap.screens.pictures.pen import LINE, PAPER, group, mark, short
from leerlandschap.screens.pictures.place import CORE, GREY, SIDES
from leerlandschap.screens.pictures.relief import FLANK_ALONE, FLANK_FIRM, FLANK_GREY, LEVELS, contours, ridge
from leerlandschap.screens.pictures.sheet import Sheet

CONTOUR, DIM, MISTBED, MISTLINE = "#5f4317", "#414b55", "#cdd0ce", "#f1f0ea"
TINT = ["#efe0b8", "#e8d19c", "#e4c98c", "#e0c380", "#ddbd75", "#dbb86b", "#d8b362", "#d6ae59", "#d4aa51", "#d2a649"]
PALE = ["#d5d5c9", "#d6d0b9", "#d3c8a7", "#cfbf95", "#c9b583", "#c3ab73"]


def ground(plan: Plan, sheet: Sheet) -> str:
    """The whole layer; the caller clips it to the map."""
    lanes = [lane for lane in plan.lanes if lane.place.seen]
    grey = [lane for lane in lanes if lane.place.measured_zone == GREY]
    shrink = f"scale({1 / sheet.grain:g})"
    return (
        group(_beds(plan, sheet), class_="ll-mistbed", fill=MISTBED, transform=shrink)
        + _meridians(plan, sheet)
        + group(
            "".join(_massif(run, plan, sheet) for run in _massifs(plan, sheet)),
            transform=shrink,
            paint_order="stroke",
        )
        + group("".join(_pale(lane, plan, sheet) for lane in grey), transform=shrink, fill=MISTLINE)
        + _white_spots(plan, sheet)
    )


def _beds(plan: Plan, sheet: Sheet) -> str:
    """On a wide sheet one under every run of grey lanes, to the edge of the map under the last."""
    parts = [[lane] for lane in plan.lanes if _is_grey(lane)] if sheet.is_narrow else runs(plan.lanes, _is_grey)
    return "".join(mark("path", d=_bed(part, part[-1] is plan.lanes[-1], sheet)) for part in parts)


def _bed(part: list[Lane], is_last: bool, sheet: Sheet) -> str:
    to_the_edge = 40 if is_last and not sheet.is_narrow else 0
    return bed(part[0].top, part[-1].bottom + to_the_edge, part[0].place.number, sheet)


def _is_grey(lane: Lane) -> bool:
    return lane.place.seen is not None and lane.place.measured_zone == GREY


def _meridians(plan: Plan, sheet: Sheet) -> str:
    """The five positions."""
    if sheet.is_narrow:
        spans = [(lane.top, lane.height) for lane in plan.lanes]
    else:
        spans = [(sheet.scale, plan.height - 14 - sheet.scale)]
    d = "".join(f"M{short(sheet.at(j))} {short(top)}v{short(tall)}" for top, tall in spans for j in range(1, 6))
    thick = 1 if sheet.is_narrow else 1.5
    return mark("path", d=d, class_="ll-meridian", fill="none", stroke=LINE, stroke_width=thick, stroke_dasharray="1 7")


def _massifs(plan: Plan, sheet: Sheet) -> list[list[Lane]]:
    """Neighbours on the same side join; on a narrow sheet words stand between them."""
    if sheet.is_narrow:
        return [[lane] for lane in plan.lanes if lane.place.seen and lane.place.measured_zone == CORE]
    return [run for side in SIDES for run in runs(plan.lanes, partial(_stands, side))]


def _stands(side: str, lane: Lane) -> bool:
    return lane.place.seen is not None and lane.place.kind == side


def _massif(run: Sequence[Lane], plan: Plan, sheet: Sheet) -> str:
    base = FLANK_ALONE if sheet.is_narrow else FLANK_FIRM
    layers = contours([ridge(lane, base) for lane in run], sheet, _levels(plan, sheet))
    # The line is painted first and the land over its inner half, so it is twice as wide as it looks, and the lines of
    # neighbours that join vanish where their land overlaps.
    fine = 2 * sheet.grain * (0.6 if sheet.is_narrow else 1)
    paths = [
        mark(
            "path",
            d=d,
            class_=f"ll-ground ll-ground-{_tenth(level, 9)}",
            fill=TINT[_tenth(level, 9)],
            stroke_width=3.4 * fine if i == 0 else 2.8 * fine if level == 0.5 else None,
        )
        for i, (level, d) in enumerate(layers)
    ]
    return group("".join(paths), class_="ll-contour", stroke=CONTOUR, stroke_width=1.5 * fine)


def _levels(plan: Plan, sheet: Sheet) -> Sequence[float]:
    return LEVELS[::2] if plan.is_crowded(sheet) else LEVELS


def _tenth(level: float, highest: int) -> int:
    return min(highest, round(level * 10))


def _pale(lane: Lane, plan: Plan, sheet: Sheet) -> str:
    """Land that shows through, with its mist. Both say whose they are, so that the mist can lift."""
    layers = contours([ridge(lane, FLANK_ALONE if sheet.is_narrow else FLANK_GREY)], sheet, _levels(plan, sheet))
    paths = [
        mark("path", d=d, class_=f"ll-pale ll-pale-{_tenth(level, 5)}", fill=PALE[_tenth(level, 5)])
        for level, d in layers
    ]
    thin = (1.2 if sheet.is_narrow else 2.0) * sheet.grain
    number = str(lane.place.number)
    land = group(
        "".join(paths), class_="ll-contour ll-contour--grey", data_statement=number, stroke=DIM, stroke_width=thin
    )
    return land + mark(
        "path", d=strokes(lane, sheet, plan.is_crowded(sheet)), class_="ll-mist", data_statement=number, fill=MISTLINE
    )


def _white_spots(plan: Plan, sheet: Sheet) -> str:
    spots = [
        mark(
            "rect",
            x=sheet.gutter + 14,
            y=lane.top + 8,
            width=sheet.right - sheet.gutter - 28,
            height=lane.height - 16,
            rx=12,
        )
        for lane in plan.lanes
        if not lane.place.seen
    ]
    thick = 1.5 if sheet.is_narrow else 2.5
    return group("".join(spots), class_="ll-white", fill=PAPER, stroke=LINE, stroke_width=thick, stroke_dasharray="2 9")
