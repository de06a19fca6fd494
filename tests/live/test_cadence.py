# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""When screens are redrawn: a phase at once, counters now and then with the last value, the clock and the beat."""

import asyncio
import datetime
import gc
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.journal import Batch, Entry
from leerlandschap.journal.codec import StreamEnded
from leerlandschap.live import cadence as cadence_module
from leerlandschap.live.cadence import Cadence
from leerlandschap.live.hub import Audience, Hub
from leerlandschap.live.packing import BEAT
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.door import Door
from tests.cast import FEMKE, NINE, PEOPLE, S1, STREAM
from tests.live.building import Building, heard, run
from tests.live.lines import Phone

WALL = Audience(STREAM, Role.PROJECTOR, Language.NL, "json")
PHONES = Audience(STREAM, Role.PARTICIPANT, Language.NL, "html")
DOOR = Door("http://127.0.0.1:8000/j/ABC234", "127.0.0.1:8000", "ABC234")
NEVER = 1e9  # seconds


class Hall:
    """A building with one big screen, and the frames that it was given."""

    def __init__(self, building: Building) -> None:
        self.building = building
        self.hub = Hub()
        self.cadence = Cadence(self.hub, lambda _: DOOR)
        building.changed = self.cadence.changed
        self._came = asyncio.Event()
        self.frames = self.at(WALL).arrived

    def at(self, audience: Audience) -> Phone:
        """One more screen."""
        phone = Phone()
        phone.came = self._came.set
        self.hub.add(audience, phone.screen)
        return phone

    async def shows(self, right: Callable[["Hall"], bool]) -> None:
        """Wait until the screen shows it."""
        while not right(self):
            self._came.clear()
            await self._came.wait()

    @property
    def views(self) -> list[Any]:
        """The views that were drawn, oldest first."""
        regions = [frame for frame in self.frames if frame.startswith(b"id: ")]
        return [msgspec.json.decode(b"".join(line[6:] for line in frame.split(b"\n")[1:])) for frame in regions]

    @property
    def counted(self) -> int:
        """How many answers the newest drawing counts on the first statement."""
        return int(self.views[-1]["statements"][0]["answers"]) if self.views else -1

    def moment(self, name: str) -> bool:
        return bool(self.views) and self.views[-1]["moment"] == name


def in_hall(engine: Engine, story: Callable[[Hall, WorkshopRoom], Awaitable[None]]) -> None:
    async def played(building: Building) -> None:
        hall = Hall(building)
        room = await building.begun(*PEOPLE)
        await heard(room, FEMKE, c.OpenStatements())
        await hall.shows(lambda here: here.moment("vote"))
        await story(hall, room)

    run(engine, played)


