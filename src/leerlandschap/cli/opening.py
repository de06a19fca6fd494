# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house for a command that does one thing in it and goes."""

import argparse
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from leerlandschap.cli.saying import refuse
from leerlandschap.cli.serving import built, no_folder, settings_of
from leerlandschap.settings import BadSetting

if TYPE_CHECKING:
    from leerlandschap.live.upkeep import Upkeep

Work = Callable[["Upkeep", argparse.Namespace], Coroutine[Any, Any, int]]


def asked_in_the_house(asked: argparse.Namespace, work: Work) -> int:
    """The exit status of the work, or of a house that cannot stand; why not is said."""
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", asked.language, reason=str(trouble))
    if problem := no_folder(settings):
        return problem
    building = built(settings, asked.language)
    if isinstance(building, int):
        return building
    from leerlandschap.database import Away

    try:
        return building.alone(work(building.upkeep, asked))
    except Away as trouble:
        return refuse("database_unusable", asked.language, reason=str(trouble))
    finally:
        building.close()
