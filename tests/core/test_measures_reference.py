# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Classes and certainty against reckonings of another make, and groups in which next to nobody answered."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import asin, exp, lgamma, log, pi, sin, sqrt

import pytest

from leerlandschap.core.measures import (
    Kind,
    Label,
    Region,
    Tally,
    Thresholds,
    certainty,
    convergence,
    decompose,
    disagreement,
    disagreement_unbiased,
    kind_of,
    opposition,
    region_of,
    shares,
    shift,
)

LINES = Thresholds()
Curve = Callable[[float], float]


def answered(disagree: int, middle: int, agree: int) -> Tally:
    return Tally((disagree, 0, middle, 0, agree), 0)


def everybody(people: int) -> Iterator[tuple[int, int, int]]:
    return ((d, people - d - a, a) for d in range(people + 1) for a in range(people - d + 1))


@pytest.mark.parametrize("sizes", [range(1, 41), [60], [100], [200]])
def test_every_group_falls_in_exactly_one_class(sizes: list[int]) -> None:
    """With the shares as fractions, so that a group exactly on a line is on it."""
    core, against, camp = Fraction(7, 10), Fraction(15, 100), Fraction(1, 4)
    for d, m, a in (each for people in sizes for each in everybody(people)):
        low, high = Fraction(d, d + m + a), Fraction(a, d + m + a)
        within = {
            Region.CORE_AGREE: high >= core and low < against,
            Region.CORE_DISAGREE: low >= core and high < against,
            Region.POLARISED: min(low, high) >= camp,
        }
        within[Region.MIXED] = not any(within.values())
        assert [region for region, inside in within.items() if inside] == [region_of(answered(d, m, a), LINES)]


def test_fewer_than_eight_answers_are_never_clear_and_fewer_than_five_never_labelled() -> None:
    for d, m, a in (each for people in range(8) for each in everybody(people)):
        label = certainty(answered(d, m, a), 30, LINES).label
        assert label is not Label.CLEAR
        assert d + m + a >= LINES.floor or label is Label.TOO_FEW


def simpson(curve: Curve, low: float, high: float, tolerance: float) -> float:
    """Adaptive, from panels narrow enough not to step over a peak."""
    if high <= low:
        return 0.0
    step = (high - low) / 24
    edges = [low + step * k for k in range(24)] + [high]
    return sum(halved(curve, (a, curve(a)), (b, curve(b)), tolerance / 24, 30) for a, b in pairwise(edges))


def halved(curve: Curve, left: tuple[float, float], right: tuple[float, float], tolerance: float, depth: int) -> float:
    (a, at_a), (b, at_b) = left, right
    middle = (a + b) / 2
    at_middle, width = curve(middle), (b - a) / 2
    whole = (at_a + 4 * at_middle + at_b) * width / 3
    at_first, at_third = curve((a + middle) / 2), curve((middle + b) / 2)
    halves = (at_a + 4 * at_first + 2 * at_middle + 4 * at_third + at_b) * width / 6
    if depth == 0 or abs(halves - whole) < 15 * tolerance:
        return halves + (halves - whole) / 15
    here = (middle, at_middle)
    return halved(curve, left, here, tolerance / 2, depth - 1) + halved(curve, here, right, tolerance / 2, depth - 1)


def density(a: float, b: float) -> Curve:
    """Of sin squared of t, a beta (a, b); in t it has no infinite ends when a and b are one half or more."""
    scale = lgamma(a + b) - lgamma(a) - lgamma(b) + log(2)

    def curve(t: float) -> float:
        s, c = sine(t), sine(pi / 2 - t)
        if s <= 0 or c <= 0:
            return exp(scale) if (s <= 0 and a == 0.5) or (c <= 0 and b == 0.5) else 0.0
        power = scale + (2 * a - 1) * log(s) + (2 * b - 1) * log(c)
        return exp(power) if power > -60 else 0.0

    return curve


def sine(t: float) -> float:
    return sin(t)


def angle(share: float) -> float:
    return asin(sqrt(min(1.0, max(0.0, share))))


