# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One workshop, served by two nodes at the same time: what is taken at one is shown at the other, once, and nobody is
refused because of the other."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import text

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.journal import follow
from leerlandschap.live.hub import Audience
from leerlandschap.live.requests import Taken
from leerlandschap.people import Grant
from tests.cast import AISHA, FEMKE, NINE, PEOPLE, S1, S2, STREAM
from tests.line import Loses, line_to
from tests.live.building import ask, heard
from tests.live.lines import Phone
from tests.live.nodes import Node, begun, on_two_nodes, until
from tests.postgres import Postgres


@pytest.fixture
def address(postgres: Postgres) -> str:
    return postgres.database()


# ---- hearing of each other


def test_what_is_taken_at_one_node_is_shown_at_the_other(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        here, there = await begun(one, AISHA), await other.here()
        await heard(here, AISHA, c.TakeStance(S1, 4))
        await until(lambda: there.seq == here.seq)
        await heard(there, FEMKE, c.RevealStatements())
        await until(lambda: here.seq == there.seq)
        assert (one.told, other.told) == ([False, True], [False, True])
        assert here.view(Role.FACILITATOR) == there.view(Role.FACILITATOR)

    on_two_nodes(story, address)


def test_what_is_written_while_a_room_is_opened_is_not_missed(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        here = await begun(one, *PEOPLE)
        opening = asyncio.create_task(other.here())
        for person in PEOPLE:
            await heard(here, person, c.TakeStance(S1, 4))
        there = await opening
        await until(lambda: there.seq == here.seq)

    on_two_nodes(story, address)


def test_who_was_cut_off_reads_on_when_it_is_back(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        here, there = await begun(one, AISHA), await other.here()
        other.connected.clear()
        await asyncio.to_thread(_hang_up, other)
        await heard(here, AISHA, c.TakeStance(S1, 4), c.TakeStance(S2, 1))
        await until(lambda: there.seq == here.seq)
        assert other.connected.is_set()

    on_two_nodes(story, address)


def _hang_up(node: Node) -> None:
    """The server ends every listening connection."""
    listening = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'"
    )
    with node.engine.connect() as connection:
        assert list(connection.execute(text(f"{listening} AND datname = current_database()")).scalars())


def test_a_line_that_fell_silent_is_noticed(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "QUIET", 0.2)
    monkeypatch.setattr("leerlandschap.database.postgres.SILENCE", 1.5)
    address = postgres.database()

    async def story(one: Node, other: Node) -> None:
        here, there = await begun(one, AISHA), await other.here()
        line.loses = Loses.ALL
        await heard(here, AISHA, c.TakeStance(S1, 4))
        await asyncio.sleep(1)
        assert there.seq < here.seq
        line.loses = Loses.NOTHING
        await until(lambda: there.seq == here.seq)

    with line_to(postgres.port) as line:
        on_two_nodes(story, address, address.replace(str(postgres.port), str(line.port)))


# ---- writing at the same time


def test_in_the_same_moment_both_are_taken_and_everything_is_there_once(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        rooms = [await begun(one, *PEOPLE), await other.here()]
        for statement in (S1, S2):
            for pair in zip(PEOPLE[::2], PEOPLE[1::2], strict=True):
                replies = await asyncio.gather(
                    *(ask(room, who, c.TakeStance(statement, 4)) for room, who in zip(rooms, pair, strict=True))
                )
                assert [type(each) for each in replies] == [Taken, Taken]
        await until(lambda: rooms[0].seq == rooms[1].seq)
        taken = [entry.event for entry in await one.journal.read(STREAM) if isinstance(entry.event, e.StanceTaken)]
        assert Counter((each.participant, each.statement) for each in taken) == Counter(
            (person.id, statement) for person in PEOPLE for statement in (S1, S2)
        )

    on_two_nodes(story, address)


def test_nobody_is_refused_while_both_nodes_write_without_a_pause(address: str) -> None:
    """Two hundred a second at each, for three seconds."""
    every, seconds = 1 / 200, 3

    async def keeps_choosing(node: Node, people: list[int]) -> list[object]:
        room, replies = await node.here(), []
        for number in range(int(seconds / every)):
            person = PEOPLE[people[number % len(people)]]
            replies.append(asyncio.ensure_future(ask(room, person, c.TakeStance(S1, 1 + number // 6 % 5))))
            await asyncio.sleep(every)
        return list(await asyncio.gather(*replies))

    async def story(one: Node, other: Node) -> None:
        await begun(one, *PEOPLE)
        halves = list(range(6)), list(range(6, 12))
        replies = await asyncio.gather(*(keeps_choosing(n, half) for n, half in zip((one, other), halves, strict=True)))
        assert {type(reply) for half in replies for reply in half} == {Taken}
        here, there = await one.here(), await other.here()
        await until(lambda: here.seq == there.seq)
        assert here.view(Role.FACILITATOR) == there.view(Role.FACILITATOR)

    on_two_nodes(story, address)


# ---- an answer that was lost


@pytest.mark.parametrize("lost", [Loses.ANSWER, Loses.QUESTION])
def test_what_was_written_when_the_line_broke_is_there_once(postgres: Postgres, lost: Loses) -> None:
    address = postgres.database()

    async def story(one: Node, other: Node) -> None:
        room = await begun(other, AISHA)
        line.marker, line.loses = b"INSERT INTO entries", lost
        reply = await ask(room, FEMKE, c.AddMinute())
        assert line.loses is Loses.NOTHING
        assert reply == Taken(room.seq)
        entries = await one.journal.read(STREAM)
        assert [type(entry.event).__name__ for entry in entries].count("MinuteAdded") == 1

    with line_to(postgres.port) as line:
        on_two_nodes(story, address, address.replace(str(postgres.port), str(line.port)))


def test_while_all_is_silent_we_say_that_it_is_not_saved_and_later_it_is_there_once(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leerlandschap.database.postgres.SILENCE", 1.5)
    monkeypatch.setattr("leerlandschap.live.room.READING_ON", 0.5)
    address = postgres.database()

    async def story(one: Node, other: Node) -> None:
        room = await begun(other, AISHA)
        line.loses = Loses.ALL
        replies = [ask(room, FEMKE, c.AddMinute(), key="k1"), ask(room, AISHA, c.TakeStance(S1, 4))]
        assert await asyncio.wait_for(asyncio.gather(*replies), 5) == [Refused(Refusal.NOT_SAVED)] * 2
        line.loses = Loses.NOTHING
        line.cut()
        await until(lambda: not room._behind)
        assert isinstance(await ask(room, FEMKE, c.AddMinute(), key="k1"), Taken)
        entries = await one.journal.read(STREAM)
        assert [type(entry.event).__name__ for entry in entries].count("MinuteAdded") == 1

    with line_to(postgres.port) as line:
        on_two_nodes(story, address, address.replace(str(postgres.port), str(line.port)))


# ---- names and keys


def test_a_name_given_or_forgotten_at_one_node_is_so_at_the_other(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        await begun(one)
        there = await other.here()
        assert other.names.of(STREAM) == {}
        sanne = await asyncio.to_thread(one.names.keep, STREAM, "Sanne de Wit", "sanne@westerveen.example")
        await until(lambda: other.names.of(STREAM) == {sanne: "Sanne de Wit"})
        assert other.names.reachable(STREAM) == {sanne}
        await asyncio.to_thread(one.names.forget, sanne)
        await until(lambda: other.names.of(STREAM) == {})
        await until(lambda: len(other.told) == 2)
        assert there.seq == (await one.here()).seq

    on_two_nodes(story, address)


def test_the_same_name_given_at_both_nodes_at_once_is_one_person(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        for name in ("Sanne", "Willem", "Femke"):
            kept = await asyncio.gather(*(asyncio.to_thread(each.names.keep, STREAM, name) for each in (one, other)))
            assert kept[0] == kept[1]

    on_two_nodes(story, address)


def test_a_key_made_at_one_node_works_at_the_other_at_once_until_it_is_ended(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        key = f"key-n{int(one.fresh()[1:]) + 1}"
        assert await other.doors.granted(key) is None
        assert await asyncio.to_thread(one.doors.key_for, "w1", Role.FACILITATOR, NINE) == key
        assert await other.doors.granted(key) == Grant("w1", Role.FACILITATOR)
        assert await asyncio.to_thread(one.doors.end, key, NINE)
        await until(lambda: other.doors.grant(key) is None)
        assert not await asyncio.to_thread(other.doors.end, key, NINE)

    on_two_nodes(story, address)


def test_links_that_are_renewed_at_one_node_end_at_the_other_and_its_screen_goes_out(address: str) -> None:
    async def story(one: Node, other: Node) -> None:
        old = await asyncio.to_thread(one.doors.key_for, STREAM, Role.PROJECTOR, NINE)
        assert await other.doors.granted(old) == Grant(STREAM, Role.PROJECTOR)
        wall = Phone()
        other.hub.add(Audience(STREAM, Role.PROJECTOR, Language.NL, "html"), wall.screen)
        new = await asyncio.to_thread(lambda: one.doors.key_for(STREAM, Role.PROJECTOR, NINE, alone=True))
        await until(lambda: wall.ended)
        assert (other.doors.grant(old), other.doors.grant(new)) == (None, Grant(STREAM, Role.PROJECTOR))

    on_two_nodes(story, address)
