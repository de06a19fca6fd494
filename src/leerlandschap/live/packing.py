# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A frame as it goes over the wire: plain, or compressed once for every screen that shows the same.

Each frame is deflated apart and closed with a full flush. For a screen that has nothing yet it refers to nothing before
it, and the same bytes fit into every stream, whenever that stream began. For a screen that has just shown another frame
it refers back to that one (deflate's window, RFC 1951, section 2: the last 32 KiB that were unpacked), and what did not
change costs next to nothing. A connection gets the ten bytes of a gzip header (RFC 1952) once, then frames; the stream
is never closed, so there is no trailer.
"""

import zlib
from itertools import count

LEVEL = 6
RAW = -15  # deflate without a header of its own
WINDOW = 32 * 1024
MEMORY = 9  # the most that zlib takes, for a moment
MOST_WAYS = 4  # to pack one frame: screens that went another way than most get it whole
_numbers = count(1)


def chunked(body: bytes) -> bytes:
    """A piece of an answer whose length nobody knows yet (RFC 9112, section 7.1)."""
    return b"%x\r\n%b\r\n" % (len(body), body)


# deflate, no name, no time, unknown system
GZIP_HEAD = chunked(bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF)))


class Frame:
    """One server-sent event as the chunk that goes to every screen. It is compressed when the first one asks for it."""

    __slots__ = ("_behind", "_whole", "body", "number", "plain")

    def __init__(self, body: bytes) -> None:
        self.number = next(_numbers)
        self.body = body
        self.plain = chunked(body)
        self._whole: bytes | None = None
        self._behind: dict[tuple[int, int], bytes] = {}  # by number, so that no frame keeps the ones before it

    def packed(self, last: "Frame | None" = None, beats: int = 0) -> bytes:
        """For a screen that was sent ``last`` and so many beats behind it; None: that may have anything."""
        if last is not None:
            way = last.number, beats
            found = self._behind.get(way)
            if found is not None:
                return found
            if len(self._behind) < MOST_WAYS:
                self._behind[way] = made = _deflated(self.body, (last.body + BEAT.body * beats)[-WINDOW:])
                return made
        if self._whole is None:
            self._whole = _deflated(self.body)
        return self._whole


def _deflated(body: bytes, before: bytes | None = None) -> bytes:
    """As a chunk; ``before`` is what its reader has unpacked last."""
    strategy = zlib.Z_DEFAULT_STRATEGY
    if before is None:
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, MEMORY, strategy)
    else:
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, MEMORY, strategy, before)
    return chunked(deflate.compress(body) + deflate.flush(zlib.Z_FULL_FLUSH))


BEAT = Frame(b"event: beat\ndata: \n\n")  # a sign of life
END = Frame(b"")
