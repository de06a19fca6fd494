# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was sent, kept apart from the server, to hold against the report afterwards."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from leerlandschap.demo.people import Position


@dataclass
class Round:
    """The last stance of each person (by number) in one round, and the hands counted in."""

    stances: dict[int, Position] = field(default_factory=dict)
    hands: list[int] = field(default_factory=lambda: [0] * 5)

    @property
    def counts(self) -> list[int]:
        given = list(self.stances.values())
        return [given.count(position) + self.hands[position - 1] for position in range(1, 6)]

    @property
    def no_opinion(self) -> int:
        return sum(1 for each in self.stances.values() if each is None)

    @property
    def answers(self) -> int:
        return len(self.stances) + sum(self.hands)


@dataclass
class Statement:
    id: str
    number: int
    text: dict[str, str]
    rounds: list[Round] = field(default_factory=list)
    note: str = ""
    verdict: str | None = None


@dataclass
class Point:
    kind: str
    text: str
    statements: list[str]
    sources: list[str] = field(default_factory=list)
    merged: bool = False
    parked: bool = False
    dots: int = 0


@dataclass
class FollowUp:
    point: int  # its number, from 1
    kind: str
    text: str
    owner: str | None
    due_on: datetime.date
    first_step: str
    done_when: str


@dataclass
class Question:
    """Points given to each option, and how many people answered."""

    id: str
    points: dict[str, int]
    answers: int = 0

    def count(self, choice: str | list[str] | dict[str, int]) -> None:
        given = (
            choice if isinstance(choice, dict) else dict.fromkeys([choice] if isinstance(choice, str) else choice, 1)
        )
        for option, n in given.items():
            self.points[option] += n
        self.answers += 1


@dataclass
class Principle:
    """``consents`` holds the last answer of each person with their reservation."""

    words: dict[str, str]
    earlier: list[str] = field(default_factory=list)
    consents: dict[int, tuple[str, str]] = field(default_factory=dict)
    kept: bool = False
    parked: bool = False

    def agreeing(self, position: str) -> int:
        return sum(1 for said, _ in self.consents.values() if said == position)


@dataclass
class Sent:
    """Everything that the report has to give back."""

    workshop: dict[str, Any] = field(default_factory=dict)
    floor: int = 0  # fewer answers than this are not shown
    statements: list[Statement] = field(default_factory=list)
    insights: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    dotters: int = 0  # people who spent dots
    follow_ups: list[FollowUp] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    principles: list[Principle] = field(default_factory=list)
    scope: str = ""
    boundaries: list[str] = field(default_factory=list)
    parked: list[tuple[str, str]] = field(default_factory=list)  # kind and text
    ratings: list[int] = field(default_factory=list)

    def statement(self, which: str) -> Statement:
        return next(each for each in self.statements if each.id == which)

    def put_in(self, into: int, other: int, text: str) -> None:
        """Two points (by place) become one, in these words."""
        home, gone = self.points[into], self.points[other]
        home.sources += [raised for _, raised in sorted(((into, home.text), (other, gone.text)))]
        home.statements = _each_once([*home.statements, *gone.statements])
        home.text, gone.merged = text, True


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
