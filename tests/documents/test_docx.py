# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a Word file in our own looks: whole, with real styles, and nothing in it is markup or a field."""

import datetime
import io
from functools import cache
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_docx import paper_docx
from tests.documents.papers import FORBIDDEN, MADE_AT, RIGHT_TO_LEFT, STRANGE, long_paper, paper_of, whole_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


@cache
def whole() -> bytes:
    return paper_docx(whole_paper())


def opened(file: bytes) -> Any:
    return docx.Document(io.BytesIO(file))


def found(path: str, file: bytes | None = None, part: str = "word/document.xml") -> list[Any]:
    with ZipFile(io.BytesIO(file or whole())) as archive:
        return list(etree.fromstring(archive.read(part)).xpath(path, namespaces=SPACES))


def said(paragraph: Any) -> str:
    """The words of a paragraph, in links too."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    inner = paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
    return "".join(signs.get(each.tag) or each.text for each in inner if each.getparent().tag == f"{W}r")


def lines(file: bytes) -> list[str]:
    return [said(each) for each in found("//w:p", file)]


def test_every_block_is_there_in_its_style() -> None:
    styles = {s.style_id: s.name for s in opened(whole()).styles}
    kinds = [(styles[p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")], said(p)) for p in found("//w:body/w:p[.//w:pStyle]")]
    assert kinds == [
        ("Title", "Leren bij ons"),
        ("Subtitle", "Verslag van een werksessie"),
        ("Leerlandschap Facts", "Gemeente Voorbeeld\n23 november 2026"),
        ("Leerlandschap Lead", "Jullie zijn het eens.1, 2"),
        ("Leerlandschap Picture", ""),
        ("Caption", "De kaart"),
        ("Heading 1", "Uitgangspunten"),
        ("List Bullet", "Leren is werk."),
        ("Leerlandschap Under", "Omdat het telt."),
        ("Leerlandschap Under", "Behalve als."),
        ("List Number", "Eerst dit"),
        ("List Number", "Dan dat"),
        ("List Number", "Weer van voor af"),
        ("Heading 2", "Wat mensen zeiden"),
        ("Quote", "Het kost tijd."),
        ("Normal", "Zie boven.1"),
        ("Heading 3", "Getallen"),
        ("Caption", "Alle stellingen"),
        ("Heading 1", "Bijlage"),
        ("Leerlandschap Small", "Zo kwam dit tot stand."),
        ("Leerlandschap Gap", "Nog in te vullen."),
        ("Normal", RIGHT_TO_LEFT),
        ("Heading 1", "Noten"),
        ("endnote text", "1\tStelling 1: 9 van 12 eens."),
        ("endnote text", "2\tStelling 2: 4 oneens, 6 eens. https://voorbeeld.example/s/2?a=1&b=2"),
    ]


def test_notes_lead_there_and_back() -> None:
    marks = found("//w:bookmarkStart/@w:name")
    assert marks == ["ll_cited_1", "ll_cited_2", "ll_principles", "ll_note_1", "ll_note_2"]
    ways = found("//w:hyperlink/@w:anchor")
    assert ways == ["ll_note_1", "ll_note_2", "ll_note_1", "ll_cited_1", "ll_cited_2"]
    ids = found("//w:bookmarkStart/@w:id")
    assert ids == found("//w:bookmarkEnd/@w:id")
    assert len(set(ids)) == len(ids)


def test_every_numbered_list_begins_at_one() -> None:
    numbers = found("//w:numPr/w:numId/@w:val")
    assert len(numbers) == 4
    assert numbers[1] == numbers[2] != numbers[3]
    forms = found("//w:num/w:abstractNumId/@w:val", part="word/numbering.xml")
    assert len(set(forms)) == len(forms) == 3


def test_a_table_repeats_its_heads_and_has_a_caption() -> None:
    (table,) = opened(whole()).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Stelling", "Eens", "Uitslag"], ["1. Leren", "9", "Kern"], ["2. Tijd", "6", "Twee kampen"],
    ]  # fmt: skip
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]
    assert found("//w:tblCaption/@w:val") == ["Alle stellingen"]
    assert found("//w:jc[@w:val='right']/ancestor::w:p//w:t/text()") == ["Eens", "9", "6"]


def test_a_picture_is_kept_in_dots_and_sharp_and_says_what_it_shows() -> None:
    assert found("//wp:docPr/@descr") == ["Stelling 1 ligt in de kern."]
    assert found("//wp:docPr/@title") == ["De kaart"]
    (dots,), (sharp,) = found("//a:blip/@r:embed"), found("//asvg:svgBlip/@r:embed")
    related = opened(whole()).part.related_parts
    assert (related[dots].content_type, related[dots].blob[:4]) == ("image/png", b"\x89PNG")
    assert (related[sharp].content_type, related[sharp].blob[:4]) == ("image/svg+xml", b"<svg")


def test_links_that_stood_in_the_house_style_lead_where_they_led() -> None:
    """Somebody makes a house style of a document that came from here: its links have keys like ours."""
    before = opened(paper_docx(paper_of(["https://before.example/"])))
    before.add_paragraph("{{p body }}")
    style = io.BytesIO()
    before.save(style)
    made = opened(paper_docx(paper_of(["https://after.example/", "https://later.example/"]), style.getvalue()))
    leads = {key: each.target_ref for key, each in made.part.rels.items() if each.is_external}
    links = found("//w:hyperlink/@r:id", paper_docx(paper_of(["https://after.example/"]), style.getvalue()))
    assert sorted(leads.values()) == ["https://after.example/", "https://before.example/", "https://later.example/"]
    assert [leads[each] for each in links] == ["https://before.example/", "https://after.example/"]


def test_a_picture_that_stands_twice_is_kept_once() -> None:
    with ZipFile(io.BytesIO(paper_docx(paper_of(["a", "b"])))) as archive:
        assert [name for name in archive.namelist() if "/media/" in name] == [
            "word/media/leerlandschap1.png", "word/media/leerlandschap1.svg",
        ]  # fmt: skip


def test_what_begins_a_page_and_what_runs_from_right_to_left_do_so() -> None:
    assert [said(p) for p in found("//w:p[w:pPr/w:pageBreakBefore]")] == ["Bijlage"]
    assert [said(p) for p in found("//w:p[w:pPr/w:bidi]")] == [RIGHT_TO_LEFT]
    assert [said(p) for p in found("//w:p[.//w:rtl]")] == [RIGHT_TO_LEFT]


@pytest.mark.parametrize(("language", "country"), [(Language.NL, "nl-NL"), (Language.EN, "en-GB")])
def test_it_says_its_language_and_whose_it_is(language: Language, country: str) -> None:
    file = paper_docx(whole_paper(language))
    own = opened(file).core_properties
    assert (own.title, own.author, own.language) == ("Leren bij ons", "Gemeente Voorbeeld", country)
    assert (own.created, own.modified) == (MADE_AT, MADE_AT)
    assert found("//w:docDefaults//w:lang/@w:val", file, "word/styles.xml") == [country]


def test_the_foot_of_a_page_says_whose_it_is_and_which_page() -> None:
    section = opened(whole()).sections[0]
    assert section.footer.paragraphs[0].text == "Gemeente Voorbeeld\t1 / 1"
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_paper_without_a_subtitle_or_facts_has_no_empty_lines_for_them() -> None:
    assert lines(paper_docx(long_paper(1, 1)))[:2] == ["Opleidingsbeleid", "Uitgangspunt 0"]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_whatever_people_type_stands_there_as_they_typed_it(text: str) -> None:
    file = paper_docx(paper_of([text]))
    assert lines(file).count(text) == 13
    assert f"{text}1{text}" in lines(file)
    assert found("//wp:docPr", file)[0].get("descr") == text
    assert opened(file).core_properties.title == text[:255]


def test_what_xml_forbids_is_marked_and_breaks_nothing() -> None:
    assert lines(paper_docx(paper_of([FORBIDDEN])))[0] == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh"


def test_the_same_paper_is_the_same_bytes() -> None:
    assert paper_docx(whole_paper()) == paper_docx(whole_paper())


def test_a_paper_from_no_day_is_from_no_day_of_today() -> None:
    paper = whole_paper()
    undated = type(paper)(paper.title, paper.language, ())
    assert opened(paper_docx(undated)).core_properties.created == datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
