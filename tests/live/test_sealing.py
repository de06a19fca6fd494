# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing in a real journal, of both kinds: by itself when it is time, whole or not at all, and heard of at once."""

import asyncio
import datetime
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, event, text

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.database import bring_up_to_date, engine_for, erasing
from leerlandschap.database.erasing import Erased, erased_since, left_behind, wipe
from leerlandschap.journal import Conflict, Entry
from leerlandschap.journal.sealing import last_entries, seal
from leerlandschap.live.sealing import Sealed
from leerlandschap.live.workshop_room import WorkshopRoom
from tests.cast import AISHA, FEMKE, NINE, PEOPLE, S1, STREAM, a_workshop
from tests.live.building import Building, ask, heard, run, wanted
from tests.live.keeping import A_DAY, Keeping
from tests.postgres import Postgres


async def voted(building: Building, key: str | None = None) -> WorkshopRoom:
    """Six people have chosen, and the workshop has closed."""
    room = await building.begun(*PEOPLE[:6])
    await heard(room, FEMKE, c.OpenStatements())
    for number, person in enumerate(PEOPLE[:6]):
        await room.ask(wanted(person, c.TakeStance(S1, 1 + number % 5, "omdat"), key and f"{key}-{number}"))
    await heard(room, FEMKE, c.RevealStatements(), c.Close())
    return room


def kinds(engine: Engine) -> list[tuple[int, str]]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT seq, kind FROM entries ORDER BY seq")).all()
    return [(each.seq, each.kind) for each in found]


# ---- when


@pytest.mark.parametrize(("hours", "due"), [(0, []), (23.9, []), (24, [STREAM]), (1000, [STREAM])])
def test_a_workshop_is_due_a_day_after_it_closed(engine: Engine, hours: float, due: list[str]) -> None:
    async def story(building: Building) -> None:
        sealing = Keeping(building, engine, await voted(building)).sealing
        building.clock = lambda: NINE + datetime.timedelta(hours=hours)
        assert await sealing.due() == due
        assert await sealing.due(at_once=True) == [STREAM]

    run(engine, story)


