# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node is killed in the middle of a workshop: within five seconds everybody carries on at the other, and whatever was
acknowledged is there, once."""

import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.faults.kept import untrue
from tests.faults.nodes import Nodes, two_nodes
from tests.faults.phones import Phone, busy
from tests.faults.screens import Screen
from tests.faults.waiting import until
from tests.postgres import Postgres
from tests.server import Group

PEOPLE = 8
AT_MOST = 5.0  # seconds that somebody may have to wait


def test_people_carry_on_at_the_other_node_within_five_seconds(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.database()
    with two_nodes(address, tmp_path) as nodes:
        group = Group(nodes.url, PEOPLE)
        group.lead("OpenStatements")
        phones = [Phone(group, who, waits=AT_MOST) for who in range(PEOPLE)]
        with Screen(group, nodes.url) as screen:
            with busy(phones):
                moments = [_killed_while_they_go_on(nodes) for _ in range(2)]
            group.lead("WriteNote", statement="s1", text="Nog één keer, zodat het scherm iets te lezen heeft.")
            until(lambda: screen.frames[-1] > moments[-1])
        assert sum(phone.instead.total() for phone in phones) > 0  # otherwise nobody was in the middle of anything
        assert [phone.longest_wait for phone in phones if phone.longest_wait > AT_MOST] == []
        assert [moment for moment in moments if screen.longest_silence_after(moment) > AT_MOST] == []
        assert untrue(address, group, phones, [nodes.url]) == []


def _killed_while_they_go_on(nodes: Nodes) -> float:
    """Kill the node that has the screen, let people go on for a while, and start it again. When it was."""
    time.sleep(1)
    busy = max(nodes.servers, key=lambda each: nodes.screens()[nodes.servers.index(each)])
    moment = time.monotonic()
    busy.kill()
    time.sleep(3)
    busy.start()
    return moment


def test_a_point_raised_across_a_kill_is_there_once(postgres: Postgres, tmp_path: Path) -> None:
    """It is sent to a node that dies in the middle of it, and then again, with the same key, to the other."""
    with two_nodes(postgres.database(), tmp_path) as nodes:
        group = Group(nodes.url, 1)
        group.lead("GoTo", step="follow_ups")
        for number, server in enumerate(nodes.servers):
            _raise_across_a_kill(group, number, server.kill)
            server.start()
        texts = [point["text"] for point in group.look(group.facilitator)["points"]]
        assert texts == [f"Wie beslist hierover? {number}" for number in range(2)]


def _raise_across_a_kill(group: Group, number: int, kill: Callable[[], None]) -> None:
    def asked() -> int:
        text = f"Wie beslist hierover? {number}"
        raised = {"key": f"point-{number}", "kind": "unclear", "text": text}
        with contextlib.suppress(httpx.TransportError):
            return group.ask(group.people[0], "RaisePoint", **raised).status_code
        return 0

    killer = threading.Timer(0.008 * number, kill)
    killer.start()
    asked()
    killer.join()
    for _ in range(2):  # a proxy may still hold a line to the one that is gone, and say 502; who asks, asks again
        end = time.monotonic() + AT_MOST
        while asked() != 200:
            assert time.monotonic() < end
            time.sleep(0.05)
