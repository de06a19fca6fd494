# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap export`: the report of a workshop, from the journal, without a server."""

import argparse
import sys

from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import no_folder, settings_of
from leerlandschap.settings import BadSetting


def export(asked: argparse.Namespace) -> int:
    from leerlandschap.compose import Building
    from leerlandschap.database import NewerDatabase
    from leerlandschap.documents import KINDS

    if asked.kind not in KINDS:
        return refuse("no_such_document", asked.language, kinds=", ".join(KINDS))
    try:
        settings = settings_of(asked)
        if problem := no_folder(settings):
            return problem
        building = Building(settings)
    except BadSetting as trouble:
        return refuse("bad_setting", asked.language, reason=str(trouble))
    except NewerDatabase as newer:
        return refuse("newer_database", asked.language, found=newer.found)
    view = building.report(asked.workshop)
    building.close()
    if view is None:
        return refuse("no_such_workshop", asked.language, workshop=asked.workshop)
    paper = building.documents[asked.kind].render(view, language(asked.language) if asked.language else view.language)
    if asked.out is None:
        sys.stdout.buffer.write(paper)
        return 0
    try:
        asked.out.write_bytes(paper)
    except OSError as trouble:
        return refuse("file_unwritable", asked.language, file=str(asked.out), reason=trouble.strerror or str(trouble))
    return 0
