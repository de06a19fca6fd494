# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as OpenDocument text: whole, in real styles, and nothing in it is markup."""

import io
import re
from functools import cache
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_odt import paper_odt
from tests.documents.papers import FORBIDDEN, RIGHT_TO_LEFT, STRANGE, SVG, long_paper, paper_of, whole_paper

SPACES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"), ("manifest", "manifest"),
    )
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def whole() -> dict[str, bytes]:
    return parts(paper_odt(whole_paper()))


def found(part: str, path: str, given: dict[str, bytes] | None = None) -> list[Any]:
    return list(etree.fromstring((given or whole())[part]).xpath(path, namespaces=SPACES))


def said(element: Any) -> str:
    """The words in an element as a reader sees them, without the notes behind them."""
    inner = element.text or ""
    for child in element:
        name = etree.QName(child).localname
        inner += {"line-break": "\n", "tab": "\t", "note": "", "note-ref": ""}.get(name) or (
            " " * int(child.get(f"{{{SPACES['text']}}}c", "1")) if name == "s"
            else said(child) if name not in ("note", "note-ref", "line-break", "tab") else ""
        )  # fmt: skip
        inner += child.tail or ""
    return inner


def test_what_kind_of_file_it_is_stands_first_and_unpacked() -> None:
    with ZipFile(io.BytesIO(paper_odt(whole_paper()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert archive.read(first) == b"application/vnd.oasis.opendocument.text"


def test_the_manifest_names_exactly_what_is_in_the_file() -> None:
    names = set(found("META-INF/manifest.xml", "//manifest:file-entry/@manifest:full-path"))
    assert names == (set(whole()) | {"/"}) - {"mimetype", "META-INF/manifest.xml"}


def test_it_says_the_version_that_every_program_knows() -> None:
    versions = {
        version
        for name, part in whole().items()
        if name.endswith(".xml")
        for version in re.findall(rb'(?:office|manifest):version="([^"]+)"', part)
    }
    assert versions == {b"1.2"}


def test_every_style_that_is_used_exists() -> None:
    names = "//@style:name"
    known = set(found("styles.xml", names)) | set(found("content.xml", names))
    used = "//@text:style-name | //@table:style-name | //@draw:style-name | //@style:parent-style-name"
    assert (set(found("content.xml", used)) | set(found("styles.xml", used))) - known == set()


def test_headings_have_their_level_and_their_anchor() -> None:
    headings = [(h.get(f"{{{SPACES['text']}}}outline-level"), said(h)) for h in found("content.xml", "//text:h")]
    assert headings == [
        ("1", "Uitgangspunten"), ("2", "Wat mensen zeiden"), ("3", "Getallen"), ("1", "Bijlage"), ("1", "Noten"),
    ]  # fmt: skip
    assert found("content.xml", "//text:bookmark/@text:name") == ["principles"]


def test_a_note_named_twice_is_one_note_and_a_way_to_it() -> None:
    assert found("content.xml", "//text:note/@text:note-class") == ["endnote", "endnote"]
    assert [said(p) for p in found("content.xml", "//text:note-body/text:p")] == [
        "Stelling 1: 9 van 12 eens.",
        "Stelling 2: 4 oneens, 6 eens. https://voorbeeld.example/s/2?a=1&b=2",
    ]
    assert found("content.xml", "//text:note-ref/@text:ref-name") == found("content.xml", "//text:note/@text:id")[:1]


def test_every_list_begins_at_one() -> None:
    lists = found("content.xml", "//text:list[@text:style-name='Numbers']")
    assert [len(each) for each in lists] == [2, 1]
    assert found("content.xml", "//text:list/@text:continue-numbering") == []


def test_a_table_has_a_row_of_heads_a_caption_and_figures_to_the_right() -> None:
    assert [said(p) for p in found("content.xml", "//table:table-header-rows//text:p")] == [
        "Stelling",
        "Eens",
        "Uitslag",
    ]
    assert [said(p) for p in found("content.xml", "//text:p[@text:style-name='Table']")] == ["Alle stellingen"]
    assert [said(p) for p in found("content.xml", "//text:p[@text:style-name='Table_20_Figures']")] == ["9", "6"]


def test_a_picture_is_kept_sharp_and_in_dots_and_says_what_it_shows() -> None:
    sharp, dots = found("content.xml", "//draw:frame/draw:image/@xlink:href")
    assert whole()[sharp] == SVG.replace("Verdana,sans-serif", whole()[sharp].decode().split('"')[5]).encode()
    assert whole()[dots][:4] == b"\x89PNG"
    assert found("content.xml", "//svg:title/text()") == ["De kaart"]
    assert found("content.xml", "//svg:desc/text()") == ["Stelling 1 ligt in de kern."]


def test_it_says_its_title_and_its_language() -> None:
    assert found("meta.xml", "//dc:title/text()") == [whole_paper().title]
    assert found("meta.xml", "//dc:language/text()") == ["nl-NL"]
    assert set(found("styles.xml", "//@fo:language")) == {"nl"}


def test_what_begins_a_page_does_so_in_its_style() -> None:
    (begins,) = found("content.xml", "//style:style[style:paragraph-properties/@fo:break-before='page']/@style:name")
    assert [said(h) for h in found("content.xml", f"//*[@text:style-name='{begins}']")] == ["Bijlage"]


def test_what_runs_from_right_to_left_does_so() -> None:
    names = found("content.xml", "//style:style[style:paragraph-properties/@style:writing-mode='rl-tb']/@style:name")
    assert [said(p) for name in names for p in found("content.xml", f"//*[@text:style-name='{name}']")] == [
        RIGHT_TO_LEFT
    ]


@pytest.mark.parametrize(("language", "country"), [(Language.NL, "NL"), (Language.EN, "GB")])
def test_it_says_its_language_and_whose_it_is(language: Language, country: str) -> None:
    given = parts(paper_odt(whole_paper(language)))
    default = "//style:default-style[@style:family='paragraph']/style:text-properties"
    assert found("styles.xml", f"{default}/@fo:language | {default}/@fo:country", given) == [language.value, country]
    assert found("meta.xml", "//dc:language/text()", given) == [f"{language.value}-{country}"]
    assert found("meta.xml", "//dc:title/text()", given) == ["Leren bij ons"]
    assert found("meta.xml", "//dc:creator/text()", given) == ["Gemeente Voorbeeld"]
    assert found("meta.xml", "//meta:creation-date/text()", given) == ["2026-11-23T09:00:00Z"]


def test_the_foot_of_a_page_says_whose_it_is_and_which_page() -> None:
    (foot,) = found("styles.xml", "//style:footer/text:p")
    assert said(foot) == "Gemeente Voorbeeld\tPagina 1 van 1"
    assert [etree.QName(each).localname for each in foot if not each.tag.endswith("}s")] == [
        "tab",
        "page-number",
        "page-count",
    ]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_whatever_people_type_stands_there_as_they_typed_it(text: str) -> None:
    given = parts(paper_odt(paper_of([text])))
    paragraphs = [said(each) for each in found("content.xml", "//text:p | //text:h", given)]
    alone = [each for each in paragraphs if each == text]
    assert len(alone) == 13  # title, subtitle, fact, heading, entry and its line, captions, cells, heading of the notes
    assert f"{text}{text}" in paragraphs
    assert found("content.xml", "//svg:desc", given)[0].text.split() == text.split()


def test_what_xml_forbids_is_marked_and_breaks_nothing() -> None:
    given = parts(paper_odt(paper_of([FORBIDDEN])))
    marked = "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh"
    assert said(found("content.xml", "//text:p[@text:style-name='Title']", given)[0]) == marked
    assert found("meta.xml", "//dc:title/text()", given) == [marked]


def test_the_same_paper_is_the_same_bytes() -> None:
    assert paper_odt(whole_paper()) == paper_odt(whole_paper())


def test_all_of_a_long_paper_is_there() -> None:
    given = parts(paper_odt(long_paper(20, 50)))
    assert len(found("content.xml", "//text:note", given)) == 50
    assert len(found("content.xml", "//text:h", given)) == 21
    assert len(found("content.xml", "//table:table-row", given)) == 51
