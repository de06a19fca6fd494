# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of document of a landscape can be had, empty or full, with notes behind the rows of its tables."""

import datetime
import io
import re
from zipfile import ZipFile

import icalendar
import openpyxl
import pikepdf
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.as_odt import paper_odt
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.kinds import KINDS
from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS, landscape_kinds_in
from leerlandschap.documents.paper import Grid, Note, Paper
from leerlandschap.documents.plain_style import plain_house_style
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.views.landscape_shapes import LandscapeView

NL, EN = Language
HOUSE = "https://leren.example"
DRAWN = [name for name, kind in LANDSCAPE_KINDS.items() if kind.render]

NOTED = Paper(
    title="Wie doet wat",
    language=NL,
    blocks=(Grid("Wie doet wat", ("Wat", "Wie"), (("Bellen", "Aïsha"), ("Tellen", "Bram")), ((1,), (2, 1))),),
    notes=(Note(1, "Zo afgesproken."), Note(2, "Later afgesproken.")),
    notes_title="Noten",
)


def made(kind: str, view: LandscapeView) -> bytes:
    render = LANDSCAPE_KINDS[kind].render
    assert render is not None
    return render(view, HOUSE)


def test_a_landscape_can_be_had_as_everything_that_a_workshop_can() -> None:
    assert set(LANDSCAPE_KINDS) == set(KINDS)
    assert {k: LANDSCAPE_KINDS[k].media_type for k in KINDS} == {k: KINDS[k].media_type for k in KINDS}


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize(
    "view", [example(NL), example(EN, empty=True), example(NL, long=True)], ids=["full", "empty", "long"]
)
def test_every_kind_is_drawn_and_twice_the_same(kind: str, view: LandscapeView) -> None:
    assert made(kind, view) == made(kind, view) != b""


def test_a_house_style_is_for_word_files_only() -> None:
    assert landscape_kinds_in(None) is LANDSCAPE_KINDS
    styled = landscape_kinds_in(plain_house_style())
    assert {name for name in styled if styled[name] != LANDSCAPE_KINDS[name]} == {"docx"}
    render = styled["docx"].render
    assert render is not None
    assert render(example(NL), HOUSE).startswith(b"PK")


def part(file: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(file)) as archive:
        return archive.read(name).decode()


def test_an_odt_has_the_notes_of_rows_as_notes() -> None:
    content = part(paper_odt(NOTED), "content.xml")
    assert re.findall(r'text:id="note(\d)"', content) == ["1", "2"]
    assert content.count("text:note-ref ") == 1


def test_a_docx_has_the_notes_of_rows_as_links() -> None:
    content = part(paper_docx(NOTED), "word/document.xml")
    assert re.findall(r'w:anchor="ll_note_(\d)"', content) == ["1", "2", "1"]
    assert re.findall(r'w:anchor="ll_cited_(\d)"', content) == ["1", "2"]


def test_a_pdf_leads_from_a_row_to_its_notes_and_back() -> None:
    with pikepdf.open(io.BytesIO(paper_pdf(NOTED))) as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.get("/Subtype") == "/Link"]
        assert len(links) == 3 + 2


def column(page: object, head: str) -> list[object]:
    heads, *rows = page.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return [row[heads.index(head)] for row in rows]


def test_the_workbook_has_a_sheet_for_each_with_days_as_days_and_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", example(NL))))
    assert book.sheetnames == ["Uitslagen", "Vervolgacties", "Bevindingen", "Uitgangspunten", "Grenzen"]
    assert str(column(book["Uitslagen"], "Dag")[0]) == "2025-11-20 00:00:00"
    assert column(book["Uitslagen"], "Antwoorden")[:3] == [12, 12, 12]
    assert column(book["Vervolgacties"], "Trekker")[:4] == ["Aïsha", "Bram", "Chen", None]
    assert {type(day) for day in column(book["Vervolgacties"], "Uiterlijk op")} == {datetime.datetime, type(None)}
    assert column(book["Bevindingen"], "Bij uitgangspunt") == [1, 2, 2]
    assert column(book["Uitgangspunten"], "Bezwaar")[:3] == [0, 1, 0]
    assert len(column(book["Uitgangspunten"], "Uitgangspunt")) == 5


def test_the_calendar_holds_what_is_still_to_be_done_and_has_a_date() -> None:
    calendar = icalendar.Calendar.from_ical(made("ics", example(NL)))
    events = calendar.events
    assert [(str(each["uid"]), each.start) for each in events] == [
        ("f1.wgallery1@leerlandschap", datetime.date(2026, 10, 26)),
        ("f2.wgallery1@leerlandschap", datetime.date(2026, 12, 15)),
    ]
    assert str(events[0]["url"]) == f"{HOUSE}/l/lgallery/f/f1"
