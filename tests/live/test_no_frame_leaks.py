# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""No frame, in whatever language or form, holds what views may not hand out. The moments are those of tests/views."""

import random
from collections.abc import Iterator

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.live.frames import body
from leerlandschap.live.hub import Audience
from leerlandschap.screens.door import Door
from tests.cast import STREAM, Given
from tests.views.dangerous import AFTER, AISHA_ASIDE, ALIKE, BEFORE, CHEN_ASIDE, DIVIDED, Everybody, Heard, Moment
from tests.views.test_nothing_leaks import every_round

DOOR = Door("http://127.0.0.1:8000/j/ABC234", "127.0.0.1:8000", "ABC234")
ROLES = (Role.PARTICIPANT, Role.PROJECTOR, Role.FACILITATOR, Role.LANDSCAPE)


def audiences() -> Iterator[Audience]:
    for role in ROLES:
        yield from (Audience(STREAM, role, language, "html") for language in Language)
        yield Audience(STREAM, role, Language.NL, "json")


def frames(here: Given) -> dict[tuple[str, ...], bytes]:
    """What every audience gets."""
    return {
        (each.role.value, each.language.value, each.form): body(here.seen_by(each.role), each, DOOR)
        for each in audiences()
    }


def different(moment: Moment, one: Everybody, other: Everybody) -> set[tuple[str, ...]]:
    """The audiences that can tell one room from the other."""
    here, there = frames(moment(one)), frames(moment(other))
    return {audience for audience in here if here[audience] != there[audience]}


def at_random(seed: int, size: int) -> list[Heard]:
    dice = random.Random(seed)
    words = ("", "geen tijd", "wel geld", "wie weet")
    return [Heard(dice.randrange(6), dice.choice(words)) for _ in range(size)]


ROOMS = [(ALIKE, DIVIDED), (at_random(1, 9), at_random(2, 9))]


@pytest.mark.parametrize("rooms", ROOMS, ids=["divided", "random"])
@pytest.mark.parametrize("moment", BEFORE)
def test_no_frame_tells_what_people_said_before_the_reveal(moment: str, rooms: tuple[Everybody, Everybody]) -> None:
    assert different(BEFORE[moment], *rooms) == set()


@pytest.mark.parametrize("moment", AFTER)
def test_no_frame_tells_who_said_what(moment: str) -> None:
    if moment != "only_the_second_round":  # beside a first round that stays, the shift may tell that others moved
        assert different(AFTER[moment], CHEN_ASIDE, AISHA_ASIDE) == set()


@pytest.mark.parametrize("moment", AFTER)
def test_no_frame_tells_what_fewer_than_five_people_said(moment: str) -> None:
    assert different(AFTER[moment], ALIKE[:4], DIVIDED[:4]) == set()


@pytest.mark.parametrize("moment", AFTER)
def test_frames_do_tell_it_once_it_is_shown(moment: str) -> None:
    assert different(AFTER[moment], ALIKE, DIVIDED) != set()


def test_the_test_sees_a_planted_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    assert different(BEFORE["statements_are_open"], ALIKE, DIVIDED) == set()
    every_round(monkeypatch)
    leaks = different(BEFORE["statements_are_open"], ALIKE, DIVIDED)
    assert {role for role, *_ in leaks} == {role.value for role in ROLES}
