# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events as JSON and back, in today's shape and in those before."""

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlandschap.core.landscape import events as landscape
from leerlandschap.core.workshop import events as workshop
from leerlandschap.journal import lift
from leerlandschap.journal.codec import read, written
from tests.cast import AISHA, S1
from tests.journal.shapes import any_of

KINDS: tuple[type[Any], ...] = (*get_args(workshop.Event), *get_args(landscape.Event))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(anything=st.data())
def test_every_event_is_read_back_as_it_was_written(kind: type[Any], anything: st.DataObject) -> None:
    event = anything.draw(any_of(kind))
    assert read(*written(event)) == event


def test_the_names_of_events_are_told_apart() -> None:
    assert len({kind.__name__ for kind in KINDS}) == len(KINDS)


def test_what_is_no_event_of_ours_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        read("BudgetSpent", '{"type":"BudgetSpent"}')


@pytest.fixture
def third_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """StanceTaken has had two shapes before: first a score from 0, then a score from 1."""

    def from_one(raw: lift.Raw) -> lift.Raw:
        return {**raw, "score": raw["score"] + 1}

    def position(raw: lift.Raw) -> lift.Raw:
        return {**{key: value for key, value in raw.items() if key != "score"}, "position": raw["score"]}

    monkeypatch.setitem(lift.VERSIONS, "StanceTaken", 3)
    monkeypatch.setitem(lift.LIFTS, ("StanceTaken", 1), from_one)
    monkeypatch.setitem(lift.LIFTS, ("StanceTaken", 2), position)


@pytest.mark.usefixtures("third_version")
@pytest.mark.parametrize(("kind", "score"), [("StanceTaken", 3), ("StanceTaken.2", 4)])
def test_old_shapes_are_lifted_to_todays_one_version_at_a_time(kind: str, score: int) -> None:
    old = {"type": "StanceTaken", "participant": AISHA.id, "statement": S1, "score": score}
    assert read(kind, msgspec.json.encode(old).decode()) == AISHA.took(S1, 4)


@pytest.mark.usefixtures("third_version")
def test_todays_shape_is_written_with_its_version() -> None:
    kind, text = written(AISHA.took(S1, 4))
    assert kind == "StanceTaken.3"
    assert read(kind, text) == AISHA.took(S1, 4)


def test_an_event_of_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(LookupError, match="version 2, which this program does not know"):
        read("StanceTaken.2", written(AISHA.took(S1, 4))[1])
