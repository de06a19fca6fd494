# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node is killed in the middle of a workshop: within five seconds everybody carries on at the other, and whatever was
acknowledged is there, once."""

import contextlib
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.faults.nodes import Nodes, two_nodes
from tests.postgres import Postgres
from tests.server import Group

PEOPLE = 8
STATEMENTS = ("s1", "s2", "s3", "s4", "s5")
AT_MOST = 5.0  # seconds that somebody may have to wait


class Phone(threading.Thread):
    """Chooses, and now and then raises a point; sends again with the same key until it is taken."""

    def __init__(self, group: Group, key: str, seed: int) -> None:
        super().__init__(daemon=True)
        self._url, self._path, self._key = str(group.client.base_url), group.path, key
        self._dice, self._number = random.Random(seed), 0
        self.stop = threading.Event()
        self.chosen: dict[str, int] = {}
        self.longest_wait = 0.0
        self.sent_again = 0

    def run(self) -> None:
        with httpx.Client(base_url=self._url, timeout=AT_MOST) as client:
            while not self.stop.is_set():
                statement, position = self._dice.choice(STATEMENTS), self._dice.randint(1, 5)
                self._until_taken(client, {"type": "TakeStance", "statement": statement, "position": position})
                self.chosen[statement] = position
                time.sleep(0.01)

    def _until_taken(self, client: httpx.Client, command: dict[str, object]) -> None:
        self._number += 1
        headers = {"Authorization": f"Bearer {self._key}", "Idempotency-Key": f"{self._key[:6]}-{self._number}"}
        began = time.monotonic()
        while not self._is_taken(client, command, headers):
            self.sent_again += 1
            time.sleep(0.05)
        self.longest_wait = max(self.longest_wait, time.monotonic() - began)

    def _is_taken(self, client: httpx.Client, command: dict[str, object], headers: dict[str, str]) -> bool:
        with contextlib.suppress(httpx.TransportError):
            answer = client.post(f"{self._path}/commands", json=command, headers=headers)
            assert answer.status_code in (200, 502, 503, 504), answer.text  # nothing but *later*
            return answer.status_code == 200
        return False


class Watching(threading.Thread):
    """A screen that comes back when its stream ends, and notes when frames came."""

    def __init__(self, group: Group) -> None:
        super().__init__(daemon=True)
        self._url, self._path, self._key = str(group.client.base_url), group.path, group.facilitator
        self.stop = threading.Event()
        self.frames: list[float] = []

    def run(self) -> None:
        while not self.stop.is_set():
            with contextlib.suppress(httpx.TransportError), httpx.Client(base_url=self._url, timeout=AT_MOST) as client:
                self._read(client)
            time.sleep(0.1)

    def _read(self, client: httpx.Client) -> None:
        reading = {"Authorization": f"Bearer {self._key}"}
        with client.stream("GET", f"{self._path}/stream?as=json", headers=reading) as stream:
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    self.frames.append(time.monotonic())
                if self.stop.is_set():
                    return

    def longest_silence_after(self, moment: float) -> float:
        """Until the first frame after this moment."""
        return next(each for each in self.frames if each > moment) - moment


def test_people_carry_on_at_the_other_node_within_five_seconds(postgres: Postgres, tmp_path: Path) -> None:
    with two_nodes(postgres.database(), tmp_path) as nodes:
        group = Group(nodes.url, PEOPLE)
        group.lead("OpenStatements")
        phones = [Phone(group, key, seed) for seed, key in enumerate(group.people)]
        screen = Watching(group)
        for each in (*phones, screen):
            each.start()
        moments = [_killed_while_they_go_on(nodes) for _ in range(2)]
        for stop in (*(phone.stop for phone in phones), screen.stop):
            stop.set()
        group.lead("WriteNote", statement="s1", text="Nog één keer, zodat het scherm iets te lezen heeft.")
        for each in (*phones, screen):
            each.join(timeout=20)
        assert sum(phone.sent_again for phone in phones) > 0  # otherwise nobody was in the middle of anything
        assert [phone.longest_wait for phone in phones if phone.longest_wait > AT_MOST] == []
        assert [moment for moment in moments if screen.longest_silence_after(moment) > AT_MOST] == []
        for phone, key in zip(phones, group.people, strict=True):
            mine = group.look(key)["mine"]
            assert {statement: each["position"] for statement, each in mine.items()} == phone.chosen


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
    end = time.monotonic() + AT_MOST
    while asked() != 200:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert asked() == 200
