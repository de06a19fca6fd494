# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names stand apart and can be forgotten."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from leerlandschap.core.vocabulary import PersonId, PointId, PointKind, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.database.tables import letters
from leerlandschap.people import Names
from leerlandschap.views.workshop import view_of
from tests.cast import NINE, given
from tests.people.conftest import counting, in_a_file, on_disk


@pytest.fixture
def names(engine: Engine) -> Names:
    return Names(engine, counting("person-{}"))


def test_the_same_name_in_a_workshop_keeps_its_id(names: Names) -> None:
    sanne, willem = names.keep("w1", "Sanne de Wit"), names.keep("w1", "Willem")
    assert names.keep("w1", "Sanne de Wit") == sanne
    assert names.of("w1") == {sanne: "Sanne de Wit", willem: "Willem"}


def test_nobody_can_be_followed_from_one_workshop_to_another(names: Names) -> None:
    assert names.keep("w1", "Sanne de Wit") != names.keep("w2", "Sanne de Wit")
    assert list(names.of("w2").values()) == ["Sanne de Wit"]


def test_a_name_that_is_forgotten_is_gone(names: Names) -> None:
    sanne, willem = names.keep("w1", "Sanne de Wit"), names.keep("w1", "Willem")
    assert names.forget(sanne)
    assert names.of("w1") == {willem: "Willem"}
    assert not names.forget(sanne)


@in_a_file
def test_a_name_that_is_forgotten_leaves_no_bytes_behind(names: Names, engine: Engine, file: Path) -> None:
    sanne = names.keep("w1", "Sanne de Wit")
    names.keep("w1", "Willem Jansen")
    assert b"Sanne de Wit" in on_disk(engine, file)
    names.forget(sanne)
    left = on_disk(engine, file)
    assert b"Sanne" not in left
    assert b"Willem Jansen" in left


def test_a_follow_up_of_somebody_forgotten_has_no_owner(names: Names) -> None:
    sanne: PersonId = names.keep("w1", "Sanne de Wit")
    hours = PointId("hours")
    here = given(
        e.PointRaised(hours, PointKind.UNCLEAR, "Hoeveel uur?"), e.FollowUpAgreed(hours, "Uitzoeken", sanne)
    ).state

    def owner() -> str | None:
        return view_of(here, Role.FACILITATOR, NINE, names.of("w1")).follow_ups[0].owner

    assert owner() == "Sanne de Wit"
    names.forget(sanne)
    assert owner() is None


def test_what_no_database_can_keep_is_left_out_of_a_name(names: Names) -> None:
    sanne = names.keep("w1", "Sanne\0 de Wit")
    assert names.of("w1") == {sanne: "Sanne de Wit"}


# ---- addresses


SANNES, WILLEMS = "sanne@westerveen.example", "willem@westerveen.example"


def letter_to(engine: Engine, person: PersonId, sent: bool = False) -> None:
    row = {"id": f"letter-{person}-{sent}", "stream": "l1", "about": "hours", "person": person, "kind": "invitation"}
    row |= {"occasion": str(sent), "trouble": f"550 {SANNES} is unknown"}
    with engine.begin() as connection:
        sent_at = NINE if sent else None
        connection.execute(insert(letters).values(row).values(made_at=NINE, next_at=NINE, sent_at=sent_at, tries=1))


def letters_left(engine: Engine) -> list[str]:
    with engine.begin() as connection:
        return list(connection.scalars(select(letters.c.id)))


def test_an_address_stays_until_there_is_another_one(names: Names) -> None:
    sanne = names.keep("l1", "Sanne", SANNES)
    names.keep("l1", "Sanne")
    assert names.reach(sanne) == ("Sanne", SANNES)
    names.keep("l1", "Sanne", WILLEMS)
    assert names.reach(sanne) == ("Sanne", WILLEMS)
    assert names.streams_with_addresses() == ("l1",)


def test_who_gave_none_cannot_be_reached(names: Names) -> None:
    willem = names.keep("l1", "Willem")
    assert names.reach(willem) is None
    assert names.reachable("l1") == frozenset()
    assert names.streams_with_addresses() == ()


@in_a_file
def test_addresses_that_nobody_needs_are_erased_to_the_byte(names: Names, engine: Engine, file: Path) -> None:
    sanne, willem = names.keep("l1", "Sanne", SANNES), names.keep("l1", "Willem", WILLEMS)
    letter_to(engine, sanne)
    assert names.erase_addresses("l1", {willem}) == 1
    assert names.addresses("l1") == {willem: WILLEMS}
    assert names.of("l1") == {sanne: "Sanne", willem: "Willem"}
    assert letters_left(engine) == []
    assert SANNES.encode() not in on_disk(engine, file)


def test_erasing_twice_is_once(names: Names) -> None:
    names.keep("l1", "Sanne", SANNES)
    assert [names.erase_addresses("l1", set()) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(("newest", "left"), [(SANNES, [True]), (WILLEMS, []), (None, [False, True])])
def test_what_did_not_arrive_is_written_again_when_an_address_is_given_again(
    names: Names, engine: Engine, newest: str | None, left: list[bool]
) -> None:
    sanne = names.keep("l1", "Sanne", SANNES)
    letter_to(engine, sanne, sent=True)
    letter_to(engine, sanne, sent=False)
    names.keep("l1", "Sanne", newest)
    assert sorted(letters_left(engine)) == [f"letter-{sanne}-{sent}" for sent in left]


@in_a_file
def test_with_somebody_forgotten_their_letters_go(names: Names, engine: Engine, file: Path) -> None:
    sanne, willem = names.keep("l1", "Sanne", SANNES), names.keep("l1", "Willem", WILLEMS)
    letter_to(engine, sanne)
    letter_to(engine, willem)
    names.forget(sanne)
    assert letters_left(engine) == [f"letter-{willem}-False"]
