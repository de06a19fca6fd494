# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of a landscape. The names are the public contract; each travels tagged by ``type``.

Types are loose on purpose where a rule has its own sentence, so that whoever asks hears why.
"""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.landscape.edition import EditionNote, EditionSection
from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    FindingId,
    Language,
    PassageId,
    PersonId,
    PointId,
    PrincipleId,
    SectionId,
    Touch,
    WorkshopId,
)


class Asking(Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    """Every command of a landscape."""


class ChooseFrame(Asking, frozen=True):
    """The organisation's name, the language of its policy, and whose law it falls under; what is left out stays."""

    organisation: str | None = None
    language: Language | None = None
    country: Country | None = None


# ---- follow-ups (owner: their own only)


class TakeOver(Asking, frozen=True):
    """Give a follow-up an owner, or another one, by name; an empty name: nobody has it. The address is for mail."""

    follow_up: PointId
    owner: str | None = None
    address: str | None = None


class Postpone(Asking, frozen=True):
    """It waits for something, until a day."""

    follow_up: PointId
    due_on: datetime.date
    reason: str


class Drop(Asking, frozen=True):
    follow_up: PointId
    reason: str


class PickUp(Asking, frozen=True):
    """Open a follow-up again that was waiting, found or dropped."""

    follow_up: PointId


class RecordFinding(Asking, frozen=True):
    """What was found, and which principles it touches, and how."""

    follow_up: PointId
    text: str
    touches: dict[PrincipleId, Touch] = {}


# ---- principles, scope and boundaries


class WritePrinciple(Asking, frozen=True, rename={"except_": "except"}):
    """A principle that comes from no workshop."""

    statement: str
    because: str | None = None
    means: str | None = None
    except_: str | None = None


class SupplementPrinciple(Asking, frozen=True, rename={"except_": "except"}):
    """Let a finding come back into a principle; a text left out stays as it was."""

    principle: PrincipleId
    finding: FindingId
    statement: str | None = None
    because: str | None = None
    means: str | None = None
    except_: str | None = None
    wordings: int | None = None  # how many wordings were there when it was read


class RevisePrinciple(Asking, frozen=True, rename={"except_": "except"}):
    """Word a principle anew, with the reason why; a text left out stays as it was."""

    principle: PrincipleId
    reason: str
    statement: str | None = None
    because: str | None = None
    means: str | None = None
    except_: str | None = None
    wordings: int | None = None


class MergePrinciples(Asking, frozen=True, rename={"except_": "except"}):
    """Several that say the same become one, in the words of the first or in new ones; their sources stay."""

    principles: tuple[PrincipleId, ...]
    statement: str | None = None
    because: str | None = None
    means: str | None = None
    except_: str | None = None


class AdoptPrinciple(Asking, frozen=True):
    principle: PrincipleId


class WithdrawPrinciple(Asking, frozen=True):
    principle: PrincipleId
    reason: str


class WordScope(Asking, frozen=True):
    text: str
    finding: FindingId | None = None


class WordBoundary(Asking, frozen=True):
    """Change a boundary, or add one when no id is given."""

    text: str
    boundary: BoundaryId | None = None
    finding: FindingId | None = None


class LiftBoundary(Asking, frozen=True):
    boundary: BoundaryId
    reason: str


# ---- the policy


class WritePassage(Asking, frozen=True):
    """Write a passage by hand: new, or in the place of one. ``source`` is the digest of the generated words it was
    written over, ``wordings`` how often the passage had been written when it was read."""

    section: SectionId
    text: str
    passage: PassageId | None = None
    source: str = ""
    wordings: int | None = None


class AcceptPassage(Asking, frozen=True):
    """Decide that these words stand, whatever becomes of their source. ``text`` is what was read, and ``wordings`` how
    often the passage had been written by then."""

    passage: PassageId
    section: SectionId
    text: str
    source: str = ""
    wordings: int | None = None


class KeepPassage(Asking, frozen=True):
    """Keep the words of the hand though their source has changed."""

    passage: PassageId
    source: str


class ReleasePassage(Asking, frozen=True):
    """Take over what is generated; a passage that was all by hand is taken away."""

    passage: PassageId
    wordings: int | None = None


class LeaveOutPassage(Asking, frozen=True):
    """Do without a generated passage. ReleasePassage brings it back."""

    passage: PassageId
    section: SectionId
    source: str = ""
    wordings: int | None = None


class SendPolicy(Asking, frozen=True):
    """To management, for a first decision."""

    on: datetime.date
    to: str | None = None


class AskWorksCouncil(Asking, frozen=True):
    on: datetime.date
    to: str | None = None


class RecordConsent(Asking, frozen=True):
    on: datetime.date
    decision: Literal["given", "given_with_remarks", "withheld"]
    number: str | None = None
    remark: str | None = None


class AdoptPolicy(Asking, frozen=True):
    """Make it the policy. Without the consent of the works council, say why it is not needed."""

    on: datetime.date
    adopted_by: str
    valid_until: datetime.date | None = None
    review_on: datetime.date | None = None
    without_consent: str | None = None


class ReopenPolicy(Asking, frozen=True):
    """Begin on the next version."""

    reason: str | None = None


class PlanReview(Asking, frozen=True):
    on: datetime.date


# ---- what the house itself asks; never taken from outside


class CarryOver(Asking, frozen=True):
    """Keep the outcome of a workshop that closed."""

    outcome: WorkshopOutcome


class AddWorkshop(Asking, frozen=True):
    workshop: WorkshopId


class GiveOwner(Asking, frozen=True):
    """TakeOver, once the name stands in the erasable table."""

    follow_up: PointId
    owner: PersonId | None


class PutIntoForce(Asking, frozen=True):
    """AdoptPolicy, with the words of the policy as they are at this moment."""

    asked: AdoptPolicy
    sections: tuple[EditionSection, ...]
    notes: tuple[EditionNote, ...]


Asked = (
    ChooseFrame
    | TakeOver
    | Postpone
    | Drop
    | PickUp
    | RecordFinding
    | WritePrinciple
    | SupplementPrinciple
    | RevisePrinciple
    | MergePrinciples
    | AdoptPrinciple
    | WithdrawPrinciple
    | WordScope
    | WordBoundary
    | LiftBoundary
    | WritePassage
    | AcceptPassage
    | KeepPassage
    | ReleasePassage
    | LeaveOutPassage
    | SendPolicy
    | AskWorksCouncil
    | RecordConsent
    | AdoptPolicy
    | ReopenPolicy
    | PlanReview
)
Command = Asked | CarryOver | AddWorkshop | GiveOwner | PutIntoForce
