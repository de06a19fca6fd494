# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the writing coach, and its hints in words."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from leerlandschap.core.coach import Hint, Lexicon, Words
from leerlandschap.core.vocabulary import Language
from leerlandschap.text.saying import say

# Words to weigh, which an editor may want to change; and what the rules must know of a language.
SOURCES = ("coach_lexicon.json", "coach_grammar.json")


@cache
def lexicon() -> Lexicon:
    """The lists that come with the product; read once."""
    parts = [_read(source) for source in SOURCES]
    return Lexicon({each: _words([part[each] for part in parts]) for each in Language})


def _read(source: str) -> Mapping[str, dict[str, Any]]:
    return msgspec.json.decode(files(__package__).joinpath(source).read_bytes(), type=dict[str, dict[str, Any]])


def _words(parts: list[dict[str, Any]]) -> Words:
    return msgspec.convert({name: words for part in parts for name, words in part.items()}, Words)


def said(hint: Hint, language: Language) -> str:
    """A hint as a sentence."""
    key = f"coach.rule.{hint.rule.value}{'_' if hint.variant else ''}{hint.variant}"
    return say(key, language, w=hint.words, alt=hint.alternative)
