# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each group says that the others do not, and what all groups say; after Small et al. (2021).

Per group and statement A agreed, D disagreed and S saw it (no opinion included); one is added to A and two to S, so
that a few answers claim little. The constants are fixed: another z or another count gives other statements.
"""

from enum import StrEnum
from math import prod, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from leerlandschap.opinions.answers import CODES, Answers
from leerlandschap.opinions.clusters import Labels

SIGNIFICANT = 1.2816  # one-sided 90 %
MOST = 5  # statements a group

Counts = NDArray[np.int64]


class Side(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"


class Voice(Struct, frozen=True):
    """A statement that speaks for a group: how many of the `seen` chose the side, the part of them with the
    pseudo-counts, how many times the part among the others that is, and the two z."""

    statement: int
    side: Side
    chose: int
    seen: int
    part: float
    times_others: float
    z_part: float
    z_others: float

    @property
    def weight(self) -> float:
        return self.times_others * self.z_others * self.part * self.z_part

    @property
    def is_significant(self) -> bool:
        return self.z_part > SIGNIFICANT and self.z_others > SIGNIFICANT


class Shared(Struct, frozen=True):
    """Group-informed consensus: the product over groups of (1 + A) / (2 + S). It falls with the number of groups;
    its root of that degree can be compared. `disagree` is the same with D."""

    statement: int
    agree: float
    agree_root: float
    disagree: float
    disagree_root: float


def counts_of(answers: Answers, labels: Labels, groups: int) -> Counts:
    """Groups x statements x codes (0..6); whoever has label -1 is in no group."""
    counts = np.zeros((groups, answers.statements, CODES), np.int64)
    offset = np.where(labels < 0, groups, labels) * CODES
    for number, row in enumerate(answers.codes):
        counts[:, number] = np.bincount(offset + row, minlength=(groups + 1) * CODES)[:-CODES].reshape(groups, CODES)
    return counts


def voices(counts: Counts, group: int) -> tuple[Voice, ...]:
    """At most five, those of agreement first; the strongest agreement is always among them. Empty when nothing sets
    the group apart."""
    mine, others = _three(counts[group]), _three(counts.sum(axis=0) - counts[group])
    each = [_voice(number, mine[number], others[number]) for number in range(len(mine))]
    strong = sorted((one for one in each if one is not None), key=lambda one: (-one.weight, one.statement))
    agreed = [one for one in strong if one.side is Side.AGREE]
    chosen = (agreed[:1] + [one for one in strong if one not in agreed[:1]])[:MOST]
    return tuple(sorted(chosen, key=lambda one: one.side is Side.DISAGREE))


def _three(counts: Counts) -> list[tuple[int, int, int]]:
    """Agreed, disagreed, saw; a statement each."""
    agreed, disagreed = counts[:, 4] + counts[:, 5], counts[:, 1] + counts[:, 2]
    return list(zip(agreed.tolist(), disagreed.tolist(), counts[:, 1:].sum(axis=1).tolist(), strict=True))


def _voice(statement: int, mine: tuple[int, int, int], others: tuple[int, int, int]) -> Voice | None:
    """For the side that sets the group apart most; None when neither side is significant."""
    sides = [_side(statement, side, mine[i], mine[2], others[i], others[2]) for i, side in enumerate(Side)]
    if not any(one.is_significant for one in sides):
        return None
    return max(sides, key=lambda one: one.z_others)


def _side(statement: int, side: Side, chose: int, seen: int, others_chose: int, others_seen: int) -> Voice:
    part = (1 + chose) / (2 + seen)
    return Voice(
        statement,
        side,
        chose,
        seen,
        part,
        part * (2 + others_seen) / (1 + others_chose),
        one_proportion(chose, seen),
        two_proportions(chose, others_chose, seen, others_seen),
    )


def one_proportion(chose: int, seen: int) -> float:
    """z against one half, one added to both."""
    return 2 * sqrt(seen + 1) * ((chose + 1) / (seen + 1) - 0.5)


def two_proportions(chose: int, others_chose: int, seen: int, others_seen: int) -> float:
    """z of the difference with pooled variance, one added to each; 0 when all chose it."""
    s1, s2, n1, n2 = chose + 1, others_chose + 1, seen + 1, others_seen + 1
    pooled = (s1 + s2) / (n1 + n2)
    if pooled >= 1:
        return 0.0
    return (s1 / n1 - s2 / n2) / sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))


def shared(counts: Counts) -> tuple[Shared, ...]:
    """For every statement."""
    return tuple(_shared(number, [_three(group)[number] for group in counts]) for number in range(counts.shape[1]))


def _shared(statement: int, groups: list[tuple[int, int, int]]) -> Shared:
    agree = prod((1 + a) / (2 + s) for a, _, s in groups)
    disagree = prod((1 + d) / (2 + s) for _, d, s in groups)
    root = 1 / len(groups)
    return Shared(statement, agree, agree**root, disagree, disagree**root)
