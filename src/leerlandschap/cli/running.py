# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One process that serves: uvicorn in front of a building. Imported where it runs: it is heavy."""

import asyncio
import contextlib
import gc
import logging
import resource
import socket
import sys
from importlib.metadata import version

import uvicorn

from leerlandschap.cli.listening import BACKLOG, cannot_listen
from leerlandschap.compose import Building
from leerlandschap.web.wire import Wire

KEEP_ALIVE = 75  # seconds; the usual 5 loses a request now and then
OFTEN = 0.1  # seconds between two looks whether whoever asked us to stop has lost patience
log = logging.getLogger(__name__)


def run(building: Building, reserved: socket.socket) -> int:
    """Serve until a signal says that it is enough, which then does what it always does. The exit status."""
    _raise_file_limit()
    collect_seldom()
    config = uvicorn.Config(
        building.app(),
        http=Wire,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        log_config=None,  # it speaks as everybody here does
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
        Serving(config, building).run(sockets=[reserved])
    except OSError as trouble:  # somebody else began to listen there while we got ready
        return cannot_listen(building.settings, trouble)
    return 0


def collect_seldom() -> None:
    """Nothing of the program itself is ever garbage, and a hall full of people makes few circles: looking through all
    of it every few hundred requests would hold up everybody for the length of a breath."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 100)


class Serving(uvicorn.Server):
    """Streams never end by themselves: when it is time to stop, each is ended, and its phone comes back elsewhere.

    First it says that it is leaving, and goes on for as long as the settings say: until nobody is sent here any more.
    """

    def __init__(self, config: uvicorn.Config, building: Building) -> None:
        super().__init__(config)
        self._building = building

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            settings = self._building.settings
            log.info("version %s serves at %s port %d", version("leerlandschap"), settings.host, settings.port)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        log.info("asked to stop; %d screens are open", self._building.hub.count())
        self._building.readiness.leave()
        await self._linger()
        for each in self.servers:
            each.close()
        await self._building.hub.close()
        await super().shutdown(sockets)
        log.info("stopped")

    async def _linger(self) -> None:
        for _ in range(int(self._building.settings.leave_seconds / OFTEN)):
            if self.force_exit:
                break
            await asyncio.sleep(OFTEN)


def _raise_file_limit() -> None:
    """Every phone is an open file; the soft limit of most machines is too low for a hall."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
