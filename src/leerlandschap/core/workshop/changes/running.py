# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening, people, texts, the step and the clock."""

import datetime

import msgspec
from msgspec.structs import replace

from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Playbook, Statement, StepId
from leerlandschap.core.workshop.state import Clock, Workshop
from leerlandschap.core.workshop.wordings import reworded


def opened(event: e.WorkshopOpened, at: datetime.datetime) -> Workshop:
    return Workshop(
        id=event.workshop,
        landscape=event.landscape,
        title=event.title,
        organisation=event.organisation,
        team=event.team,
        language=event.language,
        playbook=event.playbook,
        terms=event.terms,
        opened_at=at,
    )


def joined(state: Workshop, event: e.ParticipantJoined, at: datetime.datetime) -> Workshop:
    return replace(state, participants=state.participants.set(event.participant, at))


def set_up(state: Workshop, event: e.SetUpChanged) -> Workshop:
    return replace(
        state,
        title=event.title,
        organisation=event.organisation,
        team=event.team,
        language=event.language,
        expected=event.expected,
        playbook=replace(state.playbook, pacing=event.pacing),
    )


def statement_edited(state: Workshop, event: e.StatementEdited) -> Workshop:
    new = event.statement
    known = {s.id for s in state.playbook.statements}
    statements: tuple[Statement, ...] = tuple(new if s.id == new.id else s for s in state.playbook.statements)
    return _with(state, statements=statements if new.id in known else (*statements, new))


def statement_dropped(state: Workshop, event: e.StatementDropped) -> Workshop:
    return _with(state, statements=tuple(s for s in state.playbook.statements if s.id != event.statement))


def text_edited(state: Workshop, event: e.TextEdited) -> Workshop:
    return replace(state, playbook=reworded(state.playbook, event.place, event.language, event.text))


def minutes_set(state: Workshop, event: e.MinutesSet) -> Workshop:
    steps = tuple(replace(s, minutes=event.minutes) if s.id == event.step else s for s in state.playbook.steps)
    return _with(state, steps=steps)


def _with(state: Workshop, **parts: object) -> Workshop:
    changed: Playbook = msgspec.structs.replace(state.playbook, **parts)
    return replace(state, playbook=changed)


def step_entered(state: Workshop, event: e.StepEntered, at: datetime.datetime) -> Workshop:
    """The clock starts at the first step after the welcome; people may wait in the lobby as long as they like."""
    clock = stopped(state.clock, state.step, at)
    runs = event.step is not StepId.WELCOME and not clock.paused
    return replace(state, step=event.step, clock=replace(clock, running_since=at if runs else None))


def stopped(clock: Clock, step: StepId, at: datetime.datetime) -> Clock:
    """The clock with the running time booked on its step."""
    if clock.running_since is None:
        return clock
    seconds = max(0.0, (at - clock.running_since).total_seconds())
    return replace(clock, spent=clock.spent.set(step, clock.spent.get(step, 0.0) + seconds), running_since=None)


def paused(state: Workshop, at: datetime.datetime) -> Workshop:
    return replace(state, clock=replace(stopped(state.clock, state.step, at), paused=True))


def resumed(state: Workshop, at: datetime.datetime) -> Workshop:
    runs = state.step is not StepId.WELCOME
    return replace(state, clock=replace(state.clock, paused=False, running_since=at if runs else None))


def minute_added(state: Workshop, event: e.MinuteAdded) -> Workshop:
    lent = state.clock.lent.set(event.step, state.clock.lent.get(event.step, 0.0) + 1)
    return replace(state, clock=replace(state.clock, lent=lent))


def closed(state: Workshop, at: datetime.datetime) -> Workshop:
    shown = state.ratings_shown or len(state.ratings) >= state.terms.thresholds.floor
    return replace(state, closed_at=at, ratings_shown=shown, clock=stopped(state.clock, state.step, at))


def reopened(state: Workshop, at: datetime.datetime) -> Workshop:
    runs = state.step is not StepId.WELCOME and not state.clock.paused
    return replace(state, closed_at=None, clock=replace(state.clock, running_since=at if runs else None))
