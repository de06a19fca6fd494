# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap export`: the report of a workshop, from the journal, without a server."""

import argparse
import sys
from typing import TYPE_CHECKING

from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import built, no_folder, settings_of
from leerlandschap.settings import BadSetting

if TYPE_CHECKING:
    from leerlandschap.compose import Building


def export(asked: argparse.Namespace) -> int:
    from leerlandschap.database import Away
    from leerlandschap.documents import KINDS
    from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS

    of_a_landscape = asked.workshop.startswith("l")
    kinds = LANDSCAPE_KINDS if of_a_landscape else KINDS
    if asked.kind not in kinds:
        return refuse("no_such_document", asked.language, kinds=", ".join(kinds))
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
        paper = (_of_a_landscape if of_a_landscape else _of_a_workshop)(building, asked)
    except Away as trouble:
        return refuse("database.unreachable", asked.language, reason=str(trouble))
    finally:
        building.close()
    if paper is None:
        return refuse("no_such_workshop", asked.language, workshop=asked.workshop)
    if asked.out is None:
        sys.stdout.buffer.write(paper)
        return 0
    try:
        asked.out.write_bytes(paper)
    except OSError as trouble:
        return refuse("file_unwritable", asked.language, file=str(asked.out), reason=trouble.strerror or str(trouble))
    return 0


def _of_a_workshop(building: "Building", asked: argparse.Namespace) -> bytes | None:
    view = building.report(asked.workshop)
    if view is None:
        return None
    return building.documents[asked.kind].render(view, language(asked.language) if asked.language else view.language)


def _of_a_landscape(building: "Building", asked: argparse.Namespace) -> bytes | None:
    """In the language of its policy, whatever language is asked."""
    render = building.landscape_documents[asked.kind].render
    if render is None:
        return building.whole(asked.workshop)
    view = building.landscape(asked.workshop)
    return None if view is None else render(view, building.settings.base_url)
