# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The number of a place in its disc: how firm and how certain it is, and whether the group overruled the answers."""

from dataclasses import dataclass

from leerlandschap.screens.pictures.pen import ACCENT, INK, PAPER, letters, mark
from leerlandschap.screens.pictures.place import TOO_FEW, Place

RING, FRAME = 1.2, 1.5  # in radii of the disc


@dataclass(frozen=True, slots=True)
class Disc:
    """A number on the map or beside its name."""

    x: float
    y: float
    r: float
    size: float  # of the figure


def disc(d: Disc, place: Place) -> str:
    """Filled: firm ground. Open: grey. The outline: whole when settled, dashed when probable, dotted otherwise."""
    ring = mark(
        "circle",
        cx=d.x,
        cy=d.y,
        r=d.r * RING,
        class_="ll-halo ll-ring",
        fill=PAPER,
        stroke=INK,
        stroke_dasharray=_dashes(place, d.r),
    )
    filled = mark("circle", cx=d.x, cy=d.y, r=d.r, class_="ll-disc ll-disc--firm") if place.is_firm else ""
    number = letters(
        d.x,
        d.y + d.size * 0.35,
        str(place.number),
        font_size=d.size,
        class_="ll-no ll-no--firm" if place.is_firm else "ll-no",
        fill=PAPER if place.is_firm else None,
    )
    return _frame(d, place) + ring + filled + number


def _dashes(place: Place, r: float) -> str | None:
    if place.kind == TOO_FEW or not (place.settled or place.probable):
        return "2 7" if r > 15 else "1.5 4"
    return None if place.settled else f"{r * 0.42:.0f} {r * 0.30:.0f}"


def _frame(d: Disc, place: Place) -> str:
    """The group's own word overrules the answers: both stay visible."""
    if not place.is_overruled:
        return ""
    half = d.r * FRAME
    return mark(
        "rect",
        x=d.x - half,
        y=d.y - half,
        width=2 * half,
        height=2 * half,
        rx=d.r * 0.3,
        class_="ll-group",
        fill=PAPER,
        stroke=ACCENT,
        stroke_width=max(2.5, d.r * 0.12),
    )
