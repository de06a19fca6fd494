# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a screen, the API and a document get to see. Frozen; what may not be seen is not in it (None), so that no screen
has to remember to hide anything.

Texts of the playbook are ``Wording``s (both languages); texts people typed are plain strings.
"""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.measures import Kind, Label, Thresholds
from leerlandschap.core.vocabulary import (
    BoundaryId,
    InsightId,
    LandscapeId,
    Language,
    OptionId,
    PointId,
    PointKind,
    PrincipleId,
    QuestionId,
    Role,
    StatementId,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop.playbook import Cue, Moment, Pacing, QuestionKind, Rescue, StepId, Turn, Wording
from leerlandschap.core.workshop.terms import Limits


class Chances(Struct, frozen=True):
    """Probabilities of the four regions; they add up to 1."""

    core_agree: float
    core_disagree: float
    polarised: float
    mixed: float


class Moved(Struct, frozen=True):
    """Where people went between two rounds, as totals; ``p`` is the exact sign test (mid-p).

    ``convergence`` is the unbiased disagreement of these people after less before (below zero: they came closer), with
    the chance of as much by swapping each person's two answers.
    """

    up: int
    down: int
    stayed: int
    p: float
    convergence: float | None = None
    convergence_p: float | None = None


class Outcome(Struct, frozen=True):
    """How the answers of one revealed round are spread. Too few answers: kind says so and every figure is None."""

    round: int
    kind: Kind
    zone: Zone | None  # as measured
    label: Label
    settled: bool
    answers: int | None = None
    counts: tuple[int, int, int, int, int] | None = None
    no_opinion: int | None = None
    disagree: int | None = None
    middle: int | None = None
    agree: int | None = None
    people_like_these: Chances | None = None
    this_room: Chances | None = None
    disagreement: float | None = None
    disagreement_unbiased: float | None = None
    opposition: float | None = None
    moved: Moved | None = None  # since the round before, of those who gave a position in both
    quick: bool | None = None  # core in the first round, and answered no slower than usual; None: not known, not first


class StatementView(Struct, frozen=True):
    id: StatementId
    number: int
    name: Wording
    text: Wording
    status: Literal["waiting", "open", "revealed"]
    round: int  # of the last round; 0 when none was opened
    answers: int  # people who answered in the round that is open, those counted by hand included
    hands: int  # of these, counted by hand
    outcomes: tuple[Outcome, ...]  # of the revealed rounds, oldest first
    note: str
    verdict: Zone | None  # what the group itself says, where it overruled the figures
    discussed: bool
    current: bool  # it is put to the group now
    parked: bool
    motivations: tuple[str, ...] = ()  # in alphabetical order, so that nobody's place is told; facilitator only

    @property
    def outcome(self) -> Outcome | None:
        return self.outcomes[-1] if self.outcomes else None

    @property
    def zone(self) -> Zone | None:
        """Where it lies on the map: the group's own word wins."""
        measured = self.outcome.zone if self.outcome else None
        return (self.verdict or measured) if measured else None


class OrderLine(Struct, frozen=True):
    """A suggestion: what to talk about in which order, and which side to hear first."""

    statement: StatementId
    advice: Literal["name", "discuss", "if_time"]
    first: Literal["agree", "disagree"] | None = None


class PointView(Struct, frozen=True):
    id: PointId
    number: int
    kind: PointKind
    text: str
    statements: tuple[StatementId, ...]
    sources: tuple[str, ...]  # the words it was raised in, and those of the points merged into it
    dots: int | None
    parked: bool
    agreed: bool  # there is a follow-up on it


class FollowUpView(Struct, frozen=True):
    point: PointId
    kind: PointKind
    text: str
    owner: str | None
    due_on: datetime.date | None
    first_step: str
    done_when: str
    statements: tuple[StatementId, ...]


class OptionView(Struct, frozen=True):
    id: OptionId
    text: Wording
    description: Wording | None
    fill: Wording | None
    points: int | None


