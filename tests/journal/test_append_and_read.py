# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record: what is written stays, in order, or is not written at all."""

import asyncio
import datetime

import pytest
from msgspec.structs import replace
from sqlalchemy import Engine, text

from leerlandschap.database import engine_for
from leerlandschap.database.engine import is_postgresql
from leerlandschap.journal import Batch, Conflict, Journal, NotSaved
from tests.cast import AISHA, NINE, S1
from tests.journal.paper import batch, commits, full_disk, held_up, note, run


def places(engine: Engine, stream: str) -> list[int]:
    return [entry.seq for entry in Journal(engine).entries(stream)]


def test_what_is_written_is_read_back(engine: Engine) -> None:
    written = Batch((
        note("a", 1), replace(note("a", 2), by=AISHA.name, event=AISHA.took(S1, 4, "ik 'zie'\nhet ☂"), asked="key#1"),
    ))  # fmt: skip

    async def story(journal: Journal) -> None:
        await journal.append(written)
        assert await journal.read("a") == list(written.entries)
        assert await journal.read("a", after=1) == [written.entries[1]]
        assert await journal.read("b") == []

    run(engine, story)


def test_another_process_reads_what_was_written(engine: Engine, address: str) -> None:
    run(engine, lambda journal: journal.append(batch("a", 1, 2)))
    other = engine_for(address)
    assert (places(other, "a"), Journal(other).streams()) == ([1, 2], ["a"])
    other.dispose()


def test_no_stream_has_a_name_that_cannot_be_asked_for(engine: Engine) -> None:
    assert places(engine, "a\0b") == []


def test_every_stream_has_its_own_numbers(engine: Engine) -> None:
    async def story(journal: Journal) -> None:
        await journal.append(batch("b", 1))
        await journal.append(batch("a", 1, 2))

    run(engine, story)
    assert sorted(Journal(engine).streams()) == ["a", "b"]
    assert (places(engine, "a"), places(engine, "b")) == ([1, 2], [1])


def test_a_place_that_is_taken_is_a_conflict_and_nothing_of_the_batch_is_written(engine: Engine) -> None:
    async def story(journal: Journal) -> None:
        await journal.append(batch("a", 1, 2))
        with pytest.raises(Conflict):
            await journal.append(batch("a", 3, 2))
        await journal.append(batch("a", 3))

    run(engine, story)
    assert places(engine, "a") == [1, 2, 3]


def test_what_waits_is_written_together(engine: Engine) -> None:
    made = commits(engine)

    async def story(journal: Journal) -> None:
        with held_up(engine):
            first = asyncio.create_task(journal.append(batch("first", 1)))
            await asyncio.sleep(0.05)  # its commit is under way, and waits
            others = [asyncio.create_task(journal.append(batch(f"room {n}", 1))) for n in range(20)]
            await asyncio.sleep(0)
        await asyncio.gather(first, *others)

    run(engine, story)
    assert made() == 2 + (not is_postgresql(engine))  # the first, and all others at once; whoever held us up wrote none
    assert len(Journal(engine).streams()) == 21


def test_who_met_a_conflict_does_not_spoil_it_for_the_others(engine: Engine) -> None:
    async def story(journal: Journal) -> None:
        await journal.append(batch("b", 1))
        with held_up(engine):
            waiting = [asyncio.create_task(journal.append(batch(stream, 1, 2))) for stream in ("first", "a", "b", "c")]
            await asyncio.sleep(0.05)
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(each) for each in outcomes] == [type(None), type(None), Conflict, type(None)]

    run(engine, story)
    assert {stream: places(engine, stream) for stream in "abc"} == {"a": [1, 2], "b": [1], "c": [1, 2]}


def test_on_a_full_disk_nothing_is_saved_and_we_say_so(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    large = Batch((note("a", 2), note("a", 3, "x" * 100_000)))

    async def story(journal: Journal) -> None:
        await journal.append(batch("a", 1))
        with full_disk(engine), pytest.raises(NotSaved):
            await journal.append(large)
        assert [entry.seq for entry in await journal.read("a")] == [1]
        await journal.append(large)

    run(engine, story)
    assert places(engine, "a") == [1, 2, 3]
    assert "full" in caplog.text


def test_what_cannot_be_written_down_does_not_stop_the_writing(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    half_a_character = Batch((note("a", 1, "\ud800"),))

    async def story(journal: Journal) -> None:
        with held_up(engine):
            waiting = [asyncio.create_task(journal.append(each)) for each in (batch("b", 1), half_a_character)]
            await asyncio.sleep(0.05)
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(each) for each in outcomes] == [type(None), NotSaved]
        await asyncio.wait_for(journal.append(batch("a", 1)), 5)

    run(engine, story)
    assert (places(engine, "a"), places(engine, "b")) == ([1], [1])
    assert "could not be written" in caplog.text


def test_closing_writes_what_waits(engine: Engine) -> None:
    async def story() -> None:
        journal = Journal(engine)
        waiting = [asyncio.create_task(journal.append(batch("a", seq))) for seq in (1, 2, 3)]
        await asyncio.sleep(0)
        journal.close()
        await asyncio.gather(*waiting)

    asyncio.run(story())
    assert places(engine, "a") == [1, 2, 3]


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_durable_means_on_disk(engine: Engine) -> None:
    with engine.connect() as connection:
        says = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
    assert says == {"journal_mode": "wal", "synchronous": 2}  # 2 is FULL


def test_when_each_stream_was_last_written_to(engine: Engine) -> None:
    later = replace(note("a", 2), at=NINE + datetime.timedelta(hours=1))

    async def story(journal: Journal) -> None:
        await journal.append(batch("a", 1))
        await journal.append(Batch((later,)))
        await journal.append(batch("b", 1))
        assert await journal.latest(("a", "b", "nowhere")) == {"a": later.at, "b": note("b", 1).at}

    run(engine, story)
