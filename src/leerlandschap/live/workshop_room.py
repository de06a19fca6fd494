# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room of one workshop."""

import datetime
from typing import Any, cast

from leerlandschap.core.asking import Ask
from leerlandschap.core.vocabulary import ParticipantId, Refused, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.journal import Entry
from leerlandschap.journal.codec import Event
from leerlandschap.journal.entry import HOUSE
from leerlandschap.live.room import Room
from leerlandschap.views.mine import Mine
from leerlandschap.views.sealing import kept_of
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import mine_of, view_of


class WorkshopRoom(Room[Workshop]):
    """What everybody does at the same time is shown on the beat, everything else at once."""

    counters = (
        e.StanceTaken,
        e.ParticipantJoined,
        e.SaidReady,
        e.HandsCounted,
        e.InsightShared,
        e.PointRaised,
        e.DotsSpent,
        e.QuestionAnswered,
        e.PrincipleDrafted,
        e.ConsentGiven,
        e.WorkshopRated,
    )
    seals = (e.WorkshopSealed,)

    @property
    def clock_runs(self) -> bool:
        return self._state is not None and self._state.clock.running_since is not None

    def view(self, role: Role) -> WorkshopView:
        """What a role may see now. Raises LookupError in a room that does not exist."""
        state = self._known()
        return view_of(state, role, self._outside.now(), self._outside.names(self.stream), self.seq)

    def sealing(self) -> Entry | None:
        """What is to take the place of everything but the opening; None while it is not closed, or sealed already."""
        state = self._state
        if state is None or state.closed_at is None or state.sealed is not None:
            return None
        event = e.WorkshopSealed(kept_of(state))
        return Entry(self.stream, self.seq + 1, self._outside.now(), HOUSE, event)

    def mine(self, participant: ParticipantId) -> Mine:
        return mine_of(self._known(), participant)

    def _decided(self, state: Workshop, ask: Ask[Any]) -> tuple[Event, ...] | Refused:
        return decide(state, ask)

    def _evolved(self, state: Workshop | None, event: Event, at: datetime.datetime, by: str) -> Workshop:
        return evolve(state, cast(e.Event, event), at, by)  # a stream holds one kind
