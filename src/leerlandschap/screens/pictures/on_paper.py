# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map for a document: a sheet as wide as the text of an A4, on white, without anything only a page understands.

A document brings no style sheet, so only the presentation attributes count; they are the light palette.
"""

import re

from markupsafe import Markup

from leerlandschap.screens.pictures.pen import PAPER
from leerlandschap.screens.pictures.sheet import Sheet

WHITE = "#ffffff"
# Printed 17 cm wide a unit is .376 pt, so the smallest letters are 7.1 pt.
A4 = Sheet(1280, 840, 430, 96, 58, 165, 62, 44, 0.85, 27, 22, 22, 19, 21, 19, 2)
OF_A_PAGE = re.compile(r' (?:class|role|data-[a-z-]+|aria-[a-z-]+)="[^"]*"')
WIDE_AND_HIGH = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def for_paper(drawn: Markup) -> str:
    """A picture of ours that stands by itself, on white, and says how large it is."""
    svg = OF_A_PAGE.sub("", drawn).replace(f'fill="{PAPER}"', f'fill="{WHITE}"')
    if "xmlns=" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return WIDE_AND_HIGH.sub(r'\g<0> width="\1" height="\2"', svg, count=1)
