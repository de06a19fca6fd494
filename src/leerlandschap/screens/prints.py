# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be printed of a workshop, with the addresses of the PDFs. They are made in ``documents/printing.py``."""

from leerlandschap.core.vocabulary import Language, WorkshopId
from leerlandschap.text import say

PRINTED = (
    ("card", "a4"),
    ("statements", "a4"),
    ("poster", "a4"),
    ("poster", "a3"),
    ("canvas", "a3"),
    ("canvas", "a2"),
)  # kind, and size of the paper


def prints_of(workshop: WorkshopId, language: Language) -> tuple[tuple[str, str], ...]:
    """Name and address of each."""
    return tuple((_name(kind, size, language), f"/w/{workshop}/print/{kind}?paper={size}") for kind, size in PRINTED)


def _name(kind: str, size: str, language: Language) -> str:
    return say("paper.print.link.size", language, name=say(f"paper.print.link.{kind}", language), size=size.upper())
