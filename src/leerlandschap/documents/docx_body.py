# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The blocks of a paper as elements of WordprocessingML, in the styles of the file that they will stand in."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Literal, assert_never

from leerlandschap.documents.columns import are_figures, shares
from leerlandschap.documents.docx_elements import Element, run, w
from leerlandschap.documents.docx_pictures import Pictures
from leerlandschap.documents.docx_styles import Styles
from leerlandschap.documents.legible import runs_right_to_left
from leerlandschap.documents.paper import Block, Entries, Grid, Heading, NewPage, Note, Paper, Paragraph, Picture, Runs
from leerlandschap.documents.writable import writable

LOOKS = {
    "plain": "Normal",
    "lead": "Leerlandschap Lead",
    "quote": "Quote",
    "small": "Leerlandschap Small",
    "gap": "Leerlandschap Gap",
}
LEAVES_OUT = re.compile(r"\W+")


class DocxBody:
    """``pictures`` and ``styles`` put in the file what the elements point at."""

    def __init__(self, paper: Paper, styles: Styles, pictures: Pictures) -> None:
        self._paper = paper
        self._styles = styles
        self._pictures = pictures
        self._named: set[int] = set()
        self._on_a_new_page = False
        self._marks = 0

    def opening(self, placed: frozenset[str]) -> Iterator[Element]:
        """Title, subtitle and facts, except what the file has a place for of its own."""
        paper = self._paper
        if "title" not in placed:
            yield self.paragraph("Title", paper.title)
        if paper.subtitle and "subtitle" not in placed:
            yield self.paragraph("Subtitle", paper.subtitle)
        if paper.facts and "facts" not in placed:
            yield self.paragraph("Leerlandschap Facts", "\n".join(paper.facts))

    def elements(self) -> Iterator[Element]:
        """Everything below the title, and the notes at the end."""
        for block in self._paper.blocks:
            yield from self.block(block)
        if self._paper.notes:
            yield self.paragraph("Heading 1", self._paper.notes_title)
        yield from map(self._note, self._paper.notes)

    def block(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self.paragraph(LOOKS[block.look], block.runs)
            case Entries():
                yield from self._entries(block)
            case Grid():
                yield self.paragraph("Caption", block.caption, keeps=True)
                yield self._grid(block)
                yield w("p", w("pPr", w("spacing", before=0, after=0, line=140, lineRule="exact")))
            case Picture():
                yield self._picture(block)
                if block.caption:
                    yield self.paragraph("Caption", block.caption)
            case NewPage():
                self._on_a_new_page = True
            case _ as unreachable:
                assert_never(unreachable)

    def paragraph(
        self,
        style: str,
        words: Runs | str,
        *,
        numbered: Element | None = None,
        keeps: bool = False,
        to: Literal["end"] | None = None,
    ) -> Element:
        """One paragraph; ``keeps`` holds it to the next, ``to`` sets its lines to the end of the line."""
        text = words if isinstance(words, str) else "".join(each.text for each in words)
        looks = [w("pStyle", val=self._styles.id_of(style))]
        looks += [w("keepNext")] if keeps else []
        looks += [w("pageBreakBefore")] if self._on_a_new_page else []
        looks += [numbered] if numbered is not None else []
        looks += [w("bidi")] if runs_right_to_left(text) else []
        looks += [w("jc", val="right")] if to else []
        self._on_a_new_page = False
        inner = self._runs(words) if not isinstance(words, str) else [run(words)] if words else []
        return w("p", w("pPr", *looks), *inner)

    def _heading(self, block: Heading) -> Element:
        made = self.paragraph(f"Heading {block.level}", block.text)
        if block.anchor:
            made[0].addnext(self._mark(LEAVES_OUT.sub("_", block.anchor)))
            made.append(self._end_of_mark())
        return made

    def _mark(self, name: str) -> Element:
        self._marks += 1
        return w("bookmarkStart", id=9000 + self._marks, name=f"ll_{name}"[:40])

    def _end_of_mark(self) -> Element:
        return w("bookmarkEnd", id=9000 + self._marks)

    def _runs(self, runs: Runs) -> Iterator[Element]:
        for each in runs:
            yield run(each.text, self._styles.id_of("Strong") if each.strong else None)
            for place, number in enumerate(each.notes):
                if place:
                    yield run(", ", self._styles.id_of("endnote reference"))
                yield from self._cited(number)

    def _cited(self, number: int) -> Iterator[Element]:
        """The number of a note, as a way to it; the note leads back to where it is first named."""
        link = w("hyperlink", run(str(number), self._styles.id_of("endnote reference")), anchor=f"ll_note_{number}")
        if number in self._named:
            yield link
            return
        self._named.add(number)
        yield self._mark(f"cited_{number}")
        yield link
        yield self._end_of_mark()

    def _note(self, note: Note) -> Element:
        made = self.paragraph("endnote text", "")
        back = w("hyperlink", run(str(note.number)), anchor=f"ll_cited_{note.number}")
        made.extend((self._mark(f"note_{note.number}"), back, self._end_of_mark(), run(f"\t{note.text}")))
        if note.address:
            made.append(run(" "))
            made.append(
                self._pictures.linked(run(note.address, self._styles.id_of("Hyperlink")), writable(note.address))
            )
        return made

    def _entries(self, block: Entries) -> Iterator[Element]:
        style = "List Number" if block.numbered else "List Bullet"
        mark = self._styles.number_of(style, numbered=block.numbered)
        for first, under in block.entries:
            yield self.paragraph(style, first, numbered=deepcopy(mark), keeps=bool(under))
            for place, line in enumerate(under, 1):
                yield self.paragraph("Leerlandschap Under", line, keeps=place < len(under))

    def _grid(self, block: Grid) -> Element:
        width = self._pictures.text_width
        widths = [round(width * share) for share in shares(block)]
        figures = [are_figures(block, column) for column in range(len(block.head))]
        looks = w(
            "tblPr",
            w("tblStyle", val=self._styles.id_of("Leerlandschap Table")),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
            w("tblCaption", val=writable(block.caption)),
        )
        rows = [self._row("Leerlandschap Cell Head", block.head, widths, figures)]
        rows[0][0].append(w("tblHeader"))
        rows += (self._row("Leerlandschap Cell", row, widths, figures) for row in block.cells)
        return w("tbl", looks, w("tblGrid", *(w("gridCol", w=each) for each in widths)), *rows)

    def _row(self, style: str, cells: Sequence[Runs | str], widths: list[int], figures: list[bool]) -> Element:
        made = (
            w(
                "tc",
                w("tcPr", w("tcW", w=width, type="dxa")),
                self.paragraph(style, text, to="end" if is_figure else None),
            )
            for text, width, is_figure in zip(cells, widths, figures, strict=True)
        )
        return w("tr", w("trPr", w("cantSplit")), *made)

    def _picture(self, block: Picture) -> Element:
        made = self.paragraph("Leerlandschap Picture", "")
        made.append(w("r", self._pictures.drawing(block)))
        return made
