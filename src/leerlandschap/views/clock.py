# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The time of the meeting: it advises, nothing closes by itself. What one step borrows, the next ones lose."""

import datetime

from leerlandschap.core.workshop.playbook import Step, StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.views.shapes import ClockView, StepView


def spent(state: Workshop, step: StepId, now: datetime.datetime) -> float:
    """Seconds used by a step until now."""
    seconds = state.clock.spent.get(step, 0.0)
    if step is state.step and state.clock.running_since is not None:
        seconds += max(0.0, (now - state.clock.running_since).total_seconds())
    return seconds


def steps(state: Workshop, now: datetime.datetime) -> tuple[StepView, ...]:
    """The steps with their loans: minutes added on purpose, and minutes a step has simply run over."""
    all_steps = state.playbook.steps
    borrowed = [_borrowed(state, step, now) for step in all_steps]
    lost = _lost([step.minutes for step in all_steps], borrowed)
    return tuple(
        StepView(
            id=step.id,
            title=step.title,
            instruction=step.instruction,
            minutes=step.minutes,
            spent=spent(state, step.id, now),
            lent=borrowed[at] - lost[at],
            left=max(0.0, step.minutes + borrowed[at] - lost[at] - spent(state, step.id, now) / 60),
            current=step.id is state.step,
        )
        for at, step in enumerate(all_steps)
    )


def _borrowed(state: Workshop, step: Step, now: datetime.datetime) -> float:
    """Minutes a step has taken beyond its own: asked for, or run over, whichever is more."""
    over = spent(state, step.id, now) / 60 - step.minutes
    return max(state.clock.lent.get(step.id, 0.0), over, 0.0)


def _lost(minutes: list[float], borrowed: list[float]) -> list[float]:
    """What the later steps lose to the loans of the earlier ones: the next gives first, as far as it has."""
    lost = [0.0] * len(minutes)
    for at, loan in enumerate(borrowed):
        for later in range(at + 1, len(minutes)):
            gives = min(loan, minutes[later] - lost[later])
            lost[later] += gives
            loan -= gives
    return lost


def clock(state: Workshop, now: datetime.datetime) -> ClockView:
    all_steps = steps(state, now)
    left = _left(state, all_steps, now)
    running = state.clock.running_since is not None
    return ClockView(
        now=now,
        running=running,
        paused=state.clock.paused,
        until=now + datetime.timedelta(seconds=left) if running else None,
        left=left,
        whole=sum(s.minutes for s in all_steps if s.id is not StepId.WELCOME),
        used=sum(s.spent for s in all_steps),
    )


def _left(state: Workshop, all_steps: tuple[StepView, ...], now: datetime.datetime) -> float:
    """Seconds until the present step has used its minutes and what it borrowed, less what others took from it."""
    at = next(i for i, s in enumerate(all_steps) if s.current)
    here = all_steps[at]
    borrowed = _borrowed(state, state.playbook.steps[at], now)
    asked = state.clock.lent.get(here.id, 0.0)
    return (here.minutes + asked - (borrowed - here.lent)) * 60 - here.spent
