# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Phrases in a text: n-grams of tokens, the longest first, each token looked at a fixed number of times at most."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from leerlandschap.core.coach.hint import Rule
from leerlandschap.core.coach.reading import Reading, Token, read


class Use(Struct, frozen=True):
    """What a phrase is a sign of, and what may stand there instead."""

    rule: Rule
    alternative: str = ""
    variant: str = ""


class Phrase(Struct, frozen=True):
    """``uses`` is empty for what may stand: it is found so that nothing shorter in it is."""

    text: str
    words: tuple[str, ...]
    uses: tuple[Use, ...]


class Found(Struct, frozen=True):
    phrase: Phrase
    first: int  # places among the tokens
    last: int


class Phrases:
    """Phrases by their first word. What is kept overrules what is used."""

    def __init__(self, uses: Iterable[tuple[str, Use]], kept: Iterable[str]) -> None:
        known: dict[tuple[str, ...], tuple[Use, ...]] = {}
        for text, use in uses:
            words = _words(text)
            known[words] = (*known.get(words, ()), use)
        known.update({_words(text): () for text in kept})
        known.pop((), None)
        by_first: dict[str, list[Phrase]] = {}
        for words in sorted(known, key=len, reverse=True):
            by_first.setdefault(words[0], []).append(Phrase(" ".join(words), words, known[words]))
        self._by_first: Mapping[str, list[Phrase]] = MappingProxyType(by_first)

    def find(self, reading: Reading) -> Iterator[Found]:
        """Every phrase that stands in the text, from left to right, none over another; not what is quoted."""
        place, tokens = 0, reading.tokens
        while place < len(tokens):
            phrase = self._at(tokens, place)
            if phrase is not None:
                yield Found(phrase, place, place + len(phrase.words) - 1)
            place += len(phrase.words) if phrase else 1

    def _at(self, tokens: tuple[Token, ...], place: int) -> Phrase | None:
        if tokens[place].is_quoted:
            return None
        for phrase in self._by_first.get(tokens[place].word, ()):
            here = tokens[place : place + len(phrase.words)]
            if tuple(each.word for each in here) == phrase.words:
                return phrase
        return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(each.word for each in read(text).tokens)
