# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who moved between two rounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.measures import Tally, disagreement_unbiased, shift, sign_test

positions = st.one_of(st.none(), st.integers(1, 5))


@pytest.mark.parametrize(
    ("up", "down", "p"),
    [
        (5, 0, 0.03125),
        (6, 1, 0.0703125),
        (8, 2, 0.0654296875),
        (7, 3, 0.2265625),
        (12, 3, 0.021270752),
        (4, 4, 1),
        (1, 0, 0.5),
        (0, 0, 1),
    ],
)
def test_a_division_of_movers_has_its_exact_mid_p_either_way(up: int, down: int, p: float) -> None:
    assert sign_test(up, down) == pytest.approx(p, abs=1e-9)
    assert sign_test(down, up) == sign_test(up, down)


def test_a_hall_of_movers_is_tested_without_overflow() -> None:
    assert sign_test(2600, 2400) == pytest.approx(0.00468, abs=1e-4)


def test_only_people_who_gave_a_position_twice_moved_or_stayed() -> None:
    moved = shift([(2, 4), (1, 2), (5, 4), (3, 3), (None, 5), (4, None), (None, None)])
    assert (moved.up, moved.down, moved.stayed, moved.pairs, moved.unmatched) == (2, 1, 1, 4, 2)


def test_a_group_that_came_closer_has_a_convergence_below_nought() -> None:
    moved = shift([(1, 3), (5, 3), (1, 3), (5, 3), (None, 1)])
    assert moved.convergence == pytest.approx(-4 / 3)  # two halves at the ends of four people: D 1, unbiased 4/3


def test_one_person_says_nothing_about_convergence() -> None:
    assert shift([(1, 5), (None, 2)]).convergence is None
    assert shift([]).pairs == 0


def test_a_position_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        shift([(1, 6), (2, 3)])


@given(st.lists(st.tuples(positions, positions)))
def test_going_back_undoes_every_move(pairs: list[tuple[int | None, int | None]]) -> None:
    there, back = shift(pairs), shift([(after, before) for before, after in pairs])
    assert (there.up, there.down, there.stayed) == (back.down, back.up, back.stayed)
    assert there.up + there.down + there.stayed == there.pairs
    assert there.p == back.p
    assert 0 < there.p <= 1


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2))
def test_convergence_is_the_change_in_unbiased_disagreement(pairs: list[tuple[int, int]]) -> None:
    before = disagreement_unbiased(Tally.of(each for each, _ in pairs))
    after = disagreement_unbiased(Tally.of(each for _, each in pairs))
    convergence = shift(pairs).convergence
    assert before is not None
    assert after is not None
    assert convergence == pytest.approx(after - before)
