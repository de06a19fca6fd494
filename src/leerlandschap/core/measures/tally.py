# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Six counts: how many chose each of the five positions, and how many had no opinion."""

from collections.abc import Iterable

from msgspec import Struct

Counts = tuple[int, int, int, int, int]


class Tally(Struct, frozen=True, gc=False):
    """People counted by position, from strongly disagree to strongly agree, and those without an opinion.

    A person without an opinion answered, and stands in the middle for shares and class,
    but has no place on the scale, and so no part in disagreement and opposition.
    """

    counts: Counts
    no_opinion: int

    @classmethod
    def of(cls, positions: Iterable[int | None]) -> "Tally":
        """Counts positions 1..5; None is no opinion. Anything else raises ValueError."""
        counts = [0, 0, 0, 0, 0, 0]
        for position in positions:
            counts[_slot(position)] += 1
        return cls((counts[1], counts[2], counts[3], counts[4], counts[5]), counts[0])

    def __add__(self, other: "Tally") -> "Tally":
        a, b, c, d, e = self.counts
        p, q, r, s, t = other.counts
        return Tally((a + p, b + q, c + r, d + s, e + t), self.no_opinion + other.no_opinion)

    def __sub__(self, other: "Tally") -> "Tally":
        """Takes back what was counted before. Raises ValueError when it was not."""
        a, b, c, d, e = self.counts
        p, q, r, s, t = other.counts
        left = Tally((a - p, b - q, c - r, d - s, e - t), self.no_opinion - other.no_opinion)
        if min(*left.counts, left.no_opinion) < 0:
            raise ValueError("cannot take back more people than were counted")
        return left

    @property
    def opinions(self) -> int:
        """People with a place on the scale."""
        return sum(self.counts)

    @property
    def answers(self) -> int:
        """People who answered, with or without an opinion."""
        return sum(self.counts) + self.no_opinion

    @property
    def disagree(self) -> int:
        return self.counts[0] + self.counts[1]

    @property
    def middle(self) -> int:
        return self.counts[2] + self.no_opinion

    @property
    def agree(self) -> int:
        return self.counts[3] + self.counts[4]


class Shares(Struct, frozen=True):
    """Parts of the people who answered, 0..1, together 1."""

    disagree: float
    middle: float
    agree: float


def shares(tally: Tally) -> Shares | None:
    """None when nobody answered."""
    total = tally.answers
    if not total:
        return None
    return Shares(tally.disagree / total, tally.middle / total, tally.agree / total)


def _slot(position: int | None) -> int:
    if position is None:
        return 0
    if 1 <= position <= 5:
        return position
    raise ValueError(f"a position is 1 to 5, not {position}")
