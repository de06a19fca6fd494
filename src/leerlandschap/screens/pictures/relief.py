# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The land: at every position as high as the share of the group that stands there or close by.

A lane's land is a ridge: its height along x is measured, and falls off up and down as a normal curve, which is no
measure. So a contour line needs no grid: at x it lies sqrt(2 ln(height / level)) flanks from the crest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, exp, log, pi, sin, sqrt

from leerlandschap.screens.pictures.layout import Lane
from leerlandschap.screens.pictures.pen import Point, smooth
from leerlandschap.screens.pictures.place import Place
from leerlandschap.screens.pictures.sheet import Sheet

SPREAD = 0.50  # of one answer, in positions: neighbouring answers just form one hill, answers two apart form two
LEVELS = (0.07, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # the coast, then a line for every tenth of the group
JOINING = 0.35  # only lower lines reach those of a neighbour
LEAST = 0.18  # positions: a summit narrower than this has no line of its own
TURNS, CLOSE = 8, 0.3
FLANK_FIRM, FLANK_GREY, FLANK_ALONE = 0.265, 0.185, 0.19  # of the height of the lane

GRID = tuple(-0.6 + 0.1 * i for i in range(73))
BELLS = tuple(tuple(exp(-((x - j) ** 2) / (2 * SPREAD**2)) for x in GRID) for j in range(1, 6))


def bend(place: Place, x: float, tall: float) -> float:
    """The crest wanders up and down a little, the same in every round: a place keeps its face."""
    return tall * (0.055 * sin(1.7 * x + place.number * 2.4) + 0.035 * sin(3.9 * x + place.number * 1.3))


@dataclass(frozen=True, slots=True)
class Ridge:
    """The land of one lane."""

    lane: Lane
    shares: tuple[tuple[int, float], ...]  # (position, share of those who answered)
    base: float

    def height(self, x: float) -> float:
        """0..1; 1 when everyone stands on this spot. *No opinion* counts in the whole and so lowers the land."""
        return sum(share * exp(-((x - j) ** 2) / (2 * SPREAD**2)) for j, share in self.shares)

    def crest(self, x: float) -> float:
        return self.lane.middle + bend(self.lane.place, x, self.lane.height)

    def flank(self, x: float) -> float:
        n = self.lane.place.number
        return self.lane.height * self.base * (1 + 0.10 * sin(2.6 * x + n) + 0.06 * sin(5.3 * x + 2 * n))


def ridge(lane: Lane, base: float) -> Ridge:
    counts, people = lane.place.seen or (), max(1, lane.place.answers)
    return Ridge(lane, tuple((j, c / people) for j, c in enumerate(counts, 1) if c), base)


def contours(ridges: Sequence[Ridge], sheet: Sheet, levels: Sequence[float]) -> list[tuple[float, str]]:
    """(level, path) from the coast to the summit. Neighbours on the list join into one massif, in one path a level."""
    profiles = [_profile(r) for r in ridges]
    return [(level, path) for level in levels if (path := _at_level(ridges, profiles, level, sheet))]


def _profile(r: Ridge) -> list[float]:
    weights = [(BELLS[j - 1], share) for j, share in r.shares]
    return [sum(bell[i] * share for bell, share in weights) for i in range(len(GRID))]


def _at_level(ridges: Sequence[Ridge], profiles: list[list[float]], level: float, sheet: Sheet) -> str:
    beside = (None, *ridges, None)
    return "".join(
        smooth(_ring(r, beside[i], beside[i + 2], level, left, right, sheet), sheet.grain)
        for i, r in enumerate(ridges)
        for left, right in _stretches(profiles[i], level)
    )


def _stretches(profile: list[float], level: float) -> Iterator[tuple[float, float]]:
    """From where to where a ridge is higher than the level."""
    left = 0.0
    for i in range(1, len(GRID)):
        here, past = profile[i] > level, profile[i - 1] > level
        if here is past:
            continue
        cross = GRID[i - 1] + 0.1 * (level - profile[i - 1]) / (profile[i] - profile[i - 1])
        if here:
            left = cross
        elif cross - left > LEAST:
            yield left, cross


def _ring(
    r: Ridge, above: Ridge | None, below: Ridge | None, level: float, left: float, right: float, sheet: Sheet
) -> list[Point]:
    """Points close together at both tips, where the line turns, and far apart between."""
    joined = 10 if level < JOINING and (above or below) else 0
    count = 3 + joined + min(13, int((right - left) * 2.4))
    xs = [(left + right) / 2 - (right - left) / 2 * cos(pi * i / count) for i in range(count + 1)]
    inner = xs[1:-1]
    return [
        (sheet.at(left), r.crest(left)),
        *((sheet.at(x), _edge(r, above, level, x, -1)) for x in inner),
        (sheet.at(right), r.crest(right)),
        *((sheet.at(x), _edge(r, below, level, x, 1)) for x in reversed(inner)),
    ]


def _edge(r: Ridge, other: Ridge | None, level: float, x: float, way: int) -> float:
    """Where the line lies at x, above (-1) or below (1) the crest."""
    height, crest, flank = r.height(x), r.crest(x), r.flank(x)
    y = crest + way * flank * sqrt(2 * log(max(1.0, height / level)))
    if other is None or level >= JOINING or (reach := other.height(x)) < 0.01 or height <= level:
        return y
    far, slope = other.crest(x), other.flank(x)
    # The heights of two ridges add up as a 3-norm, so that a summit is not raised by its neighbour. Each turn brings
    # the line closer to the other; once past its edge, the two are one massif, and the line dives to the other's crest,
    # where the path that unites them hides it.
    for _ in range(TURNS):
        rest = level**3 - (reach * exp(-(((y - far) / slope) ** 2) / 2)) ** 3
        if rest <= 0 or (y - far) * way > 0:
            return far
        before, y = y, crest + way * flank * sqrt(2 * log(height / rest ** (1 / 3)))
        if abs(y - before) < CLOSE:
            break
    return y
