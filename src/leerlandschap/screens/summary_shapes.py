# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the summary is made of, in the words of one language.

Texts of the playbook stay ``Wording``s, so that a page can mark those that exist in the other language only.
"""

from msgspec import Struct

from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.screens.outcomes import Strength
from leerlandschap.views.shapes import BoundaryView, InsightView


class StatementLine(Struct, frozen=True):
    """A statement with what it came to; ``outcome`` and ``ours`` are there when the group overruled the figures."""

    number: int
    name: Wording
    text: Wording
    firm: bool
    strength: Strength | None
    sentence: str
    moved: str
    outcome: str
    ours: str
    note: str
    quick: str  # a word, where they agreed before talking and did not need long
    known: tuple[str, ...]  # how we know


class PrincipleLine(Struct, frozen=True):
    number: int
    statement: str
    reasons: tuple[tuple[str, str], ...]  # label and words: because, means, except
    consent: str
    reservations: tuple[str, ...]
    reservations_label: str


class FollowUpLine(Struct, frozen=True):
    text: str
    owner: str
    has_owner: bool
    by: str
    steps: tuple[str, ...]  # the point it is about, first step, done when, the statements it is about


class PointLine(Struct, frozen=True):
    kind: str
    text: str
    dots: str
    merged: str


class ChoiceLine(Struct, frozen=True):
    """The answers to one thinking question, most chosen first; ``otherwise`` says why there are none."""

    name: Wording
    text: Wording
    options: tuple[tuple[Wording, int], ...]
    divided: bool
    otherwise: str


class ParkedLine(Struct, frozen=True):
    kind: str
    text: str
    wording: Wording | None


class Summary(Struct, frozen=True):
    """Everything the summary says, in order. Empty texts and tuples: not there (yet)."""

    title: str
    team: str
    organisation: str
    day: str
    finding: str
    second: str
    not_closed: str
    took_part: str
    statements: tuple[StatementLine, ...]
    principles: tuple[PrincipleLine, ...]
    scope: str
    boundaries: tuple[BoundaryView, ...]
    insights: tuple[InsightView, ...]
    follow_ups: tuple[FollowUpLine, ...]
    unowned: str
    points: tuple[PointLine, ...]
    has_points: bool
    choices: tuple[ChoiceLine, ...]
    parked: tuple[ParkedLine, ...]
    rating: str
    ratings: tuple[str, ...]
    thresholds: tuple[str, ...]
    closing: Wording
