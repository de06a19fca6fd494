# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as Markdown: headings that can be linked to, and the notes as a numbered list at the end."""

from collections.abc import Iterator
from typing import assert_never

from leerlandschap.documents.escaping import escaped
from leerlandschap.documents.paper import (
    Block,
    Entries,
    Grid,
    Heading,
    NewPage,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    Runs,
)

Lines = Iterator[str]


def paper_markdown(paper: Paper) -> str:
    """CommonMark with tables; nothing of what people typed is structure. A picture is told in its words."""
    lines = [f"# {escaped(paper.title)}", escaped(paper.subtitle), *map(escaped, paper.facts)]
    lines += [line for block in paper.blocks for line in _block(block)]
    if paper.notes:
        lines += [f"## {escaped(paper.notes_title)}", "\n".join(map(_note, paper.notes))]
    return "\n\n".join(line for line in lines if line) + "\n"


def _block(block: Block) -> Lines:
    match block:
        case Heading():
            anchor = f'<a id="{block.anchor}"></a>' if block.anchor.isidentifier() else ""
            yield f"{'#' * (block.level + 1)} {anchor}{escaped(block.text)}"
        case Paragraph():
            yield f"> {_runs(block.runs)}" if block.look in ("quote", "gap") else _runs(block.runs)
        case Entries():
            yield "\n".join(_entries(block))
        case Grid():
            yield f"**{escaped(block.caption)}**"
            yield "\n".join(_grid(block))
        case Picture():
            yield f"**{escaped(block.caption)}**" if block.caption else ""
            yield f"> {escaped(block.words)}"
        case NewPage():
            yield "---"
        case _ as unreachable:
            assert_never(unreachable)


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs).strip()


def _run(run: Run) -> str:
    """Its words on one line, with the room before and after that keeps it apart from the next."""
    words = " ".join(run.text.split())
    if not words:
        return _marks(run.notes)
    before, after = (" " if edge.isspace() else "" for edge in (run.text[0], run.text[-1]))
    return f"{before}{f'**{escaped(words)}**' if run.strong else escaped(words)}{after}{_marks(run.notes)}"


def _marks(notes: tuple[int, ...]) -> str:
    """A number is a link to its note; brackets keep several apart where nothing is raised."""
    return "".join(f" <sup>[\\[{n}\\]](#note-{n})</sup>" for n in notes)


def _entries(block: Entries) -> Lines:
    for place, (first, under) in enumerate(block.entries, 1):
        mark = f"{place}." if block.numbered else "-"
        yield f"{mark} {_runs(first)}"
        yield from (f"{' ' * (len(mark) + 1)}- {_runs(each)}" for each in under)


def _grid(block: Grid) -> Lines:
    yield f"| {' | '.join(map(escaped, block.head))} |"
    yield f"|{' --- |' * len(block.head)}"
    yield from (f"| {' | '.join(map(_runs, row))} |" for row in block.cells)


def _note(note: Note) -> str:
    address = f" <{note.address}>" if note.address else ""
    return f'{note.number}. <a id="note-{note.number}"></a>{escaped(note.text)}{address}'
