# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 1: rounds, stances, hands, what the group says of a statement."""

import datetime

from immutables import Map
from msgspec.structs import replace

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import ParticipantId, StatementId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.changes.speed import paces_of
from leerlandschap.core.workshop.state import Discussion, Insight, Round, Stance, Workshop


def _discussed(state: Workshop, statement: StatementId, discussion: Discussion) -> Workshop:
    return replace(state, discussions=state.discussions.set(statement, discussion))


def _last_round(state: Workshop, statement: StatementId, new: Round) -> Workshop:
    discussion = state.discussion(statement)
    return _discussed(state, statement, replace(discussion, rounds=(*discussion.rounds[:-1], new)))


def opened(state: Workshop, event: e.StatementsOpened, at: datetime.datetime) -> Workshop:
    for statement in event.statements:
        discussion = state.discussion(statement)
        state = _discussed(state, statement, replace(discussion, rounds=(*discussion.rounds, Round(at))))
    return replace(state, ready=Map())


def stance_taken(state: Workshop, event: e.StanceTaken, at: datetime.datetime) -> Workshop:
    rounds = state.discussion(event.statement).rounds
    last = rounds[-1]
    earlier = last.stances.get(event.participant)
    if earlier is None:
        tally, seconds = last.tally, _seconds(state, last, event.participant, at) if len(rounds) == 1 else None
    else:
        tally, seconds = _recounted(last.tally, earlier.position, -1), earlier.seconds
    last = replace(
        last,
        stances=last.stances.set(event.participant, Stance(event.position, event.motivation, at, seconds)),
        tally=_recounted(tally, event.position, 1),
    )
    state = _last_round(state, event.statement, last)
    done = earlier is None and _answered_all(state, event.participant)  # another choice makes nobody readier
    return _ready(state, event.participant) if done else state


def _seconds(state: Workshop, open_round: Round, participant: ParticipantId, at: datetime.datetime) -> float:
    """How long a first answer took. Whoever is answering reads on from the stance they took last."""
    before = (state.discussion(s).rounds[-1].stances.get(participant) for s in state.open_statements)
    came_in = state.participants.get(participant, open_round.opened_at)
    since = max(open_round.opened_at, came_in, *(stance.at for stance in before if stance))
    return (at - since).total_seconds()


def _recounted(tally: Tally, position: int | None, by: int) -> Tally:
    """One answer more or less, without counting everybody again."""
    if position is None:
        return Tally(tally.counts, tally.no_opinion + by)
    counts = list(tally.counts)
    counts[position - 1] += by
    a, b, c, d, f = counts
    return Tally((a, b, c, d, f), tally.no_opinion)


def _answered_all(state: Workshop, participant: ParticipantId) -> bool:
    """Rounds that were shown were answered by who wanted to; those that are open count."""
    lasts = (state.last_round(s.id) for s in state.playbook.statements)
    return all(last is None or last.revealed or participant in last.stances for last in lasts)


def _ready(state: Workshop, participant: ParticipantId) -> Workshop:
    return replace(state, ready=state.ready.set(participant, None))


def said_ready(state: Workshop, event: e.SaidReady) -> Workshop:
    return _ready(state, event.participant)


def hands_counted(state: Workshop, event: e.HandsCounted) -> Workshop:
    last = state.discussion(event.statement).rounds[-1]
    return _last_round(state, event.statement, replace(last, hands=event.hands))


def revealed(state: Workshop, event: e.StatementsRevealed) -> Workshop:
    for statement in event.statements:
        last = state.discussion(statement).rounds[-1]
        state = _last_round(state, statement, replace(last, revealed=True))
    first = any(len(state.discussion(statement).rounds) == 1 for statement in event.statements)
    return replace(state, paces=paces_of(state)) if first else state


def put(state: Workshop, event: e.StatementPut) -> Workshop:
    state = _discussed(state, event.statement, replace(state.discussion(event.statement), put=True))
    return replace(state, put=event.statement)


def note_written(state: Workshop, event: e.NoteWritten) -> Workshop:
    return _discussed(state, event.statement, replace(state.discussion(event.statement), note=event.text))


def overruled(state: Workshop, event: e.VerdictOverruled) -> Workshop:
    return _discussed(state, event.statement, replace(state.discussion(event.statement), verdict=event.verdict))


def insight_shared(state: Workshop, event: e.InsightShared, by: str) -> Workshop:
    return replace(state, insights=(*state.insights, Insight(event.insight, event.text, by)))
