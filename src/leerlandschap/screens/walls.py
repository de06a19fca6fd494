# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What fits on the big screen. Cards side by side, large as long as they all fit, then small, then as many as do."""

from collections.abc import Sequence
from math import ceil
from textwrap import shorten
from typing import NamedTuple

from msgspec import Struct

HIGH = 720  # pixels of 1080 that are left between the heading and the foot
WIDE = 1856
LONGEST = 130  # characters of one text
LOOSE = 1.12  # lines are never quite full


def clip(text: str) -> str:
    """As much of a long text as is readable from the back row; the whole of it stands on every phone."""
    return text if len(text) <= LONGEST else shorten(text, LONGEST, placeholder="…")


class Wall(Struct, frozen=True):
    """``many``: the cards must be small. ``shown`` of them fit; ``more`` do not."""

    many: bool
    shown: int
    more: int


class _Card(NamedTuple):
    """Pixels at 1920 x 1080, after screen.css: least width, gap, a letter, a line, a small line, what is around."""

    least: int
    gap: int
    letter: int
    line: int
    extra: int
    around: int


LARGE = _Card(least=512, gap=32, letter=22, line=52, extra=66, around=84)
SMALL = _Card(least=384, gap=19, letter=17, line=43, extra=54, around=52)


def wall(lengths: Sequence[int], lines: int = 1, *, wide: int = WIDE, high: int = HIGH, small: bool = False) -> Wall:
    """For cards with texts of so many characters, each with so many lines beside it."""
    shown = 0
    for card in (SMALL,) if small else (LARGE, SMALL):
        shown = _fit(lengths, card, lines, wide, high)
        if shown == len(lengths):
            return Wall(card is SMALL, shown, 0)
    return Wall(True, shown, len(lengths) - shown)


def _fit(lengths: Sequence[int], card: _Card, lines: int, wide: int, high: int) -> int:
    """How many cards fit, row by row; a row is as high as its highest card."""
    columns = max(1, (wide + card.gap) // (card.least + card.gap))
    letters = max(1, ((wide + card.gap) // columns - card.gap - 64) // card.letter)
    used = shown = 0
    for at in range(0, len(lengths), columns):
        row = lengths[at : at + columns]
        used += card.around + lines * card.extra + max(ceil(LOOSE * n / letters) for n in row) * card.line
        if used > high:
            return shown
        shown += len(row)
    return shown


class Sheet(Struct, frozen=True):
    """What stands on the last sheet: whether the scope fits, and how many principles and follow-ups."""

    scope: bool
    principles: int
    follow_ups: int


LETTERS, LINE = 60, 47  # in the wide column of two
TALL = 540  # pixels for its texts, headings and "and more" taken off


def in_a_column(scope: str, principles: Sequence[str], follow_ups: Sequence[str]) -> Sheet:
    has_scope = 0 < len(scope) <= 3 * LETTERS
    room = TALL - (_high(scope) if has_scope else 0)
    kept = _as_many(principles, room if not follow_ups else room * 3 // 5, 0)
    left = room - sum(_high(text) for text in principles[:kept])
    return Sheet(has_scope, kept, _as_many(follow_ups, left, 1))


def _high(text: str) -> int:
    return ceil(LOOSE * len(text) / LETTERS) * LINE + 16


def _as_many(texts: Sequence[str], room: int, lines: int) -> int:
    shown = 0
    for text in texts:
        room -= _high(text) + lines * LINE
        if room < 0:
            break
        shown += 1
    return shown
