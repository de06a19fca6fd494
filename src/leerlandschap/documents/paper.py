# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on paper, whatever the kind of document: headings, paragraphs, lists, tables, pictures and notes.

A report or a policy becomes a ``Paper`` once; every kind of document draws the same one. It holds words only, already
in one language: nothing in it is markup, so a renderer escapes every text it takes.
"""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language


class Run(Struct, frozen=True):
    """A stretch of words in one look; ``notes`` are the numbers of the notes that stand behind it."""

    text: str
    strong: bool = False
    notes: tuple[int, ...] = ()


Runs = tuple[Run, ...]


class Heading(Struct, frozen=True):
    """``level`` 1 to 3, without a gap; the title of the paper is no heading of its own. ``anchor`` may be linked to."""

    level: int
    text: str
    anchor: str = ""


class Paragraph(Struct, frozen=True):
    """``look``: a lead carries the finding, a quote what people said, small print method and limits, and a gap is a
    part that nobody has filled in yet."""

    runs: Runs
    look: Literal["plain", "lead", "quote", "small", "gap"] = "plain"


class Entries(Struct, frozen=True):
    """A list; each entry is a line and the lines under it."""

    entries: tuple[tuple[Runs, tuple[Runs, ...]], ...]
    numbered: bool = False


class Grid(Struct, frozen=True):
    """A table with a caption and a row of heads; the first cell of a row is its name. Every row is as long as head.

    ``notes`` are the numbers of the notes behind the last cell of each row, where rows have them.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[int, ...], ...] = ()

    @property
    def cells(self) -> tuple[tuple[Runs, ...], ...]:
        """The rows as words with their notes."""
        noted = self.notes or ((),) * len(self.rows)
        return tuple(
            (*(line(cell) for cell in row[:-1]), *((Run(cell, notes=notes),) for cell in row[-1:]))
            for row, notes in zip(self.rows, noted, strict=True)
        )


class Picture(Struct, frozen=True):
    """An SVG drawing of our own, with what it shows in words."""

    svg: str
    words: str
    caption: str = ""


class NewPage(Struct, frozen=True):
    """What follows begins on a page of its own."""


Block = Heading | Paragraph | Entries | Grid | Picture | NewPage


class Note(Struct, frozen=True):
    """The evidence behind a sentence: numbered from 1, in the order in which it is first named."""

    number: int
    text: str
    address: str = ""  # where it can be seen, when it can


class Paper(Struct, frozen=True):
    """A whole document. ``facts`` stand under the title: organisation, day, version, how complete."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    notes_title: str = ""
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    organisation: str = ""
    made_at: datetime.datetime | None = None  # of what it tells, never of the moment of drawing: same paper, same bytes


def line(text: str) -> Runs:
    """Words without marks."""
    return (Run(text),)
