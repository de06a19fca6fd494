# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opinion groups of a sheet, as records. The only file of the command line that knows the room *opinions*."""

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from leerlandschap.cli.sheet import Sheet
from leerlandschap.opinions import Answers, Column, Found, Reason, Rules, Voice, find

SHARED = 5  # statements that all groups agree on

Record = dict[str, Any]
RULES = Rules()


def groups(sheet: Sheet) -> Record:
    """`groups`: a record each, or that none are shown and why; `grouping`: how apart and how sure, None then."""
    columns = [sheet.last(statement) for statement in sheet.rounds]
    if not sheet.people or not columns:
        return _none(Reason.TOO_FEW_PEOPLE)
    answers = Answers.of_columns(
        [Column(memoryview(each.people), each.positions) for each in columns], len(sheet.people)
    )
    found = find(answers, RULES)
    return _records(found, list(sheet.rounds)) if isinstance(found, Found) else _none(found.reason)


def rules() -> Record:
    return structs.asdict(RULES)


def _none(reason: Reason) -> Record:
    return {"groups": {"shown": False, "reason": reason}, "grouping": None}


def _records(found: Found, names: Sequence[str]) -> Record:
    shared = sorted(found.shared, key=lambda each: (-each.agree, each.statement))[:SHARED]
    return {
        "groups": [
            {"people": size, "share": size / sum(found.sizes), "statements": [_voice(each, names) for each in voices]}
            for size, voices in zip(found.sizes, found.voices, strict=True)
        ],
        "grouping": {
            "silhouette": found.silhouette,
            "p": found.p,
            "steadiness": found.steadiness,
            "spectrum": found.is_spectrum,
            "in_no_group": int((found.labels < 0).sum()),
            "shared": [
                {"statement": names[each.statement], "gac": each.agree, "gac_root": each.agree_root} for each in shared
            ],
        },
    }


def _voice(voice: Voice, names: Sequence[str]) -> Record:
    return {**structs.asdict(voice), "statement": names[voice.statement]}
