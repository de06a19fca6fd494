# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of what a group found, as SVG: landscape, bars, clock, QR code.

Pure and deterministic: measures and words in, marks out. No human language of their own, no styles: classes only.
"""

from leerlandschap.screens.pictures.clock import ClockStep, draw_clock
from leerlandschap.screens.pictures.landscape import draw_landscape
from leerlandschap.screens.pictures.place import Line, Moved, Place
from leerlandschap.screens.pictures.qr import draw_qr
from leerlandschap.screens.pictures.ranking import ranked
from leerlandschap.screens.pictures.sheet import NARROW, WIDE, Sheet
from leerlandschap.screens.pictures.spread import draw_bar, draw_bars, draw_spread
from leerlandschap.screens.pictures.words import Heading, Words

__all__ = [
    "NARROW",
    "WIDE",
    "ClockStep",
    "Heading",
    "Line",
    "Moved",
    "Place",
    "Sheet",
    "Words",
    "draw_bar",
    "draw_bars",
    "draw_clock",
    "draw_landscape",
    "draw_qr",
    "draw_spread",
    "ranked",
]
