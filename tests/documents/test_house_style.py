# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own Word file as house style: used as it is, or a sentence about what is not right with it."""

import io
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml.parser import OxmlElement

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.house_style import Complaint, check_house_style
from leerlandschap.documents.plain_style import plain_house_style
from tests.documents.papers import STRANGE, paper_of, whole_paper
from tests.documents.test_docx import found, lines, opened

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
OLD_TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def file(*paragraphs: str, change: Callable[[Any], object] = lambda document: None) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rewritten(given: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(given)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in archive.namelist():
            made.writestr(name, change(name, archive.read(name)))
        for name, part in more.items():
            made.writestr(name, part)
    return out.getvalue()


def codes(given: bytes) -> list[str]:
    return [each.code for each in check_house_style(given)]


def in_a_table(document: Any) -> None:
    document.add_table(1, 1).cell(0, 0).text = "{{p body }}"


def in_the_head(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ boss }}"


def in_the_properties(document: Any) -> None:
    document.core_properties.comments = "{{ boss }}"


def related_to(kind: str, address: str) -> Callable[[Any], object]:
    return lambda document: document.part.relate_to(address, kind, is_external=True)


GOOD = file("{{ title }}", "{{p body }}")
TYPES = "[Content_Types].xml"


@pytest.mark.parametrize("text", ["{{p body }}", "{{ body }}", "{{body}}", " {{p  body }} "])
def test_the_least_a_house_style_needs_is_a_place_for_the_text(text: str) -> None:
    assert check_house_style(file("Gemeente Voorbeeld", text)) == ()


def test_our_own_looks_are_a_house_style_too() -> None:
    assert check_house_style(plain_house_style()) == ()


@pytest.mark.parametrize(
    ("given", "complaints"),
    [
        (b"", ["no_docx"]),
        (b"Beste collega", ["no_docx"]),
        (b"PK\x03\x04 cut off", ["no_docx"]),
        (GOOD[:-100], ["no_docx"]),
        (b"x" * 10_000_001, ["too_large"]),
        (rewritten(GOOD, lambda name, part: part, **{"word/media/x.bin": b"0" * 100_000_001}), ["unpacks_too_large"]),
        (rewritten(GOOD, lambda name, part: part, **{f"x{n}": b"" for n in range(2001)}), ["unpacks_too_large"]),
        (
            rewritten(GOOD, lambda name, part: part[: len(part) // 2] if name == "word/document.xml" else part),
            ["no_docx"],
        ),
        (
            rewritten(GOOD, lambda name, part: b"<!DOCTYPE a>" + part if name == "word/styles.xml" else part),
            ["no_docx"],
        ),
        (
            rewritten(
                GOOD,
                lambda name, part: part.replace(
                    b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"ms-word.document.macroEnabled.main+xml",
                ),
            ),
            ["macros"],
        ),
        (
            rewritten(GOOD, lambda name, part: part.replace(b"document.main+xml", b"template.main+xml")),
            ["word_template"],
        ),
        (rewritten(GOOD, lambda name, part: part.replace(b"wordprocessingml.document.main", b"x")), ["no_docx"]),
        (file("{{p body }}", change=related_to(IMAGE, "https://tracker.example/x.png")), ["outside"]),
        (file("{{ title }}"), ["no_body"]),
        (file("{{p body }}", "{{p body }}"), ["body_twice"]),
        (file("Hier: {{ body }}"), ["body_not_alone"]),
        (file(change=in_a_table), ["body_not_alone"]),
        (file("{{p body }}", "{{ boss }}"), ["unknown_field"]),
        (file("{{p body }}", change=in_the_head), ["unknown_field"]),
        (file("{{p body }}", change=in_the_properties), ["unknown_field"]),
        (file("{{p body }}", "{{r title }}"), ["prefixed"]),
        (file("{{p body }}", "{{ title|upper }}"), ["expression"]),
        (file("{{p body }}", "{{ title.__class__ }}"), ["expression"]),
        (file("{{p body }}", "{{ title() }}"), ["expression"]),
        (file("{{p body }}", "{{ 7*7 }}"), ["expression"]),
        (file("{% for each in facts %}", "{{p body }}", "{% endfor %}"), ["statement"]),
        (file("{{p body }}", "{% raw %}{% endraw %}"), ["statement"]),
        (file("{{p body }}", "{{ title }"), ["unreadable"]),
        (file("{{p body }}", "{{ title | }}"), ["unreadable"]),
    ],
    ids=lambda given: "" if isinstance(given, bytes) else given[0],
)
def test_what_is_wrong_with_a_file_is_said(given: bytes, complaints: list[str]) -> None:
    assert codes(given) == complaints


def test_everything_wrong_with_the_fields_is_said_at_once() -> None:
    assert check_house_style(file("{{ boss }} {{ boss }}", "{{ team }}")) == (
        Complaint("unknown_field", "boss"), Complaint("unknown_field", "team"), Complaint("no_body"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.NL, "Het veld {{ boss }} kennen we niet. Deze velden zijn er: {{ title }}, {{ subtitle }}, "
                      "{{ organisation }}, {{ date }}, {{ facts }}, {{ body }}."),
        (Language.EN, "We do not know the field {{ boss }}. These fields exist: {{ title }}, {{ subtitle }}, "
                      "{{ organisation }}, {{ date }}, {{ facts }}, {{ body }}."),
    ],
)  # fmt: skip
def test_a_complaint_is_a_sentence_that_helps(language: Language, sentence: str) -> None:
    assert Complaint("unknown_field", "boss").sentence(language) == sentence


@pytest.mark.parametrize("language", Language)
def test_every_complaint_has_its_sentence(language: Language) -> None:
    known = ("too_large", "no_docx", "unpacks_too_large", "macros", "word_template", "outside", "no_body", "body_twice",
             "body_not_alone", "unknown_field", "prefixed", "expression", "statement", "unreadable")  # fmt: skip
    assert len({Complaint(code).sentence(language) for code in known}) == len(known)


def test_a_link_that_a_reader_may_follow_is_no_complaint() -> None:
    assert check_house_style(file("{{p body }}", change=related_to(LINK, "https://voorbeeld.example"))) == ()


def test_a_house_style_keeps_its_own_words_and_the_paper_comes_where_it_says() -> None:
    made = paper_docx(
        whole_paper(), file("Gemeente Voorbeeld", "Over: {{ title }} ({{ date }})", "{{p body }}", "Einde")
    )
    assert lines(made)[:3] == [
        "Gemeente Voorbeeld",
        "Over: Leren bij ons (23 november 2026)",
        "Verslag van een werksessie",
    ]
    assert lines(made)[-2:] == ["2\tStelling 2: 4 oneens, 6 eens. https://voorbeeld.example/s/2?a=1&b=2", "Einde"]


def test_what_has_no_field_stands_at_the_head_of_the_text() -> None:
    assert lines(paper_docx(whole_paper(), file("{{ body }}")))[:4] == [
        "Leren bij ons", "Verslag van een werksessie", "Gemeente Voorbeeld\n23 november 2026",
        "Jullie zijn het eens.1, 2",
    ]  # fmt: skip


def test_a_field_that_word_cut_in_pieces_is_one_field() -> None:
    def in_pieces(document: Any) -> None:
        paragraph = document.add_paragraph("{")
        for piece in ("{ ti", "tle }", "}"):
            paragraph.add_run(piece).bold = True

    given = file("{{p body }}", change=in_pieces)
    assert check_house_style(given) == ()
    assert lines(paper_docx(whole_paper(), given))[-1] == "Leren bij ons"


def test_fields_in_head_and_foot_are_filled() -> None:
    def around(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ organisation }}"
        document.sections[0].footer.paragraphs[0].text = "{{ title }}"

    section = opened(paper_docx(whole_paper(), file("{{p body }}", change=around))).sections[0]
    assert section.header.paragraphs[0].text == "Gemeente Voorbeeld"
    assert section.footer.paragraphs[0].text == "Leren bij ons"


