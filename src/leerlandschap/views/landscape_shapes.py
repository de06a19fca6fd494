# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a landscape's screens, API and documents get to see. Frozen; what may not be seen is not in it."""

import datetime

from msgspec import Struct

from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.landscape.outcome import Words, WorkshopOutcome
from leerlandschap.core.landscape.state import FollowUpStatus, Passage, PrincipleStatus, Stage, Step
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    FindingId,
    LandscapeId,
    Language,
    PointId,
    PointKind,
    PrincipleId,
    Role,
    Touch,
    WorkshopId,
)
from leerlandschap.core.workshop.playbook import Wording

__all__ = ["Edition", "FollowUpStatus", "Passage", "PrincipleStatus", "Stage", "Step"]


class WorkshopLine(Struct, frozen=True):
    """A workshop of the landscape. ``carried``: its outcome has been kept here."""

    id: WorkshopId
    title: str
    team: str
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    carried: bool = False


class FollowUpLine(Struct, frozen=True):
    """``statements`` are the numbers they had in the workshop, ``raised_at`` these with their names; ``about`` is the
    point it was agreed on."""

    id: PointId
    number: int
    workshop: WorkshopId
    kind: PointKind
    text: str
    about: str
    owner: str | None
    has_address: bool
    due_on: datetime.date | None
    first_step: str
    done_when: str
    status: FollowUpStatus
    overdue: bool
    reason: str
    statements: tuple[int, ...]
    sources: tuple[str, ...]
    findings: tuple[FindingId, ...]
    raised_at: tuple[tuple[int, Wording], ...] = ()


class TouchLine(Struct, frozen=True):
    """What a finding does to a principle; ``back``: it has come back into it."""

    principle: PrincipleId
    number: int
    touch: Touch
    back: bool


class FindingLine(Struct, frozen=True):
    id: FindingId
    number: int
    follow_up: PointId
    text: str
    touches: tuple[TouchLine, ...]
    at: datetime.datetime
    by_owner: bool


class WordingLine(Struct, frozen=True):
    """One wording of a principle, the scope or a boundary (then only ``words.statement`` is filled)."""

    words: Words
    at: datetime.datetime
    by: Role
    workshop: WorkshopId | None = None
    finding: FindingId | None = None
    reason: str = ""


class SourceLine(Struct, frozen=True):
    workshop: WorkshopId
    kept: bool
    consent: tuple[int, int, int] | None
    reservations: tuple[str, ...]


class PrincipleLine(Struct, frozen=True):
    id: PrincipleId
    number: int
    words: Words
    status: PrincipleStatus
    stands: bool
    kept: bool
    wordings: tuple[WordingLine, ...]  # oldest first; the last one counts
    sources: tuple[SourceLine, ...]
    findings: tuple[FindingId, ...]  # that came back into it
    open_findings: tuple[FindingId, ...]  # that would change it and have not come back yet
    merged_into: PrincipleId | None
    reason: str
    changed_at: datetime.datetime | None


class BoundaryLine(Struct, frozen=True):
    id: BoundaryId
    number: int
    text: str
    lifted: str | None
    wordings: tuple[WordingLine, ...]


class LandscapeView(Struct, frozen=True):
    seq: int
    role: Role
    today: datetime.date
    landscape: LandscapeId
    organisation: str
    language: Language
    country: Country
    workshops: tuple[WorkshopLine, ...]  # newest first
    outcomes: tuple[WorkshopOutcome, ...]  # oldest first
    follow_ups: tuple[FollowUpLine, ...]
    findings: tuple[FindingLine, ...]
    principles: tuple[PrincipleLine, ...]
    alike: tuple[tuple[PrincipleId, PrincipleId], ...]
    scope: str
    scope_wordings: tuple[WordingLine, ...]
    boundaries: tuple[BoundaryLine, ...]
    passages: tuple[Passage, ...]
    stage: Stage
    route: tuple[Step, ...]
    editions: tuple[Edition, ...]
    review_on: datetime.date | None
    review_due: bool

    def outcome(self, workshop: WorkshopId) -> WorkshopOutcome | None:
        return next((o for o in self.outcomes if o.workshop == workshop), None)

    def follow_up(self, wanted: str) -> FollowUpLine | None:
        return next((f for f in self.follow_ups if f.id == wanted), None)

    def finding(self, wanted: str) -> FindingLine | None:
        return next((f for f in self.findings if f.id == wanted), None)

    def principle(self, wanted: str) -> PrincipleLine | None:
        return next((p for p in self.principles if p.id == wanted), None)
