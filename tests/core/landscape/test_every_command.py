# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every command of a landscape: what it leads to, and that asking it twice is asking it once."""

import pytest

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.vocabulary import Refusal, Refused
from tests.core.landscape.cast import HOURS, NINE, OPENED, TODAY, WILLEM, given, opened
from tests.core.landscape.examples import (
    COMMANDS,
    EVENTS,
    EXAMPLES,
    MADE_WHOLE_BY_THE_HOUSE,
    NEW,
    Example,
)


def named(example: Example) -> str:
    return type(example.asked.command).__name__


def test_every_command_has_its_story() -> None:
    assert {type(x.asked.command) for x in EXAMPLES} == set(COMMANDS) - MADE_WHOLE_BY_THE_HOUSE


def test_every_event_follows_from_some_command() -> None:
    assert {type(event) for x in EXAMPLES for event in x.follows} == set(EVENTS) - {e.LandscapeOpened}


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_what_is_asked_leads_to(example: Example) -> None:
    assert given(*example.past).when(example.asked, NEW) == example.follows


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_what_happened_changes_the_landscape(example: Example) -> None:
    before = given(*example.past)
    assert before.and_(*example.follows).state != before.state


# An adopted policy is closed to what brought it there; everything else is heard twice and happens once.
REFUSED_THE_SECOND_TIME = {c.PutIntoForce}


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_asked_twice_is_once(example: Example) -> None:
    again = given(*example.past).after(example.asked).when(example.asked, "n2")
    refused = type(example.asked.command) in REFUSED_THE_SECOND_TIME
    assert again == (Refused(Refusal.WRONG_MOMENT) if refused else ())


@pytest.mark.parametrize("command", [c.TakeOver(HOURS, "Sanne"), c.AdoptPolicy(TODAY, "directie")])
def test_what_the_house_must_make_whole_first_is_not_taken_as_it_is(command: c.Command) -> None:
    assert given().when(WILLEM.asks(command)) == Refused(Refusal.NOT_SAVED)


def test_nothing_happens_before_a_landscape_is_opened() -> None:
    with pytest.raises(ValueError, match="begins with LandscapeOpened"):
        evolve(None, e.PolicySent(TODAY), NINE, "landscape")


def test_a_landscape_opens_once() -> None:
    assert evolve(opened().state, OPENED, NINE, "facilitator") == opened().state
