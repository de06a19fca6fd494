# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of the disagreement lies between teams, and how much inside them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from math import fsum

from msgspec import Struct

from leerlandschap.core.measures.shuffling import SplitMix64
from leerlandschap.core.measures.spread import disagreement, disagreement_unbiased
from leerlandschap.core.measures.tally import Tally
from leerlandschap.core.measures.teams.urn import Urn

_NEAR = 1e-9  # shuffles nearer to what was observed than this part of it count as equal to it


class Decomposition(Struct, frozen=True):
    """D_total = D_within + D_between, exactly; all None without opinions.

    `share` is D_between as part of D_total, None when there is no disagreement. It is above 0 by chance alone, by about
    (teams - 1) / (people - 1). `share_unbiased` is not: 1 - D of two people of the same team / D of two of different
    teams, at least 0; None without disagreement, without two people in a team, or with fewer than two teams.
    `p`: how often shuffling people over the teams puts as much between them; None with fewer than two teams.
    """

    D_total: float | None
    D_within: float | None
    D_between: float | None
    share: float | None
    share_unbiased: float | None
    p: float | None


def decompose(tallies: Sequence[Tally], seed: int, runs: int = 999) -> Decomposition:
    """From one tally a team. Only opinions count, so a team without any is no team here; a team of one is one.

    D_within = sum (n_g / n) D_g; D_between = sum over positions and teams of (n_g / n) (F_g - F) squared: Reardon's
    (2009) ordinal variance-ratio index of segregation. p = (1 + as large or larger) / (1 + runs). Everything is the
    same in whatever order teams come. The shuffles cost the order of runs x teams, however many people there are.
    """
    teams = sorted((each for each in tallies if each.opinions), key=lambda each: (each.opinions, each.counts))
    whole = sum(teams, Tally((0, 0, 0, 0, 0), 0))
    total = disagreement(whole)
    if total is None:
        return Decomposition(None, None, None, None, None, None)
    between = _between(teams, whole)
    return Decomposition(
        D_total=total,
        D_within=_within(teams, whole),
        D_between=between,
        share=between / total if total else None,
        share_unbiased=_share_unbiased(teams, whole),
        p=_p(teams, whole, SplitMix64(seed), runs) if len(teams) > 1 else None,
    )


def _within(teams: Sequence[Tally], whole: Tally) -> float:
    return fsum(each.opinions * (disagreement(each) or 0.0) for each in teams) / whole.opinions


def _between(teams: Sequence[Tally], whole: Tally) -> float:
    overall = _parts_below(whole)
    return fsum(
        each.opinions / whole.opinions * (own - f) ** 2
        for each in teams
        for own, f in zip(_parts_below(each), overall, strict=True)
    )


def _parts_below(tally: Tally) -> list[float]:
    return [below / tally.opinions for below in accumulate(tally.counts[:-1])]


def _share_unbiased(teams: Sequence[Tally], whole: Tally) -> float | None:
    """From sums over ordered pairs of people."""
    same = fsum(_pairs(each) * (disagreement_unbiased(each) or 0.0) for each in teams)
    different = _pairs(whole) * (disagreement_unbiased(whole) or 0.0) - same
    in_same = sum(map(_pairs, teams))
    in_different = _pairs(whole) - in_same
    if not (in_same and in_different and disagreement(whole)):
        return None
    return max(0.0, 1 - same / in_same * in_different / different)


def _pairs(tally: Tally) -> int:
    return tally.opinions * (tally.opinions - 1)


def _p(teams: Sequence[Tally], whole: Tally, lot: SplitMix64, runs: int) -> float:
    observed = sum(_weight(each.counts, each.opinions) for each in teams) * (1 - _NEAR)
    sizes = [each.opinions for each in teams]
    as_large = sum(weight >= observed for weight in islice(_shuffled(sizes, whole, lot), runs))
    return (1 + as_large) / (1 + runs)


def _shuffled(sizes: Sequence[int], whole: Tally, lot: SplitMix64) -> Iterator[float]:
    while True:
        urn = Urn(whole.counts, lot)
        weight = sum([_weight(urn.take(size), size) for size in sizes[:-1]])
        yield weight + _weight(urn.left, sizes[-1])


def _weight(counts: Sequence[int], size: int) -> float:
    """What a team adds to n (D_between + the sum of F squared), of which a shuffle changes D_between only."""
    a = counts[0]
    b = a + counts[1]
    c = b + counts[2]
    d = c + counts[3]
    return (a * a + b * b + c * c + d * d) / size
