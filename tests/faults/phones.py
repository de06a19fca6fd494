# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who go on while things break: phones that send again until it is taken, and screens that come back."""

import contextlib
import random
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence

import httpx

from leerlandschap.core.vocabulary import Language, Refusal, Refused
from leerlandschap.web.answers import sentence
from tests.faults.waiting import PATIENCE, until
from tests.server import Group

STATEMENTS = ("s1", "s2", "s3", "s4", "s5")
LATER = {sentence(Refused(code), Language.NL) for code in (Refusal.NOT_SAVED, Refusal.NOT_READ)}
FROM_A_PROXY = (502, 504)
AGAIN = 0.05  # seconds before something is sent again


class Sender(threading.Thread, ABC):
    """Keeps sending. Sends again with the same key until it is taken; who knows several nodes sends it to the next.
    Anything but *taken* and *later* is a failure."""

    pause = 0.02  # seconds before the next

    def __init__(self, group: Group, who: str, key: str, *nodes: str, waits: float = 30.0) -> None:
        super().__init__(name=who, daemon=True)
        self.key, self._path = key, group.path
        self._nodes, self._waits = nodes or (str(group.client.base_url),), waits
        self._number = 0
        self.stop = threading.Event()
        self.acknowledged: list[str] = []
        self.instead: Counter[str] = Counter()  # what was said, or happened, instead of *taken*
        self.longest_wait = 0.0  # until it was taken
        self.longest_answer = 0.0  # until something was said

    @abstractmethod
    def _wanted(self) -> dict[str, object]:
        """The next command."""

    @abstractmethod
    def _taken(self, command: dict[str, object]) -> None:
        """It is true from now on."""

    def run(self) -> None:
        with httpx.Client(timeout=self._waits) as client:
            while not self.stop.is_set():
                command = self._wanted()
                self._until_taken(client, command)
                self._taken(command)
                time.sleep(self.pause)

    def _until_taken(self, client: httpx.Client, command: dict[str, object]) -> None:
        self._number += 1
        key, began = f"{self.name}-{self._number}", time.monotonic()
        while said := self._said(client, command, key):
            self.instead[said] += 1
            self._nodes = (*self._nodes[1:], self._nodes[0])
            time.sleep(AGAIN)
        self.acknowledged.append(key)
        self.longest_wait = max(self.longest_wait, time.monotonic() - began)

    def _said(self, client: httpx.Client, command: dict[str, object], key: str) -> str:
        """Nothing when it was taken."""
        headers, began = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": key}, time.monotonic()
        try:
            answer = client.post(f"{self._nodes[0]}{self._path}/commands", json=command, headers=headers)
        except httpx.TransportError as trouble:
            return type(trouble).__name__
        self.longest_answer = max(self.longest_answer, time.monotonic() - began)
        if answer.status_code in (200, *FROM_A_PROXY):
            return "" if answer.status_code == 200 else str(answer.status_code)
        assert (answer.status_code, answer.json()["detail"] in LATER) == (503, True), answer.text
        refusal: str = answer.json()["refusal"]
        return refusal


class Phone(Sender):
    """Somebody who chooses, never twice the same."""

    def __init__(self, group: Group, who: int, *nodes: str, waits: float = 30.0) -> None:
        super().__init__(group, f"phone{who}", group.people[who], *nodes, waits=waits)
        self._dice = random.Random(who)
        self.chosen: dict[object, object] = {}

    def _wanted(self) -> dict[str, object]:
        statement = self._dice.choice(STATEMENTS)
        position = self._dice.choice([each for each in range(1, 6) if each != self.chosen.get(statement)])
        return {"type": "TakeStance", "statement": statement, "position": position}

    def _taken(self, command: dict[str, object]) -> None:
        self.chosen[command["statement"]] = command["position"]


class Desk(Sender):
    """The facilitator, who adds a minute, and one more: sent again by mistake it would be two."""

    pause = 0.1

    def __init__(self, group: Group, which: int, *nodes: str) -> None:
        super().__init__(group, f"desk{which}", group.facilitator, *nodes)

    def _wanted(self) -> dict[str, object]:
        return {"type": "AddMinute"}

    def _taken(self, command: dict[str, object]) -> None:
        """Every one of them counts."""


@contextlib.contextmanager
def busy(senders: Sequence[Sender]) -> Iterator[None]:
    """All of them, until the end of what happens meanwhile; then what they were sending is still taken."""
    for each in senders:
        each.start()
    try:
        yield
    finally:
        for each in senders:
            each.stop.set()
        for each in senders:
            each.join(timeout=PATIENCE)
    assert [each.name for each in senders if each.is_alive()] == []


def all_go_on(senders: Sequence[Sender], times: int = 3) -> None:
    """Each is taken so often from now."""
    before = [len(each.acknowledged) for each in senders]
    until(lambda: all(len(each.acknowledged) >= was + times for each, was in zip(senders, before, strict=True)))
