# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A command on its way, in either stream: who asks, when, and one unused id for whatever it may bring into being."""

import datetime
from typing import Generic, TypeVar

from msgspec import Struct

from leerlandschap.core.vocabulary import Refusal, Refused, Role

C = TypeVar("C")


class Ask(Struct, Generic[C], frozen=True, gc=False):
    """``by`` is the id of a participant or of an owner's follow-up, or else the role. ``fresh`` is an unused id."""

    command: C
    role: Role
    by: str
    at: datetime.datetime
    fresh: str


def trimmed(text: str | None, most: int, field: str, *, needed: bool = True) -> str | Refused:
    """The text without blanks around it, or why it cannot be taken. None counts as empty."""
    words = (text or "").strip()
    if needed and not words:
        return Refused(Refusal.TEXT_MISSING, field)
    if len(words) > most:
        return Refused(Refusal.TEXT_TOO_LONG, field, {"most": most, "length": len(words)})
    return words


def trimmed_each(**texts: tuple[str | None, int, bool]) -> dict[str, str] | Refused:
    """Several texts at once, each (text, most, needed); the first that cannot be taken is the answer."""
    words = {}
    for field, (text, most, needed) in texts.items():
        each = trimmed(text, most, field.rstrip("_"), needed=needed)
        if isinstance(each, Refused):
            return each
        words[field] = each
    return words
