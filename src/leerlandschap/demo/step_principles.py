# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 3: thinking questions, principles, consent, scope and boundaries."""

import random
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from leerlandschap.demo import people, pools
from leerlandschap.demo.sent import Principle, Question
from leerlandschap.demo.stage import Person, Stage
from leerlandschap.demo.trouble import Stuck

WRITERS = 4
AT_LEAST = 3  # principles; in a small group the facilitator writes one down too
GIVE_CONSENT = 0.95
CHANGE_THEIR_MIND = 0.1
FILL_IN = 0.6
WITH_A_RESERVATION = 0.4


async def principles(stage: Stage) -> None:
    await stage.leads("GoTo", step="principles")
    await _answer_questions(stage)
    await _draft(stage)
    await _consent(stage)
    await _keep(stage)


# ---- the thinking questions


async def _answer_questions(stage: Stage) -> None:
    questions = (await stage.view())["questions"]
    stage.sent.questions = [Question(q["id"], {o["id"]: 0 for o in q["options"]}) for q in questions]
    await stage.everyone(lambda person: _answer_each(stage, person, questions), 5)
    await stage.leads("RevealAnswers")
    stage.tell("answers")
    await stage.pause(6)


async def _answer_each(stage: Stage, person: Person, questions: list[dict[str, Any]]) -> None:
    for question, sent in zip(questions, stage.sent.questions, strict=True):
        thrown = stage.dice("answer", person.number, sent.id)
        await stage.pause(thrown.uniform(1, 3))
        if thrown.random() < CHANGE_THEIR_MIND:
            await stage.says(person, "AnswerQuestion", question=sent.id, choice=people.choice(question, thrown))
        choice = people.choice(question, thrown)
        filled = _filled(stage, question, choice, thrown)
        await stage.says(person, "AnswerQuestion", question=sent.id, choice=choice, **filled)
        sent.count(choice)


def _filled(stage: Stage, question: Mapping[str, Any], choice: Any, thrown: random.Random) -> dict[str, str]:
    """A few words with an option that asks for them."""
    words = pools.pool("fill", stage.plan.language)
    asked = [o["id"] for o in question["options"] if o.get("fill") and o["id"] in choice]
    if not asked or thrown.random() >= FILL_IN:
        return {}
    return {"fill": words.get(asked[0], words["any"])}


# ---- writing


async def _draft(stage: Stage) -> None:
    thrown = stage.dice("principles")
    writers: list[Person | None] = [*thrown.sample(stage.people, min(WRITERS, len(stage.people)))]
    writers += [None] * (AT_LEAST - len(writers))
    wordings = thrown.sample(pools.sets("principle", stage.plan.language), len(writers))
    acts: list[Callable[[], Awaitable[None]]] = [
        partial(_write, stage, writer, words) for writer, words in zip(writers, wordings, strict=True)
    ]
    await stage.in_turn(acts, 10)
    await _sharpen(stage, 1, wordings[1]["sharper"])
    stage.tell("drafted", n=len(writers))
    await stage.pause(4)


async def _write(stage: Stage, writer: Person | None, words: dict[str, str]) -> None:
    written = {part: text for part, text in words.items() if part != "sharper"}
    await (stage.says(writer, "DraftPrinciple", **written) if writer else stage.leads("DraftPrinciple", **written))
    stage.sent.principles.append(Principle(written))


async def _sharpen(stage: Stage, place: int, statement: str) -> None:
    ids = await _ids(stage)
    principle = stage.sent.principles[place]
    principle.earlier.append(principle.words["statement"])
    principle.words = {**principle.words, "statement": statement}
    await stage.leads("EditPrinciple", principle=ids[place], **principle.words)


async def _ids(stage: Stage) -> list[str]:
    """The ids that the server gave the principles. Raises Stuck when one is not as it was sent."""
    shown = sorted((await stage.view())["principles"], key=lambda each: each["number"])
    if [each["statement"] for each in shown] != [each.words["statement"] for each in stage.sent.principles]:
        raise Stuck("silent", what="DraftPrinciple", reason=str(len(shown)))
    return [each["id"] for each in shown]


# ---- consent


async def _consent(stage: Stage) -> None:
    ids = await _ids(stage)
    await stage.leads("AskConsent")
    await stage.everyone(lambda person: _give_each(stage, person, ids), 8)
    await stage.leads("RevealConsent")
    stage.tell("consent")
    await stage.pause(6)


async def _give_each(stage: Stage, person: Person, ids: list[str]) -> None:
    """The last principle is the contested one."""
    known = list(pools.pool("reservation", stage.plan.language).values())
    for place, (which, principle) in enumerate(zip(ids, stage.sent.principles, strict=True)):
        thrown = stage.dice("consent", person.number, place)
        if thrown.random() >= GIVE_CONSENT:
            continue
        if thrown.random() < CHANGE_THEIR_MIND:
            await stage.says(person, "GiveConsent", principle=which, position="can_live_with")
        position = people.consent(place == len(ids) - 1, thrown)
        chance = {"agree": 0.0, "can_live_with": WITH_A_RESERVATION, "object": 1.0}[position]
        words = thrown.choice(known) if thrown.random() < chance else ""
        said = {"reservation": words} if words else {}
        await stage.says(person, "GiveConsent", principle=which, position=position, **said)
        principle.consents[person.number] = (position, words)


async def _keep(stage: Stage) -> None:
    """All but the contested one, which is parked; then for whom it holds and where it ends."""
    *kept, contested = await _ids(stage)
    for principle, sent in zip(kept, stage.sent.principles, strict=False):
        await stage.leads("KeepPrinciple", principle=principle)
        sent.kept = True
    await stage.leads("Park", what=contested)
    stage.sent.principles[-1].parked = True
    stage.sent.parked.append(("principle", stage.sent.principles[-1].words["statement"]))
    await _scope(stage)
    stage.tell("kept", n=len(kept))
    await stage.pause(6)


async def _scope(stage: Stage) -> None:
    thrown, language = stage.dice("scope"), stage.plan.language
    stage.sent.scope = thrown.choice(list(pools.pool("scope", language).values()))
    await stage.leads("SetScope", text=stage.sent.scope)
    at_first, second, instead = thrown.sample(list(pools.pool("boundary", language).values()), 3)
    await stage.leads("SetBoundary", text=at_first)
    await stage.leads("SetBoundary", text=second)
    boundary = (await stage.view())["boundaries"][0]["id"]
    await stage.leads("SetBoundary", text=instead, boundary=boundary)
    stage.sent.boundaries = [instead, second]
