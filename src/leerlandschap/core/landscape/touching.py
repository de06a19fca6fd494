# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a finding does to principles, when some of them have gone into others."""

from collections.abc import Callable, Mapping

from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import PrincipleId, Touch

ASKS_MORE = tuple(Touch)  # from what confirms to what contradicts


def followed(
    touches: Mapping[PrincipleId, Touch], where: Callable[[PrincipleId], PrincipleId]
) -> dict[PrincipleId, Touch]:
    """The same touches, each at the principle it went into; where two meet, the one that asks more of it counts."""
    found: dict[PrincipleId, Touch] = {}
    for principle, touch in touches.items():
        there = where(principle)
        found[there] = max(found.get(there, touch), touch, key=ASKS_MORE.index)
    return found


def now_in(state: Landscape, principle: PrincipleId) -> PrincipleId:
    """The principle itself, or the one it went into, however often that went on."""
    while (into := state.principles[principle].merged_into) is not None:
        principle = into
    return principle