class QuestionView(Struct, frozen=True):
    id: QuestionId
    name: Wording
    text: Wording
    kind: QuestionKind
    most: int
    options: tuple[OptionView, ...]
    answers: int  # people who answered
    revealed: bool
    too_few: bool  # revealed, but with too few answers to show
    fills: tuple[str, ...] = ()


class ConsentFigures(Struct, frozen=True):
    agree: int
    can_live_with: int
    object: int


class PrincipleView(Struct, frozen=True):
    id: PrincipleId
    number: int
    statement: str
    because: str
    means: str
    except_: str
    status: Literal["draft", "asked", "revealed", "kept"]
    parked: bool
    answers: int  # people who said whether they can live with it
    too_few: bool
    consent: ConsentFigures | None
    reservations: tuple[str, ...]
    earlier: tuple[str, ...]  # wordings it had before


class InsightView(Struct, frozen=True):
    id: InsightId
    text: str


class BoundaryView(Struct, frozen=True):
    id: BoundaryId
    text: str


class ParkedView(Struct, frozen=True):
    what: str
    kind: Literal["point", "principle", "statement", "thought"]
    text: str
    wording: Wording | None = None


class StepView(Struct, frozen=True):
    """A step with its time: minutes as planned, seconds used, and minutes lost to (-) or borrowed from (+) others."""

    id: StepId
    title: Wording
    instruction: Wording
    minutes: float
    spent: float
    lent: float
    left: float  # minutes it may still take, loans counted
    current: bool


class ClockView(Struct, frozen=True):
    now: datetime.datetime
    running: bool
    paused: bool
    until: datetime.datetime | None  # when the present step has used its minutes; None while stopped
    left: float  # seconds left in this step; below zero it borrows
    whole: float  # minutes of the whole meeting
    used: float  # seconds used in all


class Advice(Struct, frozen=True):
    """A piece of advice: the rule's name, where on the desk its evidence stands, and the figures of its reason."""

    rule: str
    evidence: str
    facts: dict[str, int]


class WorkshopView(Struct, frozen=True):
    seq: int
    role: Role
    workshop: WorkshopId
    landscape: LandscapeId
    title: str
    organisation: str
    team: str
    language: Language
    pacing: Pacing
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    playbook_title: Wording
    aim: Wording
    duration: Wording
    closing: Wording
    step: StepId
    moment: Moment
    steps: tuple[StepView, ...]
    clock: ClockView
    present: int  # participants with a phone
    in_room: int  # with those counted by hand
    expected: int | None
    ready: int
    statements: tuple[StatementView, ...]
    order: tuple[OrderLine, ...]
    insights: tuple[InsightView, ...]
    points_raised: int
    points: tuple[PointView, ...]
    dots_each: int
    dots_spent_by: int  # people
    dots_revealed: bool
    dots_too_few: bool
    follow_ups: tuple[FollowUpView, ...]
    questions: tuple[QuestionView, ...]
    starters: tuple[Wording, ...]
    first_step_starter: Wording | None
    principles: tuple[PrincipleView, ...]
    scope: str
    boundaries: tuple[BoundaryView, ...]
    parked: tuple[ParkedView, ...]
    thresholds: Thresholds
    limits: Limits
    ratings: tuple[int, ...] | None = None  # five counts, after closing, from enough answers
    cue: Cue | None = None  # facilitator only, as are the next five
    cue_after: Cue | None = None
    rescues: tuple[Rescue, ...] = ()
    advice: tuple[Advice, ...] = ()
    texts: tuple[tuple[str, Wording], ...] = ()  # every text that may be changed, by its place; before the start only
    cues: tuple[tuple[Moment, Turn | None], ...] = ()  # the script in its order: the moment of each, and its turn
    sealed_at: datetime.datetime | None = None  # since when nobody's own choice is kept, only the totals
