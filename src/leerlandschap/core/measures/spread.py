# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far apart people stand. The scale counts as an order only: no distance between two positions is assumed."""

from itertools import accumulate

from leerlandschap.core.measures.tally import Tally


def disagreement(tally: Tally) -> float | None:
    """D, 0 (all the same) to 1 (two halves at the ends); None without opinions.

    D = (4 / (K - 1)) sum over j < K of F_j (1 - F_j), K = 5 and F_j the part at or below position j.
    It equals 1 - l-squared of Blair and Lacy (2000), and for an even number of people the index of ordinal
    variation of Berry and Mielke (1992). For one room; to compare groups of different size use the unbiased form.
    """
    n = tally.opinions
    if not n:
        return None
    below = list(accumulate(tally.counts))[:-1]
    return sum(f * (n - f) for f in below) / (n * n)


def disagreement_unbiased(tally: Tally) -> float | None:
    """D n / (n - 1): the same on average whatever the size of the group. Can exceed 1 in small groups.

    None with fewer than two opinions.
    """
    n = tally.opinions
    plain = disagreement(tally)
    return None if n < 2 or plain is None else plain * n / (n - 1)


def opposition(tally: Tally) -> float | None:
    """O = 2 d a / (n (n - 1)): the chance that two people picked at random stand on opposite sides.

    Sees two camps that stand close to the middle, which no measure of distance does. None with fewer than two opinions.
    """
    n = tally.opinions
    return None if n < 2 else 2 * tally.disagree * tally.agree / (n * (n - 1))
