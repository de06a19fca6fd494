# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 2: points, merging, dots and what is agreed about them."""

from msgspec.structs import replace

from leerlandschap.core.vocabulary import PointId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.state import FollowUp, Point, Workshop


def raised(state: Workshop, event: e.PointRaised, by: str) -> Workshop:
    point = Point(event.point, len(state.points) + 1, event.kind, event.text, event.statements, by)
    return replace(state, points=state.points.set(event.point, point))


def merged(state: Workshop, event: e.PointsMerged) -> Workshop:
    points = state.points
    statements = dict.fromkeys(points[event.into].statements)
    for each in event.merged:
        statements |= dict.fromkeys(points[each].statements)
        points = points.set(each, replace(points[each], merged_into=event.into))
    before = points[event.into]
    own = before.raised_as or (before.text if before.text != event.text else "")
    kept = replace(before, text=event.text, statements=tuple(statements), raised_as=own)
    return replace(state, points=points.set(event.into, kept))


def set_aside(state: Workshop, event: e.SetAside) -> Workshop:
    return replace(state, parked=(*state.parked, (event.what, event.text)))


def taken_up(state: Workshop, event: e.TakenUp) -> Workshop:
    return replace(state, parked=tuple(each for each in state.parked if each[0] != event.what))


def dots_spent(state: Workshop, event: e.DotsSpent) -> Workshop:
    totals = state.dot_totals
    for point, dots in state.dots.get(event.participant, {}).items():
        totals = totals.set(point, totals[point] - dots)
    for point, dots in event.dots.items():
        totals = totals.set(point, totals.get(point, 0) + dots)
    return replace(state, dots=state.dots.set(event.participant, event.dots), dot_totals=totals)


def agreed(state: Workshop, event: e.FollowUpAgreed) -> Workshop:
    follow_up = FollowUp(event.point, event.text, event.owner, event.due_on, event.first_step, event.done_when)
    return replace(state, follow_ups=state.follow_ups.set(event.point, follow_up))


def standing(state: Workshop, point: PointId) -> Point | None:
    """The point a merged one lives on in; None when it is unknown."""
    found = state.points.get(point)
    while found is not None and found.merged_into is not None:
        found = state.points[found.merged_into]
    return found
