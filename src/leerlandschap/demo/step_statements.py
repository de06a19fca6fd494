# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in, and step 1: statements, in silence, shown, talked about, and asked again."""

import asyncio
from typing import Any

from leerlandschap.demo import people, pools
from leerlandschap.demo.people import Position
from leerlandschap.demo.sent import Round, Statement
from leerlandschap.demo.stage import Person, Stage

CHANGE_THEIR_MIND = 0.2
GIVE_A_REASON = 0.25
SAY_READY = 0.9
ANSWER_AGAIN = 0.93
WITHOUT_PHONE = 2
TALK_ABOUT = 2

Minds = dict[str, list[Position]]


async def statements(stage: Stage) -> None:
    view = await stage.view()
    stage.sent.floor = view["thresholds"]["floor"]
    stage.sent.statements = [Statement(s["id"], s["number"], s["text"]) for s in view["statements"]]
    ids = [each.id for each in stage.sent.statements]
    minds = people.opinions(stage.plan.participants, ids, stage.plan.seed)
    await stage.leads("OpenStatements")
    stage.tell("opened")
    for each in stage.sent.statements:
        each.rounds.append(Round())
    await stage.everyone(lambda person: _choose_all(stage, person, minds), 8)
    await _count_hands(stage, minds)
    await stage.leads("RevealStatements")
    stage.tell("revealed")
    await stage.pause(6)
    await _talk(stage, minds)


async def _choose_all(stage: Stage, person: Person, minds: Minds) -> None:
    for each in stage.sent.statements:
        thrown = stage.dice("choose", person.number, each.id)
        await stage.pause(thrown.uniform(1, 4))
        wanted = minds[each.id][person.number]
        if thrown.random() < CHANGE_THEIR_MIND:
            at_first = thrown.choice([p for p in people.POSITIONS if p != wanted])
            await _take(stage, person, each, at_first)
            await stage.pause(1)
        reason = thrown.random() < GIVE_A_REASON
        words = {"motivation": pools.motivation(stage.plan.language, each.id, wanted, thrown)} if reason else {}
        await _take(stage, person, each, wanted, **words)
    if stage.dice("say_ready", person.number).random() < SAY_READY:
        await stage.says(person, "Ready")


async def _take(stage: Stage, person: Person, statement: Statement, position: Position, **words: str) -> None:
    await stage.says(person, "TakeStance", statement=statement.id, position=position, **words)
    statement.rounds[-1].stances[person.number] = position


async def _count_hands(stage: Stage, minds: Minds) -> None:
    """People without a phone. A group too small to be shown is not made large enough by them."""
    few, floor = stage.plan.participants, stage.sent.floor
    how_many = WITHOUT_PHONE if few >= floor else max(0, min(WITHOUT_PHONE, floor - 1 - few))
    if not how_many:
        return
    for each in stage.sent.statements:
        each.rounds[-1].hands = people.hands(minds[each.id], how_many, stage.dice("hands", each.id))
    counted = ({"statement": each.id, "counts": each.rounds[-1].hands} for each in stage.sent.statements)
    await asyncio.gather(*(stage.leads("CountHands", **each) for each in counted))
    stage.tell("hands", n=how_many)


async def _talk(stage: Stage, minds: Minds) -> None:
    order = (await stage.view())["order"]
    divided = _most_divided(order)
    notes = stage.dice("notes").sample(list(pools.pool("note", stage.plan.language).values()), TALK_ABOUT)
    for which, words in zip(divided, notes, strict=False):
        await _talk_about(stage, stage.sent.statement(which), words, minds)
    await _verdict(stage, [line["statement"] for line in order if line["advice"] == "name"] or divided)


def _most_divided(order: list[dict[str, Any]]) -> list[str]:
    """The statements the server suggests to discuss, or else the last ones on its list."""
    discuss = [line["statement"] for line in order if line["advice"] == "discuss"]
    return (discuss or [line["statement"] for line in reversed(order)])[:TALK_ABOUT]


async def _talk_about(stage: Stage, statement: Statement, note: str, minds: Minds) -> None:
    stage.tell("talk", number=statement.number)
    await stage.leads("PutStatement", statement=statement.id)
    await stage.pause(5)
    await stage.leads("WriteNote", statement=statement.id, text=note)
    statement.note = note
    await stage.pause(3)
    await stage.leads("AskAgain", statement=statement.id)
    statement.rounds.append(Round())
    await stage.everyone(lambda person: _choose_again(stage, person, statement, minds), 8)
    await stage.leads("RevealStatements")
    stage.tell("shifted")
    await stage.pause(5)


async def _choose_again(stage: Stage, person: Person, statement: Statement, minds: Minds) -> None:
    thrown = stage.dice("again", person.number, statement.id)
    if thrown.random() < ANSWER_AGAIN:
        pull = stage.dice("pull", statement.id).choice((1, -1))
        await _take(stage, person, statement, people.after_talking(minds[statement.id][person.number], pull, thrown))


async def _verdict(stage: Stage, agreed: list[str]) -> None:
    """They chose alike and find out that they mean different things by it: the group says grey where the figures say
    core. Then somebody says what this says about them."""
    overruled = stage.sent.statement(agreed[0])
    await stage.leads("OverruleVerdict", statement=overruled.id, verdict="grey")
    overruled.verdict = "grey"
    first, second = stage.dice("insights").sample(list(pools.pool("insight", stage.plan.language).values()), 2)
    await stage.leads("ShareInsight", text=first)
    await stage.says(stage.people[0], "ShareInsight", text=second)
    stage.sent.insights = [first, second]
    stage.tell("verdict")
    await stage.pause(6)
