# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Side by side: every subject once a round, so that a machine that slows down slows all of them. Medians are told."""

from collections.abc import Callable, Mapping
from statistics import median

Figures = dict[str, float]
ROUNDS = 5  # at least


def interleaved(subjects: Mapping[str, Callable[[], Figures]], rounds: int) -> dict[str, Figures]:
    """For every subject the median of each of its figures."""
    found: dict[str, list[Figures]] = {name: [] for name in subjects}
    for number in range(rounds):
        order = list(subjects) if number % 2 == 0 else list(subjects)[::-1]
        for name in order:
            found[name].append(subjects[name]())
    return {name: medians(each) | best(each, "ms") for name, each in found.items()}


def medians(rounds: list[Figures]) -> Figures:
    return {figure: float(median(each[figure] for each in rounds)) for figure in (rounds[0] if rounds else {})}


def best(rounds: list[Figures], figure: str) -> Figures:
    """The quickest round too: on a machine that others use, it is the one they disturbed least."""
    return {f"best {figure}": min(each[figure] for each in rounds)} if rounds and figure in rounds[0] else {}


def ratio(one: float | None, other: float | None) -> float | None:
    """None when one of them was not measured."""
    return one / other if one is not None and other else None
