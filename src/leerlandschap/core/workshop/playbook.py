# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A playbook: everything a workshop says and asks, as data.

The card itself stands in ``playbooks/leerlandschap-verkennen.toml``; nothing of it is in code. A workshop keeps its
own copy of its playbook, so that a facilitator's changes touch that workshop only.
"""

from enum import StrEnum

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, OptionId, QuestionId, StatementId


class Wording(Struct, frozen=True, omit_defaults=True):
    """One text in the languages it exists in; at least one of them is there."""

    nl: str | None = None
    en: str | None = None

    def spoken(self, language: Language) -> tuple[str, Language]:
        """The text in the language asked for, or else in the other one, and which language that was."""
        for each in (language, *Language):
            text = getattr(self, each.value)
            if text:
                return text, each
        return "", language


class StepId(StrEnum):
    """The parts of the meeting, in the order of the card; each has its own minutes."""

    WELCOME = "welcome"
    STATEMENTS = "statements"
    FOLLOW_UPS = "follow_ups"
    PRINCIPLES = "principles"
    CLOSING = "closing"


class Moment(StrEnum):
    """Where the group is within a step: derived from the state, never set by hand. Each has a cue in the script."""

    WELCOME = "welcome"
    VOTE = "vote"  # stances are taken in silence
    REVEAL = "reveal"  # the landscape is shown
    DISCUSS = "discuss"  # one statement is put to the group
    AGAIN = "again"  # a second round on it is open
    SHIFT = "shift"  # the second round is shown
    POINTS = "points"  # everyone writes what is unclear or contradictory
    DOTS = "dots"  # everyone spends dots, hidden
    AGREE = "agree"  # owners and dates
    QUESTIONS = "questions"  # the thinking questions, hidden
    WRITE = "write"  # answers shown, principles are written
    CONSENT = "consent"  # can you live with this?
    CLOSING = "closing"
    CLOSED = "closed"


class Pacing(StrEnum):
    """Vote on all statements first (the default), or statement by statement (classic)."""

    ALL_FIRST = "all_first"
    ONE_BY_ONE = "one_by_one"


class Step(Struct, frozen=True):
    """A part of the meeting: how many minutes it may take, and the card's own instruction."""

    id: StepId
    minutes: float
    title: Wording
    instruction: Wording


class Statement(Struct, frozen=True):
    """A statement to take a stance on; ``name`` (at most 32 characters) is what the map shows."""

    id: StatementId
    name: Wording
    text: Wording


class QuestionKind(StrEnum):
    """How a thinking question is answered: one option, at most ``most`` options, or ``most`` points divided."""

    ONE = "one"
    SOME = "some"
    DIVIDE = "divide"


class Option(Struct, frozen=True, omit_defaults=True):
    """A quick answer to a thinking question; ``fill`` asks for a few words with it (an amount, a group)."""

    id: OptionId
    text: Wording
    description: Wording | None = None
    fill: Wording | None = None


class Question(Struct, frozen=True):
    """A thinking question of step 3 with its quick answers."""

    id: QuestionId
    name: Wording
    text: Wording
    kind: QuestionKind
    options: tuple[Option, ...]
    most: int = 1


class Turn(StrEnum):
    """How a moment may turn out, so that other words fit: too few answers to show any, or no side that is smaller."""

    TOO_FEW = "too_few"
    LEVEL = "level"


class Cue(Struct, frozen=True, omit_defaults=True):
    """What the facilitator says and does at one moment; ``when`` it turns out in another way than it mostly does."""

    moment: Moment
    say: tuple[Wording, ...]
    do: Wording | None = None
    when: Turn | None = None


class Rescue(Struct, frozen=True):
    """A sentence for when it goes otherwise than planned."""

    when: Wording
    say: Wording


class Playbook(Struct, frozen=True, omit_defaults=True):
    """The whole of a meeting as data."""

    id: str
    title: Wording
    subtitle: Wording
    aim: Wording
    duration: Wording
    provenance: Wording
    closing: Wording
    steps: tuple[Step, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    script: tuple[Cue, ...]
    rescues: tuple[Rescue, ...] = ()
    starters: tuple[Wording, ...] = ()
    first_step_starter: Wording | None = None
    pacing: Pacing = Pacing.ALL_FIRST
