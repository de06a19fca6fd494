# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line. Every heavy import is made where it is needed: help must come at once."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from leerlandschap.cli.upkeep import upkeep

REFUSED, WRONG_USE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0, 1 (refused, with the reason) or 2 (wrong use)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given = ["serve", *given]  # `leerlandschap` alone serves
    asked = parser().parse_args(given)
    try:
        status: int = asked.run(asked)
    except KeyboardInterrupt:
        return 130
    return status


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="leerlandschap",
        description="A workshop about learning in your organisation: phones, big screen, facilitator, live.",
    )
    top.add_argument("--version", action="version", version=_version())
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _serve(commands)
    _demo(commands)
    _export(commands)
    _import(commands)
    upkeep(commands, _where)
    _copy(commands)
    _measure(commands)
    _coach(commands)
    _playbook(commands)
    _house_style(commands)
    return top


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"leerlandschap {version('leerlandschap')}"
    except PackageNotFoundError:
        return "leerlandschap, not installed"


def _serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = commands.add_parser("serve", help="serve workshops (this is also what it does without a command)")
    _where(serve)
    serve.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (default 8000)")
    serve.add_argument(
        "--workers", type=_workers, metavar="N", help="so many processes that serve together; needs PostgreSQL"
    )
    serve.add_argument("--lan", action="store_true", help="listen on the network and show the address as a QR code")
    serve.add_argument("--no-open", action="store_true", help="do not open a browser")
    serve.add_argument("--gallery", action="store_true", default=None, help="show every screen at /gallery")
    serve.set_defaults(run=_run_serve)


def _workers(given: str) -> int:
    number = int(given)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("a number of processes from 1 to 64")
    return number


def _where(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, metavar="DIR", help="folder of the database")
    command.add_argument("--database", metavar="URL", help="address of another database")


def _demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help="play the whole card with simulated people, over real HTTP")
    demo.add_argument("--participants", type=int, default=12)
    demo.add_argument("--seed", type=int, default=1, help="the same seed plays the same workshop")
    demo.add_argument("--pace", choices=("live", "fast"), default="fast")
    demo.add_argument("--out", type=Path, metavar="DIR", help="leave report.json, report.md and report.html here")
    demo.add_argument("--language", choices=("nl", "en"), default="nl")
    demo.set_defaults(run=_run_demo)


def _export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write the report of a workshop, or the policy of a landscape")
    export.add_argument("workshop", help="the id of a workshop or landscape, as it stands in its address")
    export.add_argument("--kind", default="json", help="pdf, odt, docx, xlsx, ics, html, md or json (default json)")
    export.add_argument("--language", choices=("nl", "en"))
    export.add_argument("--out", type=Path, metavar="FILE", help="file to write; otherwise to standard output")
    _where(export)
    export.set_defaults(run=_run_export)


def _import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read_in = commands.add_parser("import", help="read an exported landscape (JSON) into this installation")
    read_in.add_argument("file", type=Path, metavar="FILE.json")
    read_in.add_argument("--language", choices=("nl", "en"))
    _where(read_in)
    read_in.set_defaults(run=_run_import)


def _copy(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    copy = commands.add_parser(
        "copy",
        help="copy a whole installation into another database, from SQLite to PostgreSQL or back",
        description="Everything is copied, then checked row by row. Broken off and started again, it goes on where it "
        "was. Stop the program that uses what you copy from: what is written there meanwhile is not copied.",
    )
    copy.add_argument("--from", dest="source", required=True, metavar="URL|DIR", help="database, or folder of one")
    copy.add_argument(
        "--to", dest="target", required=True, metavar="URL|DIR", help="where to; nothing else may be there"
    )
    copy.add_argument("--language", choices=("nl", "en"))
    copy.set_defaults(run=_run_copy)


def _measure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    measure = commands.add_parser(
        "measure",
        help="what a file of answers adds up to",
        description="Columns: participant, statement, round, position (1 to 5, or empty for no opinion), and where you "
        "have them seconds, team, length. Or an export of Polis: a row a person, a column a statement, with -1, 0, 1 "
        "or empty.",
    )
    measure.add_argument("file", type=Path, metavar="FILE.csv")
    measure.add_argument("--json", action="store_true", help="JSON instead of a table")
    measure.add_argument("--teams", action="store_true", help="how much of the disagreement is between teams")
    measure.add_argument("--groups", action="store_true", help="people whose answers go together, if there are any")
    measure.add_argument(
        "--room", type=_people, metavar="N", help="how many were in the room (default: all in the file)"
    )
    measure.add_argument("--language", choices=("nl", "en"))
    measure.set_defaults(run=_run_measure)


def _people(given: str) -> int:
    number = int(given)
    if not 0 < number <= 10_000_000:
        raise argparse.ArgumentTypeError("a number of people from 1 to 10,000,000")
    return number


def _coach(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    coach = commands.add_parser(
        "coach",
        help="advice on principles: bold and brief",
        description="One principle on every line. Advice, no marks.",
    )
    coach.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="text in UTF-8; - or nothing: standard input"
    )
    coach.add_argument("--json", action="store_true", help="a JSON object for every hint, on a line of its own")
    coach.add_argument("--language", choices=("nl", "en"), help="what the principles are written in")
    coach.set_defaults(run=_run_coach)


def _playbook(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    playbook = commands.add_parser("playbook", help="look after playbooks")
    inner = playbook.add_subparsers(required=True, metavar="COMMAND")
    check = inner.add_parser("check", help="say what is wrong in a playbook file, with line numbers")
    check.add_argument("file", type=Path)
    check.add_argument("--language", choices=("nl", "en"), default=None)
    check.set_defaults(run=_run_check)


def _house_style(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    style = commands.add_parser("house-style", help="look after the house style of Word files")
    inner = style.add_subparsers(required=True, metavar="COMMAND")
    check = inner.add_parser("check", help="say what is wrong in a Word file that is to be the house style")
    check.add_argument("file", type=Path, metavar="FILE.docx")
    check.add_argument("--language", choices=("nl", "en"), default=None)
    check.set_defaults(run=_run_check_house_style)


def _run_serve(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.serving import serve

    return serve(asked)


def _run_demo(asked: argparse.Namespace) -> int:
    from leerlandschap.demo import play

    return play(asked)


def _run_export(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.exporting import export

    return export(asked)


def _run_import(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.importing import read_in

    return read_in(asked)


def _run_copy(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.copying import copy

    return copy(asked)


def _run_measure(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.measuring import measure

    return measure(asked)


def _run_coach(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.coaching import coach

    return coach(asked)


def _run_check(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.checking import check_playbook

    return check_playbook(asked)


def _run_check_house_style(asked: argparse.Namespace) -> int:
    from leerlandschap.cli.checking import check_house_style

    return check_house_style(asked)
