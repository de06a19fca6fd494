# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The disk, and who may read the files on it."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from leerlandschap.cli.checks import Finding, good, mend
from leerlandschap.settings import Settings

MEGABYTE = 1_000_000
LEAST_FREE = 500 * MEGABYTE  # and room for the database a second time: it is written anew when something is wiped
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check_machine(settings: Settings) -> Iterator[Finding]:
    """Nothing where the database is elsewhere."""
    if settings.database is not None:
        return
    folder = settings.data
    if not folder.is_dir():
        yield mend("no_folder", folder=str(folder))
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield mend("folder_unwritable", folder=str(folder))
    yield from _who_may_read(folder)
    yield _space(folder)


def _who_may_read(folder: Path) -> Iterator[Finding]:
    if not folder.stat().st_mode & OTHERS:
        yield good("rights", folder=str(folder))
        return
    open_to_others = [each.name for each in sorted(folder.glob("leerlandschap.db*")) if each.stat().st_mode & OTHERS]
    if open_to_others:
        yield mend("open_to_others", folder=str(folder), files=", ".join(open_to_others))
    else:
        yield good("rights", folder=str(folder))


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    used = sum(each.stat().st_size for each in folder.glob("leerlandschap.db*"))
    needed = LEAST_FREE + used
    facts = {"free": free // MEGABYTE, "needed": needed // MEGABYTE}
    return good("space", **facts) if free >= needed else mend("little_space", **facts)