def around(a: float, b: float) -> tuple[float, float]:
    """In t, where a spread is about 1 / (2 sqrt(a + b)) everywhere, sixteen of them to each side."""
    middle, reach = angle(a / (a + b)), 8 / sqrt(a + b) + 6 / (a + b)
    return max(0.0, middle - reach), min(pi / 2, middle + reach)


def above(a: float, b: float, share: float) -> float:
    low, high = around(a, b)
    if share <= 0 or share >= 1:
        return 1.0 if share <= 0 else 0.0
    return simpson(density(a, b), max(low, angle(share)), high, 1e-9)


def both(side: float, middle: float, other: float, bounds: tuple[float, float], least: float) -> float:
    """P(other between the bounds, and side at least `least`), shares of a Dirichlet."""
    curve = density(other, side + middle)
    low, high = around(other, side + middle)

    def joint(t: float) -> float:
        height, rest = curve(t), 1 - sine(t) ** 2
        return height * above(side, middle, least / rest if rest > 0 else 2.0) if height > 1e-12 else 0.0

    return simpson(joint, max(low, angle(bounds[0])), min(high, angle(bounds[1])), 1e-9)


SIZES = [
    *[(0, 0, 0), (0, 0, 5), (1, 2, 7), (4, 4, 4), (3, 5, 22)],
    *[(30, 20, 50), (75, 25, 300), (1400, 1600, 7000), (2480, 5000, 2520), (14_900, 15_000, 70_100)],
]


@pytest.mark.parametrize("counts", SIZES)
def test_certainty_is_that_of_an_adaptive_quadrature(counts: tuple[int, int, int]) -> None:
    d, m, a = (count + 0.5 for count in counts)
    people = certainty(answered(*counts), 0, LINES).people
    assert people.core_agree == pytest.approx(both(a, m, d, (0, 0.15), 0.7), abs=4e-7)
    assert people.core_disagree == pytest.approx(both(d, m, a, (0, 0.15), 0.7), abs=4e-7)
    assert people.polarised == pytest.approx(both(a, m, d, (0.25, 0.75), 0.25), abs=4e-7)


NOBODY, NO_OPINION = Tally((0, 0, 0, 0, 0), 0), Tally((0, 0, 0, 0, 0), 9)


def test_nobody_has_no_shares_no_disagreement_and_no_class() -> None:
    assert (shares(NOBODY), disagreement(NOBODY), disagreement_unbiased(NOBODY), opposition(NOBODY)) == (None,) * 4
    assert kind_of(NOBODY, LINES) is Kind.TOO_FEW
    assert certainty(NOBODY, 12, LINES).reachable == set(Region)


def test_one_person_agrees_with_themselves_and_is_too_few() -> None:
    one = Tally((0, 0, 0, 0, 1), 0)
    assert (disagreement(one), disagreement_unbiased(one), opposition(one)) == (0, None, None)
    assert (kind_of(one, LINES), certainty(one, 1, LINES).label) == (Kind.TOO_FEW, Label.TOO_FEW)


def test_a_group_without_any_opinion_is_undecided_and_disagrees_about_nothing() -> None:
    assert (kind_of(NO_OPINION, LINES), disagreement(NO_OPINION)) == (Kind.UNDECIDED, None)
    sure = certainty(NO_OPINION, 9, LINES)
    assert (sure.likeliest, sure.label, sure.settled) == (Region.MIXED, Label.CLEAR, True)
    assert decompose([NO_OPINION, NO_OPINION], 1).D_total is None


def test_a_statement_nobody_answered_again_has_no_shift() -> None:
    once = [(4, None), (2, None)]
    moved = shift(once)
    assert (moved.pairs, moved.unmatched, moved.p, moved.convergence) == (0, 2, 1, None)
    assert (convergence(once, 1).delta, convergence(once, 1).p) == (None, None)


def test_five_against_five_at_the_ends_is_all_the_disagreement_there_is_and_a_little_more() -> None:
    ends = Tally((5, 0, 0, 0, 5), 0)
    assert disagreement(ends) == 1
    assert disagreement_unbiased(ends) == pytest.approx(10 / 9)
    assert opposition(ends) == pytest.approx(5 / 9)
    assert kind_of(ends, LINES) is Kind.POLARISED
    assert certainty(ends, 10, LINES).people.polarised == pytest.approx(0.895637, abs=1e-6)
