# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A ZIP that is the same bytes whenever it is made: the kinds of documents that are a ZIP inside go through it."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can tell
STORED = "mimetype"  # ODF wants it first, and as it is


def as_it_is(name: str, part: bytes) -> bytes:
    return part


def packed(archive: bytes, told: Callable[[str, bytes], bytes] = as_it_is) -> bytes:
    """The same files in the same order, each dated on the first day there is; ``told`` may change what is in a file."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as given, ZipFile(out, "w", ZIP_DEFLATED) as steady:
        for each in given.infolist():
            entry = ZipInfo(each.filename, FIRST_DAY)
            entry.compress_type = ZIP_STORED if each.filename == STORED else ZIP_DEFLATED
            steady.writestr(entry, told(each.filename, given.read(each)))
    return out.getvalue()
