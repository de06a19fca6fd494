# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everyone on it shares: the people with their phones, the facilitator, the big screen, the pace."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.demo.client import Client
from leerlandschap.demo.people import dice
from leerlandschap.demo.screen import Screen
from leerlandschap.demo.sent import Sent
from leerlandschap.text import say

STUTTERS = 0.15  # of what people send, this part is sent twice: a double tap, or a phone that lost its network


class Plan(Struct, frozen=True):
    """How the demo is to be played."""

    participants: int
    seed: int
    live: bool
    language: Language


class Person(Struct, frozen=True):
    """Somebody with a phone; ``number`` counts from 0."""

    number: int
    key: str


class Opened(Struct, frozen=True):
    """A workshop that has been made, with the keys and links to it."""

    workshop: str
    code: str
    keys: dict[str, str]
    urls: dict[str, str]

    landscape: str

    @property
    def path(self) -> str:
        return f"/api/v1/workshops/{self.workshop}"

    @property
    def landscape_path(self) -> str:
        return f"/api/v1/landscapes/{self.landscape}"


class Stage:
    """Where the card is played. Whatever is refused raises Stuck."""

    def __init__(self, client: Client, plan: Plan, opened: Opened, sent: Sent) -> None:
        self.client = client
        self.plan = plan
        self.opened = opened
        self.sent = sent
        self.people: list[Person] = []
        self.screen = Screen(client, f"{opened.path}/stream", opened.keys["projector"])
        self.commands = 0
        self.twice_counted: list[str] = []  # commands sent twice that were not taken as one
        self._began = time.monotonic()

    # ---- telling

    def tell(self, key: str, **facts: str | int) -> None:
        """A line about the moment the group is at."""
        what = say(f"demo.told.{key}", self.plan.language, **facts)
        minutes, seconds = divmod(round(time.monotonic() - self._began), 60)
        line = say("demo.moment", self.plan.language, clock=f"{minutes}:{seconds:02}", what=what)
        print(line, flush=True)

    # ---- asking

    def dice(self, *purpose: object) -> random.Random:
        return dice(self.plan.seed, *purpose)

    async def leads(self, kind: str, /, **fields: Any) -> None:
        """The facilitator asks something; it is done when the big screen shows it."""
        await self.screen.reaches(await self._ask(self.opened.keys["facilitator"], kind, fields))

    async def leads_twice(self, kind: str, /, **fields: Any) -> None:
        """As ``leads``, by a facilitator who taps twice."""
        await self.screen.reaches(await self._ask(self.opened.keys["facilitator"], kind, fields, twice=True))

    async def says(self, person: Person, kind: str, /, **fields: Any) -> None:
        twice = self.dice("twice", person.number, kind, self.commands).random() < STUTTERS
        await self._ask(person.key, kind, fields, twice=twice)

    async def writes(self, kind: str, /, **fields: Any) -> None:
        """Whoever looks after the landscape asks something."""
        await self._ask(self.opened.keys["landscape"], kind, fields, path=self.opened.landscape_path)

    async def _ask(
        self, key: str, kind: str, fields: dict[str, Any], *, twice: bool = False, path: str | None = None
    ) -> int:
        """The sequence number once it is durable."""
        self.commands += 1
        once = f"demo-{self.commands}"
        path, asked = f"{path or self.opened.path}/commands", {"type": kind, **fields}
        answers = [self.client.post(path, asked, key, once) for _ in range(2 if twice else 1)]
        seqs = [each["seq"] for each in await asyncio.gather(*answers)]
        if len(set(seqs)) > 1:
            self.twice_counted.append(kind)
        return int(seqs[0])

    async def view(self) -> Any:
        """What the facilitator sees."""
        return msgspec.json.decode(await self.client.get(self.opened.path, self.opened.keys["facilitator"]))

    async def document(self, kind: str) -> bytes:
        return await self.client.get(f"{self.opened.path}/documents/{kind}", self.opened.keys["facilitator"])

    async def policy(self, kind: str) -> bytes:
        return await self.client.get(f"{self.opened.landscape_path}/documents/{kind}", self.opened.keys["landscape"])

    # ---- pace

    async def pause(self, seconds: float) -> None:
        """Nothing happens for a while, when people look on."""
        if self.plan.live:
            await asyncio.sleep(seconds)

    async def everyone(self, act: Callable[[Person], Awaitable[None]], seconds: float = 0) -> None:
        """All at once, each when they are ready, within about these seconds."""
        await asyncio.gather(*(self._when_ready(person, act, seconds) for person in self.people))

    async def _when_ready(self, person: Person, act: Callable[[Person], Awaitable[None]], seconds: float) -> None:
        await self.pause(self.dice("ready", person.number, seconds).uniform(0, seconds))
        await act(person)

    async def in_turn(self, acts: Sequence[Callable[[], Awaitable[None]]], seconds: float = 0) -> None:
        """One after the other, where the order is to be the same each time (things get numbers as they come in)."""
        for act in acts:
            await self.pause(seconds / len(acts))
            await act()
