# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Base clusters: people who stand (nearly) on the same spot, so that what follows does not grow with their number.

Up to 500 people each spot is its own; above it the plane is a grid of 24 x 24. Either way the same people give the
same base clusters, in whatever order they come.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leerlandschap.opinions.components import Floats, settle

EACH_ITSELF = 500
SIDE = 24
EDGE = 0.001  # this part of the people at either end may stand outside the grid, and count at its border


class Bases(NamedTuple):
    """centres: bases x 2; people: how many, bases."""

    centres: Floats
    people: Floats


def bases(points: Floats) -> Bases:
    """From where people stand, people x 2."""
    if len(points) <= EACH_ITSELF:
        centres, counts = np.unique(points, axis=0, return_counts=True)
        return Bases(centres, counts.astype(np.float64))
    cells = _cells(points)
    people = np.bincount(cells, minlength=SIDE * SIDE).astype(np.float64)
    taken = people > 0
    sums = np.stack([np.bincount(cells, points[:, axis], SIDE * SIDE) for axis in (0, 1)], axis=1)
    return Bases(settle(sums[taken] / people[taken, None]), people[taken])


def _cells(points: Floats) -> NDArray[np.intp]:
    """The number of the cell that each stands in."""
    outside = int(len(points) * EDGE)
    ends = np.partition(points, (outside, len(points) - 1 - outside), axis=0)
    low, high = ends[outside], ends[len(points) - 1 - outside]
    width = np.where(high > low, high - low, 1.0)
    place = np.clip(((points - low) / width * SIDE).astype(np.intp), 0, SIDE - 1)
    return np.asarray(place[:, 0] * SIDE + place[:, 1])
