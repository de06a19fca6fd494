# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap migrate`: the database in the shape of this version, before anything serves it."""

import argparse

from sqlalchemy import Engine

from leerlandschap.cli.opening import asked_of_the_database
from leerlandschap.cli.saying import tell
from leerlandschap.database import bring_up_to_date
from leerlandschap.database.upgrade import TODAY, shape_of
from leerlandschap.settings import Settings


def migrate(asked: argparse.Namespace) -> int:
    return asked_of_the_database(asked, _migrate)


def _migrate(engine: Engine, _settings: Settings, asked: argparse.Namespace) -> int:
    found = shape_of(engine)
    bring_up_to_date(engine)
    said = "new" if found is None else "nothing" if found == TODAY else "done"
    tell(f"migrating.{said}", asked.language, today=TODAY, found=found or "")
    return 0
