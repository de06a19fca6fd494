# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The QR code of an address: one path of whole squares, black on white in every theme."""

from itertools import groupby

import segno
from markupsafe import Markup

from leerlandschap.screens.pictures.pen import clean, mark

QUIET = 4  # squares of white around it, as ISO/IEC 18004 asks


def draw_qr(url: str, label: str) -> Markup:
    """Error correction M. segno.DataOverflowError for an address that fits in no code (about 2300 letters)."""
    rows = list(segno.make_qr(url, error="m").matrix)
    side = len(rows) + 2 * QUIET
    d = "".join(_row(row, y) for y, row in enumerate(rows, QUIET))
    inner = mark("rect", width=side, height=side, fill="#fff") + mark("path", d=d)
    return Markup(  # noqa: S704 - the label passed through pen.clean
        mark(
            "svg",
            inner,
            class_="ll-qr",
            viewBox=f"0 0 {side} {side}",
            role="img",
            shape_rendering="crispEdges",
            aria_label=clean(label),
        )
    )


def _row(row: bytearray, y: int) -> str:
    """Neighbouring dark squares as one oblong."""
    out, x = "", QUIET
    for is_dark, squares in groupby(row):
        length = len(list(squares))
        out += f"M{x} {y}h{length}v1h-{length}z" if is_dark else ""
        x += length
    return out
