# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room of one landscape: years long, few writers, the same road."""

import datetime
from collections.abc import Callable
from typing import Any, cast

from leerlandschap.core.asking import Ask
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.decide import decide
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import PersonId, Refused, Role, WorkshopId
from leerlandschap.journal import Journal
from leerlandschap.journal.codec import Event
from leerlandschap.live.room import Outside, Room
from leerlandschap.views.landscape import landscape_view
from leerlandschap.views.landscape_shapes import LandscapeView

Addresses = Callable[[str], frozenset[PersonId]]  # of a landscape: the people who gave an e-mail address


class LandscapeRoom(Room[Landscape]):
    """``addresses`` tells who of a landscape can be written to; the addresses themselves never come here."""

    def __init__(self, stream: str, journal: Journal, outside: Outside, addresses: Addresses) -> None:
        super().__init__(stream, journal, outside)
        self._addresses = addresses

    @property
    def opened_at(self) -> datetime.datetime:
        return self._known().opened_at

    @property
    def workshops(self) -> tuple[WorkshopId, ...]:
        return self._known().workshops

    def has_outcome(self, workshop: WorkshopId, closed_at: datetime.datetime) -> bool:
        """Whether the outcome of this closing is kept here."""
        kept = self._known().outcomes.get(workshop)
        return kept is not None and kept.closed_at == closed_at

    def owners_done(self) -> dict[PersonId, datetime.datetime]:
        """Owners who have nothing left to do, with when the last of their follow-ups ended."""
        ends: dict[PersonId, list[datetime.datetime | None]] = {}
        for each in self._known().follow_ups.values():
            if each.owner is not None:
                ends.setdefault(each.owner, []).append(each.ended_at)
        return {owner: max(filter(None, ended)) for owner, ended in ends.items() if None not in ended}

    def view(self, role: Role, by: str = "") -> LandscapeView:
        """What a role may see now; ``by`` is the follow-up that an owner's link opens."""
        names, addresses = self._outside.names(self.stream), self._addresses(self.stream)
        return landscape_view(self._known(), role, by, self._outside.now(), names, addresses, self.seq)

    def _decided(self, state: Landscape, ask: Ask[Any]) -> tuple[Event, ...] | Refused:
        return decide(state, ask)

    def _evolved(self, state: Landscape | None, event: Event, at: datetime.datetime, by: str) -> Landscape:
        return evolve(state, cast(e.Event, event), at, by)  # a stream holds one kind
