# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays of a workshop once it is sealed: totals that were shown, and words without who wrote them or when.

No participant is in it, nothing that was never shown, and no total from too few answers. Like every event it is written
down for ever: change a shape only by adding a field with a default, or by a lift in the journal.
"""

import datetime

from msgspec import Struct

from leerlandschap.core.measures import Pace, Tally
from leerlandschap.core.vocabulary import (
    BoundaryId,
    InsightId,
    Language,
    OptionId,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    QuestionId,
    StatementId,
    Zone,
)
from leerlandschap.core.workshop.playbook import Playbook, StepId


class KeptMovement(Struct, frozen=True):
    """Since the round before it: how many moved to agree, away from it, and stayed; and how far they came together."""

    up: int
    down: int
    stayed: int
    convergence: float | None
    convergence_p: float | None


class KeptRound(Struct, frozen=True, omit_defaults=True):
    """How many phones and hands there were. ``shown`` is the spread of both; None: never shown, or too few."""

    opened_at: datetime.datetime
    revealed: bool
    phones: int
    hands: int
    shown: Tally | None = None
    moved: KeptMovement | None = None


class KeptDiscussion(Struct, frozen=True, omit_defaults=True):
    """``reasons`` are those that the facilitator was shown, of all rounds together."""

    statement: StatementId
    rounds: tuple[KeptRound, ...] = ()
    note: str = ""
    verdict: Zone | None = None
    put: bool = False
    pace: Pace | None = None
    reasons: tuple[str, ...] = ()


class KeptPoint(Struct, frozen=True, omit_defaults=True):
    """In the order in which they were raised. ``dots``: None when they were never shown, or from too few people."""

    id: PointId
    kind: PointKind
    text: str
    statements: tuple[StatementId, ...] = ()
    merged_into: PointId | None = None
    raised_as: str = ""
    dots: int | None = None


class KeptFollowUp(Struct, frozen=True, omit_defaults=True):
    point: PointId
    text: str
    owner: PersonId | None = None
    due_on: datetime.date | None = None
    first_step: str = ""
    done_when: str = ""


class KeptAnswers(Struct, frozen=True, omit_defaults=True):
    """``points`` and ``fills`` are empty when they were never shown, or from too few answers."""

    question: QuestionId
    people: int
    points: dict[OptionId, int] = {}
    fills: tuple[str, ...] = ()


class KeptWording(Struct, frozen=True, omit_defaults=True):
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class KeptPrinciple(Struct, frozen=True, omit_defaults=True):
    """In the order in which they were drafted. ``consent``: how many agree, can live with it, object."""

    id: PrincipleId
    wordings: tuple[KeptWording, ...]
    answers: int = 0
    asked: bool = False
    revealed: bool = False
    kept: bool = False
    consent: tuple[int, int, int] | None = None
    reservations: tuple[str, ...] = ()


class Kept(Struct, frozen=True, omit_defaults=True):
    """Everything but what the opening says already. ``spent`` and ``lent``: seconds and minutes of each step."""

    title: str
    organisation: str
    team: str
    language: Language
    playbook: Playbook
    closed_at: datetime.datetime
    step: StepId
    present: int
    ready: int = 0
    expected: int | None = None
    spent: dict[StepId, float] = {}
    lent: dict[StepId, float] = {}
    paused: bool = False
    discussions: tuple[KeptDiscussion, ...] = ()
    put: StatementId | None = None
    insights: tuple[tuple[InsightId, str], ...] = ()
    points: tuple[KeptPoint, ...] = ()
    dots_spent_by: int = 0
    dots_open: bool = False
    dots_revealed: bool = False
    follow_ups: tuple[KeptFollowUp, ...] = ()
    answers: tuple[KeptAnswers, ...] = ()
    answers_revealed: bool = False
    principles: tuple[KeptPrinciple, ...] = ()
    scope: str = ""
    boundaries: tuple[tuple[BoundaryId, str], ...] = ()
    parked: tuple[tuple[str, str], ...] = ()
    ratings: tuple[int, ...] | None = None
