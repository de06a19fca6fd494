# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands for who looks after an installation; each is imported when it is asked for."""

import argparse
from collections.abc import Callable
from pathlib import Path

Where = Callable[[argparse.ArgumentParser], None]


def upkeep(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", where: Where) -> None:
    """``where`` adds the options that say which database."""
    for add in (_seal, _forget, _delete, _backup, _restore, _migrate, _doctor):
        command = add(commands)
        command.add_argument("--language", choices=("nl", "en"))
        where(command)


def _seal(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    seal = commands.add_parser(
        "seal",
        help="keep the totals of workshops that closed a day ago, and forget who chose what",
        description="A server does this by itself, every hour. What is sealed cannot be opened again.",
    )
    seal.add_argument("workshop", nargs="?", metavar="WORKSHOP", help="only this one, by its id (default: all)")
    seal.add_argument("--now", action="store_true", help="do not wait until the time after closing has passed")
    seal.set_defaults(run=_run_seal)
    return seal


def _forget(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    forget = commands.add_parser(
        "forget",
        help="forget the name and address of somebody who owns a follow-up",
        description="Says what is kept of somebody, and with --yes takes it out.",
    )
    forget.add_argument("who", metavar="NAME|ID", help="a name as it was given, with --in; or its id")
    forget.add_argument(
        "--in", dest="landscape", metavar="LANDSCAPE", help="the landscape the name belongs to, by its id"
    )
    _surely(forget)
    forget.set_defaults(run=_run_forget)
    return forget


def _delete(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    delete = commands.add_parser(
        "delete",
        help="delete a workshop, or a landscape with its workshops",
        description="Says what would go, and with --yes takes it out: what happened, names, letters, keys, codes.",
    )
    delete.add_argument("id", metavar="ID", help="the id of a workshop or landscape, as it stands in its address")
    _surely(delete)
    delete.set_defaults(run=_run_delete)
    return delete


def _surely(command: argparse.ArgumentParser) -> None:
    command.add_argument("--yes", action="store_true", help="do it; without this it is only said")


def _backup(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    backup = commands.add_parser(
        "backup",
        help="write all there is into one file, while the server goes on",
        description="The file is the installation as it was at one moment. It holds names and what people said: keep "
        "it as you keep the database, and no longer than you promise people.",
    )
    backup.add_argument("file", type=Path, metavar="FILE", help="it must not be there yet")
    backup.set_defaults(run=_run_backup)
    return backup


def _restore(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    restore = commands.add_parser(
        "restore",
        help="make an installation of a backup, in an empty place, on either kind of database",
        description="What was sealed, forgotten or deleted after the backup was made is back: do that again.",
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(run=_run_restore)
    return restore


def _migrate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    migrate = commands.add_parser("migrate", help="bring the database to the shape of this version (serve does so too)")
    migrate.set_defaults(run=_run_migrate)
    return migrate


def _doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    doctor = commands.add_parser(
        "doctor",
        help="look over an installation and say what to mend",
        description="Nothing is changed. The exit status is 1 when something has to be mended.",
    )
    doctor.set_defaults(run=_run_doctor)
    return doctor


def _run_seal(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.sealing import seal

    return seal(asked)


def _run_forget(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.erasing import forget

    return forget(asked)


def _run_delete(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.erasing import delete

    return delete(asked)


def _run_backup(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.backing_up import backup

    return backup(asked)


def _run_restore(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.backing_up import restore

    return restore(asked)


def _run_migrate(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.migrating import migrate

    return migrate(asked)


def _run_doctor(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.doctor import doctor

    return doctor(asked)
