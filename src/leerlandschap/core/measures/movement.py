# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who moved between two rounds, as totals."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from leerlandschap.core.measures.spread import disagreement_unbiased
from leerlandschap.core.measures.tally import Tally


class Shift(Struct, frozen=True):
    """Among `pairs` people who gave a position in both rounds: how many moved towards agree, away, and stayed.

    `p` is the sign test's. `convergence` is the unbiased disagreement after minus before, below zero when people
    came closer, None with fewer than two pairs. `unmatched` gave a position in only one of the rounds handed in.
    """

    up: int
    down: int
    stayed: int
    p: float
    pairs: int
    convergence: float | None
    unmatched: int


def shift(pairs: Iterable[tuple[int | None, int | None]]) -> Shift:
    """From one pair (before, after) a person, positions 1..5; None is no opinion or no answer.

    Raises ValueError for any other position.
    """
    given = list(pairs)
    matched = [(before, after) for before, after in given if before is not None and after is not None]
    moves = Counter((after > before) - (after < before) for before, after in matched)
    return Shift(
        up=moves[1],
        down=moves[-1],
        stayed=moves[0],
        p=sign_test(moves[1], moves[-1]),
        pairs=len(matched),
        convergence=_convergence(matched),
        unmatched=sum((before is None) != (after is None) for before, after in given),
    )


def sign_test(up: int, down: int) -> float:
    """Exact two-sided mid-p of the sign test: the chance of a division at least as uneven, counting half of equal.

    1 when nobody moved. Mid-p: Lancaster (1961).
    """
    n, fewer = up + down, min(up, down)
    ways, more_uneven = 1, 0
    for k in range(fewer):
        more_uneven += ways
        ways = ways * (n - k) // (k + 1)
    return (2 * more_uneven + ways) / (1 << n)


def _convergence(matched: list[tuple[int, int]]) -> float | None:
    before = disagreement_unbiased(Tally.of(each for each, _ in matched))
    after = disagreement_unbiased(Tally.of(each for _, each in matched))
    return None if before is None or after is None else after - before
