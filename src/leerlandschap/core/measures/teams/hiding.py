# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which teams may be shown beside a whole that is shown too, and how near to unanimous."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

NEARLY_ALL, HARDLY_ANY = 0.9, 0.1


class Bound(StrEnum):
    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class ShownShare(Struct, frozen=True):
    """A part of the people, 0..1, as it may be told."""

    share: float
    bound: Bound


def suppressed(counts: Sequence[int], floor: int = 5) -> frozenset[int]:
    """Of teams side by side, with their total published: the indexes of those to hide, from the answers of each.

    Fewer answers than `floor` are hidden. What is hidden can be found by subtraction, so more is hidden, the smallest
    first, until at least two are and together they hold at least `floor` answers (or all are hidden).
    Count the answers to the statement, not the people in the team. Of teams of equal size the first is hidden.
    """
    return same_for_all([counts], floor)


def same_for_all(matrix: Sequence[Sequence[int]], floor: int = 5) -> frozenset[int]:
    """The one set of teams to hide in every statement of a report: one row of answers per statement (and round).

    As `suppressed`, in all rows at once; a set per statement would let the difference of two statements tell what one
    of them hides. Leave out what is not published anyhow, because it would hide others: statements with fewer answers
    than `floor` in all, and teams from which nobody took part. Raises ValueError when rows differ in length.
    """
    teams = list(zip(*matrix, strict=True))
    hidden = {index for index, answers in enumerate(teams) if min(answers) < floor}
    by_size = sorted(range(len(teams)), key=lambda index: sum(teams[index]))
    waiting = [index for index in by_size if index not in hidden]
    while hidden and waiting and not _covered(matrix, hidden, floor):
        hidden.add(waiting.pop(0))
    return frozenset(hidden)


def _covered(matrix: Sequence[Sequence[int]], hidden: set[int], floor: int) -> bool:
    """Then two or more are hidden by themselves: where it was one, it was for holding less than `floor`."""
    return all(sum(row[index] for index in hidden) >= floor for row in matrix)


def unanimity_shown(share: float, hidden_identity: bool) -> ShownShare:
    """In a team whose members are promised that nobody sees who chose what, "all of them" would tell what each chose.

    So 90 % and more is shown as at least 90 %: not only 100 %, or those words would mean just that. And, since the
    parts add up, 10 % and less as at most 10 %. Anything in one room, and anything between, as it is.
    """
    if hidden_identity and share >= NEARLY_ALL:
        return ShownShare(NEARLY_ALL, Bound.AT_LEAST)
    if hidden_identity and share <= HARDLY_ANY:
        return ShownShare(HARDLY_ANY, Bound.AT_MOST)
    return ShownShare(share, Bound.EXACTLY)
