# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A picture for a word processor: how large it stands on the page, and the same drawing in dots for older readers."""

import re
from functools import lru_cache

WIDEST, TALLEST = 160.0, 215.0  # millimetres between the margins of an A4
DOTS_PER_INCH = 220
FAMILY = re.compile(r'font-family="[^"]*"')
# What the words around it are set in, on any machine: the picture was measured for letters no wider than these.
LETTERS = "Calibri,Carlito,'Liberation Sans',Arial,Helvetica,'DejaVu Sans',sans-serif"
BOX = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image(bytes(sys.inputs.svg), width: {width}mm)"


def size_of(svg: str) -> tuple[float, float]:
    """Width and height in millimetres: as wide as the text, unless it would be taller than the page."""
    found = BOX.search(svg)
    wide, tall = (float(found[1]), float(found[2])) if found else (4.0, 3.0)
    shrink = min(1.0, TALLEST / (WIDEST * tall / wide))
    return WIDEST * shrink, WIDEST * shrink * tall / wide


def in_letters_of_the_page(svg: str) -> str:
    """The drawing in letters that whoever opens a document has."""
    return FAMILY.sub(f'font-family="{LETTERS}"', svg)


@lru_cache(maxsize=32)  # the same map stands in several documents
def in_dots(svg: str) -> bytes:
    """The drawing as PNG, as large as it is printed. FileNotFoundError where our letters were not fetched."""
    import typst

    from leerlandschap.documents.coverage import shown
    from leerlandschap.documents.press import letters

    shown()  # raises where there are no letters: a drawing without its words would go unnoticed
    page = PAGE.format(width=size_of(svg)[0]).encode()
    drawn = typst.compile(
        page,
        format="png",
        ppi=DOTS_PER_INCH,
        font_paths=letters(),
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
    )
    assert isinstance(drawn, bytes)
    return drawn
