# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coins, tossed by the heap: how many of so many fall heads, without tossing each of them."""

from bisect import bisect_right
from itertools import accumulate
from math import sqrt

from leerlandschap.core.measures.shuffling import SplitMix64

_REACH = 10  # standard deviations; beyond lies less than 1e-22, which no draw of 53 bits can tell from nothing


class Heap:
    """Binomial (size, one half) by a table, made once in a time of the order of sqrt(size); a toss is a look-up."""

    __slots__ = ("_below", "_fewest")

    def __init__(self, size: int) -> None:
        reach = int(_REACH * sqrt(size) / 2) + 1
        middle = size // 2
        self._fewest = max(0, middle - reach)
        weights = [1.0]  # relative to the middle, which comes first; from there down, then from there up
        for heads in range(middle, self._fewest, -1):
            weights.append(weights[-1] * heads / (size - heads + 1))
        weights.reverse()
        for heads in range(middle, min(size, middle + reach)):
            weights.append(weights[-1] * (size - heads) / (heads + 1))
        sums = list(accumulate(weights))
        self._below = [each / sums[-1] for each in sums]

    def heads(self, lot: SplitMix64) -> int:
        return self._fewest + bisect_right(self._below, lot.part())
