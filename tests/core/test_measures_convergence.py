# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether people came closer to each other between two rounds."""

from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.measures import Convergence, Tally, convergence, disagreement_unbiased, shift
from leerlandschap.core.measures.shuffling import SplitMix64

Pair = tuple[int, int]
pairs_of_two_rounds = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=60)

TOGETHER = [(1, 3), (5, 3), (1, 2), (5, 4), (2, 3), (4, 4), (1, 3), (5, 4)]
APART = [(after, before) for before, after in TOGETHER]
MIXED = [(1, 2), (2, 2), (3, 5), (4, 2), (5, 5), (5, 4), (1, 3)]


def change(pairs: list[Pair]) -> float:
    before = disagreement_unbiased(Tally.of(each for each, _ in pairs))
    after = disagreement_unbiased(Tally.of(each for _, each in pairs))
    assert before is not None
    assert after is not None
    return after - before


def by_hand(pairs: list[Pair]) -> float:
    """The part of all ways to swap, or not, each person's two answers that change as much, either way."""
    ways = [
        change([pair[::-1] if swap else pair for pair, swap in zip(pairs, swaps, strict=True)])
        for swaps in product((False, True), repeat=len(pairs))
    ]
    return sum(abs(each) >= abs(change(pairs)) - 1e-12 for each in ways) / len(ways)


def strangers(people: int, seed: int) -> list[Pair]:
    """Two rounds that have nothing to do with each other."""
    lot = SplitMix64(seed)
    return [(1 + lot.below(5), 1 + lot.below(5)) for _ in range(people)]


@pytest.mark.parametrize("pairs", [TOGETHER, APART, MIXED])
def test_chance_is_what_it_is_over_all_ways_to_swap(pairs: list[Pair]) -> None:
    found = convergence(pairs, seed=4, runs=20_000)
    assert found.delta == pytest.approx(change(pairs))
    assert found.p == pytest.approx(by_hand(pairs), abs=0.015)


def test_a_group_that_comes_together_shows_it() -> None:
    found = convergence(TOGETHER * 2, seed=1)
    assert found.delta is not None
    assert found.p is not None
    assert found.delta < -0.5
    assert found.p < 0.01


def test_the_change_is_the_one_that_goes_with_the_shift() -> None:
    pairs = [(2, 4), (None, 3), (5, 4), (1, None), (3, 3), (None, None)]
    assert convergence(pairs, seed=1).delta == pytest.approx(shift(pairs).convergence)


@given(pairs_of_two_rounds)
@settings(deadline=None)
def test_every_change_is_that_of_unbiased_disagreement(pairs: list[Pair]) -> None:
    assert convergence(pairs, seed=1, runs=0).delta == pytest.approx(change(pairs), abs=1e-12)


@given(pairs_of_two_rounds, st.data())
@settings(deadline=None, max_examples=40)
def test_the_order_of_people_is_nothing(pairs: list[Pair], draw: st.DataObject) -> None:
    assert convergence(draw.draw(st.permutations(pairs)), seed=7, runs=99) == convergence(pairs, seed=7, runs=99)


def test_another_seed_is_another_lot() -> None:
    assert len({convergence(strangers(12, 6), seed).p for seed in range(9)}) > 1


@given(pairs_of_two_rounds, st.integers(0, 9))
@settings(deadline=None, max_examples=40)
def test_going_back_is_as_surprising_as_going(pairs: list[Pair], seed: int) -> None:
    there, back = convergence(pairs, seed, 99), convergence([(b, a) for a, b in pairs], seed, 99)
    assert there.p == back.p
    assert there.delta == pytest.approx(-(back.delta or 0.0))


@pytest.mark.parametrize("people", [12, 90])  # by words of bits, and by tables
def test_without_an_effect_a_small_chance_is_as_rare_as_it_says(people: int) -> None:
    chances = [convergence(strangers(people, seed), 10_000 + seed, 199).p or 0.0 for seed in range(400)]
    for line in (0.05, 0.1, 0.25, 0.5, 0.75):
        assert sum(p <= line for p in chances) / 400 == pytest.approx(line, abs=0.075)


@pytest.mark.parametrize("movers", [64, 65])  # the most that fit a word of bits, and the fewest that ask for tables
def test_a_full_room_has_the_chance_that_tossing_a_coin_for_each_finds(movers: int) -> None:
    pairs = [pair for pair in strangers(200, 1) if pair[0] != pair[1]][:movers]
    lot = SplitMix64(101)  # not the lots that made the strangers
    swapped = ([(a, b) if lot.below(2) else (b, a) for a, b in pairs] for _ in range(3000))
    as_large = sum(abs(change(each)) >= abs(change(pairs)) - 1e-12 for each in swapped)
    assert convergence(pairs, 1, 9999).p == pytest.approx(as_large / 3000, abs=0.03)
    assert 0.02 < as_large / 3000 < 0.98


def test_nobody_or_one_person_came_no_closer() -> None:
    assert convergence([], 1) == Convergence(None, None)
    assert convergence([(1, 5)], 1) == Convergence(None, None)
    assert convergence([(1, 5), (3, None), (None, 2), (None, None)], 1) == Convergence(None, None)


def test_where_nobody_moved_nothing_is_surprising() -> None:
    assert convergence([(1, 1), (5, 5), (3, 3)], 1) == Convergence(0, 1)


def test_a_whole_group_that_moves_along_came_no_closer() -> None:
    assert convergence([(4, 5)] * 10, 1).delta == 0


@pytest.mark.parametrize("pair", [(0, 3), (3, 6), (-1, 1)])
def test_a_position_off_the_scale_is_refused(pair: Pair) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        convergence([pair, (2, 2)], 1)


def test_a_hall_takes_hardly_longer_than_a_room() -> None:
    hall = strangers(10_000, 1)
    started = perf_counter()
    convergence(hall, 1)
    assert perf_counter() - started < 0.25  # measured: 10 ms; 30 people 1 ms; a million 0.12 s
