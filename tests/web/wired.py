# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections as ``serve`` has them, to a program of the test's own, in this process."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from typing import Any

import uvicorn

from leerlandschap.cli import listening
from leerlandschap.web.wire import Wire


@contextlib.asynccontextmanager
async def wired(app: Any, host: str = "127.0.0.1") -> AsyncIterator[int]:
    """The port at which it answers."""
    with contextlib.closing(listening._bound(host, 0)) as bound:
        server = uvicorn.Server(uvicorn.Config(app, http=Wire, log_config=None, lifespan="off"))
        serving = asyncio.create_task(server.serve(sockets=[bound]))
        try:
            while not server.started:  # noqa: ASYNC110 - there is nothing else to wait for
                await asyncio.sleep(0.01)
            yield bound.getsockname()[1]
        finally:
            server.should_exit = server.force_exit = True
            await serving


async def line(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", port, family=socket.AF_INET)
