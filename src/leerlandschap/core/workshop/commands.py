# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of a workshop. The names are the public contract; each travels tagged by ``type``.

Types are loose on purpose where a rule has its own sentence (a position outside 1..5 is refused by ``decide``, not by
the codec), so that whoever asks hears why.
"""

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from leerlandschap.core.vocabulary import (
    BoundaryId,
    Consent,
    Language,
    OptionId,
    PointId,
    PointKind,
    PrincipleId,
    QuestionId,
    StatementId,
    Zone,
)
from leerlandschap.core.workshop.playbook import Pacing, StepId


class Asking(Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    """Every command."""


# ---- getting ready (facilitator, before the statements open)


class SetUp(Asking, frozen=True):
    """Change what the workshop is called and how it runs; what is left out stays."""

    title: str | None = None
    organisation: str | None = None
    team: str | None = None
    language: Language | None = None
    pacing: Pacing | None = None
    expected: int | None = None


class EditStatement(Asking, frozen=True):
    """Change a statement, or add one when no id is given."""

    text: str
    name: str
    statement: StatementId | None = None


class DropStatement(Asking, frozen=True):
    statement: StatementId


class EditText(Asking, frozen=True):
    """Change any other text of the playbook; ``place`` is its path, such as ``questions.0.options.2.text``."""

    place: str
    text: str


class SetMinutes(Asking, frozen=True):
    step: StepId
    minutes: float


# ---- the clock and the step


class GoTo(Asking, frozen=True):
    """Go to a step, forwards or back. Nothing is lost by going back."""

    step: StepId


class AddMinute(Asking, frozen=True):
    """Borrow a minute for the step the group is in, from the steps after it."""


class Pause(Asking, frozen=True):
    """Stop the clock."""


class Resume(Asking, frozen=True):
    """Let the clock run on."""


# ---- step 1: statements


class OpenStatements(Asking, frozen=True):
    """Let stances be taken: on the statements named, or else on all (or, one by one, on the next)."""

    statements: tuple[StatementId, ...] = ()


class TakeStance(Asking, frozen=True):
    """A position 1..5, or null for no opinion; a motivation left out stays as it was."""

    statement: StatementId
    position: Annotated[int, Meta(extra_json_schema={"minimum": 1, "maximum": 5})] | None
    motivation: str | None = None


class CountHands(Asking, frozen=True):
    """Stances of people without a phone, counted in by the facilitator; replaces an earlier count."""

    statement: StatementId
    counts: tuple[int, ...]
    no_opinion: int = 0


class Ready(Asking, frozen=True):
    """I am done with what is open."""


class RevealStatements(Asking, frozen=True):
    """Show everybody how the stances on what is open are spread; after this they cannot be changed."""


class PutStatement(Asking, frozen=True):
    """Put one statement to the group, to talk about."""

    statement: StatementId


class AskAgain(Asking, frozen=True):
    """Open a next round on a statement; the earlier round is kept."""

    statement: StatementId


class WriteNote(Asking, frozen=True):
    """The one note of a statement; an empty text removes it."""

    statement: StatementId
    text: str


class OverruleVerdict(Asking, frozen=True):
    """What the group itself says of a statement; null withdraws it. The measured verdict stays beside it."""

    statement: StatementId
    verdict: Zone | None


class ShareInsight(Asking, frozen=True):
    """An answer to: what does this say about us?"""

    text: str


# ---- step 2: follow-ups


class RaisePoint(Asking, frozen=True):
    """Something that is unclear or contradictory, and the statements it is about."""

    kind: PointKind
    text: str
    statements: tuple[StatementId, ...] = ()


class MergePoints(Asking, frozen=True):
    """Make one point of several; the first stays, in the new words if given. The others are kept as its sources."""

    points: tuple[PointId, ...]
    text: str | None = None


class Park(Asking, frozen=True):
    """Set a point, a principle or a statement aside (``what`` is its id), or park a thought in words."""

    what: str | None = None
    text: str | None = None


class Unpark(Asking, frozen=True):
    what: str


class OpenDots(Asking, frozen=True):
    """Show the points to everybody and let dots be spent, hidden."""


class SpendDots(Asking, frozen=True):
    """All of one's dots at once: how many on which point. Replaces what one spent before."""

    dots: dict[PointId, int]


