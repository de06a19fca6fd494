# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of document opened with a reader of its own: the words in it, and what its pictures say they show."""

import html
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import docx
import icalendar
import openpyxl

from tests.documents.pdf_reading import Read
from tests.documents.test_docx import found as found_in_docx
from tests.documents.test_docx import lines
from tests.documents.test_odt import found as found_in_odt
from tests.documents.test_odt import parts, said
from tests.screens.reading import Page

PICTURED = ("html", "odt", "docx", "pdf", "pdfa")


def words_in(kind: str, file: bytes) -> str:
    """Everything that is said in it, white space folded."""
    return " ".join(" ".join(_said(kind, file)).split())


def _said(kind: str, file: bytes) -> Iterator[str]:
    match kind:
        case "html":
            yield Page(file.decode()).text
        case "odt":
            yield from (said(each) for each in found_in_odt("content.xml", "//text:p | //text:h", parts(file)))
        case "docx":
            docx.Document(io.BytesIO(file))  # opens
            yield from lines(file)
        case "pdf" | "pdfa":
            yield Read(file).text
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(file))
            yield from (str(cell.value) for page in book for row in page for cell in row if cell.value is not None)
        case "ics":
            events = icalendar.Calendar.from_ical(file).events
            yield from (str(each.get(name, "")) for each in events for name in ("summary", "description"))
        case "md":
            yield html.unescape(re.sub(r"\\(.)", r"\1", file.decode()))
        case "json":
            yield from _strings(json.loads(file))
        case _:
            raise LookupError(f"no reader of {kind}")


def _strings(whole: Any) -> Iterator[str]:
    if isinstance(whole, str):
        yield whole
    elif isinstance(whole, dict | list):
        for each in whole.values() if isinstance(whole, dict) else whole:
            yield from _strings(each)


def shown_in(kind: str, file: bytes) -> list[str]:
    """What its pictures show, in words."""
    match kind:
        case "html":
            return Pictures(file.decode()).shown
        case "odt":
            return [each.text for each in found_in_odt("content.xml", "//draw:frame/svg:desc", parts(file))]
        case "docx":
            return [str(each) for each in found_in_docx("//wp:docPr/@descr", file)]
        case _:
            return [str(each.Alt) for name, each in Read(file).elements() if name == "Figure"]


class Pictures(HTMLParser):
    """``shown`` are the words of the drawings on a page, the same for a wide and a narrow screen; ``tags`` all tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self._said: list[list[str]] = []
        self._saying = False
        self.feed(page)

    @property
    def shown(self) -> list[str]:
        return list(dict.fromkeys(" ".join(each) for each in self._said))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "svg":
            self._said.append([])
        self._saying = tag in ("title", "desc") and bool(self._said)

    def handle_endtag(self, tag: str) -> None:
        self._saying = False

    def handle_data(self, data: str) -> None:
        if self._saying:
            self._said[-1].append(data)
