# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A clock that jumps does not take a group's hour away."""

import datetime

import pytest

from leerlandschap.clock import Clock
from tests.cast import NINE

HOUR = datetime.timedelta(hours=1)


class Machine:
    """A machine whose clock can be set."""

    def __init__(self) -> None:
        self.said = NINE
        self.counted = 100.0

    def passes(self, seconds: float) -> None:
        self.said += datetime.timedelta(seconds=seconds)
        self.counted += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> Clock:
    return Clock(lambda: machine.said, lambda: machine.counted)


def test_it_says_what_the_machine_says(machine: Machine, clock: Clock) -> None:
    machine.passes(90)
    assert clock.now() == machine.said == NINE + datetime.timedelta(seconds=90)


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_jump_is_not_followed_until_it_is_taken_over(
    machine: Machine, clock: Clock, jump: datetime.timedelta
) -> None:
    machine.said += jump
    machine.passes(5)
    assert clock.now() == NINE + datetime.timedelta(seconds=5)
    machine.passes(5)
    assert clock.now() == NINE + datetime.timedelta(seconds=10)
    clock.take_over()
    assert clock.now() == machine.said


def test_a_jump_that_is_put_right_again_leaves_no_trace(machine: Machine, clock: Clock) -> None:
    machine.said += HOUR
    assert clock.now() == NINE
    machine.said -= HOUR
    machine.passes(60)
    assert clock.now() == machine.said


def test_small_corrections_are_followed_however_many(machine: Machine, clock: Clock) -> None:
    for _ in range(100):
        machine.said += datetime.timedelta(seconds=0.5)
        machine.passes(10)
        assert clock.now() == machine.said


def test_a_jump_is_said_once(machine: Machine, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    machine.said += HOUR
    clock.now()
    clock.now()
    assert caplog.messages == [
        "the clock of this machine jumped by 1:00:00; a running workshop does not follow it",
    ]
