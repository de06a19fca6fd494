# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which teams may be shown, and how near to unanimous."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.measures import Bound, ShownShare, same_for_all, suppressed, unanimity_shown

FLOOR = 3


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([12, 8, 5], set()),
        ([12, 8, 4], {1, 2}),  # 4 alone would be 24 - 20
        ([12, 2, 2, 9], {1, 2, 3}),  # two are hidden, with 4 answers: still too few
        ([12, 3, 2, 9], {1, 2}),
        ([12, 0, 9, 7], {1, 3}),
        ([6, 6, 4, 6], {0, 2}),  # of equals the first
        ([4, 4], {0, 1}),
        ([2, 2], {0, 1}),
        ([4], {0}),
        ([9], set()),
        ([], set()),
    ],
)
def test_what_is_too_small_takes_the_next_smallest_along(counts: list[int], hidden: set[int]) -> None:
    assert suppressed(counts) == hidden


def test_an_organisation_may_ask_for_more() -> None:
    assert suppressed([12, 8, 9], floor=10) == {1, 2}


def fillings(people: int, cells: int) -> Iterator[tuple[int, ...]]:
    """All ways to fill hidden cells so that they hold what the published whole and the shown cells leave."""
    if cells == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in fillings(people - first, cells - 1):
            yield first, *rest


@pytest.mark.parametrize("teams", [2, 3, 4])
def test_no_hidden_team_and_no_few_of_them_can_be_found_by_subtraction(teams: int) -> None:
    for counts in product(range(7), repeat=teams):
        hidden = sorted(suppressed(counts, FLOOR))
        assert all(counts[index] >= FLOOR for index in range(teams) if index not in hidden)
        if not hidden or sum(counts) < FLOOR:  # then the whole is not published either
            continue
        left = sum(counts[index] for index in hidden)
        possible = list(fillings(left, len(hidden)))
        assert left >= FLOOR
        for size in range(1, len(hidden)):
            for some in combinations(range(len(hidden)), size):
                assert len({sum(filling[place] for place in some) for filling in possible}) > 1


@given(st.lists(st.integers(0, 30), min_size=2, max_size=8))
def test_no_more_is_hidden_than_must_be(counts: list[int]) -> None:
    hidden = suppressed(counts)
    largest = max(hidden, key=lambda index: (counts[index], index), default=None)
    if largest is None or counts[largest] < 5:
        return
    fewer = hidden - {largest}
    assert len(fewer) < 2 or sum(counts[index] for index in fewer) < 5
    assert all(counts[index] >= counts[largest] for index in range(len(counts)) if index not in hidden)


@given(st.lists(st.integers(0, 30), max_size=8))
def test_one_statement_hides_what_it_would_hide_in_a_report_of_its_own(counts: list[int]) -> None:
    assert same_for_all([counts]) == suppressed(counts)


@given(st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=1, max_size=5))
def test_a_report_hides_the_same_teams_everywhere_and_enough_of_them_in_each(matrix: list[list[int]]) -> None:
    hidden = same_for_all(matrix)
    assert hidden >= {index for row in matrix for index, answers in enumerate(row) if answers < 5}
    if hidden and len(hidden) < 4:
        assert len(hidden) >= 2
        assert all(sum(row[index] for index in hidden) >= 5 for row in matrix)


def test_a_team_too_small_for_one_statement_is_hidden_for_all() -> None:
    assert suppressed([9, 12, 8]) == set()
    assert same_for_all([[9, 12, 8], [9, 4, 8]]) == {1, 2}


def test_a_report_about_nothing_hides_nothing() -> None:
    assert same_for_all([]) == same_for_all([[], []]) == set()


def test_statements_about_different_teams_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        same_for_all([[9, 12, 8], [9, 4]])


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (1.0, ShownShare(0.9, Bound.AT_LEAST)),
        (11 / 12, ShownShare(0.9, Bound.AT_LEAST)),
        (9 / 10, ShownShare(0.9, Bound.AT_LEAST)),
        (8 / 9, ShownShare(8 / 9, Bound.EXACTLY)),
        (0.5, ShownShare(0.5, Bound.EXACTLY)),
        (1 / 10, ShownShare(0.1, Bound.AT_MOST)),
        (0.0, ShownShare(0.1, Bound.AT_MOST)),
    ],
)
def test_nobody_learns_that_all_of_a_team_chose_the_same(share: float, shown: ShownShare) -> None:
    assert unanimity_shown(share, hidden_identity=True) == shown


@pytest.mark.parametrize("share", [0.0, 0.3, 11 / 12, 1.0])
def test_in_one_room_twelve_of_twelve_may_be_said(share: float) -> None:
    assert unanimity_shown(share, hidden_identity=False) == ShownShare(share, Bound.EXACTLY)


@given(st.integers(1, 60), st.integers(0, 60))
def test_what_is_shown_of_a_team_is_never_the_whole_of_it_or_nothing(answers: int, agree: int) -> None:
    share = min(agree, answers) / answers
    shown = unanimity_shown(share, hidden_identity=True)
    assert 0.1 <= shown.share <= 0.9
