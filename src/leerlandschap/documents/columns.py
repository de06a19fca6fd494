# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a table is divided: room for a column after what stands in it, and figures to the right."""

import math
import re

from leerlandschap.documents.paper import Grid

FIGURES = re.compile(r"[-−–+]?\d[\d.,]*\s?%?|[–—-]|")
NARROWEST, WIDEST = 5, 40  # letters a column asks for


def shares(grid: Grid) -> tuple[float, ...]:
    """The part of the width for each column; they add up to 1."""
    asked = [_room(grid, column) for column in range(len(grid.head))]
    return tuple(each / sum(asked) for each in asked)


def _room(grid: Grid, column: int) -> float:
    """Enough for its longest word, and more for much text."""
    cells = [grid.head[column], *(row[column] for row in grid.rows)]
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    text = math.pow(max(map(len, cells)), 0.75)
    return min(max(word + 1, text, NARROWEST), WIDEST)


def are_figures(grid: Grid, column: int) -> bool:
    """Whether a column, not the first, holds numbers only."""
    cells = [row[column] for row in grid.rows]
    return column > 0 and any(map(str.strip, cells)) and all(FIGURES.fullmatch(cell.strip()) for cell in cells)
