# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One connection: who is slow, or gone without a word, is hung up on; and a request leaves nothing behind that only a
search through the whole memory would find."""

import asyncio
import contextlib
import gc
import subprocess
import sys
import time
from typing import Any

import pytest

from leerlandschap.cli import listening
from leerlandschap.web import wire
from leerlandschap.web.wire import WHOLE
from tests.faults.networks import elsewhere
from tests.web.wired import line, wired

REQUESTS = 200
HEAD = b"HTTP/1.1 200 OK\r\n"
BEGUN = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n"
ASKED = BEGUN + b"\r\n{}"
SOON, PATIENCE = 0.3, 10.0  # seconds
FOLLOWS = """
import socket, sys, time
line = socket.create_connection((sys.argv[1], int(sys.argv[2])))
line.sendall(b"GET / HTTP/1.1\\r\\nHost: here\\r\\n\\r\\n")
line.recv(1000)
print("follows", flush=True)
time.sleep(60)
"""


async def answers(scope: Any, receive: Any, send: Any) -> None:
    message = await receive()
    while message.get("more_body"):
        message = await receive()
    if message["type"] == "http.request":
        assert scope["extensions"][WHOLE](HEAD, b"{}")


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "HEAD_WITHIN", SOON)
    monkeypatch.setattr(wire, "BODY_WITHIN", SOON)


async def until_it_ends(reader: asyncio.StreamReader) -> bytes:
    return await asyncio.wait_for(reader.read(), PATIENCE)


async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(ASKED)
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(HEAD)
    assert await reader.readexactly(2) == b"{}"


# ---- who is slow


@pytest.mark.parametrize(
    ("sent", "heard"),
    [(b"", b""), (b"GET / HT", b"HTTP/1.1 408 "), (BEGUN, b"HTTP/1.1 408 "), (BEGUN + b"\r\n{", b"")],
    ids=["says nothing", "half a line", "half a head", "half a body"],
)
def test_who_does_not_finish_is_hung_up_on(hurried: None, sent: bytes, heard: bytes) -> None:
    async def story() -> bytes:
        async with wired(answers) as port:
            reader, writer = await line(port)
            writer.write(sent)
            said = await until_it_ends(reader)
            writer.close()
            return said

    said = asyncio.run(story())
    assert said.startswith(heard)
    assert heard or not said


def test_who_sends_a_head_byte_by_byte_gets_no_more_time(hurried: None) -> None:
    async def story() -> float:
        async with wired(answers) as port:
            reader, writer = await line(port)
            ended, began = asyncio.create_task(until_it_ends(reader)), time.monotonic()
            for each in BEGUN + b"X: y\r\n" * 1000:
                writer.write(bytes([each]))
                await asyncio.sleep(SOON / 20)
                if ended.done():
                    break
            with contextlib.suppress(ConnectionError):
                assert (await ended).startswith(b"HTTP/1.1 408 ")
            writer.close()
            return time.monotonic() - began

    assert asyncio.run(story()) < PATIENCE


def test_hundreds_who_are_slow_do_not_hold_up_who_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        async with wired(answers) as port:
            slow = [await line(port) for _ in range(300)]
            for _, writer in slow:
                writer.write(BEGUN)
            reader, writer = await line(port)
            for _ in range(20):
                await asyncio.wait_for(asked(reader, writer), PATIENCE)
            for _, each in (*slow, (reader, writer)):
                each.close()

    asyncio.run(story())


def test_who_asks_again_later_over_the_same_line_is_answered(hurried: None) -> None:
    """The time for a head begins with its first byte, not with the answer before it."""

    async def story() -> None:
        async with wired(answers) as port:
            reader, writer = await line(port)
            await asked(reader, writer)
            await asyncio.sleep(3 * SOON)
            await asked(reader, writer)
            writer.close()

    asyncio.run(story())


# ---- who is gone


def test_who_is_gone_without_a_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cable is out: no end of the line comes, and what is sent to it is not received."""
    monkeypatch.setattr(listening, "DEAF_AFTER", 1000)
    left = asyncio.Event()

    async def streams(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        leaves = asyncio.create_task(_until_gone(receive))
        while not leaves.done():
            await send({"type": "http.response.body", "body": b"frame\n\n", "more_body": True})
            await asyncio.sleep(0.1)
        left.set()

    async def story() -> None:
        with elsewhere() as machine:
            async with wired(streams, "0.0.0.0") as port:
                command = [*machine.inside, sys.executable, "-c", FOLLOWS, machine.database, str(port)]
                phone = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
                assert phone.stdout is not None
                assert await asyncio.wait_for(phone.stdout.readline(), PATIENCE) == b"follows\n"
                assert not left.is_set()
                machine.cut()
                await asyncio.wait_for(left.wait(), 2 * PATIENCE)
                phone.kill()
                await phone.wait()

    asyncio.run(story())


async def _until_gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


# ---- what is left behind


async def left_behind() -> int:
    """How many objects the collector had to find after so many requests over one connection."""
    async with wired(answers) as port:
        reader, writer = await line(port)
        await asked(reader, writer)
        gc.collect()
        gc.disable()
        try:
            for _ in range(REQUESTS):
                await asked(reader, writer)
            return gc.collect()
        finally:
            gc.enable()
            writer.close()


def test_requests_make_no_circles() -> None:
    """A hall makes thousands a second: searching them all holds up everybody for a fifth of a second at a time."""
    assert asyncio.run(left_behind()) < REQUESTS
