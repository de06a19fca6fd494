# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole card, from making the workshop to closing it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import msgspec

from leerlandschap.demo import pools
from leerlandschap.demo.client import Client
from leerlandschap.demo.people import dice
from leerlandschap.demo.sent import Sent
from leerlandschap.demo.stage import Opened, Person, Plan, Stage
from leerlandschap.demo.step_follow_ups import follow_ups
from leerlandschap.demo.step_principles import principles
from leerlandschap.demo.step_statements import statements

RATE = 0.95
RATINGS = (1, 2, 3, 4, 5)
KINDS = ("json", "md", "html")


async def played(url: str, plan: Plan, opened: Callable[[Opened], None]) -> tuple[Stage, dict[str, bytes]]:
    """The card, played at this address: what it was played on, and the documents that came of it by kind.

    ``opened`` hears of the workshop as soon as it is there. Raises Stuck.
    """
    client = Client(url, plan.language.value)
    try:
        stage = await _made(client, plan)
        opened(stage.opened)
        async with _followed(stage):
            for step in (_come_in, statements, follow_ups, principles, _close):
                await step(stage)
            stage.tell("documents")
            return stage, {kind: await stage.document(kind) for kind in KINDS}
    finally:
        client.close()


async def _made(client: Client, plan: Plan) -> Stage:
    words = dice(plan.seed, "workshop").choice(pools.sets("workshop", plan.language))
    sent = Sent(workshop={**words, "language": plan.language.value})
    answer = await client.post("/api/v1/workshops", sent.workshop)
    stage = Stage(client, plan, msgspec.convert(answer, Opened), sent)
    stage.tell("made")
    return stage


@asynccontextmanager
async def _followed(stage: Stage) -> AsyncIterator[None]:
    """The big screen looks on meanwhile."""
    following = asyncio.create_task(stage.screen.follow())
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def _come_in(stage: Stage) -> None:
    await stage.pause(4)
    await stage.leads("SetUp", expected=stage.plan.participants)
    coming = (_join(stage, number) for number in range(stage.plan.participants))
    stage.people = list(await asyncio.gather(*coming))
    stage.tell("joined", n=len(stage.people))
    await stage.pause(3)


async def _join(stage: Stage, number: int) -> Person:
    await stage.pause(stage.dice("join", number).uniform(0, 8))
    joined = await stage.client.post("/api/v1/join", {"code": stage.opened.code})
    return Person(number, joined["key"])


async def _close(stage: Stage) -> None:
    await stage.leads("GoTo", step="closing")
    await stage.everyone(lambda person: _rate(stage, person), 6)
    await stage.leads("Close")
    stage.tell("rated")


async def _rate(stage: Stage, person: Person) -> None:
    thrown = stage.dice("rate", person.number)
    if thrown.random() < RATE:
        rating = thrown.choices(RATINGS, (1, 1, 4, 8, 5))[0]
        await stage.says(person, "RateWorkshop", rating=rating)
        stage.sent.ratings.append(rating)
