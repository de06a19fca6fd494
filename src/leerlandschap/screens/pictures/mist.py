# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mist: a line screen of pointed strokes, thicker where the group is further apart, on a cool bed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sin

from leerlandschap.screens.pictures.layout import Lane
from leerlandschap.screens.pictures.pen import Point, smooth, steps
from leerlandschap.screens.pictures.place import Place, mist
from leerlandschap.screens.pictures.sheet import Sheet

STEP, FIRST = 0.25, -0.05
XS = tuple(FIRST + STEP * i for i in range(26))
POINT = 12  # how far a stroke runs on to its point
GAP = 0.5  # a stroke breaks where it would be less than half as thick as on both sides


def ripple(x: float, n: int) -> float:
    """-1..1, smooth along x, different for every line; no dice."""
    return (sin(1.9 * x + n * 2.399) + sin(0.83 * x - n * 1.117) + sin(3.1 * x + n * 0.71)) / 3


def haze(place: Place) -> list[float]:
    """0..1 along XS: where the mist lies; from the outermost answers to half a position beyond them."""
    seen = [j for j, c in enumerate(place.seen or (), 1) if c] or [3]
    if place.no_opinion:
        seen.append(3)
    low, high = min(seen) - 0.15, max(seen) + 0.15
    return [exp(-((max(low - x, x - high, 0) / 0.55) ** 2)) for x in XS]


@dataclass(frozen=True, slots=True)
class Stroke:
    """From one point to the other; half as thick as `first` and `last` say, on average, in either half."""

    left: float
    right: float
    first: float
    last: float


def strokes(lane: Lane, sheet: Sheet, is_crowded: bool) -> str:
    """The mist of one lane as a path. At full mist a stroke covers four fifths of its band."""
    band = 8.0 if is_crowded else 6.0 if sheet.is_narrow else 11.0
    count = max(4, int(lane.height * 0.92 / band))
    strength, lies = mist(lane.place), haze(lane.place)
    out = []
    for n in range(count):
        v = (n + 0.5) / count * 2 - 1
        body = strength * max(0.0, 1 - abs(v) ** 3.2)
        thick = [_thickness(body * there, x, n + 7 * lane.place.number) for x, there in zip(XS, lies, strict=True)]
        y = lane.middle + v * lane.height * 0.46
        out += [_lens(s, y, band, n // 3 + lane.place.number, sheet) for s in _strokes(thick)]
    return "".join(out)


def _thickness(body: float, x: float, n: int) -> float:
    return min(1.0, body * (0.86 + 0.46 * ripple(x * 1.25, n)) - 0.08) if body > 0.06 else 0.0


def _strokes(thick: list[float]) -> Iterator[Stroke]:
    """One for every stretch that is thick enough to be seen; thin places part them."""
    start, peak = -1, 0.0
    for i, t in enumerate((*thick, 0.0)):
        if start < 0 and t > 0.05:
            start, peak = i, t
        elif start >= 0 and (t <= 0.05 or (t < GAP * peak and _rises(thick, i))):
            yield _stroke(thick, start, i)
            start, peak = (i, t) if t > 0.05 else (-1, 0.0)
        peak = max(peak, t)


def _rises(thick: list[float], i: int) -> bool:
    return i + 1 < len(thick) and thick[i + 1] > thick[i]


def _stroke(thick: list[float], start: int, end: int) -> Stroke:
    half = (start + end + 1) // 2
    first, last = thick[start:half] or thick[start:end], thick[half:end] or thick[start:end]
    return Stroke(FIRST + STEP * start, FIRST + STEP * (end - 1), sum(first) / len(first), sum(last) / len(last))


def _lens(s: Stroke, y: float, band: float, n: int, sheet: Sheet) -> str:
    """Two cubic curves, there and back, pointed at both ends, waving a little."""
    left, right = sheet.at(s.left) - POINT * sheet.unit / 170, sheet.at(s.right) + POINT * sheet.unit / 170
    wave = [y + band * 0.5 * ripple(0.55 * (s.left + (s.right - s.left) * k / 3), n) for k in range(4)]
    up, down = (2 * 0.42 * band * t for t in (s.first, s.last))
    x0, x1, x2, x3 = (round((left + (right - left) * k / 3) * sheet.grain) for k in range(4))
    y0, y1, y2, y3, y4, y5 = (
        round(v * sheet.grain) for v in (wave[0], wave[1] - up, wave[2] - down, wave[3], wave[2] + down, wave[1] + up)
    )
    there = steps((x1 - x0, y1 - y0, x2 - x0, y2 - y0, x3 - x0, y3 - y0))
    back = steps((x2 - x3, y4 - y3, x1 - x3, y5 - y3, x0 - x3, y0 - y3))
    return f"M{steps((x0, y0))}c{there}{' ' if not back.startswith('-') else ''}{back}"


def bed(top: float, bottom: float, n: int, sheet: Sheet) -> str:
    """The cool ground under a run of grey lanes, its upper and lower edge uneven."""
    reach = 4 if sheet.is_narrow else 12
    step = 0.9 if sheet.is_narrow else 0.45
    xs = [-0.6 + step * i for i in range(round(7.2 / step) + 1)]
    upper: list[Point] = [(sheet.at(x), top + reach * (ripple(x * 1.1, n) - 0.4)) for x in xs]
    lower: list[Point] = [(sheet.at(x), bottom + reach * (ripple(x * 1.1, n + 5) + 0.4)) for x in xs]
    return smooth([*upper, *reversed(lower)], sheet.grain)
