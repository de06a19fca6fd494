# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The writing coach with the words that come with the product."""

from leerlandschap.core.coach import Hint, hints
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import lexicon


def coached(text: str, language: str = "nl") -> tuple[Hint, ...]:
    return hints(text, lexicon(), Language(language))


def rules(text: str, language: str = "nl") -> list[str]:
    """The rules it has something to say by, in the order of showing."""
    return [hint.rule.value for hint in coached(text, language)]


def words(text: str, rule: str, language: str = "nl") -> list[str]:
    """What stands in the text where it speaks by this rule."""
    return [hint.words for hint in coached(text, language) if hint.rule == rule]
