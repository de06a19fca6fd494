# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast a statement was answered, compared with how fast the same people answer, and how long it is to read.

A fast answer means an opinion that lies ready, not a right one; comparing without each person's own speed mostly
finds who is fast (Mulligan et al. 2003; Mayerl 2005).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import exp, fsum, log
from statistics import fmean, median
from typing import TypeVar

from msgspec import Struct

from leerlandschap.core.measures.kinds import Kind, Thresholds
from leerlandschap.core.vocabulary import Zone

FASTEST, SLOWEST = 0.7, 300.0  # seconds; faster is a slip of the thumb, slower is somebody who was away

Person = TypeVar("Person")
Which = TypeVar("Which")  # statement


class Pace(Struct, frozen=True):
    """`q`: 1 is as fast as these people usually answer, 2 takes twice as long. `times`: how many times it rests on."""

    q: float
    times: int


def paces(times: Iterable[tuple[Person, Which, float]], lengths: Mapping[Which, float]) -> dict[Which, Pace]:
    """From the seconds that people took for statements, and the lengths of those (characters or words, above 0).

    q_s = exp(median over people of z), z = ln t - median of the person's ln t - b (ln length - mean ln length), with
    b the slope within persons, pooled. Times outside FASTEST..SLOWEST, and of people who have no other time to compare
    with, do not count; a statement with none is left out. Of two times for the same the last counts. A statement
    without a length counts as one of mean length. Raises ValueError for a length that is not above 0.
    """
    kept = _kept(times)
    timed = {which for own in kept for which in own}
    extra = _extra_length({which: lengths[which] for which in timed if which in lengths})
    slope = _pooled_slope(kept, extra)
    found: defaultdict[Which, list[float]] = defaultdict(list)
    for own in kept:
        usual = median(own.values())
        for which, logarithm in own.items():
            found[which].append(logarithm - usual - slope * extra.get(which, 0.0))
    return {which: Pace(exp(median(each)), len(each)) for which, each in found.items()}


def quick(first: Kind, pace: Pace | None, thresholds: Thresholds) -> bool:
    """Agreed in the first round, and answered no slower than usual by at least `floor` people."""
    return pace is not None and first.zone is Zone.CORE and pace.times >= thresholds.floor and pace.q <= 1


def found_by_talking(first: Kind, last: Kind) -> bool:
    """Grey in the first round and core in the last."""
    return (first.zone, last.zone) == (Zone.GREY, Zone.CORE)


def lost_by_talking(first: Kind, last: Kind) -> bool:
    """Core in the first round and grey in the last."""
    return (first.zone, last.zone) == (Zone.CORE, Zone.GREY)


def _kept(times: Iterable[tuple[Person, Which, float]]) -> list[dict[Which, float]]:
    """Logarithms of the seconds, a person at a time."""
    own: defaultdict[Person, dict[Which, float]] = defaultdict(dict)
    for person, which, seconds in times:
        if FASTEST <= seconds <= SLOWEST:
            own[person][which] = log(seconds)
    return [each for each in own.values() if len(each) > 1]


def _extra_length(lengths: Mapping[Which, float]) -> dict[Which, float]:
    if any(not length > 0 for length in lengths.values()):
        raise ValueError("the length of a statement is above 0")
    logarithms = {which: log(length) for which, length in lengths.items()}
    usual = fmean(logarithms.values()) if logarithms else 0.0
    return {which: logarithm - usual for which, logarithm in logarithms.items()}


def _pooled_slope(kept: list[dict[Which, float]], extra: Mapping[Which, float]) -> float:
    """Of ln t on ln length, both seen from the person's own mean; 0 when no one had statements of unequal length."""
    across, along = [], []
    for own in kept:
        usual = fmean([extra.get(which, 0.0) for which in own])
        aside = [(extra.get(which, 0.0) - usual, logarithm) for which, logarithm in own.items()]
        across.append(fsum(x * y for x, y in aside))
        along.append(fsum(x * x for x, _ in aside))
    spread = fsum(along)
    return fsum(across) / spread if spread > 1e-12 else 0.0
