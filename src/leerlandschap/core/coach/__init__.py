# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The writing coach, *stellig en beknopt*: advice about one principle, over word lists that are handed in.

It has no words of its own, only knows how a language makes its participles and nouns. It never blocks, and gives no
mark: a readability score of one sentence calls the best principles bad.
"""

from leerlandschap.core.coach.advice import MOST_SHOWN, hints, is_just_begun, to_show
from leerlandschap.core.coach.hint import Hint, Level, Rule
from leerlandschap.core.coach.lexicon import Lexicon, Unless, Words

__all__ = [
    "MOST_SHOWN",
    "Hint",
    "Level",
    "Lexicon",
    "Rule",
    "Unless",
    "Words",
    "hints",
    "is_just_begun",
    "to_show",
]
