# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lanes from top to bottom, and where the headings of the zones come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from leerlandschap.screens.pictures.place import CORE, GREY, Line, Place
from leerlandschap.screens.pictures.ranking import ranked
from leerlandschap.screens.pictures.sheet import Sheet
from leerlandschap.screens.pictures.words import balance, wrap

MANY = 8
PLAIN = 0.93  # how wide plain letters are, where bold ones are 1
LEAD = 1.22  # from one line to the next, in sizes
GUTTER_MARGIN, NARROW_MARGIN = 128, 48  # beside the words: their disc, and air


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a place on lines that fit, with the sizes of their letters."""

    name: list[str]
    said: list[Line]
    name_size: float
    line_size: float

    @property
    def height(self) -> float:
        return LEAD * (len(self.name) * self.name_size + len(self.said) * self.line_size)


@dataclass(frozen=True, slots=True)
class Lane:
    """The row of one place. Words stand beside the relief, or above it on a narrow sheet."""

    place: Place
    top: float  # of the relief
    height: float
    words: "Label"
    words_top: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Plan:
    """Headings are (zone, top)."""

    lanes: list[Lane]
    heads: list[tuple[str, float]]
    height: float

    def is_crowded(self, sheet: Sheet) -> bool:
        """Then half the contour lines are enough to read, and to send."""
        return len(self.lanes) > MANY or any(sheet.is_low(lane.height) for lane in self.lanes)


def laid_out(places: Sequence[Place], sheet: Sheet, keep_order: bool) -> Plan:
    """With `keep_order` the places lie as they are given, without headings."""
    row = list(places) if keep_order else ranked(places)
    firsts = {} if keep_order else {i: p.zone for i, p in enumerate(row) if i == 0 or p.zone != row[i - 1].zone}
    tall = _lane_height(len(row), len(firsts), sheet)
    label = _narrow_label if sheet.is_narrow else _label_for(row, tall, sheet)
    y = sheet.scale + (_air(row[0], tall, sheet) if keep_order and row else 0)
    lanes: list[Lane] = []
    heads = []
    for i, place in enumerate(row):
        if i in firsts:
            heads.append((firsts[i], y))
            y += sheet.head
        words = label(place, sheet)
        lanes.append(_narrow(place, words, y, tall, sheet) if sheet.is_narrow else _wide(place, words, y, tall))
        y = lanes[-1].bottom + (10 if sheet.is_narrow else 0)
    return Plan(lanes, heads, y + 14 + (_air(row[-1], tall, sheet) if row else 0))


def _air(place: Place, tall: float, sheet: Sheet) -> float:
    """Room between the outermost lane and the frame: firm ground, as measured, reaches beyond its lane."""
    if sheet.is_narrow or place.zone == place.measured_zone == GREY:
        return 0
    return max(20, 0.2 * tall) if place.measured_zone == CORE else 20


def _lane_height(lanes: int, heads: int, sheet: Sheet) -> float:
    free = sheet.height - sheet.scale - sheet.head * heads - 40
    return max(sheet.lane_least, min(sheet.lane_most, free / max(1, lanes)))


def _label_for(places: Sequence[Place], tall: float, sheet: Sheet) -> Callable[[Place, Sheet], Label]:
    """Large words where those of every place fit its lane; else small ones for all, so that none stands out."""
    if sheet.is_low(tall):
        return partial(_wide_label, large=False, most=1)
    fits = all(_wide_label(place, sheet).height <= tall - 2 for place in places)
    return partial(_wide_label, large=fits)


def _wide_label(place: Place, sheet: Sheet, *, large: bool = True, most: int = 2) -> Label:
    name, line = (sheet.name, sheet.line) if large else (sheet.small_name, sheet.small_line)
    return _label(place, name, line, most, sheet.gutter - GUTTER_MARGIN)


def _narrow_label(place: Place, sheet: Sheet) -> Label:
    return _label(place, sheet.name, sheet.line, 3, sheet.width - NARROW_MARGIN)


def _label(place: Place, name: float, line: float, most: int, room: float) -> Label:
    return Label(wrap(place.name, name, room, most), _said(place, line, room), name, line)


def _wide(place: Place, words: Label, top: float, tall: float) -> Lane:
    """Its words are never smaller than the back row can read: a lane that is too low for them becomes higher."""
    return Lane(place, top, max(tall, words.height + 2), words, top)


def _narrow(place: Place, words: Label, top: float, tall: float, sheet: Sheet) -> Lane:
    above = 15 + len(words.name) * sheet.name * 1.25 + len(words.said) * sheet.line * 1.45
    return Lane(place, top + above, tall, words, top + 6)


def _said(place: Place, size: float, room: float) -> list[Line]:
    """What stands under the name, on lines that fit."""
    lines = place.lines or ((Line(place.verdict),) if place.verdict else ())
    return [
        Line(part, line.accent) for line in lines for part in _parts(line, size * (1 if line.accent else PLAIN), room)
    ]


def _parts(line: Line, size: float, room: float) -> list[str]:
    return balance(wrap(line.text, size, room, 2), line.text, size, room)


def runs(lanes: Sequence[Lane], belongs: Callable[[Lane], bool]) -> list[list[Lane]]:
    """Neighbouring lanes that belong together."""
    out: list[list[Lane]] = [[]]
    for lane in lanes:
        if belongs(lane):
            out[-1].append(lane)
        elif out[-1]:
            out.append([])
    return [run for run in out if run]