def test_a_style_of_the_house_is_used_and_one_that_it_lacks_is_added() -> None:
    def its_looks(document: Any) -> None:
        document.styles["Heading 1"].font.name = "Comic Sans MS"

    made = opened(paper_docx(whole_paper(), file("{{p body }}", change=its_looks)))
    assert made.styles["Heading 1"].font.name == "Comic Sans MS"
    assert made.styles["Leerlandschap Lead"].font.size.pt == 14
    ids = [style.style_id for style in made.styles]
    assert len(set(ids)) == len(ids)


def test_bullets_of_the_house_stay_its_own() -> None:
    made = paper_docx(whole_paper(), GOOD)  # this file's own List Bullet says how it is marked
    assert found("//w:p[w:pPr/w:pStyle[@w:val='ListBullet']]/w:pPr/w:numPr", made) == []
    assert len(found("//w:p[w:pPr/w:pStyle[@w:val='ListNumber']]/w:pPr/w:numPr", made)) == 3


def test_a_section_that_ends_where_the_text_comes_still_ends_there() -> None:
    def in_two(document: Any) -> None:
        document.add_paragraph("{{p body }}")
        document.add_section()
        document.add_paragraph("Colofon")
        text, section = document.paragraphs[0], document.element.body.find(".//{*}pPr/{*}sectPr")
        text._p.get_or_add_pPr().append(section)

    made = opened(paper_docx(whole_paper(), file(change=in_two)))
    assert len(made.sections) == 2
    assert made.paragraphs[-1].text == "Colofon"


def test_the_template_a_file_was_made_with_is_let_go() -> None:
    def made_with(document: Any) -> None:
        relation = document.part.part_related_by(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
        ).relate_to("file:///C:/Users/anna/Normal.dotm", OLD_TEMPLATE, is_external=True)
        old = OxmlElement("w:attachedTemplate")
        old.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)
        document.settings.element.insert(0, old)

    given = file("{{p body }}", change=made_with)
    assert check_house_style(given) == ()
    with ZipFile(io.BytesIO(paper_docx(whole_paper(), given))) as archive:
        assert [name for name in archive.namelist() if b"anna" in archive.read(name)] == []
        assert b"attachedTemplate" not in archive.read("word/settings.xml")


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_whatever_people_type_is_no_field_of_the_house_style(text: str) -> None:
    made = paper_docx(paper_of([text]), file("{{ title }}", "{{ facts }}", "{{ organisation }}", "{{p body }}"))
    assert lines(made)[:3] == [text, text, text]
