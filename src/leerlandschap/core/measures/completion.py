# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Certainty about *this room*: what the class would be if those who have not answered would.

The missing answers follow the same posterior as in posterior.py, drawn one by one (Polya's urn), which makes the
number on one side beta-binomial, and the number on the other, given the first, beta-binomial too. Summing over all
completions would be quadratic in the missing answers; here both steps are linear, and exact (see `_chances`).
"""

from math import ceil, exp, fsum, lgamma

from leerlandschap.core.measures.kinds import Region, Thresholds
from leerlandschap.core.measures.posterior import Parameters, Probabilities, parameters, with_rest
from leerlandschap.core.measures.tally import Tally


class Room:
    """A tally, its missing answers, and the lines as least numbers of people in the completed room."""

    __slots__ = ("_against", "_camp", "_core", "_missing", "_tally")

    def __init__(self, tally: Tally, in_room: int, thresholds: Thresholds) -> None:
        """Where fewer are in the room than answered, nobody is missing; an empty room waits for one answer."""
        size = max(in_room, tally.answers, 1)
        self._tally = tally
        self._missing = size - tally.answers
        self._core = _least(thresholds.core_share, size)
        self._against = _least(thresholds.against, size)
        self._camp = _least(thresholds.camp, size)

    def probabilities(self) -> Probabilities:
        """Of the completed room."""
        disagree, middle, agree = parameters(self._tally)
        d, a = self._tally.disagree, self._tally.agree
        few_d, few_a = range(self._against - d), range(self._against - a)
        many_d = range(max(0, self._camp - d), self._missing + 1)
        return with_rest(
            self._both((disagree, middle, agree), few_d, self._core - a),
            self._both((agree, middle, disagree), few_a, self._core - d),
            self._both((disagree, middle, agree), many_d, self._camp - a),
        )

    def reachable(self) -> frozenset[Region]:
        """The classes some completion has, whatever the missing people think (bounds in the sense of Manski)."""
        d, a, missing = self._tally.disagree, self._tally.agree, self._missing
        found = {
            Region.CORE_AGREE: d < self._against and a + missing >= self._core,
            Region.CORE_DISAGREE: a < self._against and d + missing >= self._core,
            Region.POLARISED: max(0, self._camp - d) + max(0, self._camp - a) <= missing,
            Region.MIXED: self._mixed_within_reach(d, a),
        }
        return frozenset(region for region, within in found.items() if within)

    def _mixed_within_reach(self, d: int, a: int) -> bool:
        small, large = min(d, a), max(d, a)
        if small >= self._camp:
            return False  # polarised already, for ever
        if large < self._core or small >= self._against:
            return True  # when all the missing are in the middle
        return self._against < self._camp and self._against - small <= self._missing

    def _both(self, alphas: Parameters, firsts: range, need: int) -> float:
        """P(the first side gains a number among `firsts`, and the other side at least `need`)."""
        first, middle, other = alphas
        chances = _chances(other, middle, self._missing, need)
        reachable = (x for x in firsts if x <= self._missing and chances[self._missing - x])
        return fsum(_exactly(x, self._missing, first, middle + other) * chances[self._missing - x] for x in reachable)


def _chances(a: float, b: float, missing: int, need: int) -> list[float]:
    """For 0..missing draws from an urn with a for and b against: the chance of at least `need` for.

    One draw more reaches `need` when it was reached before, or one was lacking and this draw gives it. All terms are
    positive, so nothing cancels.
    """
    if need <= 0:
        return [1.0] * (missing + 1)
    chances = [0.0]
    for drawn in range(missing):
        one_lacking = _exactly(need - 1, drawn, a, b) if drawn >= need - 1 else 0.0
        chances.append(chances[-1] + one_lacking * (a + need - 1) / (a + b + drawn))
    return chances


def _exactly(k: int, n: int, a: float, b: float) -> float:
    """The beta-binomial probability of k out of n."""
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    drawn = lgamma(k + a) + lgamma(n - k + b) - lgamma(n + a + b)
    return exp(ways + drawn - lgamma(a) - lgamma(b) + lgamma(a + b))


def _least(share: float, size: int) -> int:
    """The smallest number of people out of `size` who are at least `share` of them, by the comparison of kinds.py."""
    near = max(0, ceil(share * size) - 1)
    return near if near / size >= share else near + 1
