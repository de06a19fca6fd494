# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every command: what it leads to, and that asking it twice is asking it once."""

import pytest

from leerlandschap.core.vocabulary import Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.evolve import evolve
from tests.cast import NINE, OMAR, Done, given, opened
from tests.core.examples import COMMANDS, EVENTS, EXAMPLES, NEW, Example

# Every press of the button is a minute more; that one press counts once is what idempotency keys are for.
MORE_EACH_TIME = {c.AddMinute}

# What nobody asks for: making a workshop, and what comes of itself.
OF_THE_HOUSE = {e.WorkshopOpened, e.WorkshopSealed}


def named(example: Example) -> str:
    return type(example.asked.command).__name__


def test_every_command_has_its_story() -> None:
    assert {type(x.asked.command) for x in EXAMPLES} == set(COMMANDS)


def test_every_event_follows_from_some_command() -> None:
    assert {type(event) for x in EXAMPLES for event in x.follows} == set(EVENTS) - OF_THE_HOUSE


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_what_is_asked_leads_to(example: Example) -> None:
    assert given(*example.past).when(example.asked, NEW) == example.follows


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_what_happened_changes_the_workshop(example: Example) -> None:
    before = given(*example.past)
    assert before.and_(*(Done(event, example.asked.by) for event in example.follows)).state != before.state


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_asked_twice_is_once(example: Example) -> None:
    once = given(*example.past).after(example.asked)
    again = once.when(example.asked, "n2")
    assert isinstance(again, Refused) or again == () or type(example.asked.command) in MORE_EACH_TIME


ONLY_PARTICIPANTS = [x for x in EXAMPLES if x.asked.role is Role.PARTICIPANT]


@pytest.mark.parametrize("example", ONLY_PARTICIPANTS, ids=named)
def test_an_outsider_is_not_heard(example: Example) -> None:
    refused = given(*example.past).when(OMAR.asks(example.asked.command))
    assert isinstance(refused, Refused)
    assert refused.code == "unknown_participant"


def test_nothing_happens_before_a_workshop_is_opened() -> None:
    with pytest.raises(ValueError, match="begins with WorkshopOpened"):
        evolve(None, e.DotsOpened(), NINE, "facilitator")


def test_a_workshop_that_is_empty_has_nothing_of_anybody() -> None:
    state = opened().state
    assert (dict(state.participants), dict(state.discussions), state.closed_at) == ({}, {}, None)
