# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of a table: words stay whole, much text gets more room, figures stand to the right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.documents.columns import LINE, are_figures, shares
from leerlandschap.documents.paper import Grid

TALLIES = Grid(
    "Alle stellingen",
    ("Stelling", "Helemaal oneens", "Oneens", "Ertussenin", "Uitslag"),
    (("1. Leren is werk", "2", "0", "12", "Kern: 12 van 12 eens. 5 naar eens, 2 naar oneens, 4 bleven"),),
)


def test_every_word_of_a_head_has_room() -> None:
    for head, share in zip(TALLIES.head, shares(TALLIES), strict=True):
        assert share * LINE > max(map(len, head.split())) + 1


def test_much_text_gets_more_room_than_a_number() -> None:
    room = shares(TALLIES)
    assert max(room) == room[-1] > 3 * room[2]


@given(st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(st.text(), min_size=n, max_size=n), min_size=1)))
def test_the_columns_fill_the_width_whatever_stands_in_them(rows: list[list[str]]) -> None:
    head, *others = map(tuple, rows)
    room = shares(Grid("", head, tuple(others)))
    assert sum(room) == pytest.approx(1)
    assert min(room) > 0


@pytest.mark.parametrize(
    ("cells", "figures"),
    [(("1", "12"), True), (("50 %", "–"), True), (("1.234,5", ""), True), (("", ""), False), (("12 van 12",), False)],
)
def test_a_column_of_numbers_is_known(cells: tuple[str, ...], figures: bool) -> None:
    grid = Grid("", ("a", "b"), tuple((each, each) for each in cells))
    assert [are_figures(grid, column) for column in (0, 1)] == [False, figures]