def test_a_phase_is_shown_at_once_however_long_counters_wait(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        monkeypatch.setattr(cadence_module, "COUNTERS_EVERY", NEVER)
        drawn = len(hall.frames)
        for person in PEOPLE:
            await heard(room, person, c.TakeStance(S1, 3))
        assert len(hall.frames) == drawn
        await heard(room, FEMKE, c.RevealStatements())
        await hall.shows(lambda here: here.moment("reveal"))
        assert len(hall.frames) == drawn + 1

    in_hall(engine, story)


def test_what_changes_twice_in_one_turn_of_the_loop_is_drawn_once(engine: Engine) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        drawn = len(hall.frames)
        hall.cadence.changed(room, True)
        hall.cadence.changed(room, True)
        await asyncio.sleep(0.05)
        assert len(hall.frames) == drawn + 1

    in_hall(engine, story)


def test_counters_are_drawn_now_and_then_and_the_last_value_wins(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = 0.1
    monkeypatch.setattr(cadence_module, "COUNTERS_EVERY", every)

    async def story(hall: Hall, room: WorkshopRoom) -> None:
        loop = asyncio.get_running_loop()
        began, drawn = loop.time(), len(hall.frames)
        for person in PEOPLE:
            await heard(room, person, c.TakeStance(S1, 3))
            await asyncio.sleep(0.02)
        await hall.shows(lambda here: here.counted == len(PEOPLE))
        most = 1 + (loop.time() - began) / every
        assert 1 <= len(hall.frames) - drawn <= most

    in_hall(engine, story)


def test_a_frame_carries_the_place_in_the_journal(engine: Engine) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        assert hall.frames[-1].startswith(b"id: %d\ndata: " % room.seq)
        assert hall.frames[-1].endswith(b"\n\n")

    in_hall(engine, story)


def test_what_looks_the_same_is_not_sent_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Phones show the form and not the counter: a stance of somebody else changes nothing on them."""
    monkeypatch.setattr(cadence_module, "COUNTERS_EVERY", 0.0)

    async def story(hall: Hall, room: WorkshopRoom) -> None:
        phone = hall.at(PHONES)
        phone.screen.show(hall.cadence.frame(room, PHONES))
        counted = len(hall.frames)
        await heard(room, PEOPLE[0], c.TakeStance(S1, 3))
        await hall.shows(lambda here: here.counted == 1)
        assert (len(hall.frames), len(phone.arrived)) == (counted + 1, 1)
        await heard(room, FEMKE, c.RevealStatements())
        await hall.shows(lambda here: here.moment("reveal"))
        await hall.shows(lambda _: len(phone.arrived) == 2)
        assert phone.arrived[1].startswith(b"id: %d\n" % room.seq)

    in_hall(engine, story)


def test_who_comes_in_between_two_drawings_does_not_keep_the_others_from_theirs(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cadence_module, "COUNTERS_EVERY", NEVER)

    async def story(hall: Hall, room: WorkshopRoom) -> None:
        drawn = len(hall.frames)
        await heard(room, PEOPLE[0], c.TakeStance(S1, 3))
        late = hall.at(WALL)
        late.screen.show(hall.cadence.frame(room, WALL))
        assert (len(hall.frames), len(late.arrived)) == (drawn, 1)
        hall.cadence.changed(room, True)
        await hall.shows(lambda here: here.counted == 1)
        assert len(hall.frames) == drawn + 1

    in_hall(engine, story)


def test_a_workshop_that_was_deleted_before_it_is_drawn_is_drawn_no_more(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        drawn, end = len(hall.frames), room.seq + 1
        await hall.building.journal.append(Batch((Entry(STREAM, end, NINE, "operator", StreamEnded()),)))
        room.heard(end)
        for _ in range(100):
            if not room.exists:
                break
            await asyncio.sleep(0.01)
        hall.cadence.changed(room, True)
        await asyncio.sleep(0.05)
        gc.collect()  # a task that failed says so when it goes
        assert (room.exists, len(hall.frames), caplog.messages) == (False, drawn, [])

    in_hall(engine, story)


def test_a_frame_is_drawn_once_for_all_who_come_at_the_same_time(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cadence_module, "COUNTERS_EVERY", NEVER)

    async def story(hall: Hall, room: WorkshopRoom) -> None:
        frame = hall.cadence.frame(room, WALL)
        assert hall.cadence.frame(room, WALL) is frame
        await heard(room, PEOPLE[0], c.TakeStance(S1, 3))
        assert hall.cadence.frame(room, WALL) is not frame

    in_hall(engine, story)


def test_screens_of_another_workshop_are_left_alone(engine: Engine) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        elsewhere = hall.at(Audience("w-elsewhere", Role.PROJECTOR, Language.NL, "json"))
        await heard(room, FEMKE, c.RevealStatements())
        await hall.shows(lambda here: here.moment("reveal"))
        assert elsewhere.arrived == []

    in_hall(engine, story)


def test_a_running_clock_is_redrawn_and_every_screen_hears_a_beat(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COUNTERS_EVERY", "CLOCK_EVERY", "BEAT_EVERY"):
        monkeypatch.setattr(cadence_module, name, 0.01)

    async def story(hall: Hall, room: WorkshopRoom) -> None:
        seconds = count()
        hall.building.clock = lambda: NINE + datetime.timedelta(seconds=next(seconds))
        drawn = len(hall.views)
        running = asyncio.create_task(hall.cadence.run(lambda: (room,)))
        await hall.shows(lambda here: len(here.views) > drawn and here.frames.count(BEAT.body) > 1)
        await heard(room, FEMKE, c.Pause())
        await hall.shows(lambda here: bool(here.views[-1]["clock"]["paused"]))
        paused, beats = len(hall.views), hall.frames.count(BEAT.body)
        await hall.shows(lambda here: here.frames.count(BEAT.body) > beats + 5)
        assert len(hall.views) <= paused + 1  # one may have been on its way
        running.cancel()

    in_hall(engine, story)


def test_whatever_changes_while_a_frame_is_drawn_is_drawn_after_it(engine: Engine) -> None:
    async def story(hall: Hall, room: WorkshopRoom) -> None:
        await asyncio.gather(*(heard(room, person, c.TakeStance(S1, 3)) for person in PEOPLE))
        await heard(room, FEMKE, c.RevealStatements())
        await heard(room, FEMKE, c.PutStatement(S1))
        await hall.shows(lambda here: here.moment("discuss"))
        assert hall.views[-1]["seq"] == room.seq

    in_hall(engine, story)
