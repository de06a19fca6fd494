# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the doctor looks at. Every finding has its sentence in the texts: ``doctor.<code>``, with what to do."""

from enum import Enum

from msgspec import Struct


class Grade(Enum):
    GOOD = "good"
    NOTE = "note"  # worth knowing
    MEND = "mend"


class Finding(Struct, frozen=True):
    grade: Grade
    code: str
    facts: dict[str, str | int] = {}


def good(code: str, **facts: str | int) -> Finding:
    return Finding(Grade.GOOD, code, facts)


def note(code: str, **facts: str | int) -> Finding:
    return Finding(Grade.NOTE, code, facts)


def mend(code: str, **facts: str | int) -> Finding:
    return Finding(Grade.MEND, code, facts)
