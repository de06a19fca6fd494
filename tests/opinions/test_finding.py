# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups are shown when they are there, and not when chance alone could have made them."""

import subprocess
import sys

import numpy as np
import pytest

from leerlandschap.opinions import Answers, Found, NotShown, Reason, Rules, find
from leerlandschap.opinions.chance import adjusted_rand, centred, p_of_chance, sampled
from tests.opinions.conversations import with_groups, without_groups

CONVERSATIONS = 20  # 200 in the benchmark


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize(("people", "statements"), [(60, 20), (800, 30)])
def test_groups_that_are_there_are_found(people: int, statements: int, groups: int) -> None:
    answers, member = with_groups(people, statements, groups)
    found = find(answers)
    assert isinstance(found, Found)
    assert len(found.sizes) == groups
    assert adjusted_rand(found.labels.astype(np.intp), member.astype(np.intp)) > 0.9
    assert found.p <= 0.05
    assert found.steadiness > 0.6


def test_groups_among_many_people_who_saw_a_third_are_found() -> None:
    answers, member = with_groups(3_000, 60, 3, answered=0.3)
    found = find(answers)
    assert isinstance(found, Found)
    inside = found.labels >= 0
    assert adjusted_rand(found.labels[inside].astype(np.intp), member[inside].astype(np.intp)) > 0.9


def test_the_order_of_people_changes_nothing() -> None:
    answers, _ = with_groups(1_500, 20, 2, answered=0.7)
    order = np.random.default_rng(8).permutation(1_500)
    found, again = find(answers), find(answers.only(order))
    assert isinstance(found, Found)
    assert isinstance(again, Found)
    assert np.array_equal(again.labels, found.labels[order])
    assert (again.p, again.steadiness, again.silhouette) == (found.p, found.steadiness, found.silhouette)
    assert (again.voices, again.shared) == (found.voices, found.shared)


def test_no_group_is_shown_on_noise() -> None:
    sizes = ((20, 15), (30, 40), (60, 15), (120, 20))
    shown = [
        seed
        for seed in range(CONVERSATIONS)
        if isinstance(find(without_groups(*sizes[seed % len(sizes)], seed)), Found)
    ]
    assert len(shown) <= CONVERSATIONS * 0.05


def test_chance_is_named_as_the_reason() -> None:
    assert find(without_groups(200, 20, 5)) == NotShown(Reason.CHANCE)


def test_groups_that_do_not_come_back_are_not_shown() -> None:
    answers, _ = with_groups(60, 20, 3)
    assert find(answers, Rules(steady=1.1, draws=10)) == NotShown(Reason.UNSTABLE)


def test_below_twenty_people_no_groups_are_shown_however_clear() -> None:
    answers, _ = with_groups(19, 40, 2)
    assert find(answers) == NotShown(Reason.TOO_FEW_PEOPLE)


def test_people_who_hardly_answered_do_not_make_up_the_twenty() -> None:
    answers, _ = with_groups(30, 20, 2, answered=1)
    answers.codes[6:, 15:] = 0
    assert find(answers) == NotShown(Reason.TOO_FEW_PEOPLE)


def test_below_fifteen_statements_no_groups_are_shown_however_clear() -> None:
    answers, _ = with_groups(200, 14, 2)
    assert find(answers) == NotShown(Reason.TOO_FEW_STATEMENTS)


def test_statements_without_an_answer_do_not_make_up_the_fifteen() -> None:
    answers, _ = with_groups(200, 16, 2)
    answers.codes[14:] = 6
    assert find(answers) == NotShown(Reason.TOO_FEW_STATEMENTS)


def test_a_handful_that_thinks_otherwise_is_not_exposed() -> None:
    codes = np.full((20, 40), 5, np.uint8)
    codes[:, :4] = 1
    assert find(Answers(codes)) == NotShown(Reason.GROUP_TOO_SMALL)
    codes[:, :5] = 1
    found = find(Answers(codes))
    assert isinstance(found, Found)
    assert found.sizes == (35, 5)
    assert not found.is_spectrum


@pytest.mark.parametrize("code", [0, 3, 5, 6])
def test_when_all_answer_alike_there_are_no_groups(code: int) -> None:
    assert isinstance(find(Answers(np.full((20, 50), code, np.uint8))), NotShown)


@pytest.mark.parametrize("shape", [(0, 0), (0, 30), (20, 0), (1, 1), (20, 1)])
def test_next_to_nothing_is_refused_with_a_reason(shape: tuple[int, int]) -> None:
    assert isinstance(find(Answers(np.zeros(shape, np.uint8))), NotShown)


def test_who_gave_too_few_answers_is_in_no_group() -> None:
    answers, _ = with_groups(100, 20, 2, answered=1)
    answers.codes[3:, 0] = 0
    found = find(answers)
    assert isinstance(found, Found)
    assert found.labels[0] == -1
    assert sum(found.sizes) == 99


def test_many_people_on_few_spots_are_sampled_in_proportion() -> None:
    codes = np.full((15, 10_000), 5, np.uint8)
    codes[:, :2_500] = 1
    sample = sampled(Answers(codes))
    assert len(sample.scale) == 2_000
    assert (sample.values[0] < 0).sum() == pytest.approx(500, abs=1)


def test_the_chance_is_the_same_for_the_same_seed() -> None:
    people = centred(without_groups(60, 20, 5))
    assert p_of_chance(people, 5, 5, 50, 1.0, seed=3) == p_of_chance(people, 5, 5, 50, 1.0, seed=3)
    assert 1 / 51 <= p_of_chance(people, 5, 5, 50, 1.0, seed=4) <= 1


def test_the_rest_of_the_house_starts_without_numpy() -> None:
    rooms = "leerlandschap.core.measures, leerlandschap.compose, leerlandschap.cli.measuring"
    code = f"import sys, {rooms}; sys.exit('numpy' in sys.modules or 'scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