def test_an_open_workshop_is_never_due_however_old_and_neither_is_one_that_was_opened_again(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        await heard(room, FEMKE, c.Reopen())
        sealing = Keeping(building, engine, room).sealing
        building.clock = lambda: NINE + 1000 * A_DAY
        assert await sealing.due(at_once=True) == []
        assert await sealing.seal(STREAM) is None

    run(engine, story)


# ---- what


def test_only_the_opening_and_what_was_kept_are_left(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        before = {role: room.view(role) for role in Role}
        last = room.seq
        sealing = Keeping(building, engine, room).sealing
        assert await sealing.seal(STREAM) == Sealed(STREAM, last - 1)
        assert kinds(engine) == [(1, "WorkshopOpened"), (last + 1, "WorkshopSealed")]
        again = await building.room()
        for role, view in before.items():
            assert replace(again.view(role), sealed_at=None, seq=last) == view

    run(engine, story)


def test_sealing_twice_is_sealing_once(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        sealing = Keeping(building, engine, room).sealing
        await sealing.seal(STREAM)
        once = kinds(engine)
        assert await sealing.seal(STREAM) is None
        assert await sealing.due(at_once=True) == []
        assert kinds(engine) == once

    run(engine, story)


def test_all_that_are_due_are_sealed_and_the_others_are_left_alone(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        other = WorkshopRoom("w-other", building.journal, building.outside)
        await other.begin(replace(a_workshop(), workshop="w-other"), "facilitator")
        sealing = Keeping(building, engine, room).sealing
        building.clock = lambda: NINE + A_DAY
        assert [each.workshop for each in await sealing.all_due()] == [STREAM]
        assert [each.kind for each in last_entries(engine) if each.stream == "w-other"] == ["WorkshopOpened"]

    run(engine, story)


# ---- at the same moment


def test_whoever_opens_it_again_at_that_moment_is_heard_and_nothing_is_lost(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        entry = room.sealing()
        assert entry is not None
        await heard(room, FEMKE, c.Reopen())
        before = kinds(engine)
        with pytest.raises(Conflict):
            seal(engine, entry, "an-id")
        assert kinds(engine) == before
        assert left_behind(engine) == 0

    run(engine, story)


def test_a_room_that_did_not_know_it_hears_so_when_it_writes(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        unaware = await building.room()
        await Keeping(building, engine, room).sealing.seal(STREAM)
        assert await ask(unaware, FEMKE, c.Reopen()) == Refused(Refusal.WORKSHOP_SEALED)
        assert unaware.mine(AISHA.id).stances == {}

    run(engine, story)


def test_an_open_room_reads_on_by_itself_and_its_screens_are_told(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        assert room.mine(AISHA.id).stances != {}
        building.told.clear()
        await Keeping(building, engine, room).sealing.seal(STREAM)
        await until(lambda: room.view(Role.FACILITATOR).sealed_at is not None)
        assert room.mine(AISHA.id).stances == {}
        assert building.told == [True]

    run(engine, story)


def test_nothing_is_remembered_of_who_asked_what(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building, key="sleutel")
        asked = wanted(PEOPLE[0], c.TakeStance(S1, 1, "omdat"), "sleutel-0")
        await Keeping(building, engine, room).sealing.seal(STREAM)
        await until(lambda: room.view(Role.FACILITATOR).sealed_at is not None)
        assert await room.ask(asked) == Refused(Refusal.WORKSHOP_SEALED)

    run(engine, story)


async def until(there: Callable[[], bool]) -> None:
    for _ in range(500):
        if there():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to pass")


# ---- by itself


def test_the_caretaker_seals_what_is_due_and_wipes(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        building.clock = lambda: NINE + A_DAY
        assert await Keeping(building, engine, room).caretaker.go_round()
        assert [kind for _, kind in kinds(engine)] == ["WorkshopOpened", "WorkshopSealed"]
        erasures = erased_since(engine, NINE)
        assert [(each.kind, each.stream, each.wiped) for each in erasures] == [(Erased.SEALED, STREAM, True)]

    run(engine, story)


def test_two_caretakers_at_the_same_moment_seal_it_once(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        building.clock = lambda: NINE + A_DAY
        both = [Keeping(building, engine, room).caretaker for _ in range(2)]
        assert await asyncio.gather(*(each.go_round() for each in both)) == [True, True]
        assert [each.kind for each in erased_since(engine, NINE)] == [Erased.SEALED]

    run(engine, story)


def test_what_was_interrupted_before_the_wiping_is_wiped_the_next_time(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        await Keeping(building, engine, room).sealing.seal(STREAM)
        assert left_behind(engine) == 1  # and here the power went out
        assert await Keeping(building, engine, room).caretaker.go_round()
        assert left_behind(engine) == 0

    run(engine, story)


def test_wiping_waits_for_somebody_who_is_reading(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL writes its tables anew beside who reads")

    def impatient(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=300")

    event.listen(engine, "connect", impatient)
    engine.dispose()

    async def story(building: Building) -> None:
        room = await voted(building)
        await Keeping(building, engine, room).sealing.seal(STREAM)
        with engine.connect() as reader:
            reader.execute(text("SELECT count(*) FROM entries")).all()
            assert not await asyncio.to_thread(wipe, engine, NINE)
        assert await asyncio.to_thread(wipe, engine, NINE)

    run(engine, story)


def in_the_tables(postgres: Postgres, word: str) -> bool:
    """Whether it can be read from the bare files of PostgreSQL's tables. Its log is another matter."""
    files = (postgres.folder / "data" / "base").rglob("*")
    return any(word.encode() in each.read_bytes() for each in files if each.is_file())


def test_on_postgresql_nothing_is_left_in_the_files_of_its_tables(postgres: Postgres) -> None:
    engine = engine_for(postgres.database())
    bring_up_to_date(engine)

    async def story(building: Building) -> None:
        room = await voted(building, key="een-sleutel-die-opvalt")
        flush(engine)
        assert in_the_tables(postgres, "een-sleutel-die-opvalt")
        keeping = Keeping(building, engine, room)
        await keeping.sealing.seal(STREAM)
        flush(engine)
        assert in_the_tables(postgres, "een-sleutel-die-opvalt")  # deleted, and still there
        assert await keeping.sealing.wiped()
        flush(engine)
        assert not in_the_tables(postgres, "een-sleutel-die-opvalt")

    try:
        run(engine, story)
    finally:
        engine.dispose()


def flush(engine: Engine) -> None:
    """Everything in memory goes to the files, and files that were given up go."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))


@pytest.mark.parametrize(("setting", "value"), [("LARGE", 0), ("LONGEST", "500ms")])
def test_a_table_that_is_large_or_takes_long_is_not_written_anew_while_people_wait(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch, setting: str, value: object
) -> None:
    engine = engine_for(postgres.database())
    bring_up_to_date(engine)
    monkeypatch.setattr(erasing, setting, value)
    files = text("SELECT pg_relation_filenode('entries')")

    async def story(building: Building) -> None:
        room = await voted(building)
        await Keeping(building, engine, room).sealing.seal(STREAM)
        with engine.begin() as connection:
            if setting == "LONGEST":
                takes_long_to_write_anew(connection)
            before = connection.execute(files).scalar()
        assert wipe(engine, NINE)
        with engine.connect() as connection:
            assert connection.execute(files).scalar() == before

    try:
        run(engine, story)
    finally:
        engine.dispose()


def takes_long_to_write_anew(connection: Connection) -> None:
    """By an index that needs a second for every row, from now on."""
    make = "CREATE OR REPLACE FUNCTION slowly(seq bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS "
    connection.execute(text(f"{make} 'BEGIN RETURN seq; END'"))
    connection.execute(text("CREATE INDEX slow ON entries (slowly(seq))"))
    connection.execute(text(f"{make} 'BEGIN PERFORM pg_sleep(1); RETURN seq; END'"))


def test_an_entry_takes_the_place_behind_the_last_one(engine: Engine) -> None:
    async def story(building: Building) -> None:
        room = await voted(building)
        entry = room.sealing()
        assert isinstance(entry, Entry)
        assert (entry.seq, entry.by, entry.asked) == (room.seq + 1, "house", None)

    run(engine, story)
