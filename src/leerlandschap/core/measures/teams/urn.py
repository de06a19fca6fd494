# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""An urn with people at five positions, from which teams are drawn by lot."""

from collections.abc import Sequence
from math import floor, lgamma, log, sqrt

from leerlandschap.core.measures.shuffling import SplitMix64

_ONE_BY_ONE = 24  # up to here taking people one by one is faster than drawing numbers of people


class Urn:
    """Numbers of people, not people: taking a team of a thousand takes four draws."""

    __slots__ = ("_lot", "left")

    def __init__(self, counts: Sequence[int], lot: SplitMix64) -> None:
        self.left = list(counts)
        self._lot = lot

    def take(self, size: int) -> list[int]:
        """How many at each position in a team of `size` people, at most as many as are left; they are gone then."""
        return self._few(size) if size <= _ONE_BY_ONE else self._many(size)

    def _few(self, size: int) -> list[int]:
        left, taken = self.left, [0] * len(self.left)
        people = sum(left)
        for gone in range(size):
            place, position = self._lot.below(people - gone), 0
            while place >= left[position]:
                place -= left[position]
                position += 1
            left[position] -= 1
            taken[position] += 1
        return taken

    def _many(self, size: int) -> list[int]:
        people, taken = sum(self.left), []
        for position, here in enumerate(self.left):
            people -= here
            got = hypergeometric(here, people, size, self._lot)
            self.left[position] -= got
            size -= got
            taken.append(got)
        return taken


def hypergeometric(white: int, black: int, drawn: int, lot: SplitMix64) -> int:
    """How many of `drawn` balls are white, for 0 <= drawn <= white + black. The time does not grow with the numbers."""
    people = white + black
    if not (white and black and drawn) or drawn == people:
        return min(white, drawn)
    few, many = min(white, black), max(white, black)
    sample = min(drawn, people - drawn)
    got = _ratio_of_uniforms(few, many, sample, lot)
    if white > black:
        got = sample - got
    return got if sample == drawn else white - got


def _ratio_of_uniforms(few: int, many: int, sample: int, lot: SplitMix64) -> int:
    """Stadlober (1990), algorithm HRUE, for few <= many and a sample of at most half; about 1.4 rounds on average."""
    people = few + many
    middle = sample * few / people + 0.5
    spread = sqrt((people - sample) * sample * (few / people) * (many / people) / (people - 1) + 0.5)
    width = 1.7155277699214135 * spread + 0.8989161620588988  # 2 sqrt(2 / e) and 3 - 2 sqrt(3 / e)
    peak = _log_ways((sample + 1) * (few + 1) // (people + 2), few, many, sample)
    end = min(min(sample, few) + 1, floor(middle + 16 * spread))
    while True:
        u = lot.part()
        x = middle + width * (lot.part() - 0.5) / u
        if not 0 <= x < end:
            continue
        got = int(x)
        height = _log_ways(got, few, many, sample) - peak
        if u * (4 - u) - 3 <= height or (u * (u - height) < 1 and 2 * log(u) <= height):
            return got


def _log_ways(got: int, few: int, many: int, sample: int) -> float:
    """The logarithm of the probability of `got`, up to a constant."""
    return -(lgamma(got + 1) + lgamma(few - got + 1) + lgamma(sample - got + 1) + lgamma(many - sample + got + 1))
