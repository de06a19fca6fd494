# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which characters the letters we bring can show, read from the fonts themselves.

Reads the table ``cmap`` of a TrueType file, formats 4 and 12: OpenType 1.9, "cmap - Character to Glyph Index Mapping".
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LETTERS = Path(__file__).parent / "letters"
WHOLE_UNICODE = {(3, 10), (0, 4), (0, 6)}  # platform and encoding of the tables that hold more than the first plane
FIRST_PLANE = {(3, 1), (0, 3)}


@cache
def shown() -> frozenset[int]:
    """Every character that at least one of our fonts has a sign for."""
    return held_in(LETTERS)


def held_in(folder: Path) -> frozenset[int]:
    """Every character of the fonts in a folder; FileNotFoundError when there is none."""
    fonts = sorted(folder.glob("*.ttf"))
    if not fonts:
        raise FileNotFoundError(f"There are no letters in {folder}. `python hatch_build.py` fetches them.")
    return frozenset(code for font in fonts for code in characters(font.read_bytes()))


def characters(font: bytes) -> Iterator[int]:
    """The characters of one font."""
    at = _table(font, b"cmap")
    (tables,) = struct.unpack_from(">H", font, at + 2)
    places = {
        (platform, encoding): at + offset
        for platform, encoding, offset in struct.iter_unpack(">HHL", font[at + 4 : at + 4 + 8 * tables])
    }
    best = next(places[key] for kind in (WHOLE_UNICODE, FIRST_PLANE) for key in sorted(places) if key in kind)
    (form,) = struct.unpack_from(">H", font, best)
    yield from {4: _format_4, 12: _format_12}[form](font, best)


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    (tables,) = struct.unpack_from(">H", font, 4)
    found = {name: at for name, _, at, _ in struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * tables])}
    return int(found[tag])


def _format_4(font: bytes, at: int) -> Iterator[int]:
    """Segments of the first plane; character FFFF only ends the list."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    columns = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice]
    ends, starts, deltas, ranges = (struct.unpack_from(f">{twice // 2}H", font, column) for column in columns)
    for i, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                (glyph,) = struct.unpack_from(">H", font, columns[3] + 2 * i + offset + 2 * (code - start))
            if glyph:
                yield code


def _format_12(font: bytes, at: int) -> Iterator[int]:
    """Groups of whole Unicode."""
    (groups,) = struct.unpack_from(">L", font, at + 12)
    for start, end, glyph in struct.iter_unpack(">LLL", font[at + 16 : at + 16 + 12 * groups]):
        yield from (start + i for i in range(end - start + 1) if glyph + i)
