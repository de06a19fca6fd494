# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop of any size as events, as they stand in a journal."""

import datetime
from collections.abc import Iterator

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import LandscapeId, Language, ParticipantId, WorkshopId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Playbook, StepId
from leerlandschap.core.workshop.terms import Terms

NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
Told = tuple[e.Event, datetime.datetime]


def card() -> Playbook:
    return playbooks.known()["leerlandschap-verkennen"]


def gathering(people: int, *, answered: int = 5, workshop: str = "w") -> Iterator[Told]:
    """Opened, everybody in, and everybody's stance on the first of the statements."""
    names = WorkshopId(workshop), LandscapeId("l"), "Leren", "Westerveen", ""
    statements = card().statements
    yield e.WorkshopOpened(*names, Language.NL, card(), Terms()), NOON
    for n in range(people):
        yield e.ParticipantJoined(ParticipantId(f"p{n}")), NOON
    yield e.StepEntered(StepId.STATEMENTS), NOON
    yield e.StatementsOpened(tuple(s.id for s in statements)), NOON
    for at, s in enumerate(statements[:answered]):
        for n in range(people):
            stance = e.StanceTaken(ParticipantId(f"p{n}"), s.id, 1 + (n * 7 + at) % 5)
            yield stance, NOON + datetime.timedelta(seconds=20 * at + n % 11)
