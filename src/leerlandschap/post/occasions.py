# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a landscape has something to say to today. Pure: asked again before a letter goes out, so that nobody is told
what is no longer so."""

import datetime
from collections.abc import Iterator, Mapping

from msgspec import Struct

from leerlandschap.core.vocabulary import PersonId, PointId
from leerlandschap.views.landscape import STILL_TO_DO
from leerlandschap.views.landscape_shapes import FollowUpLine, LandscapeView
from leerlandschap.views.letters import LetterKind


class Occasion(Struct, frozen=True):
    """A reason to write. There is one letter for each, ever; ``day`` is the due date that it is about."""

    about: PointId
    person: PersonId
    kind: LetterKind
    day: datetime.date | None = None


def occasions(view: LandscapeView, people: Mapping[str, PersonId], days: int) -> tuple[Occasion, ...]:
    """What owners with an address may be told: an invitation always, a reminder in the ``days`` before a due date, and
    once that it has passed. ``people`` are ids by name."""
    return tuple(
        each
        for line in view.follow_ups
        if line.owner and line.has_address and line.status in STILL_TO_DO
        for each in _of(line, people[line.owner], view.today, days)
    )


def _of(line: FollowUpLine, person: PersonId, today: datetime.date, days: int) -> Iterator[Occasion]:
    yield Occasion(line.id, person, LetterKind.INVITATION)
    if line.due_on is None:
        return
    if line.due_on - datetime.timedelta(days=days) <= today < line.due_on:
        yield Occasion(line.id, person, LetterKind.REMINDER, line.due_on)
    if line.due_on < today:
        yield Occasion(line.id, person, LetterKind.OVERDUE, line.due_on)


def is_news(each: Occasion, invited_on: datetime.date | None, days: int) -> bool:
    """False when the invitation said it only just: it came within the days of the reminder, or after the due date."""
    if each.day is None or invited_on is None:
        return True
    latest = each.day - datetime.timedelta(days=days) if each.kind is LetterKind.REMINDER else each.day
    return invited_on <= latest
