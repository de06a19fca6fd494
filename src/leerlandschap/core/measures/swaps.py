# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did people come closer to each other between two rounds, or would chance alone show as much?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from msgspec import Struct

from leerlandschap.core.measures.coins import Heap
from leerlandschap.core.measures.shuffling import SplitMix64

_WORD = 64  # as many coins as one word of bits

Heaps = list[tuple[int, int]]


class Convergence(Struct, frozen=True):
    """`delta`: unbiased disagreement after minus before, below zero when people came closer.

    `p`: how often a change at least as large, either way, comes up when each person's before and after are swapped by
    the toss of a coin. Both None with fewer than two people who gave a position twice; p is 1 when nobody moved.
    """

    delta: float | None
    p: float | None


def convergence(pairs: Iterable[tuple[int | None, int | None]], seed: int, runs: int = 999) -> Convergence:
    """From one pair (before, after) a person, positions 1..5; people with None in either are left out.

    p = (1 + as large or larger) / (1 + runs): the same for the same seed, whatever the order of the people.
    Reading the pairs is linear in them. The runs are not: up to 64 movers cost one word of bits a run, more cost at
    most ten draws from a table a run, and tables of sqrt(movers) entries (see coins.py).
    Raises ValueError for any other position.
    """
    moves = Counter((before, after) for before, after in pairs if before is not None and after is not None)
    people = moves.total()
    steps = _steps(moves)
    if people < 2:
        return Convergence(None, None)
    change = sum(step * movers for step, movers in steps.items())
    return Convergence(change / (people * (people - 1)), _p(abs(change), steps, SplitMix64(seed), runs))


def _steps(moves: Counter[tuple[int, int]]) -> Counter[int]:
    """How many people added how much to n (n - 1) delta.

    With A and B the numbers at or below a position after and before, that is the sum over positions of
    A (n - A) - B (n - B) = (A - B) (n - A - B). Swapping a person leaves A + B as it is: what each adds is theirs
    alone, a number of which a swap turns the sign. So a run is a sum of signed whole numbers, and ties are exact.
    """
    either = Counter(dict.fromkeys(range(1, 6), 0))
    for (before, after), people in moves.items():
        either[before] += people
        either[after] += people
    if len(either) > 5:
        raise ValueError("a position is 1 to 5")
    slopes = [below - moves.total() for below in accumulate(either.values())]
    height = dict(enumerate(accumulate(slopes[:-1], initial=0), 1))
    steps: Counter[int] = Counter()
    for (before, after), people in moves.items():
        steps[height[after] - height[before]] += people
    return steps


def _p(observed: int, steps: Counter[int], lot: SplitMix64, runs: int) -> float:
    sizes: Counter[int] = Counter()
    for step, movers in steps.items():
        sizes[abs(step)] += movers if step else 0
    heaps = sorted((+sizes).items())
    most = sum(size * movers for size, movers in heaps)
    tosses = _in_one_word(heaps, lot) if (+sizes).total() <= _WORD else _from_tables(heaps, lot)
    as_large = sum(abs(2 * up - most) >= observed for up in islice(tosses, runs))
    return (1 + as_large) / (1 + runs)


def _in_one_word(heaps: Heaps, lot: SplitMix64) -> Iterator[int]:
    """What those whose coin falls heads add together; a bit is a coin."""
    ends = accumulate(movers for _, movers in heaps)
    masks = [(size, ((1 << movers) - 1) << (end - movers)) for (size, movers), end in zip(heaps, ends, strict=True)]
    while True:
        word = lot.word()
        yield sum([size * (word & mask).bit_count() for size, mask in masks])


def _from_tables(heaps: Heaps, lot: SplitMix64) -> Iterator[int]:
    tables = [(size, Heap(movers)) for size, movers in heaps]
    while True:
        yield sum([size * heap.heads(lot) for size, heap in tables])
