# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A line to a screen that a test listens at. It takes what it is given until it is full."""

from collections.abc import Callable

from leerlandschap.live.hub import Screen


class Phone:
    """A screen somewhere, and what arrived there."""

    def __init__(self, *, packed: bool = False) -> None:
        self.arrived: list[bytes] = []
        self.written: list[bytes] = []  # the chunks themselves
        self.is_full = False
        self.ended = False
        self._drained: Callable[[], None] = lambda: None
        self.came: Callable[[], None] = lambda: None
        self.screen = Screen(self, packed=packed)

    def write(self, chunk: bytes) -> None:
        size, _, rest = chunk.partition(b"\r\n")
        assert (int(size, 16), rest[-2:]) == (len(rest) - 2, b"\r\n")
        self.arrived.append(rest[:-2])
        self.written.append(chunk)
        self.came()

    def when_drained(self, call: Callable[[], None]) -> None:
        self._drained = call

    def end(self) -> None:
        self.ended = True

    def drains(self) -> None:
        self.is_full = False
        self._drained()
