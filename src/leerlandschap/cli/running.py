# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One process that serves: uvicorn in front of a building. Imported where it runs: it is heavy."""

import contextlib
import resource
import socket
import sys

import uvicorn

from leerlandschap.cli.listening import BACKLOG, cannot_listen
from leerlandschap.compose import Building

KEEP_ALIVE = 75  # seconds; the usual 5 loses a request now and then


def run(building: Building, reserved: socket.socket) -> int:
    """Serve until a signal says that it is enough, which then does what it always does. The exit status."""
    _raise_file_limit()
    config = uvicorn.Config(
        building.app(),
        http="httptools",
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        log_level="warning",
        access_log=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=3,
        server_header=False,
        ws="none",
    )
    try:
        uvicorn.Server(config).run(sockets=[reserved])
    except OSError as trouble:  # somebody else began to listen there while we got ready
        return cannot_listen(building.settings, trouble)
    return 0


def _raise_file_limit() -> None:
    """Every phone is an open file; the soft limit of most machines is too low for a hall."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
