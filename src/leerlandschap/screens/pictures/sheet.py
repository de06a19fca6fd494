# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The formats of the paper. Sizes are units of the viewBox; on the wide sheet one is a pixel at 1792 wide."""

from dataclasses import dataclass

LOW = 92  # a lane lower than this has small words, one line for its name, and half the contour lines


@dataclass(frozen=True, slots=True)
class Sheet:
    width: float
    height: float  # aimed at: lanes stay between the two limits
    gutter: float  # words live here, so no label ever meets the relief
    aside: float  # column for *no opinion*
    lane_least: float
    lane_most: float
    head: float  # heading of a zone
    scale: float  # names of the five positions
    pad: float  # land outside the outermost positions, in positions
    name: float  # sizes of letters from here
    line: float
    small_name: float  # where there is little room; no words are smaller on the big screen
    small_line: float
    spot: float
    axis: float
    grain: int  # steps of a coordinate of the land in one unit: whole numbers are short
    is_narrow: bool = False

    @property
    def right(self) -> float:
        return self.width - self.aside

    @property
    def unit(self) -> float:
        """From one position to the next."""
        return (self.right - self.gutter) / (4 + 2 * self.pad)

    def at(self, position: float) -> float:
        """Where a position 1..5 lies. Exact, and nothing else ever moves a thing sideways."""
        return self.gutter + (position - 1 + self.pad) * self.unit

    def is_low(self, tall: float) -> bool:
        return tall <= LOW and not self.is_narrow

    def radius(self, tall: float) -> float:
        """Of a disc, in a lane this tall."""
        return 14.0 if self.is_narrow else max(19.0, min(34.0, tall * 0.225))


WIDE = Sheet(1792, 800, 636, 142, 58, 172, 74, 46, 0.98, 33, 27, 27, 24, 24, 24, 2)
NARROW = Sheet(300, 0, 0, 0, 74, 74, 46, 30, 0.9, 17, 15.5, 17, 15.5, 14.5, 15, 3, is_narrow=True)
