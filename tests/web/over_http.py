# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A stream as strangers drive it, over HTTP, beside the same rules decided here: what the server wrote down in its
journal must be what the rules say, and what it answers must be what it wrote."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import httpx
import msgspec
from sqlalchemy import Engine

from leerlandschap.core.asking import Ask
from leerlandschap.core.vocabulary import Refused, Role
from leerlandschap.journal import Entry, Journal
from leerlandschap.people import Names
from leerlandschap.web.forms import Reading
from tests.server import Server

State = TypeVar("State")
OF_THE_CLOCK = frozenset({"clock", "steps", "advice", "now", "today"})  # in a view: other a moment later


class Driven(ABC, Generic[State]):
    """``state`` is folded from the journal of the server, and from nothing else; ``way`` is where the stream is in the
    API. A subclass says how it decides and evolves."""

    reading: Reading
    completed: tuple[type[msgspec.Struct], ...] = ()  # commands to which the house adds what only it knows
    handing_on: tuple[type[msgspec.Struct], ...] = ()  # commands after which whoever asked may have no key any more

    def __init__(self, server: Server, engine: Engine, stream: str, way: str) -> None:
        self.client = httpx.Client(base_url=server.url, timeout=20)
        self.stream, self._way = stream, way
        self._journal, self._number = Journal(engine), 0
        self.seq = 0
        self._state: State | None = None
        self.catch_up()

    @abstractmethod
    def decide(self, ask: Ask[Any]) -> Sequence[Any] | Refused:
        """By the rules."""

    @abstractmethod
    def evolve(self, state: State | None, entry: Entry) -> State:
        """After one entry of the journal."""

    @abstractmethod
    def view(self, who: Any, names: Names) -> msgspec.Struct:
        """What this caller may see of it now."""

    @property
    def state(self) -> State:
        assert self._state is not None
        return self._state

    def catch_up(self) -> list[Entry]:
        """What the journal has and this has not seen."""
        found = list(self._journal.entries(self.stream, self.seq))
        assert [entry.seq for entry in found] == list(range(self.seq + 1, self.seq + len(found) + 1))
        for entry in found:
            self._state, self.seq = self.evolve(self._state, entry), entry.seq
        return found

    def ask(self, command: msgspec.Struct, key: str, role: Role, by: str) -> None:
        """Send it, twice, and see that every answer is that of the rules."""
        body = msgspec.json.encode({"type": type(command).__name__} | msgspec.to_builtins(command))
        read = self.reading.json(body)
        now = datetime.datetime.now(datetime.UTC)
        wanted = read if isinstance(read, Refused) else self.decide(Ask(read, role, by, now, "fresh"))
        answer = self._sent(body, key)
        written = self.catch_up()
        if answer.status_code == 200:
            assert answer.json() == {"seq": self.seq}, (command, written)
            assert {entry.by for entry in written} <= {by}
        else:
            assert 400 <= answer.status_code < 500, answer.text
            assert answer.headers["content-type"] == "application/problem+json"
            assert written == []
        if not isinstance(command, self.completed):
            self._as_decided(command, wanted, answer, written)
        again = self._sent(body, key)
        has_left = again.status_code == 401 and isinstance(command, self.handing_on)
        assert has_left or (again.status_code, again.content) == (answer.status_code, answer.content), command
        assert self.catch_up() == []
        self._number += 1

    def _as_decided(
        self, command: object, wanted: Sequence[Any] | Refused, answer: httpx.Response, written: list[Entry]
    ) -> None:
        if isinstance(wanted, Refused):
            assert answer.json().get("refusal") == wanted.code.value, command
        else:
            assert answer.status_code == 200, (command, answer.text)
            assert [type(each.event) for each in written] == [type(each) for each in wanted], command

    def _sent(self, body: bytes, key: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": f"k{self._number}"}
        return self.client.post(f"{self._way}/commands", content=body, headers=headers)

    def looks(self, key: str) -> dict[str, Any]:
        """What a holder of this key is shown, without what changes by itself."""
        answer = self._looked(key)
        assert answer.status_code == 200, answer.text
        return timeless(answer.json())

    def answers(self, key: str) -> int:
        """With which status, to a holder of this key who looks."""
        return self._looked(key).status_code

    def _looked(self, key: str) -> httpx.Response:
        return self.client.get(self._way, headers={"Authorization": f"Bearer {key}"})


def timeless(view: dict[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in view.items() if name not in OF_THE_CLOCK}
