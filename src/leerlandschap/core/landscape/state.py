# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a landscape is at one moment: a fold of its events, immutable. Read by core, views and its room only."""

import datetime
from enum import StrEnum
from typing import Literal

from immutables import Map
from msgspec import Struct

from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.landscape.outcome import FollowUpOutcome, Words, WorkshopOutcome
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    FindingId,
    LandscapeId,
    Language,
    PassageId,
    PersonId,
    PointId,
    PrincipleId,
    SectionId,
    Touch,
    WorkshopId,
)


class FollowUpStatus(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    FOUND = "found"
    DROPPED = "dropped"


class FollowUp(Struct, frozen=True):
    """A follow-up after its workshop. ``agreed`` is how it was agreed; owner and date may have changed since."""

    id: PointId
    number: int
    workshop: WorkshopId
    agreed: FollowUpOutcome
    owner: PersonId | None
    due_on: datetime.date | None
    status: FollowUpStatus = FollowUpStatus.OPEN
    reason: str = ""  # why it waits, or was dropped
    findings: tuple[FindingId, ...] = ()
    ended_at: datetime.datetime | None = None  # found or dropped; None while there is something to do


class Finding(Struct, frozen=True):
    id: FindingId
    number: int
    follow_up: PointId
    text: str
    touches: dict[PrincipleId, Touch]
    at: datetime.datetime
    by: str  # a role, or the follow-up's id when its owner wrote it


class PrincipleStatus(StrEnum):
    DRAFT = "draft"
    SUPPLEMENTED = "supplemented"
    ADOPTED = "adopted"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


class PrincipleWording(Struct, frozen=True):
    """One wording: by whom and when, and what it came from: a workshop, a finding or a reason."""

    words: Words
    at: datetime.datetime
    by: str
    workshop: WorkshopId | None = None
    finding: FindingId | None = None
    reason: str = ""


class Source(Struct, frozen=True):
    """A principle as one workshop left it."""

    workshop: WorkshopId
    principle: PrincipleId
    kept: bool = False
    consent: tuple[int, int, int] | None = None
    reservations: tuple[str, ...] = ()


class Principle(Struct, frozen=True):
    id: PrincipleId
    number: int
    wordings: tuple[PrincipleWording, ...]
    sources: tuple[Source, ...] = ()
    status: PrincipleStatus = PrincipleStatus.DRAFT
    findings: tuple[FindingId, ...] = ()  # that came back into it
    merged_into: PrincipleId | None = None
    reason: str = ""  # why it was withdrawn
    changed_at: datetime.datetime | None = None  # when its status last changed

    @property
    def words(self) -> Words:
        return self.wordings[-1].words

    @property
    def stands(self) -> bool:
        """Neither withdrawn nor gone into another."""
        return self.merged_into is None and self.status is not PrincipleStatus.WITHDRAWN

    @property
    def kept(self) -> bool:
        """A group kept it, or a hand took it up since."""
        by_a_group = any(source.kept for source in self.sources)
        return by_a_group or not self.sources or self.status is not PrincipleStatus.DRAFT


class TextWording(Struct, frozen=True):
    """A wording of the scope or of a boundary."""

    text: str
    at: datetime.datetime
    by: str
    workshop: WorkshopId | None = None
    finding: FindingId | None = None


class Boundary(Struct, frozen=True):
    id: BoundaryId
    number: int
    wordings: tuple[TextWording, ...]
    lifted: str | None = None  # why; None while it stands

    @property
    def text(self) -> str:
        return self.wordings[-1].text


class Writing(Struct, frozen=True):
    """What a hand wrote in a passage, once."""

    text: str
    at: datetime.datetime
    by: str


class Passage(Struct, frozen=True):
    """What a hand did to a passage of the policy. ``source`` is the digest of the generated words it has seen."""

    id: PassageId
    section: SectionId
    mark: Literal["edited", "decided", "left_out"]
    source: str
    writings: tuple[Writing, ...]
    place: int  # in the order in which hands began on them

    @property
    def text(self) -> str:
        return self.writings[-1].text if self.writings else ""


class Stage(StrEnum):
    """How far the policy is on its way to being adopted."""

    CONCEPT = "concept"
    SENT = "sent"
    CONSENT_ASKED = "consent_asked"
    CONSENT_GIVEN = "consent_given"
    ADOPTED = "adopted"


class Step(Struct, frozen=True):
    """One step of the decision route, as it was recorded."""

    kind: Literal["sent", "consent_asked", "consent_given", "consent_withheld", "adopted", "reopened"]
    at: datetime.datetime
    on: datetime.date | None = None
    to: str = ""
    number: str = ""
    remark: str = ""
    version: int = 0


class Landscape(Struct, frozen=True):
    id: LandscapeId
    organisation: str
    opened_at: datetime.datetime
    language: Language = Language.NL
    country: Country = Country.NL
    workshops: tuple[WorkshopId, ...] = ()
    outcomes: Map[WorkshopId, WorkshopOutcome] = Map()
    follow_ups: Map[PointId, FollowUp] = Map()
    findings: Map[FindingId, Finding] = Map()
    principles: Map[PrincipleId, Principle] = Map()
    scope: tuple[TextWording, ...] = ()
    boundaries: Map[BoundaryId, Boundary] = Map()
    passages: Map[PassageId, Passage] = Map()
    stage: Stage = Stage.CONCEPT
    route: tuple[Step, ...] = ()
    editions: tuple[Edition, ...] = ()
    review_on: datetime.date | None = None

    @property
    def standing(self) -> tuple[Principle, ...]:
        """The principles that stand, in the order in which they came."""
        return tuple(sorted((p for p in self.principles.values() if p.stands), key=lambda p: p.number))

    def open_findings(self, principle: PrincipleId) -> tuple[Finding, ...]:
        """Findings that would change a principle and have not come back into it."""
        back = self.principles[principle].findings
        changing = (Touch.SUPPLEMENTS, Touch.CONTRADICTS)
        found = (f for f in self.findings.values() if f.touches.get(principle) in changing and f.id not in back)
        return tuple(sorted(found, key=lambda f: f.number))
