# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What simulated people think, whatever the seed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.measures import Kind, Tally, Thresholds, kind_of
from leerlandschap.core.vocabulary import Language
from leerlandschap.demo import people, pools

FIVE = ["s1", "s2", "s3", "s4", "s5"]
seeds = st.integers(0, 10_000)


@given(seeds, st.integers(1, 60))
def test_everybody_has_a_place_on_every_statement(seed: int, size: int) -> None:
    minds = people.opinions(size, FIVE, seed)
    assert {len(positions) for positions in minds.values()} == {size}
    assert list(minds) == FIVE


@given(seeds, st.integers(12, 60))
def test_a_group_shares_two_statements_and_is_in_camps_on_one(seed: int, size: int) -> None:
    kinds = [kind_of(Tally.of(each), Thresholds()) for each in people.opinions(size, FIVE, seed).values()]
    assert kinds.count(Kind.CORE_AGREE) == kinds.count(Kind.CORE_DISAGREE) == 1
    assert kinds.count(Kind.POLARISED) >= 1
    assert Kind.UNDECIDED in kinds


@given(seeds)
def test_some_have_no_opinion(seed: int) -> None:
    assert any(None in positions for positions in people.opinions(12, FIVE, seed).values())


@given(st.sampled_from(people.POSITIONS), st.sampled_from([1, -1]), seeds)
def test_after_talking_nobody_falls_off_the_scale(position: int | None, pull: int, seed: int) -> None:
    after = people.after_talking(position, pull, random.Random(seed))
    assert after is None or 1 <= after <= 5


@given(seeds)
def test_most_people_stay_where_they_were(seed: int) -> None:
    thrown = random.Random(seed)
    stayed = sum(people.after_talking(3, 1, thrown) == 3 for _ in range(200))
    assert 80 < stayed < 175


@given(seeds, st.sampled_from(["one", "some", "divide"]), st.integers(2, 6))
def test_a_thinking_question_is_answered_as_it_asks(seed: int, kind: str, most: int) -> None:
    options = [{"id": f"o{n}"} for n in range(4)]
    choice = people.choice({"kind": kind, "most": most, "options": options}, random.Random(seed))
    if isinstance(choice, dict):
        assert sum(choice.values()) == most
    elif isinstance(choice, list):
        assert len(set(choice)) == len(choice) <= most
    else:
        assert choice in {"o0", "o1", "o2", "o3"}


@given(seeds)
def test_all_dots_are_spent(seed: int) -> None:
    assert sum(people.spent(["a", "b", "c"], 3, random.Random(seed)).values()) == 3


def test_nothing_depends_on_who_comes_first() -> None:
    assert people.dice(1, "dots", 4).random() == people.dice(1, "dots", 4).random()
    assert people.dice(1, "dots", 4).random() != people.dice(1, "dots", 5).random()


@pytest.mark.parametrize("language", Language)
def test_people_only_repeat_each_other_when_there_are_many(language: Language) -> None:
    points = pools.points(language, 20, random.Random(1))
    assert len(set(points)) == 20
    assert len(pools.points(language, 500, random.Random(1))) == 500


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("position", people.POSITIONS)
def test_there_is_a_reason_for_every_position_on_any_statement(language: Language, position: int | None) -> None:
    reasons = {pools.motivation(language, each, position, random.Random(1)) for each in (*FIVE, "added")}
    assert all(reasons)
