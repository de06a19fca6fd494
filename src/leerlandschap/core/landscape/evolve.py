# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of events of a landscape: how each changes the state. Total, pure, and never refuses."""

import datetime
from typing import assert_never

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.changes import follow_ups, policy, principles, workshops, writing
from leerlandschap.core.landscape.state import Landscape


def evolve(state: Landscape | None, event: e.Event, at: datetime.datetime, by: str) -> Landscape:
    """The state after one event. Raises ValueError for a stream that does not begin with its opening."""
    if isinstance(event, e.LandscapeOpened):
        return Landscape(event.landscape, event.organisation, at, event.language)
    if state is None:
        raise ValueError("a landscape's stream begins with LandscapeOpened")
    return _evolved(state, event, at, by)


def _evolved(state: Landscape, event: e.Event, at: datetime.datetime, by: str) -> Landscape:
    match event:
        case e.WorkshopAdded():
            return replace(state, workshops=(*state.workshops, event.workshop))
        case e.OutcomeCarriedOver():
            return workshops.carried_over(state, event, at, by)
        case e.FrameChosen():
            frame = {"organisation": event.organisation, "language": event.language, "country": event.country}
            return replace(state, **frame)
        case e.FollowUpTaken():
            return follow_ups.taken(state, event)
        case e.FollowUpPostponed():
            return follow_ups.postponed(state, event)
        case e.FollowUpDropped():
            return follow_ups.dropped(state, event, at)
        case e.FollowUpPickedUp():
            return follow_ups.picked_up(state, event)
        case e.FindingRecorded():
            return follow_ups.found(state, event, at, by)
        case e.PrincipleWritten():
            return principles.written(state, event, at, by)
        case e.PrincipleSupplemented():
            return principles.supplemented(state, event, at, by)
        case e.PrincipleRevised():
            return principles.revised(state, event, at, by)
        case e.PrinciplesMerged():
            return principles.merged(state, event, at, by)
        case e.PrincipleAdopted():
            return principles.adopted(state, event, at)
        case e.PrincipleWithdrawn():
            return principles.withdrawn(state, event, at)
        case e.ScopeWorded():
            return writing.scope_worded(state, event, at, by)
        case e.BoundaryWorded():
            return writing.boundary_worded(state, event, at, by)
        case e.BoundaryLifted():
            return writing.boundary_lifted(state, event)
        case e.PassageWritten():
            return writing.passage_written(state, event, at, by)
        case e.PassageDecided():
            return writing.passage_decided(state, event, at, by)
        case e.PassageKept():
            return writing.passage_kept(state, event)
        case e.PassageReleased():
            return replace(state, passages=state.passages.delete(event.passage))
        case e.PassageLeftOut():
            return writing.passage_left_out(state, event)
        case e.PolicySent():
            return policy.sent(state, event, at)
        case e.ConsentRequested():
            return policy.consent_requested(state, event, at)
        case e.ConsentRecorded():
            return policy.consent_recorded(state, event, at)
        case e.PolicyAdopted():
            return policy.adopted(state, event, at)
        case e.PolicyReopened():
            return policy.reopened(state, event, at)
        case e.ReviewPlanned():
            return replace(state, review_on=event.on)
        case e.LandscapeOpened():
            raise ValueError("a landscape opens once")
        case _ as unreachable:
            assert_never(unreachable)
