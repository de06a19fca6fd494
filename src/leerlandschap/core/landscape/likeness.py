# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Principles that may say the same: a first sieve for a reader, who decides."""

import re

from leerlandschap.core.landscape.state import Principle
from leerlandschap.core.vocabulary import PrincipleId

ALIKE = 0.5  # part of the longer words that two statements share (Dice); below it readers saw no likeness
SHORTEST = 4  # letters: shorter words carry grammar rather than meaning, in Dutch and English alike
STEM = 5  # letters that two forms of one word begin with: leren/leert differ, betaal/betalen do not


def alike(principles: tuple[Principle, ...]) -> tuple[tuple[PrincipleId, PrincipleId], ...]:
    """Pairs of principles whose statements share enough of their longer words, earlier one first."""
    stems = [(p.id, _stems(p.words.statement)) for p in principles]
    return tuple(
        (one, other)
        for at, (one, ours) in enumerate(stems)
        for other, theirs in stems[at + 1 :]
        if _dice(ours, theirs) >= ALIKE
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= SHORTEST)


def _dice(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Sørensen-Dice: twice what is shared, of all there is; 0 for two empty ones."""
    both = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / both if both else 0.0
