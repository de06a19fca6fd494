# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Killed at any moment and started again: what was acknowledged is there, the rest is there once or not at all."""

import contextlib
import random
import threading
import time
from pathlib import Path

import httpx

from tests.server import Group, Server

ROUNDS = 6
PEOPLE = 6
STATEMENTS = ("s1", "s2", "s3", "s4", "s5")


class Phone(threading.Thread):
    """Somebody who keeps choosing, raises points, and sends again with the same key until it is taken."""

    def __init__(self, group: Group, key: str, seed: int) -> None:
        super().__init__(daemon=True)
        self._url = str(group.client.base_url)
        self._path = group.path
        self._key = key
        self._dice = random.Random(seed)
        self.stop = threading.Event()
        self.acknowledged: dict[str, int] = {}
        self.lost_once = 0

    def run(self) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            statement, position = self._dice.choice(STATEMENTS), self._dice.randint(1, 5)
            if self._until_taken(statement, position, f"{self._key[:6]}-{number}"):
                self.acknowledged[statement] = position

    def _until_taken(self, statement: str, position: int, key: str) -> bool:
        body = {"type": "TakeStance", "statement": statement, "position": position}
        headers = {"Authorization": f"Bearer {self._key}", "Idempotency-Key": key}
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = httpx.post(f"{self._url}{self._path}/commands", json=body, headers=headers, timeout=5)
                assert answer.status_code == 200, answer.text
                return True
            self.lost_once += 1
            time.sleep(0.02)


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    server = Server(tmp_path).start()
    try:
        group = Group(server.url, PEOPLE)
        group.lead("OpenStatements")
        phones = [Phone(group, key, seed) for seed, key in enumerate(group.people)]
        for phone in phones:
            phone.start()
        dice = random.Random(7)
        for _ in range(ROUNDS):
            time.sleep(dice.uniform(0.05, 0.4))
            server.kill()
            server.start()
        for phone in phones:
            phone.stop.set()
        for phone in phones:
            phone.join(timeout=20)
        assert sum(phone.lost_once for phone in phones) > 0  # otherwise nothing was put to the test
        for phone, key in zip(phones, group.people, strict=True):
            mine = group.look(key)["mine"]
            assert {s: each["position"] for s, each in mine.items()} == phone.acknowledged
    finally:
        server.kill()


def test_what_makes_something_new_is_there_once_after_a_kill(tmp_path: Path) -> None:
    """A point is raised again and again with the same key, across kills: it stands there once."""
    server = Server(tmp_path).start()
    try:
        group = Group(server.url, 1)
        group.lead("GoTo", step="follow_ups")
        for number in range(ROUNDS):
            _raise_across_a_kill(server, group, number)
        texts = [point["text"] for point in group.look(group.facilitator)["points"]]
        assert texts == [f"Wie beslist hierover? {number}" for number in range(ROUNDS)]
    finally:
        server.kill()


def _raise_across_a_kill(server: Server, group: Group, number: int) -> None:
    def ask() -> httpx.Response:
        text = f"Wie beslist hierover? {number}"
        return group.ask(group.people[0], "RaisePoint", key=f"point-{number}", kind="unclear", text=text)

    killer = threading.Timer(0.001 * number, server.kill)
    killer.start()
    with contextlib.suppress(httpx.TransportError):
        ask()
    killer.join()
    server.start()
    assert ask().status_code == 200
    assert ask().status_code == 200
