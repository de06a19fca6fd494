# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up conversations, with groups and without."""

import numpy as np
from numpy.typing import NDArray

from leerlandschap.opinions import Answers


def with_groups(
    people: int, statements: int, groups: int, answered: float = 0.8, seed: int = 1
) -> tuple[Answers, NDArray[np.int64]]:
    """Each group leans its own way on each statement; and the group of each person."""
    dice = np.random.default_rng(seed)
    lean = dice.choice([-0.8, 0.8], size=(groups, statements))
    member = dice.integers(0, groups, people)
    meant = lean[member].T + dice.normal(0, 0.6, (statements, people))
    positions = np.clip(np.rint(meant * 2 + 3), 1, 5)
    return Answers(np.where(dice.random(positions.shape) < answered, positions, 0).astype(np.uint8)), member


def without_groups(people: int, statements: int, seed: int) -> Answers:
    """Statements differ in how many agree, people in how much they answer; nothing goes together."""
    dice = np.random.default_rng(seed)
    chances = dice.dirichlet(np.ones(5), statements)
    positions = np.stack([dice.choice(np.arange(1, 6), people, p=each) for each in chances])
    answered = dice.random(positions.shape) < dice.uniform(0.5, 1, people)
    return Answers(np.where(answered, positions, 0).astype(np.uint8))
