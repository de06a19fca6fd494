# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap measure FILE`: what a file of answers adds up to, as a table or as JSON."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from leerlandschap.cli.figures import Asked, Figures, figures
from leerlandschap.cli.figures_table import table
from leerlandschap.cli.progress import Progress
from leerlandschap.cli.saying import language
from leerlandschap.cli.sheet import Malformed, Sheet
from leerlandschap.cli.sheet_reading import read
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say

Record = dict[str, Any]


def measure(asked: argparse.Namespace) -> int:
    """0, or 1 with a sentence that says which row and column of the file are not as expected."""
    spoken = language(asked.language)
    progress = Progress(spoken)
    try:
        sheet = _read(asked.file, progress, teams=asked.teams)
    except Malformed as trouble:
        progress.clear()
        print(say(f"measure.wrong.{trouble.key}", spoken, **trouble.parameters), file=sys.stderr)
        return 1
    wanted = Asked(room=asked.room, teams=asked.teams)
    found = figures(sheet, wanted, progress.statements)
    record = _record(found, wanted, _groups(sheet, progress) if asked.groups else {"groups": None})
    progress.clear()
    _write(record, spoken, as_json=asked.json)
    return 0


def _read(file: Path, progress: Progress, *, teams: bool) -> Sheet:
    sheet = read(file, progress.rows)
    if teams and sheet.people and not sheet.teams:
        raise Malformed("no_teams", column="team")
    return sheet


def _groups(sheet: Sheet, progress: Progress) -> Record:
    # The matrices are small: more threads wait for each other longer than they reckon, most so on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from leerlandschap.cli.grouping import groups, rules  # numpy takes a tenth of a second to come

    progress.say("grouping")
    return {**groups(sheet), "rules": rules()}


def _record(found: Figures, asked: Asked, grouped: Record) -> Record:
    thresholds = msgspec.structs.asdict(asked.thresholds)
    if rules := grouped.pop("rules", None):
        thresholds["groups"] = rules
    return {
        "statements": found.statements,
        "thresholds": thresholds,
        "expected_wrong_labels": found.expected_wrong_labels,
        **grouped,
    }


def _write(record: Record, spoken: Language, *, as_json: bool) -> None:
    try:
        if as_json:
            sys.stdout.write(msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n")
        else:
            sys.stdout.writelines(f"{line}\n" for line in table(record, spoken))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along has seen enough, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
