# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened in a workshop, in the past tense. Who and when stand on the entry around it, not in the event.

An event is written down for ever: change a shape only by adding a field with a default, or by a lift in the journal.
"""

import datetime

from msgspec import Struct

from leerlandschap.core.measures import Tally
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
from leerlandschap.core.workshop.kept import Kept
from leerlandschap.core.workshop.playbook import Pacing, Playbook, Statement, StepId
from leerlandschap.core.workshop.terms import Terms


class Happened(Struct, frozen=True, gc=False, tag=True, tag_field="type", omit_defaults=True):
    """Every event."""


class WorkshopOpened(Happened, frozen=True):
    workshop: WorkshopId
    landscape: LandscapeId
    title: str
    organisation: str
    team: str
    language: Language
    playbook: Playbook
    terms: Terms


class ParticipantJoined(Happened, frozen=True):
    participant: ParticipantId


class SetUpChanged(Happened, frozen=True):
    title: str
    organisation: str
    team: str
    language: Language
    pacing: Pacing
    expected: int | None = None


class StatementEdited(Happened, frozen=True):
    """A statement in new words, or one more at the end."""

    statement: Statement


class StatementDropped(Happened, frozen=True):
    statement: StatementId


class TextEdited(Happened, frozen=True):
    place: str
    language: Language
    text: str


class MinutesSet(Happened, frozen=True):
    step: StepId
    minutes: float


class StepEntered(Happened, frozen=True):
    step: StepId


class MinuteAdded(Happened, frozen=True):
    step: StepId


class ClockPaused(Happened, frozen=True):
    pass


class ClockResumed(Happened, frozen=True):
    pass


class StatementsOpened(Happened, frozen=True):
    """A new round on each of these statements."""

    statements: tuple[StatementId, ...]


class StanceTaken(Happened, frozen=True):
    participant: ParticipantId
    statement: StatementId
    position: int | None
    motivation: str = ""


class HandsCounted(Happened, frozen=True):
    statement: StatementId
    hands: Tally


class SaidReady(Happened, frozen=True):
    participant: ParticipantId


class StatementsRevealed(Happened, frozen=True):
    statements: tuple[StatementId, ...]


class StatementPut(Happened, frozen=True):
    statement: StatementId


class NoteWritten(Happened, frozen=True):
    statement: StatementId
    text: str


class VerdictOverruled(Happened, frozen=True):
    statement: StatementId
    verdict: Zone | None


class InsightShared(Happened, frozen=True):
    insight: InsightId
    text: str


class PointRaised(Happened, frozen=True):
    point: PointId
    kind: PointKind
    text: str
    statements: tuple[StatementId, ...] = ()


class PointsMerged(Happened, frozen=True):
    into: PointId
    merged: tuple[PointId, ...]
    text: str


class SetAside(Happened, frozen=True):
    """Parked: a point, principle or statement by its id, or a thought in words with an id of its own."""

    what: str
    text: str = ""


class TakenUp(Happened, frozen=True):
    """No longer parked."""

    what: str


class DotsOpened(Happened, frozen=True):
    pass


class DotsSpent(Happened, frozen=True):
    participant: ParticipantId
    dots: dict[PointId, int]


class DotsRevealed(Happened, frozen=True):
    pass


class FollowUpAgreed(Happened, frozen=True):
    """The owner is an id in the erasable table of names."""

    point: PointId
    text: str
    owner: PersonId | None = None
    due_on: datetime.date | None = None
    first_step: str = ""
    done_when: str = ""


class QuestionAnswered(Happened, frozen=True):
    """``choice``: how many points on which option; a single choice is one point."""

    participant: ParticipantId
    question: QuestionId
    choice: dict[OptionId, int]
    fill: str = ""


class AnswersRevealed(Happened, frozen=True):
    pass


class PrincipleDrafted(Happened, frozen=True):
    principle: PrincipleId
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class PrincipleEdited(Happened, frozen=True):
    principle: PrincipleId
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class ConsentAsked(Happened, frozen=True):
    principles: tuple[PrincipleId, ...]


class ConsentGiven(Happened, frozen=True):
    participant: ParticipantId
    principle: PrincipleId
    position: Consent
    reservation: str = ""


class ConsentRevealed(Happened, frozen=True):
    principles: tuple[PrincipleId, ...]


class PrincipleKept(Happened, frozen=True):
    principle: PrincipleId


class ScopeSet(Happened, frozen=True):
    text: str


class BoundarySet(Happened, frozen=True):
    """An empty text: the boundary is removed."""

    boundary: BoundaryId
    text: str


class WorkshopRated(Happened, frozen=True):
    participant: ParticipantId
    rating: int


class WorkshopClosed(Happened, frozen=True):
    pass


class WorkshopReopened(Happened, frozen=True):
    pass


class WorkshopSealed(Happened, frozen=True):
    """What stays; of everything before it only the opening is left in the journal."""

    kept: Kept


Event = (
    WorkshopOpened
    | ParticipantJoined
    | SetUpChanged
    | StatementEdited
    | StatementDropped
    | TextEdited
    | MinutesSet
    | StepEntered
    | MinuteAdded
    | ClockPaused
    | ClockResumed
    | StatementsOpened
    | StanceTaken
    | HandsCounted
    | SaidReady
    | StatementsRevealed
    | StatementPut
    | NoteWritten
    | VerdictOverruled
    | InsightShared
    | PointRaised
    | PointsMerged
    | SetAside
    | TakenUp
    | DotsOpened
    | DotsSpent
    | DotsRevealed
    | FollowUpAgreed
    | QuestionAnswered
    | AnswersRevealed
    | PrincipleDrafted
    | PrincipleEdited
    | ConsentAsked
    | ConsentGiven
    | ConsentRevealed
    | PrincipleKept
    | ScopeSet
    | BoundarySet
    | WorkshopRated
    | WorkshopClosed
    | WorkshopReopened
    | WorkshopSealed
)
