# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of the disagreement lies between teams."""

from time import perf_counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.measures import Decomposition, Tally, decompose, disagreement
from leerlandschap.core.measures.shuffling import SplitMix64

Team = tuple[int, int, int, int, int]

few = st.integers(0, 15)
team_lists = st.lists(st.builds(Tally, st.tuples(few, few, few, few, few), few), max_size=8)

# teams -> total, within, between, share; the last is COH01 of the cohesion data in the R package multilevel
BY_HAND: list[tuple[list[Team], tuple[float, float, float, float]]] = [
    ([(5, 0, 0, 0, 0), (0, 0, 0, 0, 5)], (1, 0, 1, 1)),
    ([(1, 1, 1, 1, 1), (1, 1, 1, 1, 1)], (0.8, 0.8, 0, 0)),
    ([(4, 1, 0, 0, 0), (0, 0, 1, 3, 1), (1, 1, 1, 1, 1)], (0.826667, 0.426667, 0.4, 0.483871)),
    ([(0, 0, 0, 0, 10), (0, 0, 0, 10, 0)], (0.25, 0, 0.25, 1)),
    ([(0, 0, 0, 0, 2), (0, 0, 0, 2, 0)], (0.25, 0, 0.25, 1)),
    (
        [(0, 1, 1, 1, 0), (0, 0, 2, 1, 0), (0, 0, 2, 0, 0), (1, 1, 1, 0, 0)],
        (0.429752, 0.303030, 0.126722, 0.2948718),
    ),
]


def teams_of(*counts: Team) -> list[Tally]:
    return [Tally(each, 0) for each in counts]


def people_in(tally: Tally) -> list[int]:
    return [position for position, count in enumerate(tally.counts, 1) for _ in range(count)]


def mean_distance(pairs: list[tuple[int, int]]) -> float:
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def dealt(sizes: list[int], seed: int) -> list[Tally]:
    """Teams that say nothing about their people."""
    lot = SplitMix64(seed)
    return [Tally.of(1 + lot.below(5) for _ in range(size)) for size in sizes]


@pytest.mark.parametrize(("teams", "expected"), BY_HAND)
def test_the_parts_are_those_of_the_reference(teams: list[Team], expected: tuple[float, ...]) -> None:
    parts = decompose(teams_of(*teams), seed=1)
    assert (parts.D_total, parts.D_within, parts.D_between, parts.share) == pytest.approx(expected, abs=6e-7)


def test_chance_is_that_of_the_reference() -> None:
    """A permutation test of the same data elsewhere gave .586."""
    assert decompose(teams_of(*BY_HAND[5][0]), seed=1, runs=9999).p == pytest.approx(0.586, abs=0.02)


def test_chance_is_what_it_is_over_all_ways_to_deal() -> None:
    """Two at each end: of the six ways to deal four people into two pairs, two part the ends."""
    parts = decompose(teams_of((2, 0, 0, 0, 0), (0, 0, 0, 0, 2)), seed=1, runs=9999)
    assert parts.p == pytest.approx(1 / 3, abs=0.02)


@given(team_lists)
@settings(deadline=None)
def test_between_and_within_are_the_whole(teams: list[Tally]) -> None:
    parts = decompose(teams, seed=1, runs=0)
    assert parts.D_total == disagreement(sum(teams, Tally((0, 0, 0, 0, 0), 0)))
    if parts.D_total is None:
        assert parts == Decomposition(None, None, None, None, None, None)
        return
    assert parts.D_within is not None
    assert parts.D_between is not None
    assert abs(parts.D_total - parts.D_within - parts.D_between) < 1e-12
    assert (parts.share is None) == (parts.D_total == 0)


def test_the_whole_of_a_hundred_thousand_people_is_exact_too() -> None:
    parts = decompose(dealt([30_000, 1, 69_000, 999], 2), seed=1, runs=0)
    assert (parts.D_within or 0) + (parts.D_between or 0) == pytest.approx(parts.D_total, abs=1e-12)


@given(team_lists, st.data())
@settings(deadline=None, max_examples=50)
def test_the_order_of_teams_is_nothing(teams: list[Tally], draw: st.DataObject) -> None:
    assert decompose(draw.draw(st.permutations(teams)), 5, 49) == decompose(teams, 5, 49)


