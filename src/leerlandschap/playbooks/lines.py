# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""On which line of a TOML file something stands. The standard library's reader keeps no lines, so this looks itself.

It is only asked about files that are valid TOML. It does not look inside inline tables and arrays: what stands there
is found on the line of the key before it.
"""

import re
from collections.abc import Iterator

from leerlandschap.playbooks.complaint import Path

DEEPEST = 8  # no place in a playbook lies deeper

TOKEN = re.compile(
    r'''
    (?P<string>"""(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<comment>\#[^\n]*)
    | (?P<newline>\n)
    | (?P<mark>[\[\]{}=.,])
    | (?P<bare>[^\s\[\]{}=.,\#"']+)
    ''',
    re.VERBOSE | re.DOTALL,
)


def statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every heading and every ``key = value``, as its first line and its tokens."""
    line, start, depth, end = 1, 1, 0, 0
    tokens: list[str] = []
    for found in TOKEN.finditer(text):
        line += text.count("\n", end, found.start())
        end = found.start()
        kind, piece = found.lastgroup, found.group()
        if kind == "newline" and depth == 0 and tokens:
            yield start, tokens
            tokens = []
        elif kind not in ("newline", "comment"):
            start = start if tokens else line
            tokens.append(piece)
            depth += (kind == "mark") * ((piece in "[{") - (piece in "]}"))
    if tokens:
        yield start, tokens


def names(tokens: list[str]) -> list[str]:
    """The parts of a key, without dots, brackets and quotes."""
    return [each.strip("\"'") for each in tokens if each not in (".", "[", "]")]


class Places:
    """The line of every place in a text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._rows: dict[Path, int] = {}
        here: Path = ()
        for line, tokens in statements(text):
            if tokens[0] == "[":
                here = self._heading(names(tokens), opens_row=tokens[:2] == ["[", "["])
                self._note(here, line)
            else:
                self._note(here + tuple(names(tokens[: tokens.index("=")])), line)

    def line(self, path: Path) -> int | None:
        """The line of the nearest thing around a place that is written down, or None if even its first part is not."""
        known = (self._lines.get(path[:length]) for length in range(len(path), 0, -1))
        return next((line for line in known if line), None)

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, min(len(path), DEEPEST) + 1):
            self._lines.setdefault(path[:length], line)

    def _heading(self, parts: list[str], *, opens_row: bool) -> Path:
        path: Path = ()
        for position, part in enumerate(parts[:DEEPEST], start=1):
            path += (part,)
            if opens_row and position == len(parts):
                self._rows[path] = self._rows.get(path, -1) + 1
            if path in self._rows:
                path += (self._rows[path],)
        return path
