# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names stand apart and can be forgotten."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import PersonId, PointId, PointKind, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.people import Names
from leerlandschap.views.workshop import view_of
from tests.cast import NINE, given
from tests.people.conftest import counting, on_disk


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
