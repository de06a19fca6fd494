# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two directions in which people differ most, with missing answers, after Small et al. (2021).

With X the positions on -1..1, mu the mean of a statement over those who gave one, and Z = X - mu with unseen 0, the
axes are the two leading eigenvectors of Z'Z, a matrix of statements by statements. A person stands at
sqrt(statements / seen) times the sum over what they saw of (x - mu) times the axis. Doi 10.6035/recerca.5516.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leerlandschap.opinions.answers import CODES, NO_OPINION, UNSEEN, Answers, Bytes

Floats = NDArray[np.float64]
CHUNK = 1 << 14  # people at a time: what a chunk adds to a sum stays below 2**24, which float32 holds exactly
STEP = 2.0**-20  # coordinates are whole numbers of these, so that sums do not depend on their order

_DOUBLED = np.array([0, -2, -1, 0, 1, 2, 0], np.float32)  # twice the position on -1..1, by code
_SEEN = np.array([0, 1, 1, 1, 1, 1, 0], np.float32)


class Axes(NamedTuple):
    """means: statements; directions: statements x 2, of length 1."""

    means: Floats
    directions: Floats


def axes(answers: Answers) -> Axes:
    """By one pass over all people in chunks, in whole numbers: exactly the same whatever their order."""
    squares, crossed, both = _sums(answers.codes)
    seen, total = np.diag(both), np.diag(crossed)
    means = np.divide(total, seen, out=np.zeros_like(total), where=seen > 0)
    product = squares - means[:, None] * crossed.T - crossed * means[None, :] + np.outer(means, means) * both
    return Axes(means, leading(product))


def _sums(codes: Bytes) -> tuple[Floats, Floats, Floats]:
    """X'X, X'M and M'M, X with unseen 0 and M the mask of what was seen; each statements x statements."""
    size = len(codes)
    squares, crossed, both = (np.zeros((size, size)) for _ in range(3))
    for start in range(0, codes.shape[1], CHUNK):
        chunk = codes[:, start : start + CHUNK]
        doubled, seen = _DOUBLED[chunk], _SEEN[chunk]
        squares += doubled @ doubled.T
        crossed += doubled @ seen.T
        both += seen @ seen.T
    return squares / 4, crossed / 2, both


def leading(product: Floats) -> Floats:
    """The two leading eigenvectors, statements x 2; the largest entry of each is positive, for the sign is free."""
    found: Floats = np.linalg.eigh(product)[1][:, :-3:-1]
    largest = found[np.abs(found).argmax(axis=0), range(found.shape[1])]
    return found * np.where(largest < 0, -1.0, 1.0)


def project(answers: Answers, found: Axes) -> Floats:
    """Where each person stands, people x 2; who gave no position at all stands in the middle.

    Person by person the same sum in the same order, which a product of matrices does not promise.
    """
    points = np.zeros((answers.people, 2))
    levels = np.array([0, -1, -0.5, 0, 0.5, 1, 0])
    opinion = (np.arange(CODES) != UNSEEN) & (np.arange(CODES) != NO_OPINION)
    for start in range(0, answers.people, CHUNK):
        part = points[start : start + CHUNK]
        for row, mean, direction in zip(answers.codes, *found, strict=True):
            part += (np.where(opinion, levels - mean, 0.0)[:, None] * direction)[row[start : start + CHUNK]]
    scale = np.sqrt(answers.statements / np.maximum(answers.opinions_each(), 1))
    return settle(points * scale[:, None])


def settle(points: Floats) -> Floats:
    """To whole numbers of STEP."""
    return np.asarray(np.rint(points / STEP) * STEP)
