# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The blocks of a paper as elements of ODF. How they look stands in ``looks/odt-styles.xml``, by the names used here.

A paragraph that begins a page, stays with the next or runs from right to left has a style that only adds that.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from leerlandschap.documents.columns import are_figures, shares
from leerlandschap.documents.drawing import in_dots, in_letters_of_the_page, size_of
from leerlandschap.documents.legible import runs_right_to_left
from leerlandschap.documents.odt_elements import Element, element, q
from leerlandschap.documents.paper import Block, Entries, Grid, Heading, NewPage, Note, Paper, Paragraph, Picture, Runs
from leerlandschap.documents.writable import writable

LOOKS = {"plain": "Text_20_body", "lead": "Lead", "quote": "Quotations", "small": "Small", "gap": "Gap"}


class OdtBody:
    """``kept`` takes the bytes of a picture and tells its address; ``styles`` grows while blocks are drawn."""

    def __init__(self, paper: Paper, kept: Callable[[bytes, str], str]) -> None:
        self.styles: dict[str, Element] = {}
        self._paper = paper
        self._kept = kept
        self._notes = {note.number: note for note in paper.notes}
        self._named: set[int] = set()
        self._on_a_new_page = False
        self._drawn = 0

    def elements(self) -> Iterator[Element]:
        """Everything below the title, and the notes where the section that it stands in ends."""
        for block in self._paper.blocks:
            yield from self.block(block)
        if self._paper.notes:
            yield from self.block(Heading(1, self._paper.notes_title))

    def opening(self) -> Iterator[Element]:
        """Title, subtitle and facts."""
        yield self.paragraph("Title", self._paper.title)
        if self._paper.subtitle:
            yield self.paragraph("Subtitle", self._paper.subtitle)
        yield from (self.paragraph("Facts", fact) for fact in self._paper.facts)
        yield self.paragraph("Rule", "")

    def block(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self.paragraph(LOOKS[block.look], block.runs)
            case Entries():
                yield self._entries(block)
                yield self.paragraph("List_20_End", "")
            case Grid():
                yield self.paragraph("Table", block.caption)
                yield self._grid(block)
            case Picture():
                yield from self._picture(block)
            case NewPage():
                self._on_a_new_page = True
            case _ as unreachable:
                assert_never(unreachable)

    def paragraph(self, style: str, words: Runs | str, tag: str = "text:p", *, keeps: bool = False) -> Element:
        """One paragraph; ``keeps`` holds it to the next."""
        text = words if isinstance(words, str) else "".join(run.text for run in words)
        inner = [writable(words)] if isinstance(words, str) else self._runs(words)
        return element(tag, *inner, **{"text:style-name": self._style(style, text, keeps)})

    def _style(self, name: str, text: str, keeps: bool) -> str:
        """The named style, or one that adds to it what only this paragraph needs."""
        adds: dict[str, str] = {}
        if self._on_a_new_page:
            adds["fo:break-before"] = "page"
        if keeps:
            adds["fo:keep-with-next"] = "always"
        if runs_right_to_left(text):
            adds |= {"style:writing-mode": "rl-tb", "fo:text-align": "start"}
        self._on_a_new_page = False
        if not adds:
            return name
        own = f"{name}_{'_'.join(key.partition(':')[2] for key in adds)}"
        if own not in self.styles:
            properties = element("style:paragraph-properties", **adds)
            self.styles[own] = element(
                "style:style",
                properties,
                **{"style:name": own, "style:family": "paragraph", "style:parent-style-name": name},
            )
        return own

    def _heading(self, block: Heading) -> Element:
        made = self.paragraph(f"Heading_20_{block.level}", block.text, "text:h")
        made.set(q("text:outline-level"), str(block.level))
        if block.anchor:
            mark = element("text:bookmark", **{"text:name": writable(block.anchor)})
            made.text, mark.tail = None, made.text
            made.insert(0, mark)
        return made

    def _runs(self, runs: Runs) -> Iterator[Element | str]:
        for run in runs:
            if run.strong:
                yield element("text:span", writable(run.text), **{"text:style-name": "Strong_20_Emphasis"})
            else:
                yield writable(run.text)
            for place, number in enumerate(run.notes):
                if place:
                    yield element("text:span", ", ", **{"text:style-name": "Endnote_20_anchor"})
                yield self._note(self._notes[number])

    def _note(self, note: Note) -> Element:
        """The note where it is first named; after that a reference to it."""
        number = str(note.number)
        if note.number in self._named:
            points = {"text:note-class": "endnote", "text:reference-format": "text", "text:ref-name": f"note{number}"}
            reference = element("text:note-ref", number, **points)
            return element("text:span", reference, **{"text:style-name": "Endnote_20_anchor"})
        self._named.add(note.number)
        words = element("text:p", writable(note.text), *_link(note.address), **{"text:style-name": "Endnote"})
        return element(
            "text:note",
            element("text:note-citation", number),
            element("text:note-body", words),
            **{"text:id": f"note{number}", "text:note-class": "endnote"},
        )

    def _entries(self, block: Entries) -> Element:
        entries = (
            element(
                "text:list-item",
                self.paragraph("List_20_Entry", first, keeps=bool(under)),
                *(self.paragraph("List_20_Under", line, keeps=at < len(under)) for at, line in enumerate(under, 1)),
            )
            for first, under in block.entries
        )
        return element("text:list", *entries, **{"text:style-name": "Numbers" if block.numbered else "Bullets"})

    def _grid(self, block: Grid) -> Element:
        self._drawn += 1
        name = f"Table{self._drawn}"
        self._table_styles(name, block)
        figures = [are_figures(block, column) for column in range(len(block.head))]
        columns = (
            element("table:table-column", **{"table:style-name": f"{name}.{column}"}) for column in range(len(figures))
        )
        head = element("table:table-header-rows", self._row("Table_20_Heading", "Head", block.head, figures))
        rows = (self._row("Table_20_Contents", "Cell", row, figures) for row in block.cells)
        return element("table:table", *columns, head, *rows, **{"table:name": name, "table:style-name": name})

    def _row(self, style: str, cell: str, cells: Sequence[Runs | str], figures: list[bool]) -> Element:
        right = {"Table_20_Heading": "Table_20_Heading_20_Figures", "Table_20_Contents": "Table_20_Figures"}
        return element(
            "table:table-row",
            *(
                element(
                    "table:table-cell",
                    self.paragraph(right[style] if is_figure else style, text),
                    **{"table:style-name": cell, "office:value-type": "string"},
                )
                for text, is_figure in zip(cells, figures, strict=True)
            ),
            **{"table:style-name": "Row"},
        )

    def _table_styles(self, name: str, block: Grid) -> None:
        width = {"style:width": "16.5cm", "table:align": "margins", "fo:margin-bottom": "0.5cm"}
        self._style_of("table", name, element("style:table-properties", **width))
        for column, share in enumerate(shares(block)):
            relative = {"style:rel-column-width": f"{round(share * 65535)}*"}
            self._style_of("table-column", f"{name}.{column}", element("style:table-column-properties", **relative))
        self._style_of("table-row", "Row", element("style:table-row-properties", **{"fo:keep-together": "always"}))
        for cell, border in (("Head", "1.25pt solid #17202b"), ("Cell", "0.5pt solid #857a60")):
            looks = {"fo:border-bottom": border, "fo:padding": "0.12cm"} | {
                f"fo:border-{side}": "none" for side in ("left", "right", "top")
            }
            self._style_of("table-cell", cell, element("style:table-cell-properties", **looks))

    def _style_of(self, family: str, name: str, properties: Element) -> None:
        if name not in self.styles:
            named = {"style:name": name, "style:family": family}
            self.styles[name] = element("style:style", properties, **named)

    def _picture(self, block: Picture) -> Iterator[Element]:
        self._drawn += 1
        width, height = size_of(block.svg)
        sources = (
            (in_letters_of_the_page(block.svg).encode(), "svg"),
            (in_dots(block.svg), "png"),
        )  # the first that a program can show
        shows = {"xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
        images = (element("draw:image", **{"xlink:href": self._kept(made, end), **shows}) for made, end in sources)
        words = (("svg:title", block.caption), ("svg:desc", block.words))
        frame = element(
            "draw:frame",
            *images,
            *(element(tag, writable(text)) for tag, text in words if text),
            **{
                "draw:name": f"Picture{self._drawn}",
                "draw:style-name": "Graphics",
                "text:anchor-type": "as-char",
                "svg:width": f"{width:.1f}mm",
                "svg:height": f"{height:.1f}mm",
            },
        )
        around = self.paragraph("Picture", "")
        around.append(frame)
        yield around
        if block.caption:
            yield self.paragraph("Caption", block.caption)


def _link(address: str) -> Iterator[Element | str]:
    if address:
        yield " "
        to = {"xlink:type": "simple", "xlink:href": writable(address), "text:style-name": "Internet_20_link"}
        yield element("text:a", writable(address), **to)
