# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One process that serves: uvicorn in front of a building. Imported where it runs: it is heavy."""

import contextlib
import gc
import resource
import socket
import sys

import uvicorn

from leerlandschap.cli.listening import BACKLOG, cannot_listen
from leerlandschap.compose import Building
from leerlandschap.live.hub import Hub
from leerlandschap.web.wire import Wire

KEEP_ALIVE = 75  # seconds; the usual 5 loses a request now and then


def run(building: Building, reserved: socket.socket) -> int:
    """Serve until a signal says that it is enough, which then does what it always does. The exit status."""
    _raise_file_limit()
    _collect_seldom()
    config = uvicorn.Config(
        building.app(),
        http=Wire,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        log_level="warning",
        access_log=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=3,
        server_header=False,
        proxy_headers=False,  # nothing here asks where somebody comes from
        ws="none",
    )
    try:
        Serving(config, building.hub).run(sockets=[reserved])
    except OSError as trouble:  # somebody else began to listen there while we got ready
        return cannot_listen(building.settings, trouble)
    return 0


class Serving(uvicorn.Server):
    """Streams never end by themselves: when it is time to stop, each is ended, and its phone comes back elsewhere."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for each in self.servers:
            each.close()
        await self._hub.close()
        await super().shutdown(sockets)


def _collect_seldom() -> None:
    """Nothing of the program itself is ever garbage, and a hall full of people makes few circles: looking through all
    of it every few hundred requests would hold up everybody for the length of a breath."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def _raise_file_limit() -> None:
    """Every phone is an open file; the soft limit of most machines is too low for a hall."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
