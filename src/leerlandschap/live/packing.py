# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A frame as it goes over the wire: plain, or compressed once for every screen.

Each frame is deflated by itself and closed with a full flush, so that it refers to nothing before it: the same bytes
fit into every stream, whenever that stream began. A connection gets the ten bytes of a gzip header (RFC 1952) once,
then frames; the stream is never closed, so there is no trailer.
"""

import zlib

GZIP_HEAD = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF))  # deflate, no name, no time, unknown system
LEVEL = 6
RAW = -15  # deflate without a header of its own, with a window of 32 KiB


class Frame:
    """The bytes of one server-sent event. They are compressed when the first screen asks for it."""

    __slots__ = ("_packed", "plain")

    def __init__(self, plain: bytes) -> None:
        self.plain = plain
        self._packed: bytes | None = None

    @property
    def packed(self) -> bytes:
        if self._packed is None:
            deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, 9)
            self._packed = deflate.compress(self.plain) + deflate.flush(zlib.Z_FULL_FLUSH)
        return self._packed
