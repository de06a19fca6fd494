# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text as the coach reads it: words and signs with their places, sentences, and what is quoted."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

# A word is letters and digits, with the accents that stand loose, joined by apostrophes, hyphens and &. Everything else
# that can be seen is a sign of its own. No two branches can take the same character, so this never looks back.
LOOSE = "\u0300-\u036f"
TOKEN = re.compile(rf"[^\W_][\w{LOOSE}]*(?:['’ʼ\-‐‑&][^\W_][\w{LOOSE}]*)*|\S")
PLAINER = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"})

ENDS = frozenset(".!?…")
DOUBLE = frozenset('"“”„«»')
SINGLE = frozenset("'‘’")
PAUSES = frozenset(",;:()–—")


class Token(Struct, frozen=True):
    """``word`` is in small letters; ``start`` and ``end`` are places in the text. Sentences are counted from 0."""

    word: str
    start: int
    end: int
    sentence: int
    is_word: bool
    is_quoted: bool


class Reading(Struct, frozen=True):
    """``together`` holds, per sentence, the words in it."""

    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    together: tuple[frozenset[str], ...]

    def cut(self, first: Token, last: Token) -> tuple[tuple[int, int], str]:
        """The stretch from one token to another: its span and what stands there."""
        return (first.start, last.end), self.text[first.start : last.end]


def read(text: str) -> Reading:
    """Any text at all; in one pass over it."""
    found = [(plain(each[0]), each.start(), each.end()) for each in TOKEN.finditer(text)]
    quoted = _quoted(text, found)
    numbers = list(_sentences(text, found))
    tokens = tuple(
        Token(word, start, end, numbers[n], word[0].isalnum(), quoted[n]) for n, (word, start, end) in enumerate(found)
    )
    together: list[set[str]] = [set() for _ in range(numbers[-1] + 1)] if numbers else []
    for each in tokens:
        together[each.sentence].add(each.word)
    words = tuple(each for each in tokens if each.is_word)
    return Reading(text, tokens, words, tuple(frozenset(each) for each in together))


def plain(word: str) -> str:
    """In small letters, composed, with straight apostrophes: as words stand in the lists."""
    return unicodedata.normalize("NFC", word).casefold().translate(PLAINER)


def _sentences(text: str, found: list[tuple[str, int, int]]) -> Iterator[int]:
    """The number of the sentence of each token. A full stop before a small letter, as in *etc. en*, ends none."""
    number = 0
    for (word, _, end), (_, after, _) in pairwise([*found, ("", len(text), len(text))]):
        yield number
        follows = text[after : after + 1]
        number += word in ENDS and after > end and not (word == "." and follows.islower())


def _quoted(text: str, found: list[tuple[str, int, int]]) -> list[bool]:
    """What stands between two marks of quotation. A mark without its other half quotes nothing."""
    quoted = [False] * len(found)
    opened: dict[bool, int] = {}
    for n, (_, start, end) in enumerate(found):
        mark = text[start:end]
        if mark not in DOUBLE and mark not in SINGLE:
            continue
        is_double = mark in DOUBLE
        if is_double in opened:
            first = opened.pop(is_double)
            quoted[first : n + 1] = [True] * (n + 1 - first)
        elif is_double or not text[start - 1 : start].isalnum():
            opened[is_double] = n
    return quoted
