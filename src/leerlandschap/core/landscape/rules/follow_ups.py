# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups after the workshop: owners, waiting, findings, dropping. An owner's link opens their own only."""

from functools import partial

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.asking import NOTHING_NEW, Ask, Decision, trimmed
from leerlandschap.core.landscape.state import FollowUp, FollowUpStatus, Landscape
from leerlandschap.core.landscape.touching import followed, now_in
from leerlandschap.core.vocabulary import FindingId, PointId, Refusal, Refused, Role


def _meant(state: Landscape, named: PointId, ask: Ask) -> FollowUp | Refused:
    """The follow-up that is asked about, for who may."""
    if ask.role is Role.OWNER and ask.by != named:
        return Refused(Refusal.NOT_YOURS)
    found = state.follow_ups.get(named)
    if found is None:
        return Refused(Refusal.UNKNOWN_FOLLOW_UP, "follow_up")
    return found


def _going_on(state: Landscape, named: PointId, ask: Ask) -> FollowUp | Refused:
    """The same, when it was not dropped."""
    found = _meant(state, named, ask)
    if isinstance(found, Refused) or found.status is not FollowUpStatus.DROPPED:
        return found
    return Refused(Refusal.FOLLOW_UP_DROPPED, "follow_up")


def give_owner(state: Landscape, command: c.GiveOwner, ask: Ask) -> Decision:
    found = _going_on(state, command.follow_up, ask)
    if isinstance(found, Refused):
        return found
    same = found.owner == command.owner
    return NOTHING_NEW if same else (e.FollowUpTaken(found.id, command.owner),)


def postpone(state: Landscape, command: c.Postpone, ask: Ask) -> Decision:
    found = _going_on(state, command.follow_up, ask)
    if isinstance(found, Refused):
        return found
    reason = trimmed(command.reason, limits.TEXT, "reason")
    if isinstance(reason, Refused):
        return reason
    if command.due_on < ask.at.date():
        return Refused(Refusal.DATE_IN_THE_PAST, "due_on")
    same = (found.status, found.due_on, found.reason) == (FollowUpStatus.WAITING, command.due_on, reason)
    return NOTHING_NEW if same else (e.FollowUpPostponed(found.id, command.due_on, reason),)


def drop(state: Landscape, command: c.Drop, ask: Ask) -> Decision:
    found = _meant(state, command.follow_up, ask)
    if isinstance(found, Refused):
        return found
    if found.status is FollowUpStatus.DROPPED:
        return NOTHING_NEW
    reason = trimmed(command.reason, limits.TEXT, "reason")
    return reason if isinstance(reason, Refused) else (e.FollowUpDropped(found.id, reason),)


def pick_up(state: Landscape, command: c.PickUp, ask: Ask) -> Decision:
    """What was dropped is picked up by whoever writes the policy only: its owner's link has ended."""
    found = (_going_on if ask.role is Role.OWNER else _meant)(state, command.follow_up, ask)
    if isinstance(found, Refused):
        return found
    return NOTHING_NEW if found.status is FollowUpStatus.OPEN else (e.FollowUpPickedUp(found.id),)


def record_finding(state: Landscape, command: c.RecordFinding, ask: Ask) -> Decision:
    found = _going_on(state, command.follow_up, ask)
    if isinstance(found, Refused):
        return found
    text = trimmed(command.text, limits.FINDING, "text")
    if isinstance(text, Refused):
        return text
    if any(principle not in state.principles for principle in command.touches):
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "touches")
    touches = followed(command.touches, partial(now_in, state))
    before = [state.findings[each] for each in found.findings]
    if any((f.text, f.touches) == (text, touches) for f in before):
        return NOTHING_NEW
    if len(state.findings) >= limits.FINDINGS:
        return Refused(Refusal.TOO_MANY, "text", {"most": limits.FINDINGS})
    return (e.FindingRecorded(FindingId(ask.fresh), found.id, text, touches),)
