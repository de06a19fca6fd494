# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one road: everything waiting is decided, written in one go, and only then true."""

import asyncio

import pytest
from sqlalchemy import Engine, text

from leerlandschap.core.vocabulary import PointKind, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.journal import Conflict
from leerlandschap.live.requests import Taken
from leerlandschap.live.room import Room
from leerlandschap.live.rooms import Rooms
from tests.cast import AISHA, BRAM, CHEN, FEMKE, PEOPLE, S1, S2, STREAM, a_workshop
from tests.journal.paper import commits, full_disk
from tests.live.building import Building, ask, heard, run

NOT_SAVED = Refused(Refusal.NOT_SAVED)
OPEN = c.OpenStatements()


def answers(room: Room) -> int:
    """How many have answered the first statement."""
    return room.view(Role.PROJECTOR).statements[0].answers


# ---- taken


def test_what_is_taken_is_in_the_journal(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        await heard(room, FEMKE, OPEN)
        reply = await ask(room, AISHA, c.TakeStance(S1, 4))
        entries = await building.journal.read(STREAM)
        assert reply == Taken(entries[-1].seq) == Taken(room.seq)
        assert (entries[-1].event, entries[-1].by) == (AISHA.took(S1, 4), AISHA.name)
        assert [entry.seq for entry in entries] == list(range(1, room.seq + 1))

    run(engine, story)


def test_a_room_is_opened_again_as_it_was(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA, BRAM)
        await heard(room, FEMKE, OPEN)
        await heard(room, AISHA, c.TakeStance(S1, 4), c.TakeStance(S2, None))
        again = await building.room()
        assert [again.view(role) for role in Role] == [room.view(role) for role in Role]
        assert again.mine(AISHA.id) == room.mine(AISHA.id)

    run(engine, story)


def test_all_that_waits_is_one_batch_and_one_commit(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(*PEOPLE)
        await heard(room, FEMKE, OPEN)
        building.told.clear()
        made = commits(engine)
        replies = await asyncio.gather(*(ask(room, person, c.TakeStance(S1, 3)) for person in PEOPLE))
        assert [reply.seq for reply in replies if isinstance(reply, Taken)] == list(range(room.seq - 11, room.seq + 1))
        assert (len(made), building.told, answers(room)) == (1, [False], 12)

    run(engine, story)


def test_each_is_decided_on_what_the_one_before_it_left(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA, BRAM)
        replies = await asyncio.gather(
            ask(room, AISHA, c.TakeStance(S1, 4)), ask(room, FEMKE, OPEN), ask(room, AISHA, c.TakeStance(S1, 5)),
            ask(room, FEMKE, c.RevealStatements()), ask(room, BRAM, c.TakeStance(S1, 1)),
        )  # fmt: skip
        assert [getattr(reply, "code", None) for reply in replies] == ["wrong_moment", None, None, None, "too_late"]
        assert building.told == [True]

    run(engine, story)


def test_what_is_refused_or_already_so_is_told_to_nobody(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        before = room.seq
        await ask(room, AISHA, OPEN)
        await ask(room, FEMKE, c.GoTo(StepId.WELCOME))
        assert (room.seq, building.told) == (before, [])

    run(engine, story)


def test_counters_may_wait_and_phases_may_not(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        await heard(room, FEMKE, OPEN)
        await heard(room, AISHA, c.TakeStance(S1, 4), c.Ready())
        await heard(room, FEMKE, c.RevealStatements())
        assert building.told == [True, False, False, True]

    run(engine, story)


def test_who_goes_away_while_waiting_holds_up_nobody(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA, BRAM)
        await heard(room, FEMKE, OPEN)
        going = asyncio.ensure_future(ask(room, AISHA, c.TakeStance(S1, 4)))
        staying = asyncio.ensure_future(ask(room, BRAM, c.TakeStance(S1, 4)))
        await asyncio.sleep(0)
        going.cancel()
        assert isinstance(await staying, Taken)

    run(engine, story)


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


def test_when_there_is_no_end_to_conflicts_we_say_that_it_is_not_saved(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        never = "CREATE TRIGGER never BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'taken'); END"
        with engine.begin() as connection:
            connection.execute(text(never))
        assert await ask(room, FEMKE, OPEN) == NOT_SAVED
        with engine.begin() as connection:
            connection.execute(text("DROP TRIGGER never"))
        await heard(room, FEMKE, OPEN)

    run(engine, story)


# ---- not saved


def test_what_is_not_saved_has_not_happened(engine: Engine) -> None:
    long = c.SetUp(title="x" * 120)

    async def story(building: Building) -> None:
        room = await building.begun(*PEOPLE)
        before, seq = room.view(Role.FACILITATOR), room.seq
        with full_disk(engine):
            points = [ask(room, FEMKE, OPEN), *(ask(room, FEMKE, c.WriteNote(S1, f"{n}" * 900)) for n in range(9))]
            assert await asyncio.gather(ask(room, FEMKE, long), *points) == [NOT_SAVED] * 11
        assert (room.view(Role.FACILITATOR), room.seq, building.told) == (before, seq, [])
        await heard(room, FEMKE, long)
        assert room.view(Role.FACILITATOR).title == "x" * 120

    run(engine, story)


def test_a_request_that_was_not_saved_may_be_sent_again_with_its_key(engine: Engine) -> None:
    note = c.WriteNote(S1, "x" * 1000)

    async def story(building: Building) -> None:
        room = await building.begun()
        await heard(room, FEMKE, OPEN)
        with full_disk(engine):
            replies = [ask(room, FEMKE, note, key="k1")] + [
                ask(room, FEMKE, c.RaisePoint(PointKind.UNCLEAR, f"{n}" * 200)) for n in range(19)
            ]
            assert set(map(str, await asyncio.gather(*replies))) == {str(NOT_SAVED)}
        assert await ask(room, FEMKE, note, key="k1") == Taken(room.seq)

    run(engine, story)


def test_trouble_of_our_own_is_not_saved_and_the_room_goes_on(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    async def story(building: Building) -> None:
        room = await building.begun(AISHA)
        fresh, building.fresh = building.fresh, lambda: str(1 // 0)
        assert await ask(room, FEMKE, OPEN) == NOT_SAVED
        building.fresh = fresh
        await heard(room, FEMKE, OPEN)

    run(engine, story)
    assert "could not settle" in caplog.text


# ---- rooms


def test_a_workshop_begins_once(engine: Engine) -> None:
    async def story(building: Building) -> None:
        await building.begun()
        with pytest.raises(Conflict):
            await Room(STREAM, building.journal, building.outside).begin(a_workshop(), "facilitator")

    run(engine, story)


def test_a_room_that_is_not_there_shows_nothing(engine: Engine) -> None:
    async def story(building: Building) -> None:
        nowhere = Room("w-nowhere", building.journal, building.outside)
        with pytest.raises(LookupError):
            nowhere.view(Role.PARTICIPANT)
        assert await Rooms(building.journal, building.outside).find("w-nowhere") is None

    run(engine, story)


def test_everybody_finds_the_same_room(engine: Engine) -> None:
    async def story(building: Building) -> None:
        await building.begun(AISHA, BRAM, CHEN)
        rooms = Rooms(building.journal, building.outside)
        found = await asyncio.gather(*(rooms.find(STREAM) for _ in range(10)))
        assert len({id(room) for room in found}) == 1
        assert rooms.all_open == (found[0],)
        assert found[0] is not None
        assert found[0].view(Role.PROJECTOR).present == 3

    run(engine, story)
