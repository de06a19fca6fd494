# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a table is divided: room for a column after what stands in it, and figures to the right."""

import re

from leerlandschap.documents.paper import Grid

FIGURES = re.compile(r"[-−–+]?\d[\d.,]*\s?%?|[–—-]|")
LINE = 98  # letters of a table on the whole width of the text
LONGEST_WORD = 14  # up to this long a word is not broken
BESIDE = 2.8  # room between columns, in letters


def shares(grid: Grid) -> tuple[float, ...]:
    """The part of the width for each column; they add up to 1. First room for whole words, then for much text."""
    cells = [[head, *(row[at] for row in grid.rows)] for at, head in enumerate(grid.head)]
    least = [_word(each) + BESIDE for each in cells]
    more = [max(0.0, max(map(len, each)) - room) for each, room in zip(cells, least, strict=True)]
    spare = max(0.0, LINE - sum(least)) / (sum(more) or 1)
    rooms = [room + spare * want if sum(more) else room for room, want in zip(least, more, strict=True)]
    return tuple(each / sum(rooms) for each in rooms)


def _word(cells: list[str]) -> int:
    """The longest word, unless it is one that is broken anyway."""
    return max((min(len(word), LONGEST_WORD) for cell in cells for word in cell.split()), default=1)


def are_figures(grid: Grid, column: int) -> bool:
    """Whether a column, not the first, holds numbers only."""
    cells = [row[column] for row in grid.rows]
    return column > 0 and any(map(str.strip, cells)) and all(FIGURES.fullmatch(cell.strip()) for cell in cells)
