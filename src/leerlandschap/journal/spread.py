# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often a number fell where: counted in plain integers, at no cost worth naming, and read when somebody asks."""

from bisect import bisect_left
from collections.abc import Sequence


class Spread:
    """``bounds`` rise; ``counts`` has one more: how often a number was at most each bound (and above the one before),
    and last how often above all. Used by one thread at a time; another may read, and is then at most one behind."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = tuple(bounds)
        self.counts = [0] * (len(self.bounds) + 1)
        self.total = 0.0

    def note(self, number: float) -> None:
        self.counts[bisect_left(self.bounds, number)] += 1
        self.total += number
