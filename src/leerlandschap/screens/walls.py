# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What fits on the big screen. Cards side by side, large as long as they all fit, then small, then as many as do."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from msgspec import Struct

HIGH = 740  # pixels of 1080 that are left between the heading and the foot
WIDE = 1856


class Wall(Struct, frozen=True):
    """``many``: the cards must be small. ``shown`` of them fit; ``more`` do not."""

    many: bool
    shown: int
    more: int


class _Size(NamedTuple):
    """Pixels at 1920 x 1080, after screen.css."""

    columns: int
    letter: int
    line: int
    extra: int
    around: int


def wall(lengths: Sequence[int], lines: int = 1, columns: int = 3, high: int = HIGH) -> Wall:
    """For cards with texts of so many characters, each with so many small lines beside it."""
    for many, size in ((False, _Size(columns, 22, 52, 42, 76)), (True, _Size(columns + 1, 17, 43, 34, 54))):
        shown = _fit(lengths, size, lines, high)
        if shown == len(lengths):
            return Wall(many, shown, 0)
    return Wall(True, shown, len(lengths) - shown)


def _fit(lengths: Sequence[int], size: _Size, lines: int, high: int) -> int:
    """How many cards fit, row by row; a row is as high as its highest card."""
    used = shown = 0
    letters = max(1, (WIDE // size.columns - 90) // size.letter)
    for at in range(0, len(lengths), size.columns):
        row = lengths[at : at + size.columns]
        used += size.around + lines * size.extra + max(ceil(1.12 * n / letters) for n in row) * size.line
        if used > high:
            return shown
        shown += len(row)
    return shown
