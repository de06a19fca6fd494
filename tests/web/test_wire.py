# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a request leaves behind in the server: nothing that only a search through the whole memory would find."""

import asyncio
import gc
import socket
from typing import Any

import uvicorn

from leerlandschap.web.wire import WHOLE, Wire

REQUESTS = 200
ASKED = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"
HEAD = b"HTTP/1.1 200 OK\r\n"


async def answers_at_once(scope: Any, receive: Any, send: Any) -> None:
    await receive()
    assert scope["extensions"][WHOLE](HEAD, b"{}")


async def left_behind(app: Any) -> int:
    """How many objects the collector had to find after so many requests over one connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, http=Wire, log_config=None, lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        reader, writer = await asyncio.open_connection(*listening.getsockname())
        await asked(reader, writer)
        gc.collect()
        gc.disable()
        try:
            for _ in range(REQUESTS):
                await asked(reader, writer)
            found = gc.collect()
        finally:
            gc.enable()
        writer.close()
        server.should_exit = True
        await serving
    return found


async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(ASKED)
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(HEAD)
    assert await reader.readexactly(2) == b"{}"


def test_requests_make_no_circles() -> None:
    """A hall makes thousands a second: searching them all holds up everybody for a fifth of a second at a time."""
    assert asyncio.run(left_behind(answers_at_once)) < REQUESTS
