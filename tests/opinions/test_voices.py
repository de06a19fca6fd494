# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a group says that others do not, and what all groups say."""

from math import sqrt

import numpy as np
import pytest

from leerlandschap.opinions import Answers, Side
from leerlandschap.opinions.voices import SIGNIFICANT, counts_of, one_proportion, shared, two_proportions, voices

EVERYONE = np.repeat([0, 1], 20)


def of(*statements: tuple[int, int]) -> Answers:
    """Two groups of twenty; per statement what everyone in the first and in the second chose."""
    return Answers(np.array([[first] * 20 + [second] * 20 for first, second in statements], np.uint8))


def test_the_constants_stand() -> None:
    assert SIGNIFICANT == 1.2816
    assert one_proportion(9, 9) == pytest.approx(2 * sqrt(10) * 0.5)  # one added to both
    assert two_proportions(10, 10, 10, 10) == 0  # all of all


def test_the_test_of_two_proportions_is_that_of_polis() -> None:
    assert two_proportions(15, 56, 24, 71) == pytest.approx(-1.518, abs=0.01)  # stats_test.clj, with its tolerance
    assert two_proportions(15, 56, 24, 71) == pytest.approx(-1.5140674)  # as written out, one added to each


def test_a_group_speaks_by_what_sets_it_apart() -> None:
    counts = counts_of(of((5, 1), (4, 4), (1, 5), (3, 3)), EVERYONE, 2)
    said = voices(counts, 0)
    assert [(each.statement, each.side) for each in said] == [(0, Side.AGREE), (2, Side.DISAGREE)]
    assert (said[0].chose, said[0].seen) == (20, 20)
    assert said[0].part == pytest.approx(21 / 22)
    assert said[0].times_others == pytest.approx((21 / 22) / (1 / 22))


def test_a_pass_and_no_opinion_count_as_seen() -> None:
    answers = of((5, 1))
    answers.codes[0, :5] = [3, 3, 6, 6, 0]
    assert voices(counts_of(answers, EVERYONE, 2), 0)[0].seen == 19


def test_at_most_five_statements_agreement_first_and_the_strongest_agreement_among_them() -> None:
    answers = of(*[(1, 5)] * 7, (4, 1))
    answers.codes[7, 15:20] = 3  # weaker than the seven
    said = voices(counts_of(answers, EVERYONE, 2), 0)
    assert [each.side for each in said] == [Side.AGREE] + [Side.DISAGREE] * 4
    assert [each.statement for each in said] == [7, 0, 1, 2, 3]


def test_what_everyone_says_speaks_for_no_group() -> None:
    assert voices(counts_of(of((5, 5), (1, 1)), EVERYONE, 2), 0) == ()


def test_who_is_in_no_group_is_not_counted() -> None:
    labels = np.array([-1] * 3 + [0] * 17 + [1] * 20)
    assert counts_of(of((5, 1)), labels, 2)[0, 0].tolist() == [0, 0, 0, 0, 0, 17, 0]


def test_shared_ground_is_the_product_over_groups() -> None:
    first, second = shared(counts_of(of((5, 4), (5, 1)), EVERYONE, 2))
    assert first.agree == pytest.approx((21 / 22) ** 2)
    assert first.agree_root == pytest.approx(21 / 22)
    assert second.agree == pytest.approx(21 / 22 * 1 / 22)
    assert second.disagree == second.agree
