# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 1: opening, stances, hands, revealing, talking, asking again."""

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import InsightId, ParticipantId, Refusal, Refused, StatementId
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import NOTHING_NEW, Ask, Decision, trimmed
from leerlandschap.core.workshop.playbook import Pacing, StepId
from leerlandschap.core.workshop.state import Workshop


def _known(state: Workshop, statement: StatementId) -> bool:
    return any(s.id == statement for s in state.playbook.statements)


def _closed_because(state: Workshop, statement: StatementId) -> Refused | None:
    """Why no stance can be taken on it now; None while it can."""
    if not _known(state, statement):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    if state.is_open(statement):
        return None
    return Refused(Refusal.TOO_LATE if state.last_round(statement) else Refusal.NOT_OPEN, "statement")


def open_statements(state: Workshop, command: c.OpenStatements) -> Decision:
    if any(not _known(state, s) for s in command.statements):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statements")
    wanted = command.statements or _next_to_open(state)
    new = tuple(s for s in dict.fromkeys(wanted) if state.last_round(s) is None)
    enter: tuple[e.Event, ...] = () if state.step is StepId.STATEMENTS else (e.StepEntered(StepId.STATEMENTS),)
    opened: tuple[e.Event, ...] = (e.StatementsOpened(new),) if new else ()
    one_by_one = state.playbook.pacing is Pacing.ONE_BY_ONE
    put: tuple[e.Event, ...] = (e.StatementPut(new[0]),) if one_by_one and len(new) == 1 else ()
    return (*enter, *opened, *put)


def _next_to_open(state: Workshop) -> tuple[StatementId, ...]:
    unopened = tuple(s.id for s in state.playbook.statements if state.last_round(s.id) is None)
    if state.playbook.pacing is Pacing.ALL_FIRST:
        return unopened
    return () if state.open_statements else unopened[:1]


def take_stance(state: Workshop, command: c.TakeStance, ask: Ask) -> Decision:
    if closed := _closed_because(state, command.statement):
        return closed
    if command.position is not None and not 1 <= command.position <= 5:
        return Refused(Refusal.POSITION_OUT_OF_RANGE, "position")
    participant = ParticipantId(ask.by)
    last = state.last_round(command.statement)
    before = last.stances.get(participant) if last else None
    kept = before.motivation if before and command.motivation is None else command.motivation
    motivation = trimmed(kept, state.terms.limits.text, "motivation", needed=False)
    if isinstance(motivation, Refused):
        return motivation
    if before and (before.position, before.motivation) == (command.position, motivation):
        return NOTHING_NEW
    return (e.StanceTaken(participant, command.statement, command.position, motivation),)


def count_hands(state: Workshop, command: c.CountHands) -> Decision:
    if closed := _closed_because(state, command.statement):
        return closed
    numbers = (*command.counts, command.no_opinion)
    most = state.terms.limits.participants
    if len(command.counts) != 5 or any(not 0 <= n <= most for n in numbers):
        return Refused(Refusal.COUNTS_NOT_VALID, "counts", {"most": most})
    a, b, d, f, g = command.counts
    hands = Tally((a, b, d, f, g), command.no_opinion)
    last = state.last_round(command.statement)
    return NOTHING_NEW if last and last.hands == hands else (e.HandsCounted(command.statement, hands),)


def ready(state: Workshop, ask: Ask) -> Decision:
    participant = ParticipantId(ask.by)
    if not state.open_statements:
        return Refused(Refusal.NOT_OPEN)
    return NOTHING_NEW if participant in state.ready else (e.SaidReady(participant),)


def reveal(state: Workshop) -> Decision:
    if state.open_statements:
        return (e.StatementsRevealed(state.open_statements),)
    opened = any(d.rounds for d in state.discussions.values())
    return NOTHING_NEW if opened else Refused(Refusal.NOTHING_TO_REVEAL)


def put(state: Workshop, command: c.PutStatement) -> Decision:
    if not _known(state, command.statement):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    return NOTHING_NEW if state.put == command.statement else (e.StatementPut(command.statement),)


def ask_again(state: Workshop, command: c.AskAgain) -> Decision:
    if not _known(state, command.statement):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    last = state.last_round(command.statement)
    if last is None:
        return Refused(Refusal.NOT_OPEN, "statement")
    if not last.revealed:
        return NOTHING_NEW
    put: tuple[e.Event, ...] = () if state.put == command.statement else (e.StatementPut(command.statement),)
    return (*put, e.StatementsOpened((command.statement,)))


def write_note(state: Workshop, command: c.WriteNote) -> Decision:
    if not _known(state, command.statement):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    text = trimmed(command.text, state.terms.limits.text, "text", needed=False)
    if isinstance(text, Refused):
        return text
    same = state.discussion(command.statement).note == text
    return NOTHING_NEW if same else (e.NoteWritten(command.statement, text),)


def overrule(state: Workshop, command: c.OverruleVerdict) -> Decision:
    if not _known(state, command.statement):
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    last = state.last_round(command.statement)
    if last is None or not any(r.revealed for r in state.discussion(command.statement).rounds):
        return Refused(Refusal.NOTHING_TO_REVEAL, "statement")
    same = state.discussion(command.statement).verdict is command.verdict
    return NOTHING_NEW if same else (e.VerdictOverruled(command.statement, command.verdict),)


def share_insight(state: Workshop, command: c.ShareInsight, ask: Ask) -> Decision:
    text = trimmed(command.text, state.terms.limits.text, "text")
    if isinstance(text, Refused):
        return text
    mine = [i for i in state.insights if i.by == ask.by]
    if any(i.text == text for i in mine):
        return NOTHING_NEW
    if len(mine) >= state.terms.limits.insights:
        return Refused(Refusal.TOO_MANY, "text", {"most": state.terms.limits.insights})
    return (e.InsightShared(InsightId(ask.fresh), text),)
