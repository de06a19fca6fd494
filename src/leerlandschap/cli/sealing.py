# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap seal [WORKSHOP] [--now]`: who chose what is replaced by totals."""

import argparse

from leerlandschap.cli.opening import opened
from leerlandschap.cli.saying import refuse, tell


def seal(asked: argparse.Namespace) -> int:
    """0 also when nothing was due; 1 for a workshop that was named and is not."""
    with opened(asked) as building:
        if isinstance(building, int):
            return building
        if asked.workshop is not None and building.report(asked.workshop) is None:
            return refuse("no_such_workshop", asked.language, workshop=asked.workshop)
        sealed = building.seal(asked.workshop, at_once=asked.now)
        if sealed is None:
            return _not_due(asked, building.is_sealed(asked.workshop), building.settings.seal_hours)
        for each in sealed:
            tell("sealed", asked.language, workshop=each.workshop, n=each.entries)
        if not sealed:
            tell("nothing_to_seal", asked.language)
        left = building.left_behind()
        return refuse("not_wiped", asked.language, n=left) if left else 0


def _not_due(asked: argparse.Namespace, is_sealed: bool, hours: int) -> int:
    if is_sealed:
        tell("sealed_already", asked.language, workshop=asked.workshop)
        return 0
    return refuse("not_yet_to_be_sealed", asked.language, workshop=asked.workshop, hours=hours)
