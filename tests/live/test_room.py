# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one road: everything waiting is decided, written in one go, and only then true."""

import asyncio

import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import PointKind, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.journal import Conflict
from leerlandschap.live.requests import Taken
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.workshop_room import WorkshopRoom
from tests.cast import AISHA, BRAM, CHEN, FEMKE, PEOPLE, S1, S2, STREAM, a_workshop
from tests.journal.paper import commits, full_disk
from tests.live.building import Building, ask, heard, run

NOT_SAVED = Refused(Refusal.NOT_SAVED)
OPEN = c.OpenStatements()


def answers(room: WorkshopRoom) -> int:
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
        assert (made(), building.told, answers(room)) == (1, [False], 12)

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
            await WorkshopRoom(STREAM, building.journal, building.outside).begin(a_workshop(), "facilitator")

    run(engine, story)


def test_a_room_that_is_not_there_shows_nothing(engine: Engine) -> None:
    async def story(building: Building) -> None:
        nowhere = building.empty("w-nowhere")
        with pytest.raises(LookupError):
            nowhere.view(Role.PARTICIPANT)
        assert await Rooms(building.empty).find("w-nowhere") is None

    run(engine, story)


def test_everybody_finds_the_same_room(engine: Engine) -> None:
    async def story(building: Building) -> None:
        await building.begun(AISHA, BRAM, CHEN)
        rooms = Rooms(building.empty)
        found = await asyncio.gather(*(rooms.find(STREAM) for _ in range(10)))
        assert len({id(room) for room in found}) == 1
        assert rooms.all_open == (found[0],)
        assert found[0] is not None
        assert found[0].view(Role.PROJECTOR).present == 3

    run(engine, story)


# ---- resting


def test_a_room_that_nobody_uses_rests_and_is_as_it_was_when_somebody_comes(engine: Engine) -> None:
    async def story(building: Building) -> None:
        rooms = Rooms(building.empty)
        rooms.add(await building.begun(AISHA))
        await heard(found(await rooms.find(STREAM)), FEMKE, OPEN)
        before = found(await rooms.find(STREAM)).view(Role.PROJECTOR)
        assert (rooms.rest(60.0, lambda _: False), rooms.rest(-1.0, lambda _: True)) == (0, 0)  # used; watched
        assert (rooms.rest(-1.0, lambda _: False), rooms.all_open) == (1, ())
        assert found(await rooms.find(STREAM)).view(Role.PROJECTOR) == before

    run(engine, story)


def test_a_room_with_something_under_way_does_not_rest(engine: Engine) -> None:
    async def story(building: Building) -> None:
        rooms = Rooms(building.empty)
        room = await building.begun(AISHA)
        rooms.add(room)
        asking = ask(room, FEMKE, OPEN)
        await asyncio.sleep(0)
        assert rooms.rest(-1.0, lambda _: False) == 0
        assert isinstance(await asking, Taken)

    run(engine, story)


def found(room: WorkshopRoom | None) -> WorkshopRoom:
    assert room is not None
    return room
