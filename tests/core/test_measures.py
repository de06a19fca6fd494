# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting stances, the class they fall in, and how far apart people stand."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core import measures
from leerlandschap.core.measures import Kind, Region, Shares, Tally, Thresholds
from leerlandschap.core.vocabulary import Zone

LINES = Thresholds()
small = st.integers(0, 12)
tallies = st.builds(Tally, st.tuples(small, small, small, small, small), small)

# Made with the R package agrmt 1.42.12 (Ruedin), which prints l-squared; D is 1 minus that.
L_SQUARED = [
    ((0, 0, 0, 0, 10), 1),
    ((0, 0, 10, 0, 0), 1),
    ((0, 0, 0, 5, 5), 0.75),
    ((0, 0, 0, 2, 8), 0.84),
    ((0, 1, 2, 4, 3), 0.49),
    ((0, 0, 1, 4, 5), 0.66),
    ((2, 2, 2, 2, 2), 0.2),
    ((20, 20, 20, 20, 20), 0.2),
    ((5, 0, 0, 0, 5), 0),
    ((3, 2, 0, 2, 3), 0.08),
    ((0, 5, 0, 5, 0), 0.5),
    ((3, 0, 0, 0, 7), 0.16),
    ((2, 0, 0, 0, 8), 0.36),
    ((1, 0, 0, 0, 9), 0.64),
]
OPPOSITION = [
    ((0, 0, 0, 0, 10), 0),
    ((0, 0, 0, 5, 5), 0),
    ((0, 0, 1, 4, 5), 0),
    ((0, 1, 2, 4, 3), 0.1556),
    ((2, 2, 2, 2, 2), 0.3556),
    ((5, 0, 0, 0, 5), 0.5556),
    ((3, 2, 0, 2, 3), 0.5556),
    ((0, 5, 0, 5, 0), 0.5556),
    ((3, 0, 0, 0, 7), 0.4667),
    ((2, 0, 0, 0, 8), 0.3556),
    ((1, 0, 0, 0, 9), 0.2),
]


def answered(disagree: int, middle: int, agree: int) -> Tally:
    return Tally((disagree, 0, middle, 0, agree), 0)


def mirrored(tally: Tally) -> Tally:
    a, b, c, d, e = tally.counts
    return Tally((e, d, c, b, a), tally.no_opinion)


def test_stances_are_counted_by_position_and_no_opinion_apart() -> None:
    assert Tally.of([1, 5, None, 4, 5, 3]) == Tally((1, 0, 1, 1, 2), 1)


