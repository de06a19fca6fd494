# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is over its time goes by itself; what it handed on stays, and so does everything else."""

import datetime

import pytest
from sqlalchemy import Engine

from leerlandschap.core.landscape import commands as lc
from leerlandschap.core.landscape.events import LandscapeOpened
from leerlandschap.core.vocabulary import LandscapeId, Language, PointId, PointKind, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.database.erasing import Erased, erased_since
from leerlandschap.journal.sealing import last_entries
from leerlandschap.live.deleting import delete
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.retention import Times, last_dates, months_before
from leerlandschap.screens.gallery_landscape import example
from tests.cast import FEMKE, NINE, PEOPLE, SANNE, STREAM
from tests.live.building import Building, heard, run
from tests.live.keeping import A_DAY, Keeping


async def held(building: Building, keeping: Keeping) -> None:
    """A workshop was held and closed, and its landscape knows."""
    landscape = keeping.landscapes.new("l-westerveen")
    await landscape.begin(LandscapeOpened(LandscapeId("l-westerveen"), "Gemeente Westerveen"), "facilitator")
    keeping.landscapes.add(landscape)
    room = await building.begun(*PEOPLE[:2])
    keeping.workshops.add(room)
    await landscape.ask(Wanted(lc.AddWorkshop(room.view(Role.LANDSCAPE).workshop), Role.FACILITATOR, "facilitator"))
    await heard(room, FEMKE, c.GoTo(StepId.FOLLOW_UPS), c.RaisePoint(PointKind.UNCLEAR, "Hoeveel uur?"))
    point = room.view(Role.FACILITATOR).points[0].id
    await heard(room, FEMKE, c.AgreeFollowUp(point, "Uitzoeken", SANNE, datetime.date(2026, 12, 14)), c.Close())
    await keeping.carrier.closed(room)


async def dropped(landscape: LandscapeRoom, follow_up: PointId) -> None:
    reply = await landscape.ask(Wanted(lc.Drop(follow_up, "Al gedaan"), Role.LANDSCAPE, "landscape"))
    assert isinstance(reply, Taken), reply


def streams(engine: Engine) -> list[tuple[str, str]]:
    return sorted((each.stream, each.kind) for each in last_entries(engine))


@pytest.mark.parametrize(
    ("months", "later", "left"),
    [(0, 5000, "WorkshopSealed"), (6, 170, "WorkshopSealed"), (6, 190, "StreamEnded")],
)
def test_a_workshop_goes_when_its_time_is_over(engine: Engine, months: int, later: int, left: str) -> None:
    async def story(building: Building) -> None:
        keeping = Keeping(building, engine, times=Times(workshops=months))
        await held(building, keeping)
        building.clock = lambda: NINE + 2 * A_DAY
        await keeping.caretaker.go_round()
        building.clock = lambda: NINE + later * A_DAY
        await keeping.caretaker.go_round()
        assert [kind for stream, kind in streams(engine) if stream == STREAM] == [left]
        room = await keeping.landscapes.find("l-westerveen")
        assert room is not None
        assert [each.workshop for each in room.view(Role.LANDSCAPE).outcomes] == [STREAM]

    run(engine, story)


def test_what_stood_in_the_place_of_a_deleted_stream_goes_a_day_later(engine: Engine) -> None:
    async def story(building: Building) -> None:
        keeping = Keeping(building, engine)
        await held(building, keeping)
        delete(engine, [STREAM], NINE, building.fresh)
        await keeping.caretaker.go_round()
        assert STREAM in [stream for stream, _ in streams(engine)]
        building.clock = lambda: NINE + A_DAY
        await keeping.caretaker.go_round()
        assert [stream for stream, _ in streams(engine)] == ["l-westerveen"]
        assert [each.kind for each in erased_since(engine, NINE)] == [Erased.DELETED]

    run(engine, story)


@pytest.mark.parametrize(("months", "later", "reachable"), [(0, 5000, 1), (3, 100, 1), (3, 120, 0)])
def test_an_address_goes_when_its_time_is_over_and_the_name_stays(
    engine: Engine, months: int, later: int, reachable: int
) -> None:
    async def story(building: Building) -> None:
        keeping = Keeping(building, engine, times=Times(addresses=months))
        await held(building, keeping)
        keeping.names.keep("l-westerveen", "Sanne de Wit", "sanne@westerveen.example")
        building.clock = lambda: NINE + later * A_DAY
        await keeping.caretaker.go_round()
        assert len(keeping.names.reachable("l-westerveen")) == reachable
        assert [*keeping.names.of("l-westerveen").values()] == ["Sanne de Wit"]

    run(engine, story)


@pytest.mark.parametrize(
    ("months", "ends", "later", "left"),
    [
        (12, 0, 350, True),
        (12, 0, 380, False),
        (12, 100, 380, True),  # counted from when the last was done, not from when it began
        (12, 100, 480, False),
        (0, 0, 5000, True),
        (12, None, 5000, True),  # there is still something to do
    ],
)
def test_a_name_goes_when_its_time_is_over(
    engine: Engine, months: int, ends: int | None, later: int, left: bool
) -> None:
    async def story(building: Building) -> None:
        keeping = Keeping(building, engine, times=Times(names=months))
        await held(building, keeping)
        keeping.names.keep(STREAM, "Sanne de Wit")
        room = await keeping.landscapes.find("l-westerveen")
        assert room is not None
        follow_up = room.view(Role.LANDSCAPE).follow_ups[0].id
        if ends is not None:
            building.clock = lambda: NINE + ends * A_DAY
            await dropped(room, follow_up)
        building.clock = lambda: NINE + later * A_DAY
        await keeping.caretaker.go_round()
        for stream in ("l-westerveen", STREAM):
            assert [*keeping.names.of(stream).values()] == ["Sanne de Wit"] * left
        assert [each.owner for each in room.view(Role.LANDSCAPE).follow_ups] == ["Sanne de Wit" if left else None]

    run(engine, story)


def test_a_name_stays_in_a_workshop_that_is_not_over(engine: Engine) -> None:
    async def story(building: Building) -> None:
        keeping = Keeping(building, engine, times=Times(names=12))
        await held(building, keeping)
        keeping.names.keep(STREAM, "Sanne de Wit")
        room = await keeping.landscapes.find("l-westerveen")
        assert room is not None
        follow_up = room.view(Role.LANDSCAPE).follow_ups[0].id
        await dropped(room, follow_up)
        workshop = await keeping.workshops.find(STREAM)
        assert workshop is not None
        await heard(workshop, FEMKE, c.Reopen())
        building.clock = lambda: NINE + 400 * A_DAY
        await keeping.caretaker.go_round()
        assert [*keeping.names.of(STREAM).values()] == ["Sanne de Wit"]
        assert [*keeping.names.of("l-westerveen").values()] == []

    run(engine, story)


def day(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}T12:00:00+00:00")


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        ("2026-11-26", 1, "2026-10-26"),
        ("2026-11-26", 12, "2025-11-26"),
        ("2026-01-31", 2, "2025-11-30"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-30", 1, "2024-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
    ],
)
def test_months_are_counted_back_by_the_calendar(now: str, months: int, then: str) -> None:
    assert months_before(day(now), months) == day(then)


def test_somebody_with_two_follow_ups_is_kept_until_the_last() -> None:
    view = example(Language.NL)
    lines = [line for line in view.follow_ups if line.owner and line.due_on]
    found = last_dates(view)
    assert all(found[line.owner] >= line.due_on for line in lines if line.owner and line.due_on)
    assert lines
