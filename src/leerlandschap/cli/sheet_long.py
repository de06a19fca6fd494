# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of one answer each: participant, statement, round, position; and, where given, seconds, team and length."""

import re
from collections.abc import Sequence
from math import isfinite, nan
from operator import itemgetter

from leerlandschap.cli.sheet import Column, Malformed, Sheet

NEEDED = ("participant", "statement", "round", "position")
OPTIONAL = ("seconds", "team", "length")
POSITIONS = {"": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}

Place = tuple[Column, int, int]  # column, person, position


class Long:
    """Takes rows, and makes a sheet of them."""

    __slots__ = ("_at", "_columns", "_extras", "_names", "_people", "_pick", "_sheet", "rows")

    def __init__(self, names: Sequence[str]) -> None:
        """From the header, in any order. Raises Malformed for a column that is unknown, missing or there twice."""
        _check(names)
        self._names, self._at = names, {name: place for place, name in enumerate(names)}
        self._pick = itemgetter(*(self._at[name] for name in NEEDED))
        self._extras = [name for name in OPTIONAL if name in self._at]
        self._sheet = Sheet()
        self._people = self._sheet.people
        self._columns: dict[tuple[str, str], Column] = {}
        self.rows = 0

    def take(self, row: Sequence[str], number: int) -> None:
        """`number` is the row's, for what is wrong with it."""
        if len(row) != len(self._names):
            raise Malformed("width", row=number, found=len(row), expected=len(self._names))
        person, statement, time, position = self._pick(row)
        try:  # nearly always everything has been seen before
            place = self._columns[statement, time], self._people[person], POSITIONS[position]
        except KeyError:
            place = self._seen_first(row, number)
        place[0].people.append(place[1])
        place[0].positions.append(place[2])
        if self._extras:
            self._take_extras(row, number, place)
        self.rows += 1

    def somebody_twice(self) -> tuple[str, str, int] | None:
        """Person, statement and round of somebody who answered the same twice."""
        for statement, rounds in self._sheet.rounds.items():
            for number, column in rounds.items():
                if column.has_somebody_twice:
                    return self._first_twice(column), statement, number
        return None

    def key(self, row: Sequence[str]) -> tuple[str, str, int]:
        """Person, statement and round of a row that was taken."""
        person, statement, time, _ = self._pick(row)
        return person.strip(), statement.strip(), int(time)

    def sheet(self) -> Sheet:
        """Statements by name, 2 before 10, so that nothing depends on the order of rows."""
        self._sheet.rounds = dict(sorted(self._sheet.rounds.items(), key=lambda each: _natural(each[0])))
        return self._sheet

    def _seen_first(self, row: Sequence[str], number: int) -> Place:
        person, statement, time, position = (each.strip() for each in self._pick(row))
        for name, value in (("participant", person), ("statement", statement)):
            if not value:
                raise Malformed("no_name", row=number, column=name)
        if not (time.isascii() and time.isdecimal() and 0 < int(time[:9]) < 10**6):
            raise Malformed("round", row=number, column="round", found=time)
        if position not in POSITIONS:
            raise Malformed("position", row=number, column="position", found=position)
        column = self._sheet.column(statement, int(time))
        self._columns[statement, time] = column
        return column, self._sheet.person(person), POSITIONS[position]

    def _take_extras(self, row: Sequence[str], number: int, place: Place) -> None:
        column, person, _ = place
        if "seconds" in self._extras:
            seconds = self._number(row, number, "seconds")
            column.seconds.append(nan if seconds is None else seconds)
        if team := self._text(row, "team"):
            before = self._sheet.teams.setdefault(person, team)
            if before != team:
                raise Malformed("two_teams", row=number, column="team", found=team, before=before)
        length = self._number(row, number, "length") if "length" in self._extras else None
        if length is not None:
            self._take_length(self._text(row, "statement"), length, number)

    def _take_length(self, statement: str, length: float, number: int) -> None:
        if length == 0:
            raise Malformed("length", row=number, column="length", found="0")
        before = self._sheet.lengths.setdefault(statement, length)
        if before != length:
            raise Malformed("two_lengths", row=number, column="length", found=f"{length:g}", before=f"{before:g}")

    def _text(self, row: Sequence[str], name: str) -> str:
        return row[self._at[name]].strip() if name in self._at else ""

    def _number(self, row: Sequence[str], number: int, name: str) -> float | None:
        """At least 0, with a point or a comma; None for an empty cell."""
        text = self._text(row, name)
        if not text:
            return None
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = nan
        if not (isfinite(value) and value >= 0):
            raise Malformed(name, row=number, column=name, found=text)
        return value

    def _first_twice(self, column: Column) -> str:
        names, met = list(self._people), set[int]()
        for person in column.people:
            if person in met:
                return names[person]
            met.add(person)
        raise AssertionError("nobody is there twice")


def _check(names: Sequence[str]) -> None:
    for name in names:
        if name not in NEEDED + OPTIONAL:
            raise Malformed("unknown_column", row=1, column=name or "?", known=", ".join(NEEDED + OPTIONAL))
        if names.count(name) > 1:
            raise Malformed("column_twice", row=1, column=name)
    if missing := [name for name in NEEDED if name not in names]:
        raise Malformed("missing_column", row=1, column=missing[0], known=", ".join(NEEDED))


def _natural(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Numbers inside names count as numbers."""
    parts = re.findall(r"(\d+)|(\D+)", name)
    return [(0, int(digits), "") if digits else (1, 0, text) for digits, text in parts], name
