# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node loses its cable to the database, and gets it back: people at the other node notice nothing, who is at this one
is told that nothing is saved, and afterwards it shows the same as the other."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.faults.kept import untrue
from tests.faults.length import short_or_long, tell
from tests.faults.networks import ALL, Machine, elsewhere
from tests.faults.nodes import everybody_at, pair, started
from tests.faults.phones import LATER, Sender, all_go_on, busy
from tests.faults.screens import Screen, told
from tests.faults.waiting import until
from tests.postgres import Postgres, running
from tests.server import Group, Server

pytestmark = pytest.mark.cables
PEOPLE = 6
CUT = short_or_long(5.0, 60.0)  # seconds, at least: until somebody has been told
ANSWER_WITHIN = 20.0  # seconds
MAY_COME_BACK = 3  # times a screen is opened: after each try to listen again, as the key of a desk may have ended
UNTOUCHED = 10.0  # seconds that somebody at the other node may wait, on a busy machine


@pytest.fixture
def machine() -> Iterator[Machine]:
    with elsewhere() as made:
        yield made


@pytest.fixture
def reached(machine: Machine) -> Iterator[Postgres]:
    """A PostgreSQL that also answers on the cable."""
    with running("-c", f"listen_addresses=127.0.0.1,{machine.database}", durable=True) as own:
        own.let_in(ALL)
        yield own


def test_a_node_that_was_cut_off_says_so_and_catches_up(tmp_path: Path, machine: Machine, reached: Postgres) -> None:
    address = reached.database()
    here = Server(tmp_path / "here", "--database", address)
    over_the_cable = address.replace("127.0.0.1", machine.database)
    there = Server(tmp_path / "there", "--database", over_the_cable, host=machine.people, inside=machine.inside)
    with pair(here, there) as servers:
        group = started(servers, PEOPLE)
        at_here, at_there = everybody_at(group, *servers)
        senders = at_here + at_there
        with Screen(group, here.url) as near, Screen(group, there.url) as far:
            with busy(senders):
                all_go_on(senders)
                cut_off = _cut_off(machine, at_here, at_there, Group.known_at(there.url, group), far)
                all_go_on(senders)
            last = group.lead("WriteNote", statement="s1", text="Dit staat op elk scherm.")
            until(lambda: [screen.newest["seq"] for screen in (near, far)] == [last, last])
            assert told(near.newest) == told(far.newest)
            assert near.opened == 1
            assert far.opened <= MAY_COME_BACK
        assert untrue(address, group, senders, [each.url for each in servers]) == []
        assert [dict(each.instead) for each in at_here] == [{}] * len(at_here)
        assert max(each.longest_wait for each in at_here) < UNTOUCHED
        slowest = max(each.longest_answer for each in at_there)
        assert slowest < ANSWER_WITHIN
        tell("cut off for %.0f s: refused after at most %.1f s, caught up by itself", cut_off, slowest)


def _cut_off(
    machine: Machine, at_here: Sequence[Sender], at_there: Sequence[Sender], there: Group, far: Screen
) -> float:
    """For how long it was. Meanwhile people at the other node go on, and here the page that there was stays."""
    began = time.monotonic()
    machine.cut()
    try:
        until(lambda: all(each.instead["not_saved"] for each in at_there))
        knew = told(there.look(there.facilitator))
        until(lambda: told(far.newest) == knew)
        refused = there.ask(there.facilitator, "WriteNote", statement="s2", text="Dit komt er niet half.")
        assert (refused.status_code, refused.json()["detail"] in LATER) == (503, True)
        assert told(there.look(there.facilitator)) == knew
        all_go_on(at_here, 20)
        time.sleep(max(0.0, began + CUT - time.monotonic()))
    finally:
        machine.mend()
    return time.monotonic() - began
