# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers as they come out of a file: kept as bytes in columns, so that millions of rows fit."""

from array import array
from collections import Counter
from collections.abc import Iterator

from leerlandschap.core.measures import Tally

Pair = tuple[int | None, int | None]


class Malformed(Exception):
    """A file that cannot be read as answers: the key of a sentence (area *measure*), and what belongs in it."""

    def __init__(self, key: str, **parameters: str | int) -> None:
        super().__init__(key)
        self.key, self.parameters = key, parameters


class Column:
    """The answers to one statement in one round: person, position (0 for no opinion) and, where timed, seconds."""

    __slots__ = ("people", "positions", "seconds")

    def __init__(self) -> None:
        self.people, self.positions, self.seconds = array("I"), bytearray(), array("d")

    def tally(self) -> Tally:
        none, *counts = (self.positions.count(code) for code in range(6))
        return Tally((counts[0], counts[1], counts[2], counts[3], counts[4]), none)

    @property
    def has_somebody_twice(self) -> bool:
        return len(set(self.people)) < len(self.people)


class Sheet:
    """People and statements by name. `rounds`: per statement its columns by round; `teams`: the team of a person."""

    __slots__ = ("lengths", "people", "rounds", "teams")

    def __init__(self) -> None:
        self.people: dict[str, int] = {}
        self.rounds: dict[str, dict[int, Column]] = {}
        self.teams: dict[int, str] = {}
        self.lengths: dict[str, float] = {}

    def person(self, name: str) -> int:
        return self.people.setdefault(name, len(self.people))

    def column(self, statement: str, number: int) -> Column:
        return self.rounds.setdefault(statement, {}).setdefault(number, Column())

    def first(self, statement: str) -> Column:
        rounds = self.rounds[statement]
        return rounds[min(rounds)] if rounds else Column()

    def last(self, statement: str) -> Column:
        """Of the last round in which somebody answered it."""
        rounds = self.rounds[statement]
        return rounds[max(rounds)] if rounds else Column()

    def pairs(self, statement: str) -> Iterator[Pair]:
        """Per person the position in the first and in the last round; None for no opinion or no answer."""
        first, last = self.first(statement), self.last(statement)
        before = dict(zip(first.people, first.positions, strict=True))
        for person, position in zip(last.people, last.positions, strict=True):
            yield before.pop(person, 0) or None, position or None
        for position in before.values():
            yield position or None, None

    def tallies_by_team(self, statement: str) -> dict[str, Tally]:
        """Of the last round; whoever has no team is left out, a team without answers has zeros."""
        last = self.last(statement)
        found = Counter((self.teams.get(who), at) for who, at in zip(last.people, last.positions, strict=True))
        return {team: _tally(found, team) for team in sorted(set(self.teams.values()))}


def _tally(found: Counter[tuple[str | None, int]], team: str) -> Tally:
    counts = [found[team, position] for position in range(6)]
    return Tally((counts[1], counts[2], counts[3], counts[4], counts[5]), counts[0])
