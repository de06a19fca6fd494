# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of events: how each changes the state. Total, pure, and never refuses: what happened, happened."""

import datetime
from typing import assert_never

from msgspec.structs import replace

from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.changes import follow_ups, principles, running, sealing, statements
from leerlandschap.core.workshop.state import Workshop


def evolve(state: Workshop | None, event: e.Event, at: datetime.datetime, by: str) -> Workshop:
    """The state after one event. Raises ValueError for a stream that does not begin with its opening."""
    if isinstance(event, e.WorkshopOpened):
        return running.opened(event, at)
    if state is None:
        raise ValueError("a workshop's stream begins with WorkshopOpened")
    return _evolved(state, event, at, by)


def _evolved(state: Workshop, event: e.Event, at: datetime.datetime, by: str) -> Workshop:
    match event:
        case e.StanceTaken():
            return statements.stance_taken(state, event, at)
        case e.ParticipantJoined():
            return running.joined(state, event, at)
        case e.SetUpChanged():
            return running.set_up(state, event)
        case e.StatementEdited():
            return running.statement_edited(state, event)
        case e.StatementDropped():
            return running.statement_dropped(state, event)
        case e.TextEdited():
            return running.text_edited(state, event)
        case e.MinutesSet():
            return running.minutes_set(state, event)
        case e.StepEntered():
            return running.step_entered(state, event, at)
        case e.MinuteAdded():
            return running.minute_added(state, event)
        case e.ClockPaused():
            return running.paused(state, at)
        case e.ClockResumed():
            return running.resumed(state, at)
        case e.StatementsOpened():
            return statements.opened(state, event, at)
        case e.HandsCounted():
            return statements.hands_counted(state, event)
        case e.SaidReady():
            return statements.said_ready(state, event)
        case e.StatementsRevealed():
            return statements.revealed(state, event)
        case e.StatementPut():
            return statements.put(state, event)
        case e.NoteWritten():
            return statements.note_written(state, event)
        case e.VerdictOverruled():
            return statements.overruled(state, event)
        case e.InsightShared():
            return statements.insight_shared(state, event, by)
        case e.PointRaised():
            return follow_ups.raised(state, event, by)
        case e.PointsMerged():
            return follow_ups.merged(state, event)
        case e.SetAside():
            return follow_ups.set_aside(state, event)
        case e.TakenUp():
            return follow_ups.taken_up(state, event)
        case e.DotsOpened():
            return replace(state, dots_open=True)
        case e.DotsSpent():
            return follow_ups.dots_spent(state, event)
        case e.DotsRevealed():
            return replace(state, dots_revealed=True)
        case e.FollowUpAgreed():
            return follow_ups.agreed(state, event)
        case e.QuestionAnswered():
            return principles.answered(state, event)
        case e.AnswersRevealed():
            return replace(state, answers_revealed=True)
        case e.PrincipleDrafted():
            return principles.drafted(state, event, by)
        case e.PrincipleEdited():
            return principles.edited(state, event)
        case e.ConsentAsked():
            return principles.consent_asked(state, event)
        case e.ConsentGiven():
            return principles.consent_given(state, event)
        case e.ConsentRevealed():
            return principles.consent_revealed(state, event)
        case e.PrincipleKept():
            return principles.kept(state, event)
        case e.ScopeSet():
            return replace(state, scope=event.text)
        case e.BoundarySet():
            return principles.boundary_set(state, event)
        case e.WorkshopRated():
            return principles.rated(state, event)
        case e.WorkshopClosed():
            return running.closed(state, at)
        case e.WorkshopReopened():
            return running.reopened(state, at)
        case e.WorkshopSealed():
            return sealing.sealed(state, event.kept, at)
        case e.WorkshopOpened():
            raise ValueError("a workshop opens once")
        case _ as unreachable:
            assert_never(unreachable)