@pytest.mark.parametrize("position", [0, 6, -1])
def test_a_position_off_the_scale_is_refused(position: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Tally.of([3, position])


def test_no_opinion_is_an_answer_in_the_middle_but_not_an_opinion() -> None:
    tally = Tally((1, 2, 3, 4, 5), 6)
    assert (tally.opinions, tally.answers) == (15, 21)
    assert (tally.disagree, tally.middle, tally.agree) == (3, 9, 9)


@given(tallies, tallies)
def test_counting_two_groups_together_is_adding_their_tallies_and_can_be_taken_back(a: Tally, b: Tally) -> None:
    assert (a + b).answers == a.answers + b.answers
    assert (a + b).agree == a.agree + b.agree
    assert a + b - b == a


def test_more_than_was_counted_is_not_taken_back() -> None:
    with pytest.raises(ValueError, match="take back"):
        _ = Tally.of([4]) - Tally.of([5])


def test_a_tally_and_its_thresholds_survive_being_written_down() -> None:
    for kept in (Tally((1, 2, 3, 4, 5), 6), Thresholds(core_share=0.75)):
        assert msgspec.json.decode(msgspec.json.encode(kept), type=type(kept)) == kept


@pytest.mark.parametrize(
    "lines",
    [{"core_share": 0.5}, {"against": 0.3}, {"camp": 0.6}, {"against": 0}, {"clear": 0.4}, {"floor": 0}],
)
def test_thresholds_that_let_two_classes_overlap_or_mean_nothing_are_refused(lines: dict[str, float]) -> None:
    with pytest.raises(msgspec.ValidationError, match="must keep"):
        msgspec.convert(lines, Thresholds)


def test_shares_are_parts_of_everybody_who_answered() -> None:
    assert measures.shares(Tally((1, 0, 1, 4, 4), 2)) == Shares(1 / 12, 3 / 12, 8 / 12)
    assert measures.shares(Tally.of([])) is None


@pytest.mark.parametrize(
    ("tally", "kind"),
    [
        (answered(1, 2, 7), Kind.CORE_AGREE),
        (answered(7, 2, 1), Kind.CORE_DISAGREE),
        (answered(2, 1, 7), Kind.SCATTERED),  # a fifth is against
        (answered(3, 3, 14), Kind.SCATTERED),  # 3 of 20 is just not less than 15 %
        (answered(2, 4, 14), Kind.CORE_AGREE),  # 14 of 20 is just 70 %
        (answered(3, 3, 6), Kind.POLARISED),  # 3 of 12 is just a quarter
        (answered(2, 4, 6), Kind.SCATTERED),
        (answered(2, 6, 4), Kind.UNDECIDED),  # half in the middle
        (Tally((0, 0, 0, 3, 1), 4), Kind.UNDECIDED),  # half without an opinion
        (answered(0, 0, 5), Kind.CORE_AGREE),
        (answered(0, 0, 4), Kind.TOO_FEW),
        (Tally.of([]), Kind.TOO_FEW),
    ],
)
def test_a_group_falls_in_the_class_of_its_shares(tally: Tally, kind: Kind) -> None:
    assert measures.kind_of(tally, LINES) is kind


def test_a_group_may_agree_on_stricter_lines() -> None:
    assert measures.kind_of(answered(1, 2, 7), Thresholds(core_share=0.75)) is Kind.SCATTERED
    assert measures.kind_of(answered(0, 0, 9), Thresholds(floor=10)) is Kind.TOO_FEW


def test_only_core_is_firm_ground_and_too_few_answers_are_nowhere() -> None:
    zones = {kind: kind.zone for kind in Kind}
    assert zones.pop(Kind.TOO_FEW) is None
    assert [kind for kind, zone in zones.items() if zone is Zone.CORE] == [Kind.CORE_AGREE, Kind.CORE_DISAGREE]
    assert Zone.GREY in zones.values()


def test_undecided_and_scattered_are_two_names_for_mixed() -> None:
    regions = {kind: kind.region for kind in Kind}
    assert regions[Kind.UNDECIDED] is regions[Kind.SCATTERED] is Region.MIXED
    assert regions[Kind.TOO_FEW] is None
    assert [str(regions[kind]) for kind in (Kind.CORE_AGREE, Kind.CORE_DISAGREE, Kind.POLARISED)] == [
        "core_agree",
        "core_disagree",
        "polarised",
    ]


@given(tallies)
def test_the_class_and_the_region_agree_from_the_floor_on(tally: Tally) -> None:
    kind = measures.kind_of(tally, LINES)
    assert kind.region == (measures.region_of(tally, LINES) if tally.answers >= LINES.floor else None)


@given(tallies)
def test_turning_a_statement_round_swaps_the_two_cores_and_nothing_else(tally: Tally) -> None:
    swapped = {Kind.CORE_AGREE: Kind.CORE_DISAGREE, Kind.CORE_DISAGREE: Kind.CORE_AGREE}
    kind = measures.kind_of(tally, LINES)
    assert measures.kind_of(mirrored(tally), LINES) is swapped.get(kind, kind)
    assert measures.disagreement(mirrored(tally)) == pytest.approx(measures.disagreement(tally))
    assert measures.opposition(mirrored(tally)) == measures.opposition(tally)


@pytest.mark.parametrize(("counts", "l_squared"), L_SQUARED)
def test_disagreement_is_what_blair_and_lacy_leave(counts: tuple[int, int, int, int, int], l_squared: float) -> None:
    plain = measures.disagreement(Tally(counts, 3))
    assert plain == pytest.approx(1 - l_squared, abs=1e-12)
    assert measures.disagreement_unbiased(Tally(counts, 3)) == pytest.approx(
        (1 - l_squared) * sum(counts) / (sum(counts) - 1)
    )


@pytest.mark.parametrize(("counts", "chance"), OPPOSITION)
def test_opposition_is_the_chance_to_meet_somebody_of_the_other_side(
    counts: tuple[int, int, int, int, int], chance: float
) -> None:
    assert measures.opposition(Tally(counts, 2)) == pytest.approx(chance, abs=5e-5)


@given(tallies)
def test_disagreement_stays_between_nought_and_one_and_needs_opinions(tally: Tally) -> None:
    plain = measures.disagreement(tally)
    if tally.opinions == 0:
        assert plain is None
    else:
        assert plain is not None
        assert 0 <= plain <= 1


@given(tallies)
def test_unbiased_disagreement_is_the_mean_distance_of_two_people(tally: Tally) -> None:
    people = [position for position, count in enumerate(tally.counts, 1) for _ in range(count)]
    unbiased = measures.disagreement_unbiased(tally)
    if len(people) < 2:
        assert unbiased is None
        assert measures.opposition(tally) is None
        return
    distances = [abs(a - b) for i, a in enumerate(people) for b in people[:i]]
    assert unbiased == pytest.approx(sum(distances) / len(distances) / 2)
