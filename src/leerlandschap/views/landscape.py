# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape as its key holder may see it: the organisation and its workshops."""

import datetime
from collections.abc import Iterable

from msgspec import Struct

from leerlandschap.core.landscape.events import Event
from leerlandschap.core.landscape.state import Landscape, evolve
from leerlandschap.core.vocabulary import LandscapeId, WorkshopId


class WorkshopLine(Struct, frozen=True):
    id: WorkshopId
    title: str
    team: str
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None


class LandscapeView(Struct, frozen=True):
    landscape: LandscapeId
    organisation: str
    workshops: tuple[WorkshopLine, ...]


def folded(events: Iterable[Event]) -> Landscape | None:
    """The landscape that these events make; None of none."""
    state: Landscape | None = None
    for event in events:
        state = evolve(state, event)
    return state


def landscape_view(state: Landscape, workshops: Iterable[WorkshopLine]) -> LandscapeView:
    return LandscapeView(state.id, state.organisation, tuple(workshops))
