# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap import`: read an exported landscape into this installation, whole."""

import argparse

from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import built, no_folder, settings_of
from leerlandschap.settings import BadSetting
from leerlandschap.text import say


def read_in(asked: argparse.Namespace) -> int:
    from leerlandschap.database import Away
    from leerlandschap.documents.landscape_json import Unreadable, landscape_entries
    from leerlandschap.journal import NotSaved

    try:
        entries, names = landscape_entries(asked.file.read_bytes())
    except OSError as trouble:
        return refuse("file_unreadable", asked.language, file=str(asked.file), reason=trouble.strerror or str(trouble))
    except Unreadable as trouble:
        return refuse(trouble.reason, asked.language, file=str(asked.file), **trouble.facts)
    try:
        settings = settings_of(asked)
        if problem := no_folder(settings):
            return problem
    except BadSetting as trouble:
        return refuse("bad_setting", asked.language, reason=str(trouble))
    building = built(settings, asked.language)
    if isinstance(building, int):
        return building
    try:
        link = building.take_in(entries, names)
    except (Away, NotSaved) as trouble:
        return refuse("database.unreachable", asked.language, reason=str(trouble))
    finally:
        building.close()
    if link is None:
        return refuse("import_here", asked.language, landscape=entries[0].stream)
    print(say("cli.imported", language(asked.language), n=len(entries), link=link))
    return 0
