# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sure the class is: in this room, and among people like these."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import comb
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.measures import Label, Probabilities, Region, Tally, Thresholds, certainty, region_of
from leerlandschap.core.measures.beta import Beta, gauss_legendre, integral

LINES = Thresholds()
RARELY_CLEAR = Thresholds(clear_from=5)
Three = tuple[int, int, int]

# disagree, middle, agree -> core agree, core disagree, polarised, mixed; made with scipy's beta and adaptive quadrature
PEOPLE = [
    ((0, 0, 3), (0.615708, 0.000392, 0.136244, 0.247656)),
    ((0, 0, 5), (0.769026, 0.000009, 0.068353, 0.162613)),
    ((0, 0, 6), (0.819149, 0.000001, 0.048505, 0.132345)),
    ((0, 0, 8), (0.887038, 0.0, 0.024765, 0.088197)),
    ((0, 1, 9), (0.840800, 0.0, 0.012841, 0.146360)),
    ((1, 0, 9), (0.639340, 0.0, 0.117015, 0.243644)),
    ((1, 1, 8), (0.531090, 0.0, 0.116864, 0.352046)),
    ((1, 2, 7), (0.343856, 0.000002, 0.115899, 0.540244)),
    ((2, 0, 8), (0.310294, 0.000003, 0.348325, 0.341379)),
    ((3, 1, 6), (0.072279, 0.000233, 0.614541, 0.312947)),
    ((4, 4, 4), (0.001722, 0.001722, 0.489836, 0.506720)),
    ((5, 0, 5), (0.004510, 0.004510, 0.895637, 0.095343)),
]
ROOM_OF_12 = [
    ((0, 0, 8), (0.965871, 0.0, 0.005165, 0.028964), {"core_agree", "polarised", "mixed"}),
    ((0, 1, 8), (0.971429, 0.0, 0.001242, 0.027329), {"core_agree", "polarised", "mixed"}),
    ((1, 1, 7), (0.591304, 0.0, 0.075776, 0.332919), {"core_agree", "polarised", "mixed"}),
    ((4, 0, 5), (0.0, 0.0, 1.0, 0.0), {"polarised"}),
    ((1, 1, 10), (1.0, 0.0, 0.0, 0.0), {"core_agree"}),
]


def answered(disagree: int, middle: int, agree: int) -> Tally:
    return Tally((disagree, 0, middle, 0, agree), 0)


def figures(probabilities: Probabilities) -> list[float]:
    return [probabilities.of(region) for region in Region]


def label_of(disagree: int, middle: int, agree: int) -> tuple[Region, Label]:
    sure = certainty(answered(disagree, middle, agree), 0, RARELY_CLEAR)
    return sure.likeliest, sure.label


def completions(counts: Three, missing: int) -> Iterator[tuple[Three, Three]]:
    """Every way the missing can answer, and the counts of the completed room."""
    d, m, a = counts
    for x in range(missing + 1):
        for y in range(missing - x + 1):
            z = missing - x - y
            yield (x, y, z), (d + x, m + y, a + z)


def rising(start: Fraction, steps: int) -> Fraction:
    product = Fraction(1)
    for step in range(steps):
        product *= start + step
    return product


def by_hand(counts: Three, missing: int) -> dict[Region, Fraction]:
    """The Dirichlet-multinomial probability of each region, in exact fractions, one completion at a time."""
    alphas = [count + Fraction(1, 2) for count in counts]
    found: Counter[Region] = Counter()
    chances = dict.fromkeys(Region, Fraction(0))
    for gained, completed in completions(counts, missing):
        ways = comb(missing, gained[0]) * comb(missing - gained[0], gained[1])
        weight = Fraction(ways)
        for alpha, gain in zip(alphas, gained, strict=True):
            weight *= rising(alpha, gain)
        region = region_of(answered(*completed), LINES)
        found[region] += 1
        chances[region] += weight / rising(sum(alphas, Fraction(0)), missing)
    return {region: chances[region] for region in found}


@pytest.mark.parametrize(("counts", "expected"), PEOPLE)
def test_people_like_these_have_the_reference_probabilities(counts: Three, expected: tuple[float, ...]) -> None:
    assert figures(certainty(answered(*counts), 0, LINES).people) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("counts", "expected", "reachable"), ROOM_OF_12)
def test_a_room_of_twelve_has_the_reference_probabilities(
    counts: Three, expected: tuple[float, ...], reachable: set[str]
) -> None:
    sure = certainty(answered(*counts), 12, LINES)
    assert figures(sure.room) == pytest.approx(expected, abs=1e-6)
    assert sure.reachable == reachable
    assert sure.settled == (len(reachable) == 1)


@pytest.mark.parametrize(
    ("counts", "region"),
    [
        ((500, 1500, 8000), Region.CORE_AGREE),
        ((0, 1000, 9000), Region.CORE_AGREE),
        ((9000, 0, 1000), Region.CORE_DISAGREE),
        ((5000, 0, 5000), Region.POLARISED),
        ((3000, 4000, 3000), Region.POLARISED),
        ((1000, 8000, 1000), Region.MIXED),
    ],
)
def test_ten_thousand_answers_leave_no_doubt(counts: Three, region: Region) -> None:
    assert certainty(answered(*counts), 10_000, LINES).people.of(region) == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("n", "middle", "dissent"),
    [
        *[(6, 0, 0), (7, 0, 0), (8, 0, 0), (9, 0, 0), (10, 1, 0)],
        *[(15, 2, 1), (20, 3, 1), (30, 6, 2), (50, 11, 5), (100, 25, 12)],
    ],
)
def test_a_clear_core_allows_so_many_in_the_middle_or_so_many_against(n: int, middle: int, dissent: int) -> None:
    clear_core = (Region.CORE_AGREE, Label.CLEAR)
    assert label_of(0, middle, n - middle) == clear_core
    assert label_of(0, middle + 1, n - middle - 1) != clear_core
    assert label_of(dissent, 0, n - dissent) == clear_core
    assert label_of(dissent + 1, 0, n - dissent - 1) != clear_core


