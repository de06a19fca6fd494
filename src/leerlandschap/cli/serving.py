# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap serve`: check that it can, say where, and serve until it is stopped."""

import argparse
import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from leerlandschap.cli import logs
from leerlandschap.cli.listening import own_address, reserved
from leerlandschap.cli.saying import refuse, tell
from leerlandschap.settings import BadSetting, Settings, from_environment

if TYPE_CHECKING:
    from leerlandschap.compose import Building


def serve(asked: argparse.Namespace) -> int:
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", reason=str(trouble))
    logs.begin(settings.log)
    if settings.workers > 1 and settings.database_address.startswith("sqlite"):
        return refuse("workers_need_postgresql", n=settings.workers)
    if problem := no_folder(settings):
        return problem
    reserving = reserved(settings)
    if isinstance(reserving, int):
        return reserving
    with reserving:
        settings = msgspec.structs.replace(settings, port=reserving.getsockname()[1])
        return _together(settings, asked) if settings.workers > 1 else _alone(settings, reserving, asked)


def settings_of(asked: argparse.Namespace) -> Settings:
    given = {name: getattr(asked, name, None) for name in ("data", "database", "host", "port", "gallery", "workers")}
    if getattr(asked, "lan", False):
        given["host"] = given["host"] or "0.0.0.0"  # noqa: S104 - that is what --lan asks for
    settings = from_environment(given)
    if getattr(asked, "lan", False) and not settings.public_url:
        settings = msgspec.structs.replace(settings, public_url=f"http://{own_address()}:{settings.port}")
    return settings


def no_folder(settings: Settings) -> int | None:
    """Why the data folder cannot be used, said; None when it can."""
    if settings.database is not None:
        return None
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = settings.data / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as trouble:
        return refuse("data_folder_unwritable", folder=str(settings.data), reason=trouble.strerror or str(trouble))
    return None


def _alone(settings: Settings, reserving: socket.socket, asked: argparse.Namespace) -> int:
    from leerlandschap.cli.running import run

    building = built(settings)
    if isinstance(building, int):
        return building
    _announce(settings, asked)
    return run(building, reserving)


def _together(settings: Settings, asked: argparse.Namespace) -> int:
    from leerlandschap.cli.workers import Workers

    return Workers(settings).watch(lambda: _announce(settings, asked))


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


def _announce(settings: Settings, asked: argparse.Namespace) -> None:
    tell("serving", url=settings.base_url, data=_where_it_is_kept(settings))
    if getattr(asked, "lan", False):
        import segno

        tell("on_your_network", url=settings.base_url)
        segno.make(settings.base_url, error="m").terminal(compact=True)
    if not getattr(asked, "no_open", True) and sys.stdout.isatty():
        threading.Timer(0.5, webbrowser.open, [settings.base_url]).start()
    if settings.log == "text":
        tell("stop_with")


def _where_it_is_kept(settings: Settings) -> str:
    """The folder, or the kind of database: its address is nobody's business, and may hold a password."""
    if settings.database is None:
        return str(Path(settings.data).resolve())
    return "PostgreSQL" if settings.database.startswith("postgres") else settings.database
