# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens that follow a room: everyone gets the same bytes, and nobody waits for a slow one."""

import asyncio
import random
import zlib
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.live import hub as hub_module
from leerlandschap.live.hub import Audience, Hub
from leerlandschap.live.packing import BEAT, Frame
from tests.cast import STREAM
from tests.live.lines import Phone

PHONES = Audience(STREAM, Role.PARTICIPANT, Language.NL, "html")
WALL = Audience(STREAM, Role.PROJECTOR, Language.NL, "html")
LEADER = Audience(STREAM, Role.FACILITATOR, Language.NL, "html")
ELSEWHERE = Audience("w-elsewhere", Role.PARTICIPANT, Language.NL, "html")


def at(hub: Hub, audience: Audience = PHONES) -> Phone:
    phone = Phone()
    hub.add(audience, phone.screen)
    return phone


def play(story: Callable[[Hub], Awaitable[None]]) -> None:
    async def played() -> None:
        await asyncio.wait_for(story(Hub()), 10)

    asyncio.run(played())


def test_everyone_of_an_audience_gets_the_frame_and_nobody_else() -> None:
    async def story(hub: Hub) -> None:
        aisha, bram, wall, elsewhere = at(hub), at(hub), at(hub, WALL), at(hub, ELSEWHERE)
        await hub.publish(PHONES, Frame(b"one"))
        assert [each.arrived for each in (aisha, bram, wall, elsewhere)] == [[b"one"], [b"one"], [], []]
        assert (set(hub.audiences(STREAM)), hub.count()) == ({PHONES, WALL}, 4)

    play(story)


def test_a_slow_screen_gets_only_the_newest_and_nobody_waits_for_it() -> None:
    async def story(hub: Hub) -> None:
        slow, quick = at(hub), at(hub)
        slow.is_full = True
        for frame in (b"one", b"two", b"three", b"four"):
            await hub.publish(PHONES, Frame(frame))
        assert (slow.arrived, quick.arrived) == ([], [b"one", b"two", b"three", b"four"])
        slow.drains()
        assert slow.arrived == [b"four"]
        await hub.publish(PHONES, Frame(b"five"))
        assert slow.arrived == [b"four", b"five"]

    play(story)


def test_a_screen_that_fills_up_again_and_again_ends_with_the_newest() -> None:
    async def story(hub: Hub) -> None:
        slow = at(hub)
        for round_ in range(3):
            slow.is_full = True
            for frame in range(4):
                await hub.publish(PHONES, Frame(b"%d.%d" % (round_, frame)))
            slow.drains()
        assert slow.arrived == [b"0.3", b"1.3", b"2.3"]

    play(story)


def test_a_beat_does_not_push_out_the_frame_that_waits() -> None:
    async def story(hub: Hub) -> None:
        slow, quick = at(hub), at(hub, WALL)
        slow.is_full = True
        await hub.publish(PHONES, Frame(b"one"))
        await hub.publish(PHONES, Frame(b"two"))
        await hub.beat()
        slow.drains()
        assert (slow.arrived, quick.arrived) == ([b"two"], [BEAT.body])

    play(story)


def test_a_screen_that_left_while_it_was_slow_gets_nothing_more() -> None:
    async def story(hub: Hub) -> None:
        slow = at(hub)
        slow.is_full = True
        await hub.publish(PHONES, Frame(b"one"))
        await hub.publish(PHONES, Frame(b"two"))
        hub.remove(PHONES, slow.screen)
        slow.drains()
        assert (slow.arrived, hub.audiences(STREAM), hub.count()) == ([], (), 0)

    play(story)


def test_whoever_looks_by_a_key_that_can_end_is_turned_out_and_the_phones_stay() -> None:
    async def story(hub: Hub) -> None:
        aisha, wall, leader = at(hub), at(hub, WALL), at(hub, LEADER)
        elsewhere = at(hub, Audience("w-elsewhere", Role.PROJECTOR, Language.NL, "html"))
        hub.turn_out(STREAM)
        hub.turn_out("w-nobody-looks-at")
        assert [each.ended for each in (aisha, wall, leader, elsewhere)] == [False, True, True, False]
        hub.turn_out(None)
        assert [each.ended for each in (aisha, elsewhere)] == [False, True]

    play(story)


