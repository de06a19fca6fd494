# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap doctor`: looks an installation over, says what to mend, and changes nothing."""

import argparse
from collections.abc import Callable, Iterator

from leerlandschap.cli.checks import Finding, Grade
from leerlandschap.cli.checks.database import check_database
from leerlandschap.cli.checks.machine import check_machine
from leerlandschap.cli.checks.settings import check_settings
from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import settings_of
from leerlandschap.core.vocabulary import Language
from leerlandschap.settings import BadSetting, Settings
from leerlandschap.text import say

Check = Callable[[Settings], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (check_settings, check_machine, check_database)
SIGNS = {Grade.GOOD: "✓", Grade.NOTE: "·", Grade.MEND: "✗"}


def doctor(asked: argparse.Namespace) -> int:
    """1 when something has to be mended; what is only worth knowing does not count."""
    spoken = language(asked.language)
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", spoken, reason=str(trouble))
    found = [_said(each, spoken) for check in CHECKS for each in check(settings)]
    wrong = sum(each.grade is Grade.MEND for each in found)
    print(say("doctor.to_mend" if wrong else "doctor.all_is_well", spoken, n=wrong))
    return 1 if wrong else 0


def _said(finding: Finding, spoken: Language) -> Finding:
    print(f"{SIGNS[finding.grade]} {say(f'doctor.{finding.code}', spoken, **finding.facts)}", flush=True)
    return finding
