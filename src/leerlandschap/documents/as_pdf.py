# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as PDF: tagged, so that it can be read aloud in order, and on request made to be archived."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from leerlandschap.documents.legible import legible, runs_right_to_left
from leerlandschap.documents.paper import Block, Entries, Grid, Heading, Note, Paper, Paragraph, Runs
from leerlandschap.documents.press import ACCESSIBLE, Standard, pressed
from leerlandschap.text import say

RUNNING = 80  # letters of a running title
LINKED = ("https://", "http://", "mailto:")


def paper_pdf(paper: Paper, standards: Sequence[Standard] = ACCESSIBLE) -> bytes:
    """The same paper is the same file, to the byte. ValueError for the archive without ``made_at``."""
    return pressed("paper.typ", _told(paper), paper.made_at, standards)


def _told(paper: Paper) -> dict[str, Any]:
    """What paper.typ walks: the paper, with what a template cannot find out by itself."""
    naming = Naming({note.number for note in paper.notes})
    return {
        "name": _one_line(paper.title),
        "title": _one_line(paper.title),
        "author": " ".join(paper.organisation.split()),
        "language": paper.language.value,
        "subtitle": paper.subtitle,
        "facts": paper.facts,
        "running": _shortened(_one_line(", ".join(each for each in (paper.title, paper.organisation) if each))),
        "blocks": [_block(each, naming) for each in paper.blocks],
        "notes": [_note(each, naming) for each in paper.notes],
        "notes_title": paper.notes_title,
        "back": say("paper.back", paper.language),
    }


def _one_line(text: str) -> str:
    """For titles and headings, of which a tagged PDF has no empty one."""
    return " ".join(legible(text).split()) or "–"


def _shortened(text: str) -> str:
    """At most one line at the head of a page."""
    return text if len(text) <= RUNNING else f"{text[:RUNNING].rstrip()}…"


class Naming(Struct):
    """Which notes there are, and which were named already: the first time, the note leads back to."""

    there: set[int]
    named: set[int] = field(default_factory=set)

    def first(self, number: int) -> bool:
        is_new = number not in self.named
        self.named.add(number)
        return is_new


def _block(block: Block, naming: Naming) -> dict[str, Any]:
    told = {"is": type(block).__name__.lower(), **msgspec.to_builtins(block)}
    if isinstance(block, Heading):
        return told | {"text": _one_line(block.text)}
    if isinstance(block, Paragraph):
        return told | _line(block.runs, naming)
    if isinstance(block, Entries):
        entries = [
            {"first": _line(first, naming), "more": [_line(each, naming) for each in more]}
            for first, more in block.entries
        ]
        return told | {"entries": entries}
    if isinstance(block, Grid):
        return told | {"marks": [_marks(row, naming) for row in block.notes]}
    return told


def _line(runs: Runs, naming: Naming) -> dict[str, Any]:
    return {
        "to_left": runs_right_to_left("".join(run.text for run in runs)),
        "runs": [{"text": run.text, "strong": run.strong, "notes": _marks(run.notes, naming)} for run in runs],
    }


def _marks(numbers: Iterable[int], naming: Naming) -> list[dict[str, Any]]:
    return [{"number": n, "first": naming.first(n)} for n in numbers if n in naming.there]


def _note(note: Note, naming: Naming) -> dict[str, Any]:
    """Told after the blocks: only then is it known which were named. An address is a link only when it is one."""
    return {
        "number": note.number,
        "text": note.text,
        "address": note.address if note.address.startswith(LINKED) else "",
        "named": note.number in naming.named,
    }
