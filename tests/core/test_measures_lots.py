# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lots that are the same for the same seed, and fair."""

from collections import Counter
from collections.abc import Callable
from math import comb, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.measures.coins import Heap
from leerlandschap.core.measures.shuffling import SplitMix64
from leerlandschap.core.measures.teams.urn import Urn, hypergeometric

DRAWS = 20_000


def surprise(draw: Callable[[], int], chances: dict[int, float]) -> float:
    """How far chi-squared is above what fair draws give, in standard deviations; over outcomes expected five times."""
    found = Counter(draw() for _ in range(DRAWS))
    expected = {value: DRAWS * chance for value, chance in chances.items() if DRAWS * chance >= 5}
    assert found.keys() <= {value for value, chance in chances.items() if chance > 0}
    freedom = max(1, len(expected) - 1)
    chi_squared = sum((found[value] - each) ** 2 / each for value, each in expected.items())
    return float((chi_squared - freedom) / sqrt(2 * freedom))


def test_the_words_are_those_of_the_published_generator() -> None:
    lot = SplitMix64(1234567)
    assert [lot.word() for _ in range(5)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_a_seed_of_any_size_will_do() -> None:
    assert SplitMix64(-1).word() == SplitMix64(2**64 - 1).word() == SplitMix64(2**80 - 1).word()


@given(st.integers(), st.integers(1, 10**12))
def test_a_lot_below_a_number_is_below_it_and_a_part_is_inside(seed: int, count: int) -> None:
    lot = SplitMix64(seed)
    assert 0 <= lot.below(count) < count
    assert 0 < lot.part() < 1


def test_every_place_gets_its_turn() -> None:
    lot = SplitMix64(3)
    assert surprise(lambda: lot.below(7), dict.fromkeys(range(7), 1 / 7)) < 4


@pytest.mark.parametrize("size", [1, 2, 5, 30, 65, 400])
def test_a_heap_of_coins_falls_as_the_coins_would(size: int) -> None:
    heap, lot = Heap(size), SplitMix64(size)
    chances = {heads: comb(size, heads) / 2**size for heads in range(size + 1)}
    assert surprise(lambda: heap.heads(lot), chances) < 4


def test_a_heap_of_a_million_coins_falls_about_half() -> None:
    heap, lot = Heap(10**6), SplitMix64(5)
    heads = [heap.heads(lot) for _ in range(2000)]
    assert sum(heads) / 2000 == pytest.approx(500_000, abs=50)  # four deviations of the mean
    assert sum((each - 500_000) ** 2 for each in heads) / 2000 == pytest.approx(250_000, rel=0.15)


@pytest.mark.parametrize(
    ("white", "black", "drawn"),
    [(1, 1, 1), (5, 9, 4), (9, 5, 4), (5, 9, 11), (9, 5, 11), (30, 70, 50), (70, 30, 80), (3, 400, 200), (200, 200, 9)],
)
def test_white_balls_are_drawn_as_often_as_they_should_be(white: int, black: int, drawn: int) -> None:
    lot = SplitMix64(white)
    ways = {got: comb(white, got) * comb(black, drawn - got) for got in range(min(white, drawn) + 1) if got <= drawn}
    chances = {got: each / comb(white + black, drawn) for got, each in ways.items()}
    assert surprise(lambda: hypergeometric(white, black, drawn, lot), chances) < 4


@pytest.mark.parametrize(("white", "black", "drawn", "got"), [(0, 5, 3, 0), (5, 0, 3, 3), (4, 5, 0, 0), (4, 5, 9, 4)])
def test_where_there_is_nothing_to_draw_lots_for_none_is_drawn(white: int, black: int, drawn: int, got: int) -> None:
    lot = SplitMix64(1)
    assert hypergeometric(white, black, drawn, lot) == got
    assert lot.word() == SplitMix64(1).word()


def test_a_million_people_are_drawn_from_as_quickly_and_fairly() -> None:
    lot = SplitMix64(8)
    got = [hypergeometric(300_000, 700_000, 200_000, lot) for _ in range(4000)]
    variance = 200_000 * 0.3 * 0.7 * 0.8
    assert sum(got) / 4000 == pytest.approx(60_000, abs=4 * (variance / 4000) ** 0.5)
    assert sum((each - 60_000) ** 2 for each in got) / 4000 == pytest.approx(variance, rel=0.1)


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5), st.integers(), st.data())
def test_who_is_taken_from_the_urn_is_no_longer_in_it(counts: list[int], seed: int, draw: st.DataObject) -> None:
    urn = Urn(counts, SplitMix64(seed))
    size = draw.draw(st.integers(0, sum(counts)))
    taken = urn.take(size)
    assert sum(taken) == size
    assert min([*taken, *urn.left]) >= 0
    assert [a + b for a, b in zip(taken, urn.left, strict=True)] == counts


@pytest.mark.parametrize("size", [9, 40])  # one by one, and by numbers
def test_a_team_from_the_urn_is_like_the_whole(size: int) -> None:
    lot = SplitMix64(size)
    sums = [0, 0, 0, 0, 0]
    for _ in range(3000):
        sums = [a + b for a, b in zip(sums, Urn((10, 20, 30, 5, 35), lot).take(size), strict=True)]
    assert [each / 3000 / size for each in sums] == pytest.approx([0.1, 0.2, 0.3, 0.05, 0.35], abs=0.01)
