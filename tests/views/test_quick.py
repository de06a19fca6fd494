# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the group agreed before talking, and did not need long for it: shown as yes or no, never as anybody's time."""

import msgspec
import pytest

from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import events as e
from tests.cast import PEOPLE, S1, S2, S3, S4, S5, Given, given, open_for_stances

AGREE, CAMPS = [5] * 12, [1, 5] * 6
ALL = (S1, S2, S3, S4, S5)
ANSWERS = {S1: (AGREE, 6), S2: (AGREE, 90), S3: (CAMPS, 5), S4: (CAMPS, 20), S5: (CAMPS, 22)}
REVEALED = e.StatementsRevealed(ALL)


def answered(people: int) -> Given:
    """So many people answer the statements, and each takes so long for them."""
    here = given(*open_for_stances())
    for statement, (positions, took) in ANSWERS.items():
        stances = (who.took(statement, at) for who, at in zip(PEOPLE[:people], positions, strict=False))
        here = here.later(took / 60).and_(*stances)
    return here


def quick(here: Given, role: Role = Role.PARTICIPANT) -> list[bool | None]:
    return [o.quick for s in here.seen_by(role).statements for o in s.outcomes]


@pytest.mark.parametrize("role", list(Role))
def test_agreed_at_once_is_quick_and_agreed_slowly_is_not(role: Role) -> None:
    here = answered(12).and_(REVEALED)
    assert quick(here, role) == [True, False, False, False, False]


def test_nothing_is_told_before_the_reveal() -> None:
    assert quick(answered(12)) == []


def test_from_too_few_times_nothing_is_told() -> None:
    """Hands make the answers enough, not the times: those are of phones, and two of them took no time at all."""
    here = answered(6)
    assert quick(here.and_(REVEALED)) == [True, False, False, False, False]
    few = here.state
    for statement in ALL:
        discussion = few.discussion(statement)
        first = discussion.rounds[0]
        timed = first.stances
        for person in PEOPLE[:2]:
            timed = timed.set(person.id, msgspec.structs.replace(timed[person.id], seconds=0.0))
        rounds = (msgspec.structs.replace(first, stances=timed),)
        changed = few.discussions.set(statement, msgspec.structs.replace(discussion, rounds=rounds))
        few = msgspec.structs.replace(few, discussions=changed)
    assert quick(here.also(discussions=few.discussions).and_(REVEALED)) == [None] * 5


def test_a_second_round_is_neither_quick_nor_slow() -> None:
    here = answered(12).and_(REVEALED, e.StatementsOpened((S1,)))
    again = here.and_(*(person.took(S1, 5) for person in PEOPLE), e.StatementsRevealed((S1,)))
    assert quick(again) == [True, None, False, False, False, False]


def test_nobody_can_see_how_long_anybody_took() -> None:
    """Who was the slow one makes no difference to any screen."""

    def seen(slow: int) -> list[bytes]:
        here = given(*open_for_stances())
        for statement in ALL:
            others = [person for at, person in enumerate(PEOPLE) if at != slow]
            here = here.later(0.2).and_(*(person.took(statement, 5) for person in others))
            here = here.later(0.4).and_(PEOPLE[slow].took(statement, 5))
        return [msgspec.json.encode(here.and_(REVEALED).seen_by(role)) for role in Role]

    assert seen(0) == seen(7)
