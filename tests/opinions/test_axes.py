# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people stand: the axes, with answers that are missing."""

import numpy as np
import pytest

from leerlandschap.opinions import Answers, Column
from leerlandschap.opinions.bases import bases
from leerlandschap.opinions.chance import centred, stand
from leerlandschap.opinions.components import axes, leading, project
from tests.opinions.conversations import with_groups

# The toy of Polis's own tests (pca_test.clj) and of red-dwarf: four people, three statements, all seen.
TOY = np.array([[1, 0, 0], [-1, 1, 0.1], [0, 1, 0.1], [0, 1, -0.1]])
TOY_AXES = np.array([[0.87418057, -0.48400607, -0.0393249], [0.47382435, 0.86790524, -0.1491005]])
TOY_PLACES = np.array([[1.238168, -0.173377], [-0.998131, -0.268031], [-0.123951, 0.205794], [-0.116086, 0.235614]])


def test_the_axes_of_the_toy_are_those_of_polis() -> None:
    apart = TOY - TOY.mean(axis=0)
    found = leading(apart.T @ apart)
    assert np.abs((found.T * TOY_AXES).sum(axis=1)) == pytest.approx([1, 1], abs=1e-6)
    assert np.abs(apart @ found) == pytest.approx(np.abs(TOY_PLACES), abs=1e-5)


def test_who_saw_a_part_is_scaled_up_to_the_whole() -> None:
    whole, _ = with_groups(40, 20, 2, answered=1)
    found = axes(whole)
    codes = whole.codes.copy()
    codes[5:, 0] = 0
    apart = (codes[:5, 0].astype(float) - 3) / 2 - found.means[:5]
    expected = np.sqrt(20 / 5) * apart @ found.directions[:5]
    assert project(Answers(codes), found)[0] == pytest.approx(expected, abs=1e-5)


def test_missing_answers_count_as_the_mean_of_those_who_answered() -> None:
    answers, _ = with_groups(60, 20, 2, answered=0.5)
    given = np.where(answers.codes == 0, np.nan, (answers.codes.astype(float) - 3) / 2).T
    apart = np.nan_to_num(given - np.nanmean(given, axis=0))
    values, vectors = np.linalg.eigh(apart.T @ apart)
    assert values[-1] > values[-2] > values[-3]
    cosines = np.abs((axes(answers).directions * vectors[:, :-3:-1]).sum(axis=0))
    assert cosines == pytest.approx([1, 1], abs=1e-9)


def test_in_chunks_and_at_once_people_stand_on_the_same_spot() -> None:
    answers, _ = with_groups(300, 30, 3, answered=0.6)
    assert project(answers, axes(answers)) == pytest.approx(stand(centred(answers)), abs=1e-5)


def test_a_statement_that_nobody_saw_moves_nobody() -> None:
    answers, _ = with_groups(50, 16, 2, answered=1)
    codes = np.vstack([answers.codes, np.zeros(50, np.uint8)])
    found = axes(Answers(codes))
    assert found.directions[-1] == pytest.approx([0, 0], abs=1e-12)
    assert project(Answers(codes), found) == pytest.approx(project(answers, axes(answers)) * np.sqrt(17 / 16), abs=1e-5)


def test_who_gave_no_opinion_at_all_stands_in_the_middle() -> None:
    answers, _ = with_groups(50, 16, 2)
    codes = answers.codes.copy()
    codes[:, 7] = 6
    assert project(Answers(codes), axes(answers))[7].tolist() == [0, 0]


def test_axes_do_not_depend_on_the_order_of_people_to_the_last_bit() -> None:
    answers, _ = with_groups(700, 20, 3)
    order = np.random.default_rng(4).permutation(700)
    shuffled = answers.only(order)
    assert np.array_equal(axes(shuffled).directions, axes(answers).directions)
    assert np.array_equal(project(shuffled, axes(shuffled)), project(answers, axes(answers))[order])


@pytest.mark.parametrize("people", [300, 3_000])
def test_base_clusters_do_not_depend_on_the_order_of_people(people: int) -> None:
    answers, _ = with_groups(people, 20, 3)
    points = project(answers, axes(answers))
    found, again = bases(points), bases(points[np.random.default_rng(4).permutation(people)])
    assert np.array_equal(found.centres, again.centres)
    assert np.array_equal(found.people, again.people)
    assert found.people.sum() == people


def test_many_people_make_few_base_clusters() -> None:
    answers, _ = with_groups(20_000, 20, 3)
    assert len(bases(project(answers, axes(answers))).people) <= 24 * 24


def test_answers_come_from_columns_as_well_as_from_rows() -> None:
    agreed = Column(np.array([0, 2], np.uint32).tobytes(), bytes([5, 0]))
    opposed = Column(np.array([1], np.uint32).tobytes(), bytes([1]))
    assert Answers.of_columns([agreed, opposed], 3).codes.tolist() == [[5, 0, 6], [0, 1, 0]]
    assert Answers.of_rows([(1, None), (float("nan"), -1), (0, 0.5)]).codes.tolist() == [[5, 0, 3], [0, 1, 4]]


def test_a_position_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="each 0"):
        Answers(np.array([[7]], np.uint8))
