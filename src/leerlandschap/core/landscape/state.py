# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape as a fold of its events."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.vocabulary import LandscapeId, WorkshopId


class Landscape(Struct, frozen=True):
    id: LandscapeId
    organisation: str
    workshops: tuple[WorkshopId, ...] = ()


def evolve(state: Landscape | None, event: e.Event) -> Landscape:
    """The state after one event. Raises ValueError for a stream that does not begin with its opening."""
    match event:
        case e.LandscapeOpened():
            return Landscape(event.landscape, event.organisation)
        case e.WorkshopAdded() if state is not None:
            return replace(state, workshops=(*state.workshops, event.workshop))
        case e.WorkshopAdded():
            raise ValueError("a landscape's stream begins with LandscapeOpened")
        case _ as unreachable:
            assert_never(unreachable)
