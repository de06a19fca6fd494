# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A place on its way from where it lay to where it lies. Drawn is the end; picture.css plays the way to it, once.

The content policy allows no style of an element's own, and no other attribute reaches into a style sheet: except the
size of letters, which there is called one em. So each way is the letter size of a group; the letters in it have their
own.
"""

from collections.abc import Sequence

from leerlandschap.screens.pictures.disc import Disc
from leerlandschap.screens.pictures.pen import group

LEAST = 0.5  # a shorter way is none


def sliding(drawn: str, old: Disc, new: Disc) -> str:
    """What was drawn at `new`, coming from `old`."""
    aside = "left" if old.x < new.x else "right"
    along = "above" if old.y < new.y else "below"
    return _from(aside, abs(new.x - old.x), _from(along, abs(new.y - old.y), drawn))


def _from(side: str, way: float, drawn: str) -> str:
    return group(drawn, class_=f"ll-from-{side}", font_size=way) if way >= LEAST else drawn


def origins(new: Disc, then: Sequence[tuple[Disc, Disc]]) -> list[Disc]:
    """Where a number comes from: two camps may come together, and one place may part in two."""
    own = [old for old, to in then if to is new]
    return own or [old for old, _ in sorted(then, key=lambda way: abs(way[0].x - new.x))[:1]]
