# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One process that serves: a building, and uvicorn in front of it. Imported where it runs: it is heavy."""

import contextlib
import gc
import resource
import socket
import sys

import uvicorn
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from leerlandschap.cli.saying import refuse
from leerlandschap.compose import Building
from leerlandschap.database import NewerDatabase
from leerlandschap.settings import BadSetting, Settings
from leerlandschap.web.wire import Wire

KEEP_ALIVE = 75  # seconds; the usual 5 loses a request now and then


def built(settings: Settings) -> Building | int:
    """The building, with its database brought up to date; or why not, said, with the exit status."""
    try:
        return Building(settings)
    except BadSetting as trouble:
        return refuse("bad_setting", reason=str(trouble))
    except NewerDatabase as newer:
        return refuse("newer_database", found=newer.found)
    except (ArgumentError, SQLAlchemyError, ModuleNotFoundError) as trouble:
        return refuse("database_unusable", reason=str(getattr(trouble, "orig", None) or trouble))


def run(building: Building, listening: socket.socket) -> None:
    """Serve until a signal says that it is enough, which then does what it always does."""
    _raise_file_limit()
    _collect_seldom()
    config = uvicorn.Config(
        building.app(),
        http=Wire,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=3,
        server_header=False,
        proxy_headers=False,  # nothing here asks where somebody comes from
        ws="none",
    )
    uvicorn.Server(config).run(sockets=[listening])


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
