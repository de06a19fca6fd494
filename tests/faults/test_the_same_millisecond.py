# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people at two nodes choose in the same millisecond, over and over: both are taken, once."""

import threading
from pathlib import Path

import httpx

from tests.faults.kept import times_written
from tests.faults.length import short_or_long, tell
from tests.faults.nodes import started, two_servers
from tests.faults.screens import told
from tests.faults.waiting import PATIENCE, until
from tests.postgres import Postgres
from tests.server import Group

ROUNDS = short_or_long(100, 3000)
TAKEN = "duplicate key value"  # what PostgreSQL notes of who comes second at a place


class Hand(threading.Thread):
    """Somebody who presses when everybody is ready to."""

    def __init__(self, group: Group, who: int, node: str, ready: threading.Barrier) -> None:
        super().__init__(daemon=True)
        self._who, self._key, self._ready = who, group.people[who], ready
        self._url = f"{node}{group.path}/commands"
        self.answers: list[int] = []

    def run(self) -> None:
        with httpx.Client(timeout=PATIENCE) as client:
            for number in range(ROUNDS):
                command = {"type": "TakeStance", "statement": "s1", "position": 1 + number % 5}
                headers = {"Authorization": f"Bearer {self._key}", "Idempotency-Key": f"hand{self._who}-{number}"}
                self._ready.wait(PATIENCE)
                self.answers.append(client.post(self._url, json=command, headers=headers).status_code)


def test_what_two_nodes_write_in_the_same_millisecond_is_there_once_and_shown_by_both(
    postgres: Postgres, tmp_path: Path
) -> None:
    address, ready, before = postgres.database(), threading.Barrier(2), postgres.log.count(TAKEN)
    with two_servers(address, tmp_path) as servers:
        group = started(servers, 2)
        hands = [Hand(group, who, server.url, ready) for who, server in enumerate(servers)]
        for each in hands:
            each.start()
        for each in hands:
            each.join()
        assert [each.answers for each in hands] == [[200] * ROUNDS] * 2
        sent = {f"hand{who}-{number}": 1 for who in range(2) for number in range(ROUNDS)}
        assert times_written(address, group) == sent
        places = [Group.known_at(each.url, group) for each in servers]
        last = group.lead("WriteNote", statement="s1", text="Dit staat bij beide.")
        until(lambda: [place.look(group.facilitator)["seq"] for place in places] == [last, last])
        views = [told(place.look(group.facilitator)) for place in places]
        assert views[0] == views[1]
        assert views[0]["statements"][0]["answers"] == 2
        met = postgres.log.count(TAKEN) - before
        assert met > 0  # otherwise nobody was in anybody's way
        tell("%d rounds, %d times at the same place, everything there once", ROUNDS, met)
