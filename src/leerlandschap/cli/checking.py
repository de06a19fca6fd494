# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap playbook check FILE` and `leerlandschap house-style check FILE.docx`."""

import argparse

from leerlandschap import playbooks
from leerlandschap.cli.saying import language, refuse, tell
from leerlandschap.text import say


def check_playbook(asked: argparse.Namespace) -> int:
    """0 when the file is a playbook; 1 with a sentence a line otherwise."""
    complaints = playbooks.check_file(asked.file, asked.file.parent)
    for complaint in complaints:
        print(complaint.sentence(say, language(asked.language)))
    if not complaints:
        tell("playbook_is_whole", asked.language, file=str(asked.file))
    return 1 if complaints else 0


def check_house_style(asked: argparse.Namespace) -> int:
    """0 when Word files can come in it; 1 with a sentence a line otherwise."""
    from leerlandschap.documents import house_style

    try:
        file = asked.file.read_bytes()
    except OSError as trouble:
        return refuse("file_unreadable", asked.language, file=str(asked.file), reason=trouble.strerror or str(trouble))
    complaints = house_style.check_house_style(file)
    for complaint in complaints:
        print(complaint.sentence(language(asked.language)))
    if not complaints:
        tell("house_style_is_whole", asked.language, file=str(asked.file))
    return 1 if complaints else 0
