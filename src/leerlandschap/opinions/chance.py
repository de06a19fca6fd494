# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Could chance alone produce these groups, and do they come back when other people had come?

Both questions are put to at most 2,000 people: all of them, or, of more, every so-many-th in an order that depends on
their answers only. So the cost is the same for two thousand and for a million, and the test stays exact: the observed
silhouette is reckoned on the same people as those it is compared with.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leerlandschap.opinions.answers import NO_OPINION, UNSEEN, Answers
from leerlandschap.opinions.bases import bases
from leerlandschap.opinions.clusters import Labels, best, divided, nearest
from leerlandschap.opinions.components import Floats, leading, settle

SAMPLE = 2_000


class Centred(NamedTuple):
    """Z, statements x people, unseen 0; who saw what; sqrt(statements / seen), people."""

    values: Floats
    seen: NDArray[np.bool_]
    scale: Floats


def sampled(answers: Answers) -> Centred:
    """At most SAMPLE people, in the order of their answers."""
    order = answers.in_order()
    count = min(SAMPLE, answers.people)
    return centred(answers.only(order[np.arange(count) * answers.people // max(count, 1)]))


def centred(answers: Answers) -> Centred:
    seen = (answers.codes != UNSEEN) & (answers.codes != NO_OPINION)
    values = np.where(seen, (answers.codes.astype(np.float64) - 3) / 2, 0.0)
    many = np.maximum(seen.sum(axis=1), 1)
    values = np.where(seen, values - (values.sum(axis=1) / many)[:, None], 0.0)
    return Centred(values, seen, np.sqrt(answers.statements / np.maximum(seen.sum(axis=0), 1)))


def stand(people: Centred) -> Floats:
    """Where they stand on their own two axes, people x 2."""
    return _on(people, leading(people.values @ people.values.T))


def _on(people: Centred, directions: Floats) -> Floats:
    return settle((people.values.T @ directions) * people.scale[:, None])


def best_silhouette(people: Centred, most: int, least_people: int) -> float:
    """Over 2..`most` groups; -1 when there is no division without a group that is too small."""
    found = best(bases(stand(people)), most, least_people)
    return -1.0 if found is None else found.silhouette


def p_of_chance(people: Centred, most: int, least_people: int, times: int, level: float, seed: int) -> float:
    """The part of `times` reshuffles (and the observed one) with a silhouette at least as high, 1 / (times + 1)..1.

    A reshuffle hands the answers to each statement out anew among those who gave one: what each statement got and who
    saw what stay as they are, what goes together does not. Stops as soon as the part must exceed `level`, and gives
    what it is at least.
    """
    observed = best_silhouette(people, most, least_people)
    dice = np.random.default_rng(seed)
    as_high = 1
    for _ in range(times):
        as_high += best_silhouette(_reshuffled(people, dice), most, least_people) >= observed
        if as_high > level * (times + 1):
            break
    return as_high / (times + 1)


def _reshuffled(people: Centred, dice: np.random.Generator) -> Centred:
    values = people.values.copy()
    for row, seen in zip(values, people.seen, strict=True):
        row[seen] = dice.permutation(row[seen])
    return people._replace(values=values)


def steadiness(people: Centred, groups: int, times: int, seed: int) -> float:
    """Mean adjusted Rand index (Hubert and Arabie 1985) between these groups and those of people drawn anew from them.

    Each draw (with replacement, as many) gets its own axes and centres; then the first people are put in its groups.
    """
    points = stand(people)
    labels = nearest(points, divided(bases(points), groups).centres)
    dice = np.random.default_rng(seed)
    count = len(people.scale)
    alike = [_alike(people, labels, dice.integers(0, count, count), groups) for _ in range(times)]
    return float(np.mean(alike))


def _alike(people: Centred, labels: Labels, drawn: NDArray[np.int64], groups: int) -> float:
    values, seen = people.values[:, drawn], people.seen[:, drawn]
    means = values.sum(axis=1) / np.maximum(seen.sum(axis=1), 1)
    values = np.where(seen, values - means[:, None], 0.0)
    directions = leading(values @ values.T)
    moved = people._replace(values=np.where(people.seen, people.values - means[:, None], 0.0))
    points = _on(moved, directions)
    again = divided(bases(points[drawn]), groups).centres
    return adjusted_rand(labels, nearest(points, again))


def adjusted_rand(first: Labels, second: Labels) -> float:
    """1 for the same division, about 0 for two that have nothing to do with each other."""
    table = np.zeros((int(first.max()) + 1, int(second.max()) + 1))
    np.add.at(table, (first, second), 1)
    together, rows, columns, all_pairs = (
        float((each * (each - 1)).sum()) / 2 for each in (table, table.sum(1), table.sum(0), table.sum(keepdims=True))
    )
    expected = rows * columns / all_pairs if all_pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)
