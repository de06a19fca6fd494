# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scope, boundaries and passages by hand."""

import datetime
from typing import Literal

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.state import Boundary, Landscape, Passage, TextWording, Writing


def scope_worded(state: Landscape, event: e.ScopeWorded, at: datetime.datetime, by: str) -> Landscape:
    return replace(state, scope=(*state.scope, TextWording(event.text, at, by, finding=event.finding)))


def boundary_worded(state: Landscape, event: e.BoundaryWorded, at: datetime.datetime, by: str) -> Landscape:
    worded = TextWording(event.text, at, by, finding=event.finding)
    known = state.boundaries.get(event.boundary)
    if known is None:
        new = Boundary(event.boundary, len(state.boundaries) + 1, (worded,))
    else:
        new = replace(known, wordings=(*known.wordings, worded), lifted=None)
    return replace(state, boundaries=state.boundaries.set(event.boundary, new))


def boundary_lifted(state: Landscape, event: e.BoundaryLifted) -> Landscape:
    lifted = replace(state.boundaries[event.boundary], lifted=event.reason)
    return replace(state, boundaries=state.boundaries.set(event.boundary, lifted))


def _put(
    state: Landscape,
    event: e.PassageWritten | e.PassageDecided | e.PassageLeftOut,
    mark: Literal["edited", "decided", "left_out"],
    *more: Writing,
) -> Landscape:
    known = state.passages.get(event.passage)
    before = known.writings if known else ()
    place = known.place if known else max((p.place for p in state.passages.values()), default=0) + 1
    new = Passage(event.passage, event.section, mark, event.source, (*before, *more), place)
    return replace(state, passages=state.passages.set(event.passage, new))


def passage_written(state: Landscape, event: e.PassageWritten, at: datetime.datetime, by: str) -> Landscape:
    return _put(state, event, "edited", Writing(event.text, at, by))


def passage_decided(state: Landscape, event: e.PassageDecided, at: datetime.datetime, by: str) -> Landscape:
    return _put(state, event, "decided", Writing(event.text, at, by))


def passage_left_out(state: Landscape, event: e.PassageLeftOut) -> Landscape:
    return _put(state, event, "left_out")


def passage_kept(state: Landscape, event: e.PassageKept) -> Landscape:
    kept = replace(state.passages[event.passage], source=event.source)
    return replace(state, passages=state.passages.set(event.passage, kept))
