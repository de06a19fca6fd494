# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens that never read, and a thousand phones that come back at once: nobody else waits for them."""

import asyncio
import contextlib
import resource
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import Group, Server, serving

DEAF = 20  # screens that never read
MOST_EACH = 256 * 1024  # bytes of memory that one of them may cost
CHANGES = 300  # frames of the desk are some 20 KB: six megabytes that nobody takes
WARM = 100  # changes after which a server holds what it needs anyway
PHONES = 1000
BACK_WITHIN = 30.0  # seconds; measured it is about one


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as running:
        yield running


def asking(group: Group, key: str) -> bytes:
    lines = (f"GET {group.path}/stream HTTP/1.1", "Host: here", f"Authorization: Bearer {key}", "", "")
    return "\r\n".join(lines).encode()


def test_screens_that_never_read_cost_little_and_hold_up_nobody(server: Server) -> None:
    group = Group(server.url, 5)
    group.lead("OpenStatements")
    with contextlib.ExitStack() as lines:
        hears = lines.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=5))
        hears.sendall(asking(group, group.facilitator))
        _all_said(group, hears, WARM)
        before = server.memory
        for _ in range(DEAF):
            deaf = lines.enter_context(socket.socket())
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            deaf.connect(("127.0.0.1", server.port))
            deaf.sendall(asking(group, group.facilitator))
        slowest = _all_said(group, hears, CHANGES)
        assert server.memory - before < DEAF * MOST_EACH
        assert slowest < 2.0  # a deaf screen would hold it up for as long as it is deaf


def _all_said(group: Group, hears: socket.socket, changes: int) -> float:
    """Seconds until whoever hears had the slowest of them."""
    slowest = 0.0
    for number in range(changes):
        began = time.monotonic()
        seq = group.lead("WriteNote", statement="s1", text=f"zo gezegd: {number}")
        until(hears, b"id: %d\n" % seq)
        slowest = max(slowest, time.monotonic() - began)
    return slowest


def until(line: socket.socket, said: bytes) -> None:
    got = b""
    while said not in got:
        part = line.recv(65536)
        assert part, "the stream ended"
        got = got[-100:] + part


def test_a_thousand_phones_that_come_back_at_once_all_see_where_the_group_is(server: Server) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    group = Group(server.url, 3)
    group.lead("OpenStatements")
    asyncio.run(all_come(server, group))
    server.kill()
    server.start()
    began = time.monotonic()
    asyncio.run(all_come(server, group))
    assert time.monotonic() - began < BACK_WITHIN


async def all_come(server: Server, group: Group) -> None:
    """Every one of them gets its first frame; then all of them are told of a change."""
    phones = [asyncio.open_connection("127.0.0.1", server.port, limit=2**18) for _ in range(PHONES)]
    lines = await asyncio.gather(*phones)
    for number, (_, writer) in enumerate(lines):
        writer.write(asking(group, group.people[number % 3]))
    await asyncio.wait_for(asyncio.gather(*(reader.readuntil(b"\n\n\r\n") for reader, _ in lines)), BACK_WITHIN)
    seq = await asyncio.to_thread(group.lead, "RevealStatements")
    await asyncio.to_thread(group.lead, "AskAgain", statement="s1")
    heard = await asyncio.wait_for(asyncio.gather(*(reader.readuntil(b"\n\n\r\n") for reader, _ in lines)), BACK_WITHIN)
    assert min(int(each.partition(b"id: ")[2].split(b"\n")[0]) for each in heard) >= seq
    for _, writer in lines:
        writer.close()
    await asyncio.gather(*(writer.wait_closed() for _, writer in lines), return_exceptions=True)


def test_a_server_that_is_asked_to_stop_ends_every_stream_at_once(tmp_path: Path) -> None:
    server = Server(tmp_path).start()
    group = Group(server.url, 1)
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as line:
        line.sendall(asking(group, group.people[0]))
        until(line, b"\n\n\r\n")
        began = time.monotonic()
        server.stop()
        assert line.recv(65536) == b"0\r\n\r\n"
        assert line.recv(65536) == b""
        assert time.monotonic() - began < 2.5  # without this it waits three seconds, then ends each by force
    server.has_no_failure()
