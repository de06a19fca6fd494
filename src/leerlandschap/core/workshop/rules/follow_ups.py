# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 2: points, merging, parking, dots, and who does what by when."""

from leerlandschap.core.vocabulary import ParticipantId, PersonId, PointId, Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import NOTHING_NEW, Ask, Decision, trimmed, trimmed_each
from leerlandschap.core.workshop.changes.follow_ups import standing
from leerlandschap.core.workshop.state import FollowUp, Workshop


def raise_point(state: Workshop, command: c.RaisePoint, ask: Ask) -> Decision:
    text = trimmed(command.text, state.terms.limits.sentence, "text")
    if isinstance(text, Refused):
        return text
    known = {s.id for s in state.playbook.statements}
    if any(s not in known for s in command.statements):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statements")
    mine = [p for p in state.points.values() if p.by == ask.by]
    if any((p.kind, p.text, p.statements) == (command.kind, text, command.statements) for p in mine):
        return NOTHING_NEW
    if len(mine) >= state.terms.limits.points:
        return Refused(Refusal.TOO_MANY, "text", {"most": state.terms.limits.points})
    return (e.PointRaised(PointId(ask.fresh), command.kind, text, command.statements),)


def merge_points(state: Workshop, command: c.MergePoints) -> Decision:
    """Points that already live on in another are followed there, so that merging twice is once."""
    found = [standing(state, p) for p in command.points]
    if not found or None in found:
        return Refused(Refusal.UNKNOWN_POINT, "points")
    points = list(dict.fromkeys(p.id for p in found if p is not None))
    into, others = points[0], tuple(points[1:])
    text = trimmed(command.text or state.points[into].text, state.terms.limits.sentence, "text")
    if isinstance(text, Refused):
        return text
    unchanged = not others and text == state.points[into].text
    return NOTHING_NEW if unchanged else (e.PointsMerged(into, others, text),)


def park(state: Workshop, command: c.Park, ask: Ask) -> Decision:
    if command.what is None:
        text = trimmed(command.text, state.terms.limits.sentence, "text")
        if isinstance(text, Refused):
            return text
        return _park_thought(state, text, ask)
    point = standing(state, PointId(command.what))
    what = point.id if point else command.what
    if state.is_parked(what):
        return NOTHING_NEW
    statements = {s.id for s in state.playbook.statements}
    if point or what in state.principles or what in statements:
        return (e.SetAside(what),)
    return Refused(Refusal.UNKNOWN_PARKED, "what")


def _park_thought(state: Workshop, text: str, ask: Ask) -> Decision:
    thoughts = [words for _, words in state.parked if words]
    if text in thoughts:
        return NOTHING_NEW
    if len(thoughts) >= state.terms.limits.parked:
        return Refused(Refusal.TOO_MANY, "text", {"most": state.terms.limits.parked})
    return (e.SetAside(ask.fresh, text),)


def unpark(state: Workshop, command: c.Unpark) -> Decision:
    return (e.TakenUp(command.what),) if state.is_parked(command.what) else NOTHING_NEW


def open_dots(state: Workshop) -> Decision:
    return NOTHING_NEW if state.dots_open else (e.DotsOpened(),)


def spend_dots(state: Workshop, command: c.SpendDots, ask: Ask) -> Decision:
    if state.dots_revealed:
        return Refused(Refusal.TOO_LATE, "dots")
    if any(p not in state.points for p in command.dots):
        return Refused(Refusal.UNKNOWN_POINT, "dots")
    if any(n < 0 for n in command.dots.values()) or sum(command.dots.values()) > state.terms.dots:
        return Refused(Refusal.DOTS_SPENT, "dots", {"most": state.terms.dots})
    dots = {p: n for p, n in command.dots.items() if n}
    participant = ParticipantId(ask.by)
    same = state.dots.get(participant) == dots
    return NOTHING_NEW if same else (e.DotsSpent(participant, dots),)


def reveal_dots(state: Workshop) -> Decision:
    return NOTHING_NEW if state.dots_revealed else (e.DotsRevealed(),)


def agree(state: Workshop, command: c.AgreeFollowUp, ask: Ask) -> Decision:
    point = standing(state, command.point)
    if point is None:
        return Refused(Refusal.UNKNOWN_POINT, "point")
    limits = state.terms.limits
    words = trimmed_each(
        text=(command.text, limits.sentence, True),
        first_step=(command.first_step, limits.sentence, False),
        done_when=(command.done_when, limits.sentence, False),
    )
    if isinstance(words, Refused):
        return words
    before = state.follow_ups.get(point.id)
    moved = before is None or before.due_on != command.due_on
    if moved and command.due_on is not None and command.due_on < ask.at.date():
        return Refused(Refusal.DATE_IN_THE_PAST, "due_on")
    owner = PersonId(command.owner) if command.owner else None
    wanted = FollowUp(point.id, words["text"], owner, command.due_on, words["first_step"], words["done_when"])
    if before == wanted:
        return NOTHING_NEW
    return (e.FollowUpAgreed(point.id, wanted.text, owner, wanted.due_on, wanted.first_step, wanted.done_when),)
