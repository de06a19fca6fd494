# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap seal [WORKSHOP] [--now]`: who chose what is replaced by totals."""

import argparse
from typing import TYPE_CHECKING

from leerlandschap.cli.opening import asked_in_the_house
from leerlandschap.cli.saying import refuse, tell

if TYPE_CHECKING:
    from leerlandschap.live.upkeep import Upkeep


def seal(asked: argparse.Namespace) -> int:
    """0 also when nothing was due; 1 for a workshop that was named and is not."""
    return asked_in_the_house(asked, _seal)


async def _seal(upkeep: "Upkeep", asked: argparse.Namespace) -> int:
    is_sealed = None if asked.workshop is None else await upkeep.is_sealed(asked.workshop)
    if asked.workshop is not None and is_sealed is None:
        return refuse("no_such_workshop", asked.language, workshop=asked.workshop)
    sealed = await upkeep.seal(asked.workshop, at_once=asked.now)
    if sealed is None and not is_sealed:
        return refuse("not_yet_to_be_sealed", asked.language, workshop=asked.workshop)
    for each in sealed or ():
        tell("sealed", asked.language, workshop=each.workshop, n=each.entries)
    if is_sealed:
        tell("sealed_already", asked.language, workshop=asked.workshop)
    elif not sealed:
        tell("nothing_to_seal", asked.language)
    return await said_what_is_left(upkeep, asked)


async def said_what_is_left(upkeep: "Upkeep", asked: argparse.Namespace) -> int:
    """The exit status: 1 when something that was erased may still be found."""
    left = await upkeep.left_behind()
    return refuse("not_wiped", asked.language, n=left) if left else 0
