# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the state keeps count of, counted again from what people said."""

from collections import Counter
from typing import Any

from immutables import Map

from leerlandschap.core.measures import Tally
from leerlandschap.core.workshop.state import Workshop


def counters_are_right(state: Workshop) -> bool:
    """True when every counter equals a full recount."""
    return _tallies(state) and _dots(state) and _choices(state)


def _tallies(state: Workshop) -> bool:
    rounds = (each for discussion in state.discussions.values() for each in discussion.rounds)
    return all(each.tally == Tally.of(s.position for s in each.stances.values()) for each in rounds)


def _dots(state: Workshop) -> bool:
    spent: Counter[Any] = Counter()
    for dots in state.dots.values():
        spent.update(dots)
    return _without_zeros(state.dot_totals) == dict(spent)


def _choices(state: Workshop) -> bool:
    for given in state.answers.values():
        chosen: Counter[Any] = Counter()
        for answer in given.by.values():
            chosen.update(answer.choice)
        if _without_zeros(given.points) != dict(chosen):
            return False
    return True


def _without_zeros(totals: Map[Any, int]) -> dict[Any, int]:
    return {key: n for key, n in totals.items() if n}
