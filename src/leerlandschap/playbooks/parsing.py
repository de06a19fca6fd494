# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of a file to the tables in it, or to what is wrong with the way it is written."""

import re
import tomllib
from importlib.resources.abc import Traversable
from typing import Any

from leerlandschap.playbooks.complaint import Complaint

LARGEST = 100_000  # characters; the card itself takes a quarter of it
LONGEST_LINE = 1_000  # characters
DEEPEST_KEY = 50  # dots in a key

# What tomllib says (its words are the same since Python 3.11), and what we say.
TROUBLES = (
    ("Expected '='", "toml_equals"),
    ("Invalid initial character for a key", "toml_equals"),
    ("Invalid statement", "toml_equals"),
    ("Expected newline", "toml_rest"),
    ("Unterminated string", "toml_quote"),
    ("Illegal character '\\n'", "toml_quote"),
    ("Expected \"'", "toml_quote"),
    ("Unescaped", "toml_backslash"),
    ("Invalid hex value", "toml_backslash"),
    ("Escaped character", "toml_backslash"),
    ("Cannot", "toml_twice"),
    ("Duplicate", "toml_twice"),
    ("Unclosed", "toml_bracket"),
    ("Expected ']", "toml_bracket"),
    ("Invalid value", "toml_value"),
    ("Invalid date", "toml_value"),
)


class UnreadableError(Exception):
    """The file is no TOML, or no text at all."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.code)
        self.complaint = complaint


def content(source: Traversable) -> str:
    """The text of a file, without its byte order mark; raises UnreadableError, also for a file that is not there."""
    try:
        with source.open("rb") as file:
            raw = file.read(4 * LARGEST + 1)  # a character takes at most four bytes
    except OSError:
        raise UnreadableError(Complaint(1, "not_found", {"file": source.name})) from None
    if len(raw) > 4 * LARGEST:
        raise UnreadableError(Complaint(1, "too_large", {"most": LARGEST}))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(Complaint(raw[: error.start].count(b"\n") + 1, "not_text")) from None


def parsed(text: str) -> dict[str, Any]:
    """The tables of a TOML text; raises UnreadableError with the line and the kind of trouble."""
    refuse_giants(text)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnreadableError(Complaint(1, "toml_nested")) from None
    except ValueError as error:  # also a number of more than 4300 digits, which is no TOMLDecodeError
        raise UnreadableError(Complaint(line_of(str(error), text), trouble(str(error)))) from None


def refuse_giants(text: str) -> None:
    """Reading a key takes the square of its number of parts, so giants are refused before they are read."""
    if len(text) > LARGEST:
        raise UnreadableError(Complaint(1, "too_large", {"most": LARGEST}))
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise UnreadableError(Complaint(number, "line_too_long", {"most": LONGEST_LINE}))
        if line.partition("=")[0].count(".") > DEEPEST_KEY:
            raise UnreadableError(Complaint(number, "toml_nested"))


def line_of(message: str, text: str) -> int:
    """The line that tomllib names; it says "end of document" for the last one."""
    named = re.search(r"at line (\d+)", message)
    return int(named[1]) if named else len(text.rstrip().split("\n"))


def trouble(message: str) -> str:
    """Our code for what tomllib says."""
    return next((code for words, code in TROUBLES if message.startswith(words)), "toml")
