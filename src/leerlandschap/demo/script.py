# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole card, from making the workshop to closing it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from msgspec import Struct

from leerlandschap.demo import pools
from leerlandschap.demo.afterwards import Written, afterwards, seen
from leerlandschap.demo.client import Client
from leerlandschap.demo.people import dice
from leerlandschap.demo.sent import Sent
from leerlandschap.demo.stage import Opened, Person, Plan, Stage
from leerlandschap.demo.step_follow_ups import follow_ups
from leerlandschap.demo.step_principles import principles
from leerlandschap.demo.step_statements import statements
from leerlandschap.documents import KINDS
from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS

RATE = 0.95
RATINGS = (1, 2, 3, 4, 5)


class Played(Struct, frozen=True):
    """What came of it: the stage, what was written afterwards and what the landscape then says, and the documents by
    their file names."""

    stage: Stage
    written: Written
    landscape: dict[str, Any]
    documents: dict[str, bytes]


async def played(url: str, plan: Plan, opened: Callable[[Opened], None]) -> Played:
    """The card, played at this address, and what an organisation does with it afterwards.

    ``opened`` hears of the workshop as soon as it is there. Raises Stuck.
    """
    client = Client(url, plan.language.value)
    try:
        stage = await _made(client, plan)
        opened(stage.opened)
        async with _followed(stage):
            for step in (_come_in, statements, follow_ups, principles, _close):
                await step(stage)
            written = await afterwards(stage)
            stage.tell("documents")
            return Played(stage, written, await seen(stage), await _documents(stage))
    finally:
        client.close()


async def _documents(stage: Stage) -> dict[str, bytes]:
    """The report of the workshop and the policy of the landscape, in every kind there is."""
    reports = {f"report.{each.suffix}": await stage.document(kind) for kind, each in KINDS.items()}
    policies = {f"policy.{each.suffix}": await stage.policy(kind) for kind, each in LANDSCAPE_KINDS.items()}
    return reports | policies


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
