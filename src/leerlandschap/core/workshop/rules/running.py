# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The step, the clock, closing and opening again."""

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import NOTHING_NEW, Decision
from leerlandschap.core.workshop.state import Workshop


def go_to(state: Workshop, command: c.GoTo) -> Decision:
    return NOTHING_NEW if state.step is command.step else (e.StepEntered(command.step),)


def add_minute(state: Workshop) -> Decision:
    return (e.MinuteAdded(state.step),)


def pause(state: Workshop) -> Decision:
    return NOTHING_NEW if state.clock.paused else (e.ClockPaused(),)


def resume(state: Workshop) -> Decision:
    return (e.ClockResumed(),) if state.clock.paused else NOTHING_NEW


def close(state: Workshop) -> Decision:
    return NOTHING_NEW if state.closed_at else (e.WorkshopClosed(),)


def reopen(state: Workshop) -> Decision:
    """What people chose is no longer there once it is sealed, so nobody could go on where they were."""
    if state.sealed is not None:
        return Refused(Refusal.WORKSHOP_SEALED)
    return (e.WorkshopReopened(),) if state.closed_at else NOTHING_NEW
