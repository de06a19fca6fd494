# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a long reckoning is, on the error stream, for whoever sits behind a terminal; silent for a second."""

import sys
import time

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say

PATIENCE, BETWEEN = 1.0, 0.2  # seconds


class Progress:
    """One line that is written over; its words are of an area of the texts."""

    __slots__ = ("_area", "_is_watched", "_language", "_next", "_width")

    def __init__(self, language: Language, area: str = "measure") -> None:
        self._language, self._area, self._width = language, area, 0
        self._is_watched = sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE

    def rows(self, count: int) -> None:
        self._now_and_then("rows", n=count)

    def statements(self, count: int, of: int) -> None:
        self._now_and_then("statements", n=count, of=of)

    def copying(self, table: str, count: int, of: int) -> None:
        self._now_and_then("copying", table=table, n=count, of=of)

    def checking(self, table: str, count: int, of: int) -> None:
        self._now_and_then("checking", table=table, n=count, of=of)

    def say(self, key: str) -> None:
        """At once, for what is going to take long and cannot be counted."""
        if self._is_watched:
            self._show(say(f"{self._area}.progress.{key}", self._language))

    def clear(self) -> None:
        if self._width:
            self._show("")

    def _now_and_then(self, key: str, **counts: int | str) -> None:
        if self._is_watched and time.monotonic() >= self._next:
            self._show(say(f"{self._area}.progress.{key}", self._language, **counts))
            self._next = time.monotonic() + BETWEEN

    def _show(self, line: str) -> None:
        print(f"\r{line.ljust(self._width)}", end="" if line else "\r", file=sys.stderr, flush=True)
        self._width = len(line)
