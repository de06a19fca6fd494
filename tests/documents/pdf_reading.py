# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PDF as a screen reader gets it: its structure in reading order, and the words of each page."""

import io
import re
from collections.abc import Iterator

import pikepdf


class Read:
    """An opened PDF."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(pdf))
        self._of_page = [words_by_mark(page) for page in self.pdf.pages]

    @property
    def tags(self) -> list[str]:
        """The names of all elements, in reading order."""
        return [name for name, _ in self.elements()]

    def elements(self) -> Iterator[tuple[str, pikepdf.Object]]:
        yield from walked(self.pdf.Root.StructTreeRoot.K)

    def said(self, *names: str) -> list[str]:
        """What stands in each element of these names."""
        return [self.words(element) for name, element in self.elements() if name in names]

    def words(self, element: pikepdf.Object) -> str:
        return " ".join("".join(self._runs(element, None)).replace("\N{SOFT HYPHEN}", "").split())

    @property
    def text(self) -> str:
        """Everything that is read, in reading order."""
        return self.words(self.pdf.Root.StructTreeRoot)

    def _runs(self, node: pikepdf.Object, page: int | None) -> Iterator[str]:
        pages = [p.obj.objgen for p in self.pdf.pages]
        if isinstance(node, pikepdf.Array):
            for each in node:
                yield from self._runs(each, page)
        elif isinstance(node, pikepdf.Dictionary):
            page = pages.index(node.Pg.objgen) if "/Pg" in node else page
            if "/MCID" in node:
                yield self._of_page[page or 0].get(int(node.MCID), "")
            elif "/K" in node:
                yield from self._runs(node.K, page)
                yield " " if str(node.get("/S", "")) not in ("/Span", "/Strong", "/Link") else ""
        else:
            yield self._of_page[page or 0].get(int(node), "")


def walked(node: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every element below, with its name."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from walked(each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).lstrip("/"), node
        if "/K" in node:
            yield from walked(node.K)


def words_by_mark(page: pikepdf.Page) -> dict[int, str]:
    """The words of each marked stretch of a page, in the order in which they are read."""
    fonts = {str(name): characters(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    said: dict[int, str] = {}
    marks: list[tuple[str, pikepdf.Object]] = []
    font: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "BDC" | "BMC":
                facts = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
                marks.append((str(operands[0]), facts))
                if "/ActualText" in facts:
                    _add(said, marks, str(facts.ActualText))
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts.get(str(operands[0]), {})
            case "Tj" | "TJ" if not any("/ActualText" in facts for _, facts in marks):
                text = decoded(operands[0], font)
                _add(said, marks, text, reverse="/ReversedChars" in (name for name, _ in marks))
            case _:
                pass
    return said


def _add(said: dict[int, str], marks: list[tuple[str, pikepdf.Object]], text: str, *, reverse: bool = False) -> None:
    """To the innermost stretch that has a number; what has none is not read. What runs to the left is set backwards."""
    mark = next((int(facts.MCID) for _, facts in reversed(marks) if "/MCID" in facts), None)
    if mark is not None:
        said[mark] = text[::-1] + said.get(mark, "") if reverse else said.get(mark, "") + text


def decoded(shown: pikepdf.Object, font: dict[int, str]) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    glyphs = b"".join(bytes(each) for each in pieces if isinstance(each, pikepdf.String))
    return "".join(font.get(int.from_bytes(glyphs[i : i + 2], "big"), "?") for i in range(0, len(glyphs), 2))


def characters(font: pikepdf.Object) -> dict[int, str]:
    """Which characters the glyphs stand for, as the font itself says (ToUnicode)."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    out: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            out[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            start = int(text, 16)
            out |= {int(first, 16) + i: chr(start + i) for i in range(int(last, 16) - int(first, 16) + 1)}
    return out
