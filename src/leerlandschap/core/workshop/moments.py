# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the group is within a step, read from the state."""

from leerlandschap.core.workshop.playbook import Moment, StepId
from leerlandschap.core.workshop.state import Workshop


def moment_of(state: Workshop) -> Moment:
    """The moment of the script that fits the state."""
    if state.closed_at is not None:
        return Moment.CLOSED
    match state.step:
        case StepId.WELCOME:
            return Moment.WELCOME
        case StepId.STATEMENTS:
            return _of_statements(state)
        case StepId.FOLLOW_UPS:
            return _of_follow_ups(state)
        case StepId.PRINCIPLES:
            return _of_principles(state)
        case StepId.CLOSING:
            return Moment.CLOSING


def _of_statements(state: Workshop) -> Moment:
    open_now = state.open_statements
    if any(len(state.discussion(s).rounds) > 1 for s in open_now):
        return Moment.AGAIN
    if open_now or not any(d.rounds for d in state.discussions.values()):
        return Moment.VOTE
    if state.put is None:
        return Moment.REVEAL
    return Moment.SHIFT if len(state.discussion(state.put).rounds) > 1 else Moment.DISCUSS


def _of_follow_ups(state: Workshop) -> Moment:
    if state.dots_revealed:
        return Moment.AGREE
    return Moment.DOTS if state.dots_open else Moment.POINTS


def _of_principles(state: Workshop) -> Moment:
    if any(p.asked for p in state.principles.values()):
        return Moment.CONSENT
    return Moment.WRITE if state.answers_revealed else Moment.QUESTIONS