def test_leaving_twice_is_leaving_once() -> None:
    async def story(hub: Hub) -> None:
        aisha, bram = at(hub), at(hub)
        hub.remove(PHONES, aisha.screen)
        hub.remove(PHONES, aisha.screen)
        await hub.publish(PHONES, Frame(b"one"))
        assert (aisha.arrived, bram.arrived, hub.count()) == ([], [b"one"], 1)

    play(story)


def test_a_broadcast_to_many_lets_others_have_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "LOOK_EVERY", 10)
    monkeypatch.setattr(hub_module, "LONGEST_TURN", 0.0)

    async def story(hub: Hub) -> None:
        phones = [at(hub) for _ in range(25)]
        publishing = asyncio.create_task(hub.publish(PHONES, Frame(b"one")))
        reached = []
        while not publishing.done():
            await asyncio.sleep(0)
            reached.append(sum(len(phone.arrived) for phone in phones))
        assert reached[:3] == [10, 20, 25]

    play(story)


def test_a_packed_frame_is_made_once_for_all_who_saw_the_same_before_it() -> None:
    async def story(hub: Hub) -> None:
        early, beside, plain, late = Phone(packed=True), Phone(packed=True), Phone(), Phone(packed=True)
        for each in (early, beside, plain):
            hub.add(PHONES, each.screen)
        long = bytes(random.Random(7).choices(range(32, 127), k=4000))
        for said in (b"one", long, long + b"and one word more"):
            await hub.publish(PHONES, Frame(said))
        hub.add(PHONES, late.screen)
        await hub.publish(PHONES, Frame(long + b"and another"))
        assert unpacked(early.arrived) == [b"", *plain.arrived]
        assert unpacked(late.arrived) == [b"", plain.arrived[-1]]
        assert all(one is other for one, other in zip(early.written, beside.written, strict=True))
        assert [len(each) < 100 for each in early.arrived[1:]] == [
            True,
            False,
            True,
            True,
        ]  # what they have is not sent
        assert len(late.arrived[1]) > 3000  # again, but to who has it not

    play(story)


@given(data=st.data())
def test_whatever_a_screen_missed_it_unpacks_what_another_shows(data: st.DataObject) -> None:
    """Screens that come later, that are full for a while, and beats between the frames."""

    async def story(hub: Hub) -> None:
        pairs: list[tuple[Phone, Phone]] = []
        for number in range(data.draw(st.integers(1, 12))):
            happens = data.draw(st.sampled_from(["comes", "fills", "drains", "beat", "frame", "frame", "frame"]))
            match happens:
                case "comes":
                    pairs.append((Phone(packed=True), Phone()))
                    for each in pairs[-1]:
                        hub.add(PHONES, each.screen)
                case "beat":
                    await hub.beat()
                case "frame":
                    size = data.draw(st.sampled_from([10, 2_000, 40_000]))
                    await hub.publish(PHONES, Frame(b"%d " % number + bytes(i * i % 251 for i in range(size))))
                case _ if pairs:
                    for each in data.draw(st.sampled_from(pairs)):
                        each.is_full = happens == "fills"
                        if not each.is_full:
                            each.drains()
                case _:
                    pass  # nobody is there yet
        for packed, plain in pairs:
            assert b"".join(unpacked(packed.arrived)) == b"".join(plain.arrived)

    play(story)


def unpacked(parts: list[bytes]) -> list[bytes]:
    """What a reader has in hand after each part: nothing waits for the next."""
    reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return [reader.decompress(part) for part in parts]


def test_whoever_leads_sees_it_first_and_the_many_last() -> None:
    async def story(hub: Hub) -> None:
        for audience in (PHONES, WALL, LEADER):
            at(hub, audience)
        assert hub.audiences(STREAM) == (LEADER, WALL, PHONES)

    play(story)


def test_when_it_is_time_to_stop_every_stream_is_ended() -> None:
    async def story(hub: Hub) -> None:
        quick, slow = at(hub), at(hub)
        slow.is_full = True
        await hub.publish(PHONES, Frame(b"one"))
        await hub.close()
        await hub.publish(PHONES, Frame(b"two"))
        assert [(each.arrived, each.ended) for each in (quick, slow)] == [([b"one"], True), ([], False)]

    play(story)
