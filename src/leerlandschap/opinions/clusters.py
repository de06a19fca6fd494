# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weighted k-means with a start that leaves nothing to chance, and the silhouette: how far apart groups are."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leerlandschap.opinions.bases import Bases
from leerlandschap.opinions.components import Floats

Labels = NDArray[np.intp]
ROUNDS = 50


class Division(NamedTuple):
    """A way to divide the bases: centres (groups x 2), the group of each base, its size in people, and silhouette."""

    centres: Floats
    labels: Labels
    sizes: Floats
    silhouette: float


def best(found: Bases, most: int, least_people: int) -> Division | None:
    """The division in 2..`most` groups with the highest silhouette, among those without a group below
    `least_people`; None when there is none.
    """
    able = [each for each in divisions(found, most) if each.sizes.min() >= least_people]
    return max(able, key=lambda each: each.silhouette, default=None)


def divided(found: Bases, groups: int) -> Division:
    """In exactly so many groups, or as many as there are bases."""
    return list(divisions(found, groups))[-1]


def divisions(found: Bases, most: int) -> Iterator[Division]:
    """In 2, 3 .. `most` groups (at most as many as there are bases; of one base, all and nobody).

    Each starts from the one before it, with a new centre on the base that saves most of the squared distance
    (the fast global k-means of Likas, Vlassis and Verbeek, 2003): the same bases always give the same groups.
    """
    squared = _squared(found.centres, found.centres)
    apart = np.sqrt(squared)
    centres = np.average(found.centres, axis=0, weights=found.people)[None]
    for _ in range(1, max(2, min(most, len(found.people)))):
        nearest = _squared(found.centres, centres).min(axis=1)
        saved = np.maximum(nearest[None] - squared, 0) @ found.people
        centres, labels = _settled(found, np.vstack([centres, found.centres[saved.argmax()]]))
        sizes = np.asarray(np.bincount(labels, found.people, len(centres)), np.float64)
        yield Division(centres, labels, sizes, silhouette(apart, labels, found.people))


def _settled(found: Bases, centres: Floats) -> tuple[Floats, Labels]:
    """Lloyd's rounds until nothing moves."""
    labels = nearest(found.centres, centres)
    for _ in range(ROUNDS):
        weight = np.eye(len(centres))[labels] * found.people[:, None]
        sizes = weight.sum(axis=0)
        means = (weight.T @ found.centres) / np.maximum(sizes, 1)[:, None]
        centres = np.where(sizes[:, None] > 0, means, centres)
        before, labels = labels, nearest(found.centres, centres)
        if np.array_equal(before, labels):
            break
    return centres, labels


def nearest(points: Floats, centres: Floats) -> Labels:
    """Which centre each point is nearest to; of equals the first."""
    return np.asarray(_squared(points, centres).argmin(axis=1))


def silhouette(apart: Floats, labels: Labels, people: Floats) -> float:
    """Mean over people of (b - a) / max(a, b), -1..1 (Rousseeuw 1987).

    `apart` holds the distances between spots, spots x spots, `people` how many stand on each. a is someone's mean
    distance to the others of the own group, b to the nearest other group; alone in a group counts 0.
    """
    member = np.eye(int(labels.max()) + 1)[labels]
    sums, sizes = apart @ (member * people[:, None]), people @ member
    spot = np.arange(len(labels))
    own = sums[spot, labels] / np.maximum(sizes[labels] - 1, 1)
    means = np.where(sizes > 0, sums / np.maximum(sizes, 1), np.inf)
    means[spot, labels] = np.inf
    other = means.min(axis=1)
    larger = np.maximum(own, other)
    each = np.divide(other - own, larger, out=np.zeros_like(own), where=(larger > 0) & np.isfinite(other))
    return float(np.average(np.where(sizes[labels] > 1, each, 0.0), weights=people))


def _squared(points: Floats, centres: Floats) -> Floats:
    """Squared distances, points x centres."""
    across = points[:, None, 0] - centres[None, :, 0]
    along = points[:, None, 1] - centres[None, :, 1]
    return np.asarray(across * across + along * along)
