# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap playbook check FILE`."""

import argparse

from leerlandschap import playbooks
from leerlandschap.cli.saying import language, tell
from leerlandschap.text import say


def check_playbook(asked: argparse.Namespace) -> int:
    """0 when the file is a playbook; 1 with a sentence a line otherwise."""
    complaints = playbooks.check_file(asked.file, asked.file.parent)
    for complaint in complaints:
        print(complaint.sentence(say, language(asked.language)))
    if not complaints:
        tell("playbook_is_whole", asked.language, file=str(asked.file))
    return 1 if complaints else 0
