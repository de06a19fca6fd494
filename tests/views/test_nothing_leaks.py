# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is hidden is hidden: two workshops that differ only in what may not be seen look the same, to the byte.

Before the reveal that is everything people said; after it, who said it; from too few answers, both. Frames are held to
the same in tests/live/test_no_frame_leaks.py.
"""

from collections.abc import Callable, Sequence
from random import Random

import msgspec
import pytest
from hypothesis import assume, settings
from hypothesis import given as whatever
from hypothesis import strategies as st
from msgspec.structs import replace

from leerlandschap.core.measures import Pace
from leerlandschap.core.vocabulary import InsightId, OptionId, ParticipantId, PointId, PointKind, PrincipleId, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.state import Discussion
from leerlandschap.views import disclosure
from leerlandschap.views.workshop import mine_of
from tests.cast import AISHA, LIMITS, NINE, PEOPLE, S1, Given, Person, given, in_step
from tests.views.dangerous import (
    AFTER,
    AISHA_ASIDE,
    ALIKE,
    BEFORE,
    CHEN_ASIDE,
    DIVIDED,
    Everybody,
    Heard,
    Moment,
    heard,
    two_rooms,
)

some = settings(max_examples=15, deadline=None)


def seen(here: Given) -> list[bytes]:
    """Everything that any role may see, as the JSON that leaves the house."""
    return [msgspec.json.encode(here.seen_by(role)) for role in Role]


def looks_the_same(moment: Moment, one: Everybody, other: Everybody) -> bool:
    return seen(moment(one)) == seen(moment(other))


# ---- nothing before the reveal


@pytest.mark.parametrize("moment", BEFORE)
@some
@whatever(two_rooms())
def test_nothing_of_what_people_said_is_seen_before_the_reveal(moment: str, rooms: tuple[Everybody, Everybody]) -> None:
    one, other = rooms
    before, after = (BEFORE[moment](each) for each in (one, other))
    assume(before.state != after.state)
    assert seen(before) == seen(after)


@pytest.mark.parametrize("moment", BEFORE)
@some
@whatever(two_rooms())
def test_what_is_aishas_own_tells_nothing_of_the_others(moment: str, rooms: tuple[Everybody, Everybody]) -> None:
    one, other = ([Heard(3, "van mij"), *each[1:]] for each in rooms)
    assert mine_of(BEFORE[moment](one).state, AISHA.id) == mine_of(BEFORE[moment](other).state, AISHA.id)


@pytest.mark.parametrize("moment", AFTER)
def test_the_same_differences_are_seen_once_they_are_shown(moment: str) -> None:
    """Else the tests above would prove nothing."""
    assert not looks_the_same(AFTER[moment], ALIKE, DIVIDED)


def test_points_are_for_the_facilitator_while_everybody_writes() -> None:
    def here(words: str) -> Given:
        return given(in_step(StepId.FOLLOW_UPS), AISHA.did(e.PointRaised(PointId("p"), PointKind.UNCLEAR, words)))

    for role in set(Role) - {Role.FACILITATOR}:
        assert here("Wie beslist?").seen_by(role) == here("Wie betaalt?").seen_by(role)
    assert here("Wie beslist?").seen_by(Role.FACILITATOR) != here("Wie betaalt?").seen_by(Role.FACILITATOR)


# ---- never who


# Beside a first round that stays as it was, the shift may tell that others moved.
BOTH_ROUNDS_AT_ONCE = sorted(AFTER.keys() - {"only_the_second_round"})


@pytest.mark.parametrize("moment", BOTH_ROUNDS_AT_ONCE)
@some
@whatever(everybody=st.lists(heard, min_size=5, max_size=12), dice=st.randoms(use_true_random=False))
def test_nobody_sees_who_said_what(moment: str, everybody: list[Heard], dice: Random) -> None:
    otherwise = list(everybody)
    dice.shuffle(otherwise)
    assert looks_the_same(AFTER[moment], everybody, otherwise)


def by(*writers: Person) -> Given:
    """An insight, a point and a principle, each written by one of these."""
    insight, point, principle = writers
    return given(
        insight.did(e.InsightShared(InsightId("i"), "We praten.")),
        point.did(e.PointRaised(PointId("p"), PointKind.UNCLEAR, "Wie beslist?")),
        principle.did(e.PrincipleDrafted(PrincipleId("q"), "Leren is werk.")),
        e.DotsOpened(),
    )


def test_nobody_sees_who_wrote_what() -> None:
    aisha, bram, chen = PEOPLE[:3]
    assert seen(by(aisha, bram, chen)) == seen(by(chen, aisha, bram))


def told(reason: str, fill: str) -> Given:
    """Six people give the same reason for a stance, and the same words beside an answer; both are shown."""
    six = PEOPLE[:6]
    here = given(e.StatementsOpened((S1,)), *(each.took(S1, 4, reason) for each in six), e.StatementsRevealed((S1,)))
    answers = (e.QuestionAnswered(each.id, LIMITS, {OptionId("time"): 1}, fill) for each in six)
    return here.and_(in_step(StepId.PRINCIPLES), *answers, e.AnswersRevealed())


@pytest.mark.parametrize("role", Role)
def test_only_the_facilitator_reads_what_people_wrote_beside_their_choice(role: Role) -> None:
    before = told("Geen tijd.", "40 uur").seen_by(role)
    assert (before == told("Geen geld.", "40 uur").seen_by(role)) is (role is not Role.FACILITATOR)
    assert (before == told("Geen tijd.", "80 uur").seen_by(role)) is (role is not Role.FACILITATOR)


def test_of_a_round_that_is_not_shown_neither_moves_nor_pace_are_told() -> None:
    """Whoever asks for either asks for rounds that were shown; it is refused all the same."""
    here = given(e.StatementsOpened((S1,)), *(each.took(S1, 2) for each in PEOPLE), e.StatementsRevealed((S1,)))
    again = here.and_(e.StatementsOpened((S1,)), *(each.took(S1, 4) for each in PEOPLE))
    first, second = again.state.discussion(S1).rounds
    assert disclosure.pairs(again.state, first, second) is None
    assert disclosure.pairs(again.state, first, replace(second, revealed=True)) is not None
    timed = again.also(paces=again.state.paces.set(S1, Pace(1.0, 12))).state
    assert disclosure.pace(timed, S1, replace(first, revealed=False)) is None
    assert disclosure.pace(timed, S1, first) is not None


# ---- nothing from too few


@pytest.mark.parametrize("moment", AFTER)
@some
@whatever(two_rooms(fewest=1, most=4))
def test_nothing_is_seen_from_fewer_than_five_answers(moment: str, rooms: tuple[Everybody, Everybody]) -> None:
    assert looks_the_same(AFTER[moment], *rooms)


@pytest.mark.parametrize("moment", AFTER)
def test_five_answers_are_enough(moment: str) -> None:
    assert not looks_the_same(AFTER[moment], ALIKE[:5], DIVIDED[:5])


# ---- and the tests would see it


Plant = Callable[[pytest.MonkeyPatch], None]


def as_if(name: str, at: int, **parts: object) -> Plant:
    """A planted leak: one question of disclosure is answered as if the state (or a part of it) were otherwise."""
    honest = getattr(disclosure, name)

    def leaks(*told: object) -> object:
        return honest(*told[:at], replace(told[at], **parts), *told[at + 1 :])  # type: ignore[type-var]

    return lambda house: house.setattr(disclosure, name, leaks)


def every_round(house: pytest.MonkeyPatch) -> None:
    house.setattr(disclosure, "revealed_rounds", tuple)
    as_if("spread", 1, revealed=True)(house)


def every_reason(house: pytest.MonkeyPatch) -> None:
    house.setattr(disclosure, "revealed_rounds", tuple)


PLANTED: dict[str, tuple[Plant, Sequence[str]]] = {
    "the distribution": (
        every_round,
        ["statements_are_open", "hands_are_counted", "one_by_one", "second_round_is_open",
         "gone_on_without_revealing", "all_at_once", "closed_without_revealing"],
    ),
    "the reasons": (every_reason, ["statements_are_open", "one_by_one", "second_round_is_open"]),
    "the dots": (as_if("dots", 0, dots_revealed=True), ["dots_are_spent", "points_are_merged_after_the_dots"]),
    "the answers": (as_if("answers", 0, answers_revealed=True), ["answers_are_given", "closed_without_revealing"]),
    "the consent": (as_if("consent", 1, revealed=True), ["consent_is_given", "all_at_once"]),
    "the reservations": (as_if("reservations", 1, revealed=True), ["consent_is_given"]),
    "the ratings": (as_if("ratings", 0, closed_at=NINE), ["ratings_are_given"]),
}  # fmt: skip


@pytest.mark.parametrize(("leak", "moment"), [(leak, moment) for leak, (_, at) in PLANTED.items() for moment in at])
def test_the_test_sees_a_planted_leak(monkeypatch: pytest.MonkeyPatch, leak: str, moment: str) -> None:
    assert looks_the_same(BEFORE[moment], ALIKE, DIVIDED)
    PLANTED[leak][0](monkeypatch)
    assert not looks_the_same(BEFORE[moment], ALIKE, DIVIDED)


def test_every_moment_has_a_leak_that_was_planted() -> None:
    assert {moment for _, at in PLANTED.values() for moment in at} == set(BEFORE)


@pytest.mark.parametrize("moment", AFTER)
def test_the_test_sees_a_floor_that_was_taken_away(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    assert looks_the_same(AFTER[moment], ALIKE[:4], DIVIDED[:4])
    monkeypatch.setattr(disclosure, "enough", lambda state, answers: True)
    assert not looks_the_same(AFTER[moment], ALIKE[:4], DIVIDED[:4])


def test_the_test_sees_reasons_in_the_order_of_people(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_order_of_people(_: object, discussion: Discussion, role: Role) -> tuple[str, ...]:
        return tuple(each.stances[ParticipantId(p.name)].motivation for each in discussion.rounds for p in PEOPLE)

    assert looks_the_same(AFTER["statements_are_shown"], CHEN_ASIDE, AISHA_ASIDE)
    monkeypatch.setattr(disclosure, "motivations", in_order_of_people)
    assert not looks_the_same(AFTER["statements_are_shown"], CHEN_ASIDE, AISHA_ASIDE)
