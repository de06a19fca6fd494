# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of one person each, as Polis exports them: first who, then figures of Polis's own, then a column a statement."""

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import compress

from leerlandschap.cli.sheet import Malformed, Sheet

WHO = ("participant", "participant-id", "participant_id", "voter", "voter-id", "voter_id", "xid", "id")
FIGURES = ("group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "xid", "participant-xid")
# Agree, pass and disagree as positions on five points: shares, class, D and the axes come out as on three points.
VOTES = {"": 0, "-1": 1, "0": 3, "1": 5, "-1.0": 1, "0.0": 3, "1.0": 5}


class Wide:
    """Takes rows, and makes a sheet of them."""

    __slots__ = ("_codes", "_is_vote", "_names", "_numbers", "_sheet", "_statements")

    def __init__(self, names: Sequence[str]) -> None:
        """From the header. Raises Malformed when it is of neither kind."""
        if names[0].lower() not in WHO:
            known = "participant, statement, round, position"
            raise Malformed("neither", row=1, column=names[0] or "?", known=known)
        self._is_vote = [place > 0 and name.lower() not in FIGURES for place, name in enumerate(names)]
        self._statements = list(compress(names, self._is_vote))
        _check(names, self._statements)
        self._names, self._sheet = names, Sheet()
        self._codes, self._numbers = bytearray(), array("I")

    @property
    def rows(self) -> int:
        return len(self._numbers)

    def take(self, row: Sequence[str], number: int) -> None:
        """`number` is the row's, for what is wrong with it."""
        if len(row) != len(self._names):
            raise Malformed("width", row=number, found=len(row), expected=len(self._names))
        try:
            self._codes += bytes(map(VOTES.__getitem__, compress(row, self._is_vote)))
        except KeyError:
            self._codes += bytes(self._loosely(row, number))
        person = row[0].strip()
        if not person:
            raise Malformed("no_name", row=number, column=self._names[0])
        if self._sheet.person(person) < len(self._numbers):
            first = self._numbers[self._sheet.people[person]]
            raise Malformed("person_twice", row=number, first=first, column=self._names[0], person=person)
        self._numbers.append(number)

    def sheet(self) -> Sheet:
        """One round, statements as they stand in the header."""
        many, people = len(self._statements), range(len(self._numbers))
        for place, statement in enumerate(self._statements):
            codes = self._codes[place::many]
            column = self._sheet.column(statement, 1)
            column.people.extend(compress(people, codes))
            column.positions = codes.translate(None, b"\0")
        return self._sheet

    def _loosely(self, row: Sequence[str], number: int) -> list[int]:
        """With spaces around a vote; raises Malformed for what is no vote."""
        codes = []
        for name, cell in compress(zip(self._names, row, strict=True), self._is_vote):
            if cell.strip() not in VOTES:
                raise Malformed("vote", row=number, column=name, found=cell)
            codes.append(VOTES[cell.strip()])
        return codes


def _check(names: Sequence[str], statements: Sequence[str]) -> None:
    if not statements or not all(statements):
        raise Malformed("no_statement", row=1, column=names.index("") + 1 if "" in names else names[-1])
    name, times = Counter(statements).most_common(1)[0]
    if times > 1:
        raise Malformed("column_twice", row=1, column=name)