def test_five_who_agree_are_never_a_clear_core() -> None:
    assert label_of(0, 0, 5) == (Region.CORE_AGREE, Label.PROBABLE)


@pytest.mark.parametrize(("n", "camp"), [(8, 4), (9, 4), (10, 4), (12, 5), (15, 6), (20, 7), (30, 10)])
def test_a_clear_division_needs_a_smaller_camp_of_so_many(n: int, camp: int) -> None:
    assert label_of(camp, 0, n - camp) == (Region.POLARISED, Label.CLEAR)
    assert label_of(camp - 1, 0, n - camp + 1) != (Region.POLARISED, Label.CLEAR)


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ((0, 0, 4), Label.TOO_FEW),  # .70 sure, and below the floor
        ((0, 0, 7), Label.PROBABLE),  # .86 sure, and below clear_from
        ((0, 0, 8), Label.CLEAR),
        ((1, 2, 7), Label.PROBABLE),
        ((2, 0, 8), Label.TOO_FEW),  # no region reaches one half
    ],
)
def test_a_label_needs_probability_and_answers(counts: Three, label: Label) -> None:
    assert certainty(answered(*counts), 12, LINES).label is label


def test_the_likeliest_class_of_people_like_these_can_be_another_than_that_of_the_room() -> None:
    sure = certainty(answered(1, 2, 7), 10, LINES)
    assert sure.likeliest is Region.MIXED
    assert sure.room == Probabilities(1, 0, 0, 0)
    assert sure.settled


def test_an_empty_room_is_not_settled() -> None:
    sure = certainty(Tally.of([]), 0, LINES)
    assert (sure.settled, sure.label) == (False, Label.TOO_FEW)


few = st.integers(0, 6)
threes = st.tuples(few, few, few)


@given(threes, st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_a_room_is_as_sure_as_all_its_completions_together(counts: Three, missing: int) -> None:
    if sum(counts) + missing == 0:
        return
    sure, expected = certainty(answered(*counts), sum(counts) + missing, LINES), by_hand(counts, missing)
    assert sure.reachable == expected.keys()
    assert sure.settled == (len(expected) == 1)
    for region in Region:
        assert sure.room.of(region) == pytest.approx(float(expected.get(region, 0)), abs=1e-12)


@pytest.mark.parametrize("missing", [0, 1, 2, 3, 5, 9])
def test_what_can_still_be_reached_is_what_some_completion_reaches(missing: int) -> None:
    for counts in ((d, m, a) for d in range(9) for m in range(5) for a in range(9) if d + m + a + missing):
        reached = {region_of(answered(*completed), LINES) for _, completed in completions(counts, missing)}
        assert certainty(answered(*counts), sum(counts) + missing, LINES).reachable == reached


@given(st.tuples(*[st.integers(0, 400)] * 3), st.integers(0, 900))
@settings(max_examples=60, deadline=None)
def test_probabilities_lie_between_nought_and_one_and_add_up_to_one(counts: Three, in_room: int) -> None:
    sure = certainty(answered(*counts), in_room, LINES)
    for view in (sure.people, sure.room):
        assert all(0 <= each <= 1 for each in figures(view))
        assert sum(figures(view)) == pytest.approx(1, abs=1e-9)


@given(threes, st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_turning_a_statement_round_swaps_the_probabilities_of_the_two_cores(counts: Three, in_room: int) -> None:
    d, m, a = counts
    one, other = certainty(answered(d, m, a), in_room, LINES), certainty(answered(a, m, d), in_room, LINES)
    for here, there in ((one.people, other.people), (one.room, other.room)):
        agree, disagree, polarised, mixed = figures(there)
        assert figures(here) == pytest.approx([disagree, agree, polarised, mixed], abs=1e-9)
    assert one.settled == other.settled


def test_a_hall_in_which_very_many_are_silent_looks_like_people_like_these() -> None:
    sure = certainty(answered(2, 3, 15), 20_000, LINES)
    assert figures(sure.room) == pytest.approx(figures(sure.people), abs=1e-3)


def test_a_hall_of_five_thousand_with_two_thousand_silent_is_reckoned_at_once() -> None:
    started = perf_counter()
    sure = certainty(answered(600, 0, 2400), 5_000, LINES)
    assert perf_counter() - started < 1
    assert sure.room.core_agree + sure.room.polarised + sure.room.mixed == pytest.approx(1)
    assert sure.reachable == {Region.CORE_AGREE, Region.POLARISED, Region.MIXED}


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.01, 0.99))
def test_the_tail_of_a_beta_is_a_sum_of_binomial_chances(a: int, b: int, x: float) -> None:
    n = a + b - 1
    expected = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a))
    assert Beta(a, b).above(x) == pytest.approx(expected, rel=1e-9, abs=1e-15)


def test_sixty_four_nodes_integrate_a_polynomial_of_degree_127_exactly() -> None:
    assert sum(weight for _, weight in gauss_legendre(64)) == pytest.approx(2, abs=1e-14)
    assert integral(lambda x: x**127, 0, 1) == pytest.approx(1 / 128, rel=1e-12)
    assert integral(lambda x: x, 1, 0) == 0
