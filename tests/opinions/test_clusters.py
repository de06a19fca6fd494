# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dividing people in groups, and how far apart the groups are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.opinions.bases import Bases
from leerlandschap.opinions.chance import adjusted_rand
from leerlandschap.opinions.clusters import best, divided, divisions, silhouette

ISLANDS = Bases(np.array([[0.0, 0], [0, 1], [10, 0], [10, 1], [0, 20], [1, 20]]), np.array([3.0, 5, 8, 2, 9, 1]))


def test_the_silhouette_is_that_of_polis() -> None:
    apart = np.array([[0.0, 1, 3, 4], [1, 0, 3, 4], [3, 3, 0, 2], [4, 4, 2, 0]])
    assert silhouette(apart, np.array([0, 0, 1, 1]), np.ones(4)) == pytest.approx(0.5654, abs=1e-4)


def test_people_on_one_spot_count_as_so_many_people() -> None:
    spots = np.array([0.0, 1, 5, 6, 7])
    many = [3, 1, 2, 1, 4]
    labels = np.array([0, 0, 1, 1, 1])
    one_by_one = np.repeat(spots, many)
    whole = silhouette(abs(one_by_one[:, None] - one_by_one), np.repeat(labels, many), np.ones(len(one_by_one)))
    assert silhouette(abs(spots[:, None] - spots), labels, np.array(many, float)) == pytest.approx(whole)


def test_who_is_alone_in_a_group_counts_nothing() -> None:
    apart = np.array([[0.0, 4], [4, 0]])
    assert silhouette(apart, np.array([0, 1]), np.ones(2)) == 0


def test_three_islands_are_three_groups() -> None:
    found = best(ISLANDS, most=5, least_people=5)
    assert found is not None
    assert sorted(found.sizes) == [8, 10, 10]
    assert found.silhouette > 0.9


def test_a_division_with_a_group_that_is_too_small_is_not_taken() -> None:
    found = best(ISLANDS, most=5, least_people=9)
    assert found is not None
    assert sorted(found.sizes) == [10, 18]
    assert best(ISLANDS, most=5, least_people=15) is None


def test_people_who_all_stand_on_one_spot_are_not_divided() -> None:
    one = Bases(np.array([[1.0, 1]]), np.array([30.0]))
    assert best(one, 5, 5) is None
    assert divided(one, 5).sizes.tolist() == [30, 0]


@given(st.integers(1, 40), st.integers(2, 5), st.integers(0, 10_000))
def test_everyone_is_in_a_group_and_is_nearest_to_its_centre(spots: int, groups: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    found = Bases(dice.normal(size=(spots, 2)), dice.integers(1, 9, spots).astype(float))
    for division in divisions(found, groups):
        assert division.sizes.sum() == found.people.sum()
        assert -1 <= division.silhouette <= 1
        distances = ((found.centres[:, None] - division.centres[None]) ** 2).sum(axis=2)
        assert division.labels.tolist() == distances.argmin(axis=1).tolist()


def test_more_groups_than_spots_are_not_asked_for() -> None:
    assert len(divided(Bases(np.array([[0.0, 0], [1, 1]]), np.ones(2)), 5).centres) == 2


def test_the_rand_index_of_the_same_division_is_one_whatever_its_numbers() -> None:
    labels = np.array([0, 0, 1, 1, 2, 2, 2])
    assert adjusted_rand(labels, 2 - labels) == 1


def test_the_rand_index_of_hubert_and_arabie() -> None:
    first, second = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    assert adjusted_rand(first, second) == pytest.approx(0.24242, abs=1e-5)  # as scikit-learn prints in its manual


def test_divisions_that_have_nothing_to_do_with_each_other_are_near_zero() -> None:
    dice = np.random.default_rng(1)
    assert abs(adjusted_rand(dice.integers(0, 3, 5_000), dice.integers(0, 3, 5_000))) < 0.01
