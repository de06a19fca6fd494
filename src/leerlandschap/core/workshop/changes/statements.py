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
    """Asked thousands of times at once, and again for every entry of a workshop that is opened: one walk past the
    statements, one new state."""
    discussion = state.discussions[event.statement]
    last = discussion.rounds[-1]
    earlier = last.stances.get(event.participant)
    ready, seconds = state.ready, None
    if earlier is None:
        tally = _recounted(last.tally, event.position, 1)
        since, others = _so_far(state, last, event.participant)
        if len(discussion.rounds) == 1:
            seconds = (at - since).total_seconds()
        if others:  # another choice makes nobody readier
            ready = ready.set(event.participant, None)
    else:
        tally = _recounted(_recounted(last.tally, earlier.position, -1), event.position, 1)
        seconds = earlier.seconds
    stance = Stance(event.position, event.motivation, at, seconds)
    last = replace(last, stances=last.stances.set(event.participant, stance), tally=tally)
    discussion = replace(discussion, rounds=(*discussion.rounds[:-1], last))
    return replace(state, discussions=state.discussions.set(event.statement, discussion), ready=ready)


def _so_far(state: Workshop, answered_now: Round, participant: ParticipantId) -> tuple[datetime.datetime, bool]:
    """Since when somebody has been thinking of what they answer now: whoever is answering reads on from the stance
    they took last. And whether they have answered everything else that is open: rounds that were shown were answered by
    who wanted to."""
    since, others = max(answered_now.opened_at, state.participants.get(participant, answered_now.opened_at)), True
    for discussion in state.discussions.values():
        last = discussion.rounds[-1] if discussion.rounds else None
        if last is None or last.revealed or last is answered_now:
            continue
        stance = last.stances.get(participant)
        if stance is None:
            others = False
        elif stance.at > since:
            since = stance.at
    return since, others


def _recounted(tally: Tally, position: int | None, by: int) -> Tally:
    """One answer more or less, without counting everybody again."""
    if position is None:
        return Tally(tally.counts, tally.no_opinion + by)
    counts = list(tally.counts)
    counts[position - 1] += by
    a, b, c, d, f = counts
    return Tally((a, b, c, d, f), tally.no_opinion)


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
