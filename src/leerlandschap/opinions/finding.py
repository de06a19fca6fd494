# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opinion groups, when there are any to show, or the reason why there are none."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from leerlandschap.opinions.answers import Answers
from leerlandschap.opinions.bases import bases
from leerlandschap.opinions.chance import p_of_chance, sampled, steadiness
from leerlandschap.opinions.clusters import Division, Labels, best, nearest
from leerlandschap.opinions.components import Floats, axes, project
from leerlandschap.opinions.voices import Shared, Voice, counts_of, shared, voices


class Rules(Struct, frozen=True):
    """When groups are shown; printed with every outcome."""

    people: int = 20  # at least, with enough answers
    statements: int = 15  # at least, with an answer
    answers_each: int = 7  # whoever gave fewer is in no group (or fewer than all, where there are fewer)
    most_groups: int = 5
    smallest: int = 5  # people in every group
    level: float = 0.05  # at most this chance that shuffled answers look as much like groups
    reshuffles: int = 200
    steady: float = 0.6  # adjusted Rand index when other people had come
    draws: int = 50
    apart: float = 0.6  # below this silhouette groups are two ends of a spectrum
    seed: int = 1


class Reason(StrEnum):
    TOO_FEW_PEOPLE = "too_few_people"
    TOO_FEW_STATEMENTS = "too_few_statements"
    GROUP_TOO_SMALL = "group_too_small"
    CHANCE = "chance"
    UNSTABLE = "unstable"


@dataclass(frozen=True)
class NotShown:
    reason: Reason


@dataclass(frozen=True)
class Found:
    """Groups in order of size. `labels`: per person the number of the group, -1 for too few answers to tell.

    `silhouette` -1..1; `p` of chance; `steadiness` the adjusted Rand index; `is_spectrum`: ends of one line rather
    than islands. `voices`: a tuple of at most five a group; `shared`: one a statement.
    """

    sizes: tuple[int, ...]
    labels: NDArray[np.int8]
    silhouette: float
    p: float
    steadiness: float
    is_spectrum: bool
    voices: tuple[tuple[Voice, ...], ...]
    shared: tuple[Shared, ...]


STANDARD = Rules()


def find(answers: Answers, rules: Rules = STANDARD) -> Found | NotShown:
    """The same answers give the same groups, in whatever order people come. Never raises for what people answered."""
    given = answers.opinions_each()
    inside = np.flatnonzero(given >= min(rules.answers_each, answers.statements))
    if len(inside) < rules.people or not given.any():
        return NotShown(Reason.TOO_FEW_PEOPLE)
    within = answers if len(inside) == answers.people else answers.only(inside)
    if int((_answered(within)).sum()) < rules.statements:
        return NotShown(Reason.TOO_FEW_STATEMENTS)
    points = project(within, axes(within))
    division = best(bases(points), rules.most_groups, rules.smallest)
    if division is None:
        return NotShown(Reason.GROUP_TOO_SMALL)
    return _judged(within, inside, answers.people, points, division, rules)


def _answered(answers: Answers) -> NDArray[np.bool_]:
    """Which statements got a position."""
    return np.array([bool(((row > 0) & (row < 6)).any()) for row in answers.codes])


def _judged(
    within: Answers, inside: NDArray[np.intp], people: int, points: Floats, division: Division, rules: Rules
) -> Found | NotShown:
    sample = sampled(within)
    p = p_of_chance(sample, rules.most_groups, rules.smallest, rules.reshuffles, rules.level, rules.seed)
    if p > rules.level:
        return NotShown(Reason.CHANCE)
    alike = steadiness(sample, len(division.centres), rules.draws, rules.seed)
    if alike < rules.steady:
        return NotShown(Reason.UNSTABLE)
    labels = _by_size(nearest(points, division.centres), division.centres)
    sizes = np.bincount(labels)
    if len(sizes) < 2 or int(sizes.min()) < rules.smallest:
        return NotShown(Reason.GROUP_TOO_SMALL)
    counts = counts_of(within, labels, len(sizes))
    everyone = np.full(people, -1, np.int8)
    everyone[inside] = labels
    return Found(
        sizes=tuple(sizes.tolist()),
        labels=everyone,
        silhouette=division.silhouette,
        p=p,
        steadiness=alike,
        is_spectrum=division.silhouette < rules.apart,
        voices=tuple(voices(counts, group) for group in range(len(sizes))),
        shared=shared(counts),
    )


def _by_size(labels: Labels, centres: Floats) -> Labels:
    """Numbered anew: the largest group first, of equals the one further along the first axis."""
    sizes = np.bincount(labels, minlength=len(centres))
    order = sorted(range(len(centres)), key=lambda group: (-sizes[group], -centres[group, 0], -centres[group, 1]))
    place = np.empty(len(order), np.intp)
    place[order] = np.arange(len(order))
    return np.asarray(place[labels])
