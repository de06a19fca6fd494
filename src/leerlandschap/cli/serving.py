# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap serve`: check that it can, say where, and serve until it is stopped."""

import argparse
import contextlib
import errno
import os
import resource
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from leerlandschap.cli.saying import refuse, tell
from leerlandschap.settings import BadSetting, Settings, from_environment

if TYPE_CHECKING:
    from leerlandschap.compose import Building

BACKLOG = 4096
KEEP_ALIVE = 75  # seconds; the usual 5 loses a request now and then


def serve(asked: argparse.Namespace) -> int:
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", reason=str(trouble))
    if problem := no_folder(settings):
        return problem
    listening = _listen(settings)
    if isinstance(listening, int):
        return listening
    with listening:
        return _serve(settings, listening, asked)


def settings_of(asked: argparse.Namespace) -> Settings:
    given = {name: getattr(asked, name, None) for name in ("data", "database", "host", "port", "gallery")}
    if getattr(asked, "lan", False):
        given["host"] = given["host"] or "0.0.0.0"  # noqa: S104 - that is what --lan asks for
    settings = from_environment(given)
    if getattr(asked, "lan", False) and not settings.public_url:
        settings = msgspec.structs.replace(settings, public_url=f"http://{own_address()}:{settings.port}")
    return settings


def own_address() -> str:
    """The address other machines on this network reach us by; no packet is sent to find it."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737): only the route is looked up
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def no_folder(settings: Settings) -> int | None:
    """Why the data folder cannot be used, said; None when it can."""
    if settings.database is not None:
        return None
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        probe = settings.data / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as trouble:
        return refuse("data_folder_unwritable", folder=str(settings.data), reason=trouble.strerror or str(trouble))
    return None


def _listen(settings: Settings) -> socket.socket | int:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except (OSError, OverflowError) as trouble:
        listening.close()
        if getattr(trouble, "errno", None) == errno.EADDRINUSE:
            return refuse("port_in_use", port=settings.port)
        return refuse("cannot_listen", host=settings.host, port=settings.port, reason=str(trouble))
    listening.listen(BACKLOG)
    return listening


def _serve(settings: Settings, listening: socket.socket, asked: argparse.Namespace) -> int:
    import uvicorn

    port = listening.getsockname()[1]
    settings = msgspec.structs.replace(settings, port=port)
    building = built(settings)
    if isinstance(building, int):
        return building
    _raise_file_limit()
    _announce(settings, asked)
    config = uvicorn.Config(
        building.app(),
        http="httptools",
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=3,
        server_header=False,
        ws="none",
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def built(settings: Settings, chosen: str | None = None) -> "Building | int":
    """The house of these settings, or the exit status when it cannot stand; why not is said in the language chosen."""
    from sqlalchemy.exc import SQLAlchemyError

    from leerlandschap.compose import Building
    from leerlandschap.database import NewerDatabase, UnusableDatabase

    try:
        return Building(settings)
    except BadSetting as trouble:
        return refuse("bad_setting", chosen, reason=str(trouble))
    except NewerDatabase as newer:
        return refuse("newer_database", chosen, found=newer.found)
    except UnusableDatabase as unusable:
        return refuse(f"database.{unusable.trouble.value}", chosen, **unusable.facts)
    except SQLAlchemyError as trouble:
        return refuse("database_unusable", chosen, reason=str(getattr(trouble, "orig", None) or trouble))


def _raise_file_limit() -> None:
    """Every phone is an open file; the soft limit of most machines is too low for a hall."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _announce(settings: Settings, asked: argparse.Namespace) -> None:
    tell("serving", url=settings.base_url, data=str(Path(settings.data).resolve()))
    if getattr(asked, "lan", False):
        import segno

        tell("on_your_network", url=settings.base_url)
        segno.make(settings.base_url, error="m").terminal(compact=True)
    if not getattr(asked, "no_open", True) and sys.stdout.isatty():
        threading.Timer(0.5, webbrowser.open, [settings.base_url]).start()
    tell("stop_with")
