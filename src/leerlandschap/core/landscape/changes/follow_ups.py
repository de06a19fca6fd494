# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups and findings."""

import datetime

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.state import Finding, FollowUp, FollowUpStatus, Landscape


def _with(state: Landscape, follow_up: FollowUp) -> Landscape:
    return replace(state, follow_ups=state.follow_ups.set(follow_up.id, follow_up))


def taken(state: Landscape, event: e.FollowUpTaken) -> Landscape:
    return _with(state, replace(state.follow_ups[event.follow_up], owner=event.owner))


def postponed(state: Landscape, event: e.FollowUpPostponed) -> Landscape:
    before = state.follow_ups[event.follow_up]
    waits = FollowUpStatus.WAITING
    return _with(state, replace(before, status=waits, due_on=event.due_on, reason=event.reason, ended_at=None))


def dropped(state: Landscape, event: e.FollowUpDropped, at: datetime.datetime) -> Landscape:
    before = state.follow_ups[event.follow_up]
    return _with(state, replace(before, status=FollowUpStatus.DROPPED, reason=event.reason, ended_at=at))


def picked_up(state: Landscape, event: e.FollowUpPickedUp) -> Landscape:
    before = state.follow_ups[event.follow_up]
    return _with(state, replace(before, status=FollowUpStatus.OPEN, reason="", ended_at=None))


def found(state: Landscape, event: e.FindingRecorded, at: datetime.datetime, by: str) -> Landscape:
    """A first finding or one more: each stays."""
    before = state.follow_ups[event.follow_up]
    number = len(state.findings) + 1
    finding = Finding(event.finding, number, before.id, event.text, event.touches, at, by)
    state = replace(state, findings=state.findings.set(finding.id, finding))
    findings = (*before.findings, finding.id)
    return _with(state, replace(before, status=FollowUpStatus.FOUND, reason="", findings=findings, ended_at=at))
