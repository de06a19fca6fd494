# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened in a landscape, in the past tense. Who and when stand on the entry around it, not in the event.

An event is written down for ever: change a shape only by adding a field with a default, or by a lift in the journal.
"""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.landscape.outcome import WorkshopOutcome
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


class Kept(Struct, frozen=True, gc=False, tag=True, tag_field="type", omit_defaults=True):
    """Every event of a landscape."""


class LandscapeOpened(Kept, frozen=True):
    landscape: LandscapeId
    organisation: str
    language: Language = Language.NL


class WorkshopAdded(Kept, frozen=True):
    workshop: WorkshopId


class OutcomeCarriedOver(Kept, frozen=True):
    """A workshop closed, or closed again after it was reopened: the last outcome counts."""

    outcome: WorkshopOutcome


class FrameChosen(Kept, frozen=True):
    """The organisation by its name, its language and whose law it falls under."""

    organisation: str
    language: Language
    country: Country


# ---- follow-ups


class FollowUpTaken(Kept, frozen=True):
    """Somebody took it over, or nobody has it any more."""

    follow_up: PointId
    owner: PersonId | None = None


class FollowUpPostponed(Kept, frozen=True):
    follow_up: PointId
    due_on: datetime.date
    reason: str


class FollowUpDropped(Kept, frozen=True):
    follow_up: PointId
    reason: str


class FollowUpPickedUp(Kept, frozen=True):
    """Open again: it was waiting, found or dropped."""

    follow_up: PointId


class FindingRecorded(Kept, frozen=True):
    finding: FindingId
    follow_up: PointId
    text: str
    touches: dict[PrincipleId, Touch] = {}


# ---- principles, scope and boundaries


class PrincipleWritten(Kept, frozen=True):
    """Written in the landscape itself, not in a workshop."""

    principle: PrincipleId
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class PrincipleSupplemented(Kept, frozen=True):
    """A finding came back into it; the words may have stayed as they were."""

    principle: PrincipleId
    finding: FindingId
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class PrincipleRevised(Kept, frozen=True):
    principle: PrincipleId
    reason: str
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class PrinciplesMerged(Kept, frozen=True):
    """The sources of the merged ones go to the one that stays."""

    into: PrincipleId
    merged: tuple[PrincipleId, ...]
    statement: str
    because: str = ""
    means: str = ""
    except_: str = ""


class PrincipleAdopted(Kept, frozen=True):
    principle: PrincipleId


class PrincipleWithdrawn(Kept, frozen=True):
    principle: PrincipleId
    reason: str


class ScopeWorded(Kept, frozen=True):
    text: str
    finding: FindingId | None = None


class BoundaryWorded(Kept, frozen=True):
    boundary: BoundaryId
    text: str
    finding: FindingId | None = None


class BoundaryLifted(Kept, frozen=True):
    boundary: BoundaryId
    reason: str


# ---- the policy


class PassageWritten(Kept, frozen=True):
    """By hand. ``source`` is the digest of the generated words it took the place of, "" where there were none."""

    passage: PassageId
    section: SectionId
    text: str
    source: str = ""


class PassageDecided(Kept, frozen=True):
    """These words stand, whatever becomes of their source."""

    passage: PassageId
    section: SectionId
    text: str
    source: str = ""


class PassageKept(Kept, frozen=True):
    """The source has changed, and the words of the hand stay."""

    passage: PassageId
    source: str


class PassageReleased(Kept, frozen=True):
    """The words of the hand give way to what is generated, or to nothing where they were all there was."""

    passage: PassageId


class PassageLeftOut(Kept, frozen=True):
    """A generated passage that the policy does without; it can come back."""

    passage: PassageId
    section: SectionId
    source: str = ""


class PolicySent(Kept, frozen=True):
    """To management."""

    on: datetime.date
    to: str = ""


class ConsentRequested(Kept, frozen=True):
    """Of the works council."""

    on: datetime.date
    to: str = ""


class ConsentRecorded(Kept, frozen=True):
    """What the works council decided, under which number."""

    on: datetime.date
    decision: Literal["given", "given_with_remarks", "withheld"]
    number: str = ""
    remark: str = ""


class PolicyAdopted(Kept, frozen=True):
    """The words as adopted, whole: what comes after does not change them."""

    edition: Edition


class PolicyReopened(Kept, frozen=True):
    """Work on the next version has begun."""

    reason: str = ""


class ReviewPlanned(Kept, frozen=True):
    on: datetime.date


Event = (
    LandscapeOpened
    | WorkshopAdded
    | OutcomeCarriedOver
    | FrameChosen
    | FollowUpTaken
    | FollowUpPostponed
    | FollowUpDropped
    | FollowUpPickedUp
    | FindingRecorded
    | PrincipleWritten
    | PrincipleSupplemented
    | PrincipleRevised
    | PrinciplesMerged
    | PrincipleAdopted
    | PrincipleWithdrawn
    | ScopeWorded
    | BoundaryWorded
    | BoundaryLifted
    | PassageWritten
    | PassageDecided
    | PassageKept
    | PassageReleased
    | PassageLeftOut
    | PolicySent
    | ConsentRequested
    | ConsentRecorded
    | PolicyAdopted
    | PolicyReopened
    | ReviewPlanned
)
