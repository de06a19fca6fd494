# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Certainty about *people like these*: an endless population of which those who answered are a sample.

The parts (disagree, middle, agree) get a Dirichlet prior of one half each (Jeffreys), so that the posterior is
Dirichlet(d + 1/2, m + 1/2, a + 1/2). With y one side, y is beta and so is, independent of it, the other side as
part of what y leaves (1 - y): a probability over two parts becomes one integral over y.
"""

from math import sqrt

from msgspec import Struct

from leerlandschap.core.measures.beta import Beta, integral
from leerlandschap.core.measures.kinds import Region, Thresholds
from leerlandschap.core.measures.tally import Tally

PRIOR = 0.5
_UNSEEN = 1e-16  # a density too low to be worth asking for the other side

Parameters = tuple[float, float, float]


class Probabilities(Struct, frozen=True):
    """Of the four regions, each 0..1, together 1."""

    core_agree: float
    core_disagree: float
    polarised: float
    mixed: float

    def of(self, region: Region) -> float:
        probability: float = getattr(self, region.value)
        return probability

    @property
    def likeliest(self) -> Region:
        """The region with the highest probability; of equals the first in the order of Region."""
        return max(Region, key=self.of)


def with_rest(core_agree: float, core_disagree: float, polarised: float) -> Probabilities:
    """Mixed is what remains; what rounding puts outside 0..1 is cut off."""
    rest = 1 - core_agree - core_disagree - polarised
    return Probabilities(min(1.0, core_agree), min(1.0, core_disagree), min(1.0, polarised), max(0.0, rest))


def parameters(tally: Tally) -> Parameters:
    """Of the posterior: disagree, middle, agree."""
    return tally.disagree + PRIOR, tally.middle + PRIOR, tally.agree + PRIOR


def people(tally: Tally, thresholds: Thresholds) -> Probabilities:
    """Error below 1e-11, measured against sixty times the nodes for 0 to 100,000 answers."""
    disagree, middle, agree = parameters(tally)
    return with_rest(
        _core((agree, middle, disagree), thresholds),
        _core((disagree, middle, agree), thresholds),
        _polarised((agree, middle, disagree), thresholds),
    )


def _core(alphas: Parameters, lines: Thresholds) -> float:
    """P(side >= core_share and other < against), alphas being those of side, middle, other."""
    side, middle, other = alphas
    beyond, rest = Beta(other, side + middle), Beta(side, middle)
    low, high = beyond.window()

    def curve(root: float) -> float:  # y = root squared takes away the infinite density at y = 0
        y = root * root
        density = 2 * root * beyond.density(y)
        return density * rest.above(lines.core_share / (1 - y)) if density > _UNSEEN else 0.0

    return integral(curve, sqrt(low), sqrt(min(high, lines.against)))


def _polarised(alphas: Parameters, lines: Thresholds) -> float:
    """P(side >= camp and other >= camp)."""
    side, middle, other = alphas
    beyond, rest = Beta(other, side + middle), Beta(side, middle)
    low, high = beyond.window()
    top = 1 - lines.camp  # above it nothing is left for the side

    def curve(root: float) -> float:  # y = top - root squared takes away the infinite slope at y = top
        y = top - root * root
        density = 2 * root * beyond.density(y)
        return density * rest.above(lines.camp / (1 - y)) if density > _UNSEEN else 0.0

    return integral(curve, sqrt(max(0.0, top - high)), sqrt(max(0.0, top - max(low, lines.camp))))
