# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who go on while things break: phones that send again until it is taken, and screens that come back."""

import contextlib
import random
import threading
import time
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
PAUSE = 0.02  # seconds between two choices
AGAIN = 0.05  # seconds before something is sent again


class Phone(threading.Thread):
    """Keeps choosing, never twice the same. Sends again with the same key until it is taken; who knows several nodes
    sends it to the next. Anything but *taken* and *later* is a failure."""

    def __init__(self, group: Group, who: int, *nodes: str, waits: float = 30.0) -> None:
        super().__init__(daemon=True)
        self.key, self._path = group.people[who], group.path
        self._nodes, self._waits = nodes or (str(group.client.base_url),), waits
        self._who, self._number, self._dice = who, 0, random.Random(who)
        self.stop = threading.Event()
        self.chosen: dict[str, int] = {}
        self.acknowledged: list[str] = []
        self.instead: Counter[str] = Counter()  # what was said, or happened, instead of *taken*
        self.longest_wait = 0.0  # until it was taken
        self.longest_answer = 0.0  # until something was said

    def run(self) -> None:
        with httpx.Client(timeout=self._waits) as client:
            while not self.stop.is_set():
                statement = self._dice.choice(STATEMENTS)
                position = self._dice.choice([each for each in range(1, 6) if each != self.chosen.get(statement)])
                self._until_taken(client, {"type": "TakeStance", "statement": statement, "position": position})
                self.chosen[statement] = position
                time.sleep(PAUSE)

    def _until_taken(self, client: httpx.Client, command: dict[str, object]) -> None:
        self._number += 1
        key, began = f"phone{self._who}-{self._number}", time.monotonic()
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


@contextlib.contextmanager
def busy(phones: Sequence[Phone]) -> Iterator[None]:
    """All of them, until the end of what happens meanwhile; then what they were sending is still taken."""
    for phone in phones:
        phone.start()
    try:
        yield
    finally:
        for phone in phones:
            phone.stop.set()
        for phone in phones:
            phone.join(timeout=PATIENCE)
    assert [phone.name for phone in phones if phone.is_alive()] == []


def all_go_on(phones: Sequence[Phone], times: int = 3) -> None:
    """Each is taken so often from now."""
    before = [len(phone.acknowledged) for phone in phones]
    until(lambda: all(len(p.acknowledged) >= b + times for p, b in zip(phones, before, strict=True)))