@given(team_lists)
@settings(deadline=None, max_examples=50)
def test_the_unbiased_share_compares_two_of_a_team_with_two_of_different_teams(teams: list[Tally]) -> None:
    everybody = [(who, index) for index, team in enumerate(teams) for who in people_in(team)]
    pairs = [(a, b) for i, a in enumerate(everybody) for b in everybody[:i]]
    same = [(a, b) for (a, team), (b, other) in pairs if team == other]
    different = [(a, b) for (a, team), (b, other) in pairs if team != other]
    share = decompose(teams, 1, 0).share_unbiased
    if not same or not different or not mean_distance(same + different):
        assert share is None
    else:
        assert share == pytest.approx(max(0, 1 - mean_distance(same) / mean_distance(different)), abs=1e-9)


def test_teams_dealt_by_lot_share_nothing_on_average_but_for_the_plain_share() -> None:
    parts = [decompose(dealt([10, 10, 10, 10], seed), seed, 0) for seed in range(300)]
    assert sum(each.share or 0 for each in parts) / 300 == pytest.approx(3 / 39, abs=0.015)
    assert sum(each.share_unbiased == 0 for each in parts) / 300 > 0.45


@pytest.mark.parametrize("sizes", [[6, 9, 5], [30, 45, 26]])  # drawn one by one, and by numbers
def test_without_an_effect_a_small_chance_is_as_rare_as_it_says(sizes: list[int]) -> None:
    chances = [decompose(dealt(sizes, seed), seed + 1, 99).p or 0.0 for seed in range(300)]
    for line in (0.05, 0.1, 0.25, 0.5, 0.75):
        assert sum(p <= line for p in chances) / 300 == pytest.approx(line, abs=0.085)


def test_nobody_has_no_disagreement_to_divide() -> None:
    nothing = Decomposition(None, None, None, None, None, None)
    assert decompose([], 1) == nothing
    assert decompose([Tally((0, 0, 0, 0, 0), 7), Tally((0, 0, 0, 0, 0), 0)], 1) == nothing


def test_one_team_is_the_whole_and_cannot_be_compared() -> None:
    parts = decompose(teams_of((3, 0, 0, 0, 5)), 1)
    assert (parts.D_within, parts.D_between, parts.share) == (parts.D_total, 0, 0)
    assert (parts.share_unbiased, parts.p) == (None, None)


def test_a_team_without_an_opinion_is_no_team() -> None:
    two = teams_of((5, 1, 0, 0, 0), (0, 2, 0, 1, 5))
    assert decompose([*two, Tally((0, 0, 0, 0, 0), 6)], 1) == decompose(two, 1)


def test_teams_of_one_differ_only_between_each_other() -> None:
    parts = decompose(teams_of((1, 0, 0, 0, 0), (0, 0, 1, 0, 0), (0, 0, 0, 0, 1)), 1)
    assert parts.D_within == 0
    assert parts.share == pytest.approx(1)
    assert (parts.share_unbiased, parts.p) == (None, 1)


def test_one_person_disagrees_with_nobody() -> None:
    assert decompose(teams_of((0, 0, 0, 1, 0)), 1) == Decomposition(0, 0, 0, None, None, None)


def test_teams_that_all_say_the_same_have_nothing_to_divide() -> None:
    assert decompose(teams_of((0, 0, 0, 9, 0), (0, 0, 0, 4, 0)), 1) == Decomposition(0, 0, 0, None, None, 1)


def test_the_parts_are_written_down_under_their_names() -> None:
    written = msgspec.to_builtins(decompose(teams_of((5, 0, 0, 0, 0), (0, 0, 0, 0, 5)), 1))
    assert list(written) == ["D_total", "D_within", "D_between", "share", "share_unbiased", "p"]


def test_a_million_people_are_shuffled_as_quickly_as_a_thousand() -> None:
    started = perf_counter()
    decompose([Tally((90_000, 50_000, 20_000, 20_000, 20_000), 0)] * 5, 1)
    assert perf_counter() - started < 1  # measured: 0.06 s
