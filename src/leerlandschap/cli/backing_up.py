# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap backup FILE` and `restore FILE`."""

import argparse

from sqlalchemy import Engine

from leerlandschap.cli.opening import WorkOnTables, asked_of_the_database
from leerlandschap.cli.progress import Progress
from leerlandschap.cli.saying import language, refuse, tell
from leerlandschap.database.backup import NotRestored, back_up, counted
from leerlandschap.database.backup import restore as restored
from leerlandschap.database.copying import NotCopied
from leerlandschap.settings import Settings

MEGABYTE = 1_000_000
NOT_COPIED = {"absent": "nothing_in_it", "older": "older"}  # what else stands in the way is there already


def backup(asked: argparse.Namespace) -> int:
    """0 when the file is there, whole and on disk."""
    return asked_of_the_database(asked, _with_a_file(_back_up))


def restore(asked: argparse.Namespace) -> int:
    """0 when everything of the file is there."""
    return asked_of_the_database(asked, _with_a_file(_restore))


def _with_a_file(work: WorkOnTables) -> WorkOnTables:
    def worked(engine: Engine, settings: Settings, asked: argparse.Namespace) -> int:
        file = str(asked.file)
        try:
            return work(engine, settings, asked)
        except NotRestored as trouble:
            return refuse(f"backup.{trouble.why}", asked.language, file=file, **trouble.facts)
        except NotCopied as trouble:
            why = NOT_COPIED.get(trouble.why, "occupied")
            return refuse(f"backup.{why}", asked.language, file=file, **trouble.facts)
        except FileExistsError:
            return refuse("backup.file_there", asked.language, file=file)
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            return refuse("backup.file_trouble", asked.language, file=file, reason=reason)

    return worked


def _back_up(engine: Engine, settings: Settings, asked: argparse.Namespace) -> int:
    if settings.database is None and not (settings.data / "leerlandschap.db").exists():
        return refuse("backup.nothing_there", asked.language, folder=str(settings.data))
    size = back_up(engine, asked.file)
    tell("backup.made", asked.language, file=str(asked.file), megabytes=f"{size / MEGABYTE:.1f}")
    return 0


def _restore(engine: Engine, _settings: Settings, asked: argparse.Namespace) -> int:
    progress = Progress(language(asked.language), "copying")
    try:
        restored(asked.file, engine, progress.copying)
    finally:
        progress.clear()
    streams, entries = counted(engine)
    tell("backup.restored", asked.language, file=str(asked.file), streams=streams, entries=entries)
    return 0
