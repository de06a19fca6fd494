# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 2: points, merging, parking, dots, and who does what by when."""

import datetime
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import combinations
from typing import Any

from leerlandschap.demo import people, pools
from leerlandschap.demo.sent import FollowUp, Point
from leerlandschap.demo.stage import Person, Stage
from leerlandschap.demo.trouble import Stuck
from leerlandschap.text import say

AT_LEAST = 6  # points; in a small group the facilitator writes down what was said aloud
SPEND_DOTS = 0.95
AGREED = 3
WEEKS = (2, 3, 4)  # until each is due


async def follow_ups(stage: Stage) -> None:
    await stage.leads("GoTo", step="follow_ups")
    stage.tell("points")
    await _raise_points(stage)
    await _merge_and_park(stage)
    await _spend_dots(stage)
    await _agree(stage)


async def _raise_points(stage: Stage) -> None:
    few = len(stage.people)
    known = {each.id for each in stage.sent.statements}
    found = pools.points(stage.plan.language, max(few, AT_LEAST), stage.dice("points"))
    stage.sent.points = [Point(kind, text, [about] if about in known else []) for kind, about, text in found]
    writers: list[Person | None] = [*stage.people, *[None] * (AT_LEAST - few)]
    acts: list[Callable[[], Awaitable[None]]] = [
        partial(_raise, stage, writer, point) for writer, point in zip(writers, stage.sent.points, strict=True)
    ]
    await stage.in_turn(acts, 10)


async def _raise(stage: Stage, writer: Person | None, point: Point) -> None:
    fields = {"kind": point.kind, "text": point.text, "statements": point.statements}
    await (stage.says(writer, "RaisePoint", **fields) if writer else stage.leads("RaisePoint", **fields))


async def _ids(stage: Stage) -> dict[int, str]:
    """The ids that the server gave the points, by place. Raises Stuck when one is not as it was sent."""
    shown = {each["number"] - 1: each for each in (await stage.view())["points"]}
    for place, each in enumerate(stage.sent.points):
        if not each.merged and shown.get(place, {}).get("text") != each.text:
            raise Stuck("silent", what="RaisePoint", reason=each.text)
    return {place: each["id"] for place, each in shown.items()}


async def _merge_and_park(stage: Stage) -> None:
    ids = await _ids(stage)
    points = stage.sent.points
    into, other = _alike(points)
    text = say("demo.merging.both", stage.plan.language, first=points[into].text, second=points[other].text)
    await stage.pause(4)
    await stage.leads("MergePoints", points=[ids[into], ids[other]], text=text)
    stage.sent.put_in(into, other, text)
    aside = max(place for place, each in enumerate(points) if place != into and not each.merged)
    await stage.leads("Park", what=ids[aside])
    points[aside].parked = True
    stage.sent.parked.append(("point", points[aside].text))
    thought = next(iter(pools.pool("parked", stage.plan.language).values()))
    await stage.leads_twice("Park", text=thought)  # without its key, a second one would be parked
    stage.sent.parked.append(("thought", thought))
    stage.tell("merged")
    await stage.pause(3)


def _alike(points: list[Point]) -> tuple[int, int]:
    """Places of the first two points that could be one: of a kind, and about the same; or else the first two."""
    pairs = combinations(range(min(len(points), 40)), 2)
    alike = (
        (a, b)
        for a, b in pairs
        if (points[a].kind, points[a].statements) == (points[b].kind, points[b].statements)
        and points[a].text != points[b].text
    )
    return next(alike, (0, 1))


async def _spend_dots(stage: Stage) -> None:
    await stage.leads("OpenDots")
    ids = await _ids(stage)
    free = [place for place, each in enumerate(stage.sent.points) if not each.merged and not each.parked]
    dots = (await stage.view())["dots_each"]
    await stage.everyone(lambda person: _spend(stage, person, free, ids, dots), 8)
    await stage.leads("RevealDots")
    stage.tell("dots")
    await stage.pause(5)


async def _spend(stage: Stage, person: Person, free: list[int], ids: dict[int, str], dots: int) -> None:
    thrown = stage.dice("dots", person.number)
    if thrown.random() >= SPEND_DOTS:
        return
    names = [str(place) for place in free]
    if thrown.random() < 0.2:  # spends them all anew right after
        await stage.says(person, "SpendDots", dots={ids[thrown.choice(free)]: 1})
    fell = {int(name): n for name, n in people.spent(names, dots, thrown).items()}
    await stage.says(person, "SpendDots", dots={ids[place]: n for place, n in fell.items()})
    stage.sent.dotters += 1
    for place, n in fell.items():
        stage.sent.points[place].dots += n


async def _agree(stage: Stage) -> None:
    """On the points the server puts first; nobody has taken the last one yet."""
    language, thrown = stage.plan.language, stage.dice("follow_ups")
    top = [each for each in (await stage.view())["points"] if not each["parked"]][:AGREED]
    plans = thrown.sample(pools.sets("follow_up", language), AGREED)
    owners: list[str | None] = [*thrown.sample(list(pools.pool("owner", language).values()), AGREED - 1), None]
    for point, words, owner, weeks in zip(top, plans, owners, WEEKS, strict=True):
        await stage.pause(3)
        await _agree_on(stage, point, words, owner, _today() + datetime.timedelta(weeks=weeks))
    stage.tell("agreed", n=len(stage.sent.follow_ups))
    await stage.pause(4)


async def _agree_on(
    stage: Stage, point: dict[str, Any], words: dict[str, str], owner: str | None, due_on: datetime.date
) -> None:
    named = {"owner": owner} if owner else {}
    await stage.leads("AgreeFollowUp", point=point["id"], due_on=due_on.isoformat(), **words, **named)
    kind = stage.sent.points[point["number"] - 1].kind
    stage.sent.follow_ups.append(FollowUp(point["number"], kind, owner=owner, due_on=due_on, **words))


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
