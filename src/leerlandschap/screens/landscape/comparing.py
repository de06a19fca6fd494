# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two wordings beside each other, word by word: what stayed, what went, what came."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from leerlandschap.core.landscape.outcome import Words

PARTS = ("statement", "because", "means", "except")  # as a form calls them


class Piece(Struct, frozen=True):
    """Words in a row with the same fate."""

    kind: Literal["same", "gone", "added"]
    text: str


class Change(Struct, frozen=True):
    """A part of a principle that is worded differently."""

    part: str
    pieces: tuple[Piece, ...]

    @property
    def shares(self) -> bool:
        """Whether anything of it is the same in both."""
        return any(each.kind == "same" for each in self.pieces)

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.pieces if each.kind == "gone")

    @property
    def added(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.pieces if each.kind == "added")


def changes(before: Words, after: Words) -> tuple[Change, ...]:
    """The parts that differ, in the order of the card; none when only blanks do."""
    both = zip(PARTS, parts_of(before), parts_of(after), strict=True)
    compared_each = (Change(part, compared(ours, theirs)) for part, ours, theirs in both)
    return tuple(each for each in compared_each if each.gone or each.added)


def parts_of(words: Words) -> tuple[str, str, str, str]:
    return words.statement, words.because, words.means, words.except_


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """What is the same and gone is the one text, what is the same and added the other, blanks apart."""
    return tuple(_pieces(before.split(), after.split()))


def _pieces(ours: list[str], theirs: list[str]) -> Iterator[Piece]:
    for kind, start, end, begin, close in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", " ".join(ours[start:end]))
        if kind in ("delete", "replace"):
            yield Piece("gone", " ".join(ours[start:end]))
        if kind in ("insert", "replace"):
            yield Piece("added", " ".join(theirs[begin:close]))