class RevealDots(Asking, frozen=True):
    """Show how the dots fell."""


class AgreeFollowUp(Asking, frozen=True):
    """What will be done about a point, by whom, by when. Asked again for a point, it is changed.

    ``owner`` is a name when it comes in; the road keeps the name in the erasable table and hands on its id.
    """

    point: PointId
    text: str
    owner: str | None = None
    due_on: datetime.date | None = None
    first_step: str | None = None
    done_when: str | None = None


# ---- step 3: principles


class AnswerQuestion(Asking, frozen=True):
    """An option, several options, or points divided over options, as the question asks; ``fill`` adds a few words."""

    question: QuestionId
    choice: OptionId | tuple[OptionId, ...] | dict[OptionId, int]
    fill: str | None = None


class RevealAnswers(Asking, frozen=True):
    """Show the spread of the answers to the thinking questions."""


class DraftPrinciple(Asking, frozen=True, rename={"except_": "except"}):
    statement: str
    because: str | None = None
    means: str | None = None
    except_: str | None = None


class EditPrinciple(Asking, frozen=True, rename={"except_": "except"}):
    """Word a principle anew. Consent given to other words is not consent to these: it is asked again."""

    principle: PrincipleId
    statement: str
    because: str | None = None
    means: str | None = None
    except_: str | None = None


class AskConsent(Asking, frozen=True):
    """Ask everybody whether they can live with these principles; none named: all that stand as drafts."""

    principles: tuple[PrincipleId, ...] = ()


class GiveConsent(Asking, frozen=True):
    """Whether I can live with it. ``wordings``: how many wordings it had when I read it; consent to words that have
    changed since is refused."""

    principle: PrincipleId
    position: Consent
    reservation: str | None = None
    wordings: int | None = None


class RevealConsent(Asking, frozen=True):
    """Show the outcome of the consent check; none named: all that were asked."""

    principles: tuple[PrincipleId, ...] = ()


class KeepPrinciple(Asking, frozen=True):
    """The group keeps this principle; its consent and reservations are shown with it."""

    principle: PrincipleId


class SetScope(Asking, frozen=True):
    """For whom and what, in one sentence; an empty text removes it."""

    text: str


class SetBoundary(Asking, frozen=True):
    """A limit; with an id it changes that one, and an empty text then removes it."""

    text: str
    boundary: BoundaryId | None = None


# ---- closing


class RateWorkshop(Asking, frozen=True):
    """Was this worth our time? From 1 (no) to 5 (yes)."""

    rating: int


class Close(Asking, frozen=True):
    """End the workshop; what it found stays to be read."""


class Reopen(Asking, frozen=True):
    """Go on with a closed workshop."""


class Join(Asking, frozen=True):
    """Somebody comes in. Asked by the door (``POST /join``), never by a screen."""


# What may come from outside.
Asked = (
    SetUp
    | EditStatement
    | DropStatement
    | EditText
    | SetMinutes
    | GoTo
    | AddMinute
    | Pause
    | Resume
    | OpenStatements
    | TakeStance
    | CountHands
    | Ready
    | RevealStatements
    | PutStatement
    | AskAgain
    | WriteNote
    | OverruleVerdict
    | ShareInsight
    | RaisePoint
    | MergePoints
    | Park
    | Unpark
    | OpenDots
    | SpendDots
    | RevealDots
    | AgreeFollowUp
    | AnswerQuestion
    | RevealAnswers
    | DraftPrinciple
    | EditPrinciple
    | AskConsent
    | GiveConsent
    | RevealConsent
    | KeepPrinciple
    | SetScope
    | SetBoundary
    | RateWorkshop
    | Close
    | Reopen
)

Command = Asked | Join
