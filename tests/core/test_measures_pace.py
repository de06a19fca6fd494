# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statements were answered quickly, and what talking found or lost."""

from math import exp, log, sqrt
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.measures import (
    Kind,
    Pace,
    Tally,
    Thresholds,
    certainty,
    expected_wrong_labels,
    found_by_talking,
    lost_by_talking,
    paces,
    quick,
)

LINES = Thresholds()
LENGTHS = {"time": 60, "trust": 90, "money": 45, "chiefs": 120}
PEOPLE = {"Aisha": 1.0, "Bram": 2.5, "Sanne": 0.8, "Vera": 1.7, "Femke": 1.2}  # how slow they are
TRUE = {"time": 4.0, "trust": 8.0, "money": 5.0, "chiefs": 6.0}  # seconds it takes

Times = list[tuple[str, str, float]]


def timed(seconds: dict[str, float]) -> Times:
    return [(who, which, each * slow) for who, slow in PEOPLE.items() for which, each in seconds.items()]


def test_a_person_who_is_slow_in_all_makes_no_statement_slow() -> None:
    same_length = dict.fromkeys(TRUE, 80)
    for which, pace in paces(timed(TRUE), same_length).items():
        assert pace.q == pytest.approx(TRUE[which] / sqrt(5 * 6))  # the median, of logarithms
        assert pace.times == len(PEOPLE)


def test_a_statement_that_only_takes_longer_to_read_is_not_slow() -> None:
    by_length = {which: 0.02 * length**1.3 for which, length in LENGTHS.items()}
    usual = median(log(each) for each in by_length.values())
    mean = sum(log(length) for length in LENGTHS.values()) / len(LENGTHS)
    expected = exp(log(0.02) + 1.3 * mean - usual)  # the same for each: length explains everything
    assert [pace.q for pace in paces(timed(by_length), LENGTHS).values()] == pytest.approx([expected] * 4)


def test_the_formula_reckoned_by_hand() -> None:
    times = [("Aisha", "time", 2.0), ("Aisha", "trust", 8.0), ("Bram", "time", 4.0), ("Bram", "trust", 6.0)]
    x = log(90 / 60) / 2  # the lengths, in logarithms, lie this far from their mean
    slope = (log(8 / 2) + log(6 / 4)) / 2 / (2 * x)
    z = [(log(2 / 8) / 2 + slope * x), (log(4 / 6) / 2 + slope * x)]
    pace = paces(times, LENGTHS)["time"]
    assert pace.q == pytest.approx(exp(median(z)))
    assert pace.times == 2


def test_a_slip_of_the_thumb_and_a_walk_for_coffee_do_not_count() -> None:
    nan = float("nan")
    strange = [("Bram", "money", each) for each in (0.69, 300.1, 0.0, -4.0, nan, float("inf"))]
    for odd in strange:
        times = [each for each in timed(TRUE) if each[:2] != odd[:2]]
        assert paces([*times, odd], LENGTHS) == paces(times, LENGTHS)


def test_the_shortest_and_the_longest_time_that_count_do() -> None:
    assert paces([("Vera", "time", 0.7), ("Vera", "trust", 300.0)], {})["time"].times == 1


def test_a_person_with_one_time_has_no_usual_speed() -> None:
    assert paces([("Aisha", "time", 3.0)], LENGTHS) == {}
    assert paces([("Aisha", "time", 3.0), *timed(TRUE)[4:]], LENGTHS)["time"].times == len(PEOPLE) - 1
    assert paces([], {}) == {}


def test_of_two_times_for_the_same_the_last_counts() -> None:
    assert paces([("Aisha", "time", 99.0), *timed(TRUE)], LENGTHS) == paces(timed(TRUE), LENGTHS)


def test_without_lengths_no_length_is_taken_off() -> None:
    assert paces(timed(TRUE), {}) == paces(timed(TRUE), dict.fromkeys(TRUE, 70))


@pytest.mark.parametrize("length", [0, -3, float("nan")])
def test_a_statement_without_words_is_refused(length: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        paces(timed(TRUE), {**LENGTHS, "time": length})


@given(st.permutations(timed(TRUE)))
def test_the_order_in_which_answers_came_in_is_nothing(times: Times) -> None:
    expected = paces(timed(TRUE), LENGTHS)
    for which, pace in paces(times, LENGTHS).items():
        assert pace.q == pytest.approx(expected[which].q, rel=1e-12)


@given(st.floats(0.5, 2))
def test_a_group_twice_as_slow_is_as_quick(factor: float) -> None:
    slower = [(who, which, seconds * factor) for who, which, seconds in timed(TRUE)]
    for which, pace in paces(slower, LENGTHS).items():
        assert pace.q == pytest.approx(paces(timed(TRUE), LENGTHS)[which].q)


@pytest.mark.parametrize(
    ("first", "pace", "expected"),
    [
        (Kind.CORE_AGREE, Pace(0.8, 9), True),
        (Kind.CORE_DISAGREE, Pace(1.0, 5), True),
        (Kind.CORE_AGREE, Pace(1.01, 9), False),
        (Kind.CORE_AGREE, Pace(0.8, 4), False),  # too few times to show
        (Kind.CORE_AGREE, None, False),
        (Kind.POLARISED, Pace(0.5, 9), False),
        (Kind.UNDECIDED, Pace(0.5, 9), False),
        (Kind.TOO_FEW, Pace(0.5, 9), False),
    ],
)
def test_quick_is_core_and_no_slower_than_usual(first: Kind, pace: Pace | None, expected: bool) -> None:
    assert quick(first, pace, LINES) is expected


@pytest.mark.parametrize("first", Kind)
@pytest.mark.parametrize("last", Kind)
def test_talking_finds_what_it_makes_core_and_loses_what_it_makes_grey(first: Kind, last: Kind) -> None:
    core = {Kind.CORE_AGREE, Kind.CORE_DISAGREE}
    grey = {Kind.POLARISED, Kind.UNDECIDED, Kind.SCATTERED}
    assert found_by_talking(first, last) == (first in grey and last in core)
    assert lost_by_talking(first, last) == (first in core and last in grey)


def test_a_statement_answered_in_the_first_round_only_was_neither_found_nor_lost() -> None:
    assert not found_by_talking(Kind.SCATTERED, Kind.TOO_FEW)
    assert not lost_by_talking(Kind.CORE_AGREE, Kind.TOO_FEW)


def test_wrong_labels_are_expected_from_what_each_label_leaves_open() -> None:
    eight_agree, five_agree, nobody = Tally((0, 0, 0, 4, 4), 0), Tally((0, 0, 0, 0, 5), 0), Tally((0, 0, 0, 0, 0), 0)
    sure = [certainty(each, 12, LINES) for each in (eight_agree, five_agree, nobody)]
    assert expected_wrong_labels(sure) == pytest.approx((1 - 0.887038) + (1 - 0.769026), abs=2e-6)
    assert expected_wrong_labels(sure[2:]) == expected_wrong_labels([]) == 0
