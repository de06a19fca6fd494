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


def chunked(body: bytes) -> bytes:
    """A piece of an answer whose length nobody knows yet (RFC 9112, section 7.1)."""
    return b"%x\r\n%b\r\n" % (len(body), body)


class Frame:
    """One server-sent event as the chunk that goes to every screen. It is compressed when the first one asks for it."""

    __slots__ = ("_packed", "body", "plain")

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.plain = chunked(body)
        self._packed: bytes | None = None

    @property
    def packed(self) -> bytes:
        if self._packed is None:
            deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, 9)
            self._packed = chunked(deflate.compress(self.body) + deflate.flush(zlib.Z_FULL_FLUSH))
        return self._packed


END = Frame(b"")
