# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests that are sent again, and streams to which somebody else writes: once counted, and nothing lost."""

import asyncio

import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.live.requests import Taken
from leerlandschap.live.workshop_room import WorkshopRoom
from tests.cast import AISHA, BRAM, FEMKE, PEOPLE, S1, STREAM
from tests.journal.paper import refusing
from tests.live.building import Building, ask, heard, run

NOT_SAVED = Refused(Refusal.NOT_SAVED)
OPEN = c.OpenStatements()


def answers(room: WorkshopRoom) -> int:
    """How many have answered the first statement."""
    return room.view(Role.PROJECTOR).statements[0].answers


# ---- sent again


def test_the_same_request_again_is_the_same_answer_and_happens_once(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        minute = c.AddMinute()
        await heard(room, FEMKE, OPEN)
        first = await ask(room, FEMKE, minute, key="k1")
        await heard(room, AISHA, c.TakeStance(S1, 1))
        twice = await asyncio.gather(*(ask(room, FEMKE, minute, key="k1") for _ in range(2)))
        assert twice == [first, first]
        assert await ask(room, FEMKE, minute, key="k2") == Taken(room.seq)
        entries = await building.journal.read(STREAM)
        assert [type(entry.event).__name__ for entry in entries].count("MinuteAdded") == 2

    run(engine, story)


def test_twice_in_one_batch_is_once(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun()
        await heard(room, FEMKE, OPEN)
        before = room.seq
        replies = await asyncio.gather(*(ask(room, FEMKE, c.AddMinute(), key="k1") for _ in range(5)))
        assert replies == [Taken(before + 1)] * 5
        assert room.seq == before + 1

    run(engine, story)


def test_a_request_is_known_again_after_a_restart(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun()
        await heard(room, FEMKE, OPEN)
        first = await ask(room, FEMKE, c.AddMinute(), key="k#1")
        again = await building.room()
        assert await ask(again, FEMKE, c.AddMinute(), key="k#1") == first
        assert await ask(again, FEMKE, c.Pause(), key="k#1") == Refused(Refusal.KEY_REUSED)

    run(engine, story)


def test_a_key_is_not_used_for_something_else(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA, BRAM)
        await heard(room, FEMKE, OPEN)
        await ask(room, AISHA, c.TakeStance(S1, 4), key="k1")
        assert await ask(room, AISHA, c.TakeStance(S1, 5), key="k1") == Refused(Refusal.KEY_REUSED)
        assert isinstance(await ask(room, BRAM, c.TakeStance(S1, 5), key="k1"), Taken)

    run(engine, story)


def test_a_request_that_changed_nothing_does_not_change_anything_later(engine: Engine) -> None:
    """It was answered, the answer was lost, and meanwhile Aisha changed her mind."""

    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        await heard(room, FEMKE, OPEN)
        await heard(room, AISHA, c.TakeStance(S1, 4))
        await ask(room, AISHA, c.TakeStance(S1, 4), key="k1")
        await heard(room, AISHA, c.TakeStance(S1, 2))
        await ask(room, AISHA, c.TakeStance(S1, 4), key="k1")
        assert room.mine(AISHA.id).stances[S1].position == 2

    run(engine, story)


def test_a_refused_request_may_be_sent_again_in_time(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        assert isinstance(await ask(room, AISHA, c.TakeStance(S1, 4), key="k1"), Refused)
        await heard(room, FEMKE, OPEN)
        assert isinstance(await ask(room, AISHA, c.TakeStance(S1, 4), key="k1"), Taken)

    run(engine, story)


# ---- somebody else wrote to this stream


def test_after_a_conflict_it_is_read_on_and_decided_again(engine: Engine) -> None:
    async def story(building: Building) -> None:
        here = await building.begun(AISHA, BRAM)
        await heard(here, FEMKE, OPEN)
        there = await building.room()
        await heard(there, AISHA, c.TakeStance(S1, 4))
        assert await ask(here, BRAM, c.TakeStance(S1, 2)) == Taken(there.seq + 1)
        await there.catch_up()
        assert (answers(here), answers(there)) == (2, 2)
        assert here.view(Role.FACILITATOR) == there.view(Role.FACILITATOR)

    run(engine, story)


def test_what_was_possible_before_a_conflict_may_be_too_late_after_it(engine: Engine) -> None:
    async def story(building: Building) -> None:
        here = await building.begun(AISHA)
        await heard(here, FEMKE, OPEN)
        there = await building.room()
        await heard(there, FEMKE, c.RevealStatements())
        assert await ask(here, AISHA, c.TakeStance(S1, 4)) == Refused(Refusal.TOO_LATE, "statement")

    run(engine, story)


def test_a_request_that_another_machine_took_is_not_taken_twice(engine: Engine) -> None:
    async def story(building: Building) -> None:
        here = await building.begun()
        await heard(here, FEMKE, OPEN)
        there = await building.room()
        first = await ask(there, FEMKE, c.AddMinute(), key="k1")
        assert await ask(here, FEMKE, c.AddMinute(), key="k1") == first
        assert here.seq == there.seq

    run(engine, story)


def test_many_rooms_on_one_stream_lose_nothing(engine: Engine) -> None:
    async def story(building: Building) -> None:
        rooms = [await building.begun(*PEOPLE)]
        await heard(rooms[0], FEMKE, OPEN)
        rooms += [await building.room(), await building.room()]
        asked = [ask(rooms[n % 3], person, c.TakeStance(S1, 3)) for n, person in enumerate(PEOPLE)]
        replies = await asyncio.gather(*asked)
        for room in rooms:
            await room.catch_up()
        taken = sum(isinstance(reply, Taken) for reply in replies)
        assert [answers(room) for room in rooms] == [taken] * 3 == [12] * 3

    run(engine, story)


def test_when_there_is_no_end_to_conflicts_we_say_that_it_is_not_saved(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leerlandschap.live.room.TRYING", 0.3)

    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        with refusing(engine, "unique_violation", "taken"):
            assert await ask(room, FEMKE, OPEN) == NOT_SAVED
        await heard(room, FEMKE, OPEN)

    run(engine, story)
