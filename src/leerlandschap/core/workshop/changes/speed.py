# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the statements were answered, of the first rounds that have been revealed."""

from collections.abc import Iterator
from heapq import nsmallest

from immutables import Map

from leerlandschap.core.measures import Pace, paces
from leerlandschap.core.vocabulary import ParticipantId, StatementId
from leerlandschap.core.workshop.state import Workshop

# A median of so many people is as good as one of ten thousand, and a reveal stays within 20 ms. Ids are random, so the
# first in their order are a fair draw; and the same ones in every replay.
MOST = 300
LEAST = 3  # statements: of two, their lengths explain every difference


def paces_of(state: Workshop) -> Map[StatementId, Pace]:
    """A pace for every statement that can be compared with at least two others; empty before that."""
    shown = {s for s, discussion in state.discussions.items() if discussion.rounds and discussion.rounds[0].revealed}
    if len(shown) < LEAST:
        return Map()
    texts = {s.id: s.text.spoken(state.language)[0] for s in state.playbook.statements if s.id in shown}
    return Map(paces(_times(state, tuple(texts)), {which: max(1, len(text)) for which, text in texts.items()}))


def _times(state: Workshop, statements: tuple[StatementId, ...]) -> Iterator[tuple[ParticipantId, StatementId, float]]:
    everybody = state.participants
    people = everybody if len(everybody) <= MOST else nsmallest(MOST, everybody)
    for statement in statements:
        stances = state.discussion(statement).rounds[0].stances
        for person in people:
            stance = stances.get(person)
            if stance is not None and stance.seconds is not None:
                yield person, statement, stance.seconds
