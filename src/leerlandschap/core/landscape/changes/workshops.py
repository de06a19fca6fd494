# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop hands on becomes part of the landscape; what the landscape made of it since is not undone.

A workshop that was reopened and closed again hands on once more. Its follow-ups, principles, scope and boundaries are
known by their ids: new words are added to a principle, and nothing that a hand did to them here is lost.
"""

import datetime

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import FollowUpOutcome, PrincipleOutcome, WorkshopOutcome
from leerlandschap.core.landscape.state import (
    Boundary,
    FollowUp,
    FollowUpStatus,
    Landscape,
    Principle,
    PrincipleWording,
    Source,
    TextWording,
)


def carried_over(state: Landscape, event: e.OutcomeCarriedOver, at: datetime.datetime, by: str) -> Landscape:
    outcome = event.outcome
    state = replace(state, outcomes=state.outcomes.set(outcome.workshop, outcome))
    for each in outcome.follow_ups:
        state = _follow_up(state, each, outcome)
    for principle in outcome.principles:
        state = _principle(state, principle, outcome, at, by)
    return _boundaries(_scope(state, outcome, at, by), outcome, at, by)


def _follow_up(state: Landscape, each: FollowUpOutcome, outcome: WorkshopOutcome) -> Landscape:
    known = state.follow_ups.get(each.point)
    if known is None:
        number = len(state.follow_ups) + 1
        new = FollowUp(each.point, number, outcome.workshop, each, each.owner, each.due_on)
    elif _untouched(known):
        new = replace(known, agreed=each, owner=each.owner, due_on=each.due_on)
    else:
        new = replace(known, agreed=each)
    return replace(state, follow_ups=state.follow_ups.set(each.point, new))


def _untouched(known: FollowUp) -> bool:
    as_agreed = (known.owner, known.due_on) == (known.agreed.owner, known.agreed.due_on)
    return known.status is FollowUpStatus.OPEN and as_agreed


def _principle(
    state: Landscape, each: PrincipleOutcome, outcome: WorkshopOutcome, at: datetime.datetime, by: str
) -> Landscape:
    known = state.principles.get(each.id)
    worded = tuple(PrincipleWording(words, at, by, outcome.workshop) for words in each.wordings)
    source = Source(outcome.workshop, each.id, each.kept, each.consent, each.reservations)
    if known is None:
        new = Principle(each.id, len(state.principles) + 1, worded, (source,))
    else:
        untouched = known.changed_at is None and all(w.workshop for w in known.wordings)
        more = _news(known.wordings, worded) if untouched else ()
        new = replace(known, wordings=(*known.wordings, *more))
    state = replace(state, principles=state.principles.set(each.id, new))
    return _sourced(state, source)


def _news(known: tuple[PrincipleWording, ...], worded: tuple[PrincipleWording, ...]) -> tuple[PrincipleWording, ...]:
    """What the group said since; also when it came back to words it had before."""
    if [w.words for w in worded[: len(known)]] == [w.words for w in known]:
        return worded[len(known) :]
    return tuple(w for w in worded[-1:] if w.words != known[-1].words)


def _sourced(state: Landscape, source: Source) -> Landscape:
    """What the group said of it is known wherever it is a source: of itself, and of what it went into."""
    principles = state.principles
    for each in principles.values():
        at = next((n for n, s in enumerate(each.sources) if s.principle == source.principle), None)
        if at is not None:
            sources = (*each.sources[:at], source, *each.sources[at + 1 :])
            principles = principles.set(each.id, replace(each, sources=sources))
    return replace(state, principles=principles)


def _scope(state: Landscape, outcome: WorkshopOutcome, at: datetime.datetime, by: str) -> Landscape:
    """The first workshop gives the scope; what a later one says stands beside it, for a hand to choose."""
    mine = [w for w in state.scope if w.workshop == outcome.workshop]
    same = bool(mine) and mine[-1].text == outcome.scope
    if not outcome.scope or same or len(mine) < len(state.scope):
        return state
    return replace(state, scope=(*state.scope, TextWording(outcome.scope, at, by, outcome.workshop)))


def _boundaries(state: Landscape, outcome: WorkshopOutcome, at: datetime.datetime, by: str) -> Landscape:
    boundaries = state.boundaries
    for boundary, text in outcome.boundaries:
        worded = TextWording(text, at, by, outcome.workshop)
        known = boundaries.get(boundary)
        if known is None:
            boundaries = boundaries.set(boundary, Boundary(boundary, len(boundaries) + 1, (worded,)))
        elif all(w.workshop for w in known.wordings) and known.text != text:
            boundaries = boundaries.set(boundary, replace(known, wordings=(*known.wordings, worded)))
    return replace(state, boundaries=boundaries)
