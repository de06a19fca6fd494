# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house, or only its database, for a command that does one thing with it and goes."""

import argparse
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from leerlandschap.cli.saying import refuse
from leerlandschap.cli.serving import built, no_folder, settings_of
from leerlandschap.settings import BadSetting

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from leerlandschap.live.upkeep import Upkeep
    from leerlandschap.settings import Settings

Work = Callable[["Upkeep", argparse.Namespace], Coroutine[Any, Any, int]]
WorkOnTables = Callable[["Engine", "Settings", argparse.Namespace], int]


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


def asked_of_the_database(asked: argparse.Namespace, work: WorkOnTables) -> int:
    """The same with the database as it is: nothing is brought up to date."""
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", asked.language, reason=str(trouble))
    return no_folder(settings) or _of_the_database(settings, asked, work)


def _of_the_database(settings: "Settings", asked: argparse.Namespace, work: WorkOnTables) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from leerlandschap.database import NewerDatabase, UnusableDatabase, engine_for

    try:
        engine = engine_for(settings.database_address)
        try:
            return work(engine, settings, asked)
        finally:
            engine.dispose()
    except NewerDatabase as newer:
        return refuse("newer_database", asked.language, found=newer.found)
    except UnusableDatabase as unusable:
        return refuse(f"database.{unusable.trouble.value}", asked.language, **unusable.facts)
    except SQLAlchemyError as trouble:
        reason = " ".join(str(getattr(trouble, "orig", None) or trouble).split()).rstrip(".")
        return refuse("database_unusable", asked.language, reason=reason)
