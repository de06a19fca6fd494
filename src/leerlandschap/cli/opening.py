# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house for a command that does one thing in it and goes."""

import argparse
import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leerlandschap.cli.saying import refuse
from leerlandschap.cli.serving import built, no_folder, settings_of
from leerlandschap.settings import BadSetting

if TYPE_CHECKING:
    from leerlandschap.compose import Building


@contextlib.contextmanager
def opened(asked: argparse.Namespace) -> "Iterator[Building | int]":
    """The house, closed afterwards; or the exit status when it cannot stand, and why not is said."""
    building = _opened(asked)
    try:
        yield building
    finally:
        if not isinstance(building, int):
            building.close()


def _opened(asked: argparse.Namespace) -> "Building | int":
    try:
        settings = settings_of(asked)
    except BadSetting as trouble:
        return refuse("bad_setting", asked.language, reason=str(trouble))
    return no_folder(settings) or built(settings, asked.language)
