# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop is at one moment: a fold of its events, immutable. Read by core, views and the room only.

Maps that grow with people are persistent (immutables.Map), so that one stance costs the same with ten and ten thousand.
Once a workshop is sealed they are empty, and ``sealed`` has in each place what was kept.
"""

import datetime

from immutables import Map
from msgspec import Struct

from leerlandschap.core.measures import Pace, Tally
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Consent,
    InsightId,
    LandscapeId,
    Language,
    OptionId,
    ParticipantId,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    QuestionId,
    StatementId,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop.kept import Kept, KeptAnswers, KeptDiscussion, KeptPrinciple, KeptRound
from leerlandschap.core.workshop.playbook import Playbook, StepId
from leerlandschap.core.workshop.terms import Terms

NOBODY = Tally((0, 0, 0, 0, 0), 0)


class Stance(Struct, frozen=True, gc=False):
    """``at``: when it was last taken or changed. ``seconds``: what the first answer of a first round took, since this
    person's stance before it, the opening or coming in, whichever was last."""

    position: int | None
    motivation: str
    at: datetime.datetime
    seconds: float | None = None


class Round(Struct, frozen=True, gc=False):
    """One time that stances were taken on a statement. ``tally`` counts the phones, ``hands`` those without."""

    opened_at: datetime.datetime
    stances: Map[ParticipantId, Stance] = Map()
    tally: Tally = NOBODY
    hands: Tally = NOBODY
    revealed: bool = False
    sealed: KeptRound | None = None

    @property
    def total(self) -> Tally:
        return self.tally + self.hands

    @property
    def phones(self) -> int:
        """How many answered with one."""
        return self.tally.answers if self.sealed is None else self.sealed.phones

    @property
    def raised(self) -> int:
        """How many raised a hand."""
        return self.hands.answers if self.sealed is None else self.sealed.hands

    @property
    def answers(self) -> int:
        return self.phones + self.raised


class Discussion(Struct, frozen=True, gc=False):
    """What the group made of one statement."""

    rounds: tuple[Round, ...] = ()
    note: str = ""
    verdict: Zone | None = None
    put: bool = False  # it has been put to the group
    sealed: KeptDiscussion | None = None


UNDISCUSSED = Discussion()


class Insight(Struct, frozen=True):
    id: InsightId
    text: str
    by: str


class Point(Struct, frozen=True):
    id: PointId
    number: int
    kind: PointKind
    text: str
    statements: tuple[StatementId, ...]
    by: str
    merged_into: PointId | None = None
    raised_as: str = ""  # its own words, once merging gave it others


class FollowUp(Struct, frozen=True):
    point: PointId
    text: str
    owner: PersonId | None
    due_on: datetime.date | None
    first_step: str
    done_when: str


class Answer(Struct, frozen=True):
    choice: dict[OptionId, int]
    fill: str


class Answers(Struct, frozen=True):
    """The answers to one thinking question; ``points`` adds them up per option."""

    by: Map[ParticipantId, Answer] = Map()
    points: Map[OptionId, int] = Map()
    sealed: KeptAnswers | None = None

    @property
    def people(self) -> int:
        return len(self.by) if self.sealed is None else self.sealed.people


class Given(Struct, frozen=True):
    position: Consent
    reservation: str


class Wordings(Struct, frozen=True):
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class Principle(Struct, frozen=True):
    """A principle with every wording it had; the last counts. Consent is to the last wording only."""

    id: PrincipleId
    number: int
    wordings: tuple[Wordings, ...]
    by: str
    asked: bool = False
    consents: Map[ParticipantId, Given] = Map()
    revealed: bool = False
    kept: bool = False
    sealed: KeptPrinciple | None = None

    @property
    def answered(self) -> int:
        """How many said whether they can live with it."""
        return len(self.consents) if self.sealed is None else self.sealed.answers

    @property
    def words(self) -> Wordings:
        return self.wordings[-1]


class Clock(Struct, frozen=True):
    """Seconds spent in each step so far, and since when the present one runs (None: stopped)."""

    spent: Map[StepId, float] = Map()
    lent: Map[StepId, float] = Map()  # minutes added to a step
    running_since: datetime.datetime | None = None
    paused: bool = False


class Workshop(Struct, frozen=True, gc=False):
    id: WorkshopId
    landscape: LandscapeId
    title: str
    organisation: str
    team: str
    language: Language
    playbook: Playbook
    terms: Terms
    opened_at: datetime.datetime
    expected: int | None = None
    participants: Map[ParticipantId, datetime.datetime] = Map()  # and when they came in
    ready: Map[ParticipantId, None] = Map()
    step: StepId = StepId.WELCOME
    clock: Clock = Clock()
    discussions: Map[StatementId, Discussion] = Map()
    put: StatementId | None = None
    paces: Map[StatementId, Pace] = (
        Map()
    )  # of the first rounds that were revealed, once people had another to compare with
    insights: tuple[Insight, ...] = ()
    points: Map[PointId, Point] = Map()
    dots: Map[ParticipantId, dict[PointId, int]] = Map()
    dot_totals: Map[PointId, int] = Map()
    dots_open: bool = False
    dots_revealed: bool = False
    follow_ups: Map[PointId, FollowUp] = Map()
    answers: Map[QuestionId, Answers] = Map()
    answers_revealed: bool = False
    principles: Map[PrincipleId, Principle] = Map()
    scope: str = ""
    boundaries: tuple[tuple[BoundaryId, str], ...] = ()
    parked: tuple[tuple[str, str], ...] = ()  # (id of what it is, or of the thought; words of a thought)
    ratings: Map[ParticipantId, int] = Map()
    closed_at: datetime.datetime | None = None
    ratings_shown: bool = False  # it was closed with enough of them
    sealed_at: datetime.datetime | None = None
    sealed: Kept | None = None

    @property
    def present(self) -> int:
        return len(self.participants) if self.sealed is None else self.sealed.present

    @property
    def are_ready(self) -> int:
        return len(self.ready) if self.sealed is None else self.sealed.ready

    @property
    def dots_spent_by(self) -> int:
        return len(self.dots) if self.sealed is None else self.sealed.dots_spent_by

    def discussion(self, statement: StatementId) -> Discussion:
        return self.discussions.get(statement, UNDISCUSSED)

    def last_round(self, statement: StatementId) -> Round | None:
        rounds = self.discussion(statement).rounds
        return rounds[-1] if rounds else None

    def is_open(self, statement: StatementId) -> bool:
        """True while stances can be taken on it."""
        last = self.last_round(statement)
        return last is not None and not last.revealed

    @property
    def open_statements(self) -> tuple[StatementId, ...]:
        return tuple(s.id for s in self.playbook.statements if self.is_open(s.id))

    def is_parked(self, what: str) -> bool:
        return any(each == what for each, _ in self.parked)
