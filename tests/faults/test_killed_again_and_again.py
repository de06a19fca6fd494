# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node killed a hundred times while people choose, on both databases: nothing acknowledged is lost, nothing is there
twice. On PostgreSQL there are two nodes, killed by turns; who sends again sends to the other."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.kept import untrue
from tests.faults.length import short_or_long, tell
from tests.faults.nodes import started, two_servers
from tests.faults.phones import Desk, Phone, Sender, busy
from tests.postgres import Postgres
from tests.server import Group, Server

KILLS = short_or_long(5, 100)
PEOPLE = 6


def test_on_sqlite_everything_acknowledged_is_there_once_after_every_kill(tmp_path: Path) -> None:
    server = Server(tmp_path).start()
    try:
        _killed([server], f"sqlite:///{tmp_path / 'leerlandschap.db'}")
        assert server.log.read_text().count("Traceback") == 0
    finally:
        server.kill()


def test_on_two_nodes_killed_by_turns_everything_acknowledged_is_there_once(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.database()
    with two_servers(address, tmp_path) as servers:
        _killed(servers, address)


def _killed(servers: Sequence[Server], address: str) -> None:
    group, dice = started(servers, PEOPLE), random.Random(100)
    nodes = [each.url for each in servers]
    senders = _who_know_all(group, nodes)
    with busy(senders):
        for number in range(KILLS):
            time.sleep(dice.uniform(0.05, 0.5))
            servers[number % len(servers)].kill()
            servers[number % len(servers)].start()
    interrupted = sum(each.instead.total() for each in senders)
    assert interrupted > 0  # otherwise nobody was in the middle of anything
    assert untrue(address, group, senders, nodes) == []
    acknowledged = [len(each.acknowledged) for each in senders]
    stances, minutes = sum(acknowledged[:PEOPLE]), sum(acknowledged[PEOPLE:])
    words = "%d kills, %d stances and %d minutes acknowledged, %d sent again, 0 lost, 0 doubled"
    tell(words, KILLS, stances, minutes, interrupted)


def _who_know_all(group: Group, nodes: list[str]) -> list[Sender]:
    """Each begins at a node of its own."""
    turns = [nodes[who % len(nodes) :] + nodes[: who % len(nodes)] for who in range(PEOPLE)]
    return [*(Phone(group, who, *known) for who, known in enumerate(turns)), Desk(group, 0, *nodes)]
