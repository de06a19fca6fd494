# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a closed workshop hands on to its landscape: totals only, as they were shown, never who said what.

It is a copy, made once at closing. A landscape stays readable when the workshop itself is sealed or deleted.
"""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.measures import Kind, Label, Thresholds
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Language,
    OptionId,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    QuestionId,
    StatementId,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop.playbook import QuestionKind, Wording


class Words(Struct, frozen=True, omit_defaults=True):
    """A principle in full."""

    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class RoundOutcome(Struct, frozen=True, omit_defaults=True):
    """One revealed round of one statement. From too few answers every figure is None."""

    round: int
    kind: Kind
    label: Label
    settled: bool
    answers: int | None = None
    counts: tuple[int, int, int, int, int] | None = None
    no_opinion: int | None = None
    up: int | None = None  # of those who answered this round and the one before
    down: int | None = None
    stayed: int | None = None
    quick: bool | None = None  # agreed before talking, and no slower than usual; of the first round only


class StatementOutcome(Struct, frozen=True, omit_defaults=True):
    id: StatementId
    number: int
    name: Wording
    text: Wording
    rounds: tuple[RoundOutcome, ...] = ()
    zone: Zone | None = None  # where it lies: the group's own word wins
    overruled: bool = False
    note: str = ""

    @property
    def last(self) -> RoundOutcome | None:
        return self.rounds[-1] if self.rounds else None


class OptionOutcome(Struct, frozen=True, omit_defaults=True):
    id: OptionId
    text: Wording
    points: int | None = None


class ChoiceOutcome(Struct, frozen=True, omit_defaults=True):
    """The answers to a thinking question; points are None when they were not shown or too few."""

    id: QuestionId
    name: Wording
    text: Wording
    kind: QuestionKind
    answers: int
    options: tuple[OptionOutcome, ...]


class PrincipleOutcome(Struct, frozen=True, omit_defaults=True):
    """``consent``: how many agree, can live with it, object; None when that was not shown or too few."""

    id: PrincipleId
    wordings: tuple[Words, ...]
    kept: bool = False
    consent: tuple[int, int, int] | None = None
    reservations: tuple[str, ...] = ()


class FollowUpOutcome(Struct, frozen=True, omit_defaults=True):
    """What was agreed on a point; ``sources`` are the words it was raised in."""

    point: PointId
    kind: PointKind
    text: str
    about: str = ""  # the point itself
    owner: PersonId | None = None  # in the names of the landscape
    due_on: datetime.date | None = None
    first_step: str = ""
    done_when: str = ""
    statements: tuple[StatementId, ...] = ()
    sources: tuple[str, ...] = ()


class PointOutcome(Struct, frozen=True, omit_defaults=True):
    """A point that nobody took up."""

    id: PointId
    kind: PointKind
    text: str
    dots: int | None = None


class ParkedOutcome(Struct, frozen=True, omit_defaults=True):
    kind: Literal["point", "principle", "statement", "thought"]
    text: str = ""
    wording: Wording | None = None


class WorkshopOutcome(Struct, frozen=True, omit_defaults=True):
    """Everything the landscape keeps of one workshop."""

    workshop: WorkshopId
    title: str
    team: str
    language: Language
    playbook: Wording
    opened_at: datetime.datetime
    closed_at: datetime.datetime
    in_room: int
    thresholds: Thresholds
    statements: tuple[StatementOutcome, ...] = ()
    choices: tuple[ChoiceOutcome, ...] = ()
    principles: tuple[PrincipleOutcome, ...] = ()
    follow_ups: tuple[FollowUpOutcome, ...] = ()
    points: tuple[PointOutcome, ...] = ()
    insights: tuple[str, ...] = ()
    scope: str = ""
    boundaries: tuple[tuple[BoundaryId, str], ...] = ()
    parked: tuple[ParkedOutcome, ...] = ()
    ratings: tuple[int, ...] | None = None

    def statement(self, wanted: StatementId) -> StatementOutcome | None:
        return next((s for s in self.statements if s.id == wanted), None)
