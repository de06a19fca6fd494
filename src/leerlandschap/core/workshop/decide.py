# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of commands: what each leads to. Pure; a refusal is a value; asked twice is once."""

from typing import assert_never

from leerlandschap.core.vocabulary import ParticipantId, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.asking import Ask, Decision
from leerlandschap.core.workshop.phases import AFTER_CLOSING, MAY_ASK
from leerlandschap.core.workshop.rules import follow_ups, preparing, principles, running, statements
from leerlandschap.core.workshop.state import Workshop


def decide(state: Workshop, ask: Ask) -> Decision:
    """The events that follow from what is asked (none when it is already so), or why not."""
    return _not_now(state, ask) or _decided(state, ask)


def _not_now(state: Workshop, ask: Ask) -> Refused | None:
    kind = type(ask.command)
    steps = MAY_ASK[ask.role].get(kind)
    if steps is None:
        return Refused(Refusal.WRONG_ROLE)
    if state.closed_at is not None and kind not in AFTER_CLOSING:
        return Refused(Refusal.WORKSHOP_CLOSED if state.sealed is None else Refusal.WORKSHOP_SEALED)
    if state.step not in steps:
        return Refused(Refusal.WRONG_MOMENT)
    if ask.role is Role.PARTICIPANT and ParticipantId(ask.by) not in state.participants:
        return Refused(Refusal.UNKNOWN_PARTICIPANT)
    return None


def _decided(state: Workshop, ask: Ask) -> Decision:
    match ask.command:
        case c.TakeStance() as command:
            return statements.take_stance(state, command, ask)
        case c.Join():
            return preparing.join(state, ask)
        case c.SetUp() as command:
            return preparing.set_up(state, command)
        case c.EditStatement() as command:
            return preparing.edit_statement(state, command, ask)
        case c.DropStatement() as command:
            return preparing.drop_statement(state, command)
        case c.EditText() as command:
            return preparing.edit_text(state, command)
        case c.SetMinutes() as command:
            return preparing.set_minutes(state, command)
        case c.GoTo() as command:
            return running.go_to(state, command)
        case c.AddMinute():
            return running.add_minute(state)
        case c.Pause():
            return running.pause(state)
        case c.Resume():
            return running.resume(state)
        case c.OpenStatements() as command:
            return statements.open_statements(state, command)
        case c.CountHands() as command:
            return statements.count_hands(state, command)
        case c.Ready():
            return statements.ready(state, ask)
        case c.RevealStatements():
            return statements.reveal(state)
        case c.PutStatement() as command:
            return statements.put(state, command)
        case c.AskAgain() as command:
            return statements.ask_again(state, command)
        case c.WriteNote() as command:
            return statements.write_note(state, command)
        case c.OverruleVerdict() as command:
            return statements.overrule(state, command)
        case c.ShareInsight() as command:
            return statements.share_insight(state, command, ask)
        case c.RaisePoint() as command:
            return follow_ups.raise_point(state, command, ask)
        case c.MergePoints() as command:
            return follow_ups.merge_points(state, command)
        case c.Park() as command:
            return follow_ups.park(state, command, ask)
        case c.Unpark() as command:
            return follow_ups.unpark(state, command)
        case c.OpenDots():
            return follow_ups.open_dots(state)
        case c.SpendDots() as command:
            return follow_ups.spend_dots(state, command, ask)
        case c.RevealDots():
            return follow_ups.reveal_dots(state)
        case c.AgreeFollowUp() as command:
            return follow_ups.agree(state, command, ask)
        case c.AnswerQuestion() as command:
            return principles.answer(state, command, ask)
        case c.RevealAnswers():
            return principles.reveal_answers(state)
        case c.DraftPrinciple() as command:
            return principles.draft(state, command, ask)
        case c.EditPrinciple() as command:
            return principles.edit(state, command)
        case c.AskConsent() as command:
            return principles.ask_consent(state, command)
        case c.GiveConsent() as command:
            return principles.give_consent(state, command, ask)
        case c.RevealConsent() as command:
            return principles.reveal_consent(state, command)
        case c.KeepPrinciple() as command:
            return principles.keep(state, command)
        case c.SetScope() as command:
            return principles.set_scope(state, command)
        case c.SetBoundary() as command:
            return principles.set_boundary(state, command, ask)
        case c.RateWorkshop() as command:
            return principles.rate(state, command, ask)
        case c.Close():
            return running.close(state)
        case c.Reopen():
            return running.reopen(state)
        case _ as unreachable:
            assert_never(unreachable)
