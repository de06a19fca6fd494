# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a Word file, in the house style of the organisation or in our own looks.

The fields of the house style are filled with marks first, and the marks with words after: so nothing that people typed
ever passes through the template language, and nothing in it can be taken for a field.
"""

import datetime
import io
import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from leerlandschap.documents.docx_body import DocxBody
from leerlandschap.documents.docx_elements import WORD, Element, pieces, q, w
from leerlandschap.documents.docx_pictures import Pictures
from leerlandschap.documents.docx_styles import Styles
from leerlandschap.documents.fields import (
    BODY,
    FIELDS,
    FOOTNOTES,
    body_paragraphs,
    names_in,
    sandbox,
    source_of,
    text_of,
)
from leerlandschap.documents.packing import packed
from leerlandschap.documents.paper import Paper
from leerlandschap.documents.plain_style import plain_house_style
from leerlandschap.documents.writable import writable
from leerlandschap.text import date
from leerlandschap.text.moments import LOCALES

MARK = re.compile("\ue000(\\w+)\ue000")
NO_DAY = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
A4 = (11906, 1440, 1440)  # width and margins of a page that does not say, in twentieths of a point
LEAST_WIDTH = 2000
SHOWS = tuple(q(each) for each in ("t", "drawing", "pict", "object", "sectPr", "br"))
LONGEST = 255  # letters of a property
NUMBERING = f'<w:numbering xmlns:w="{WORD}"/>'.encode()


def paper_docx(paper: Paper, house_style: bytes | None = None) -> bytes:
    """The paper as the bytes of a ``.docx``; a house style is one in which ``check_house_style`` found nothing wrong.

    What the house style has no field for (title, subtitle, facts) stands at the head of the text; a style that it lacks
    is added to it from our own.
    """
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(house_style or plain_house_style()))
    placed = names_in(source_of(template))
    (place,) = body_paragraphs(template.get_docx())
    _emptied(place).append(w("r", *pieces(_mark(BODY))))
    template.render({name: _mark(name) for name in FIELDS}, sandbox())
    document = template.docx
    _drawn(document, paper, placed)
    _filled(document, _words(paper))
    _told(document, paper)
    out = io.BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _mark(name: str) -> str:
    return f"\ue000{name}\ue000"


def _emptied(paragraph: Element) -> Element:
    """Without its words; what it says about the section that ends in it stays."""
    for each in list(paragraph):
        if each.tag != q("pPr"):
            paragraph.remove(each)
    return paragraph


def _words(paper: Paper) -> Mapping[str, str]:
    """What is written in the fields."""
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "organisation": paper.organisation,
        "date": date(paper.made_at.date(), paper.language) if paper.made_at else "",
        "facts": "\n".join(paper.facts),
    }


def _drawn(document: Any, paper: Paper, placed: frozenset[str]) -> None:
    """Everything of the paper where the field for the text stood."""
    styles = Styles(document.styles.element, _numbering(document.part))
    body = DocxBody(paper, styles, Pictures(document.part, _text_width(document)))
    place = next(each for each in document.element.body.iter(q("p")) if text_of(each) == _mark(BODY))
    for each in (*body.opening(placed), *body.elements()):
        place.addprevious(each)
    if place.find(f"{q('pPr')}/{q('sectPr')}") is None:
        place.getparent().remove(place)
    else:
        _emptied(place)


def _numbering(part: Any) -> Element:
    """The part of the file in which lists are numbered; made when it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        made = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, NUMBERING, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def _text_width(document: Any) -> int:
    """Between the margins of the last section, in twentieths of a point."""
    section = document.sections[-1]
    lengths = (section.page_width, section.left_margin, section.right_margin)
    wide, left, right = (each.twips if each is not None else usual for each, usual in zip(lengths, A4, strict=True))
    return max(int(wide - left - right), LEAST_WIDTH)


def _filled(document: Any, words: Mapping[str, str]) -> None:
    """Words for the marks, in the text and in every head and foot."""
    from docx.opc.part import XmlPart

    for part in document.part.package.parts:
        if part.content_type == FOOTNOTES:
            told = MARK.sub(lambda found: escape(writable(words[found[1]])), part.blob.decode("utf-8"))
            part._blob = told.encode()
        elif isinstance(part, XmlPart) and part.content_type.startswith(OF_WORD):
            _fill(part.element, words)


def _fill(root: Element, words: Mapping[str, str]) -> None:
    for paragraph in list(root.iter(q("p"))):
        marked = [each for each in paragraph.iter(q("t")) if MARK.search(each.text or "")]
        for text in marked:
            for piece in pieces(_said(text.text, words)):
                text.addprevious(piece)
            text.getparent().remove(text)
        if marked and paragraph.getparent().tag == q("body") and next(paragraph.iter(*SHOWS), None) is None:
            paragraph.getparent().remove(paragraph)  # a line for what there is not
    for element in root.iter("{*}docPr"):
        for name, value in element.items():
            element.set(name, _said(value, words))


def _said(text: str, words: Mapping[str, str]) -> str:
    return MARK.sub(lambda found: writable(words[found[1]]), text)


def _told(document: Any, paper: Paper) -> None:
    """What the file says about itself, and the language of all of it."""
    own, language = document.core_properties, LOCALES[paper.language].replace("_", "-")
    for name in ("comments", "identifier"):
        setattr(own, name, _said(getattr(own, name), _words(paper))[:LONGEST])
    own.title, own.subject = writable(paper.title)[:LONGEST], writable(paper.subtitle)[:LONGEST]
    own.author = own.last_modified_by = writable(paper.organisation)[:LONGEST]
    own.language, own.revision = language, 1
    own.created = own.modified = (paper.made_at or NO_DAY).astimezone(datetime.UTC).replace(tzinfo=None)
    for each in _languages(document.styles.element):
        each.set(q("val"), language)
    _let_go(document)


def _languages(styles: Element) -> list[Element]:
    """Every place where a style names the language; the file gets one for all text when it has none."""
    default = styles
    for tag in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = default.find(q(tag))
        if found is None:
            found = w(tag)
            default.insert(0, found) if tag != "lang" else default.append(found)
        default = found
    return list(styles.iter(q("lang")))


def _let_go(document: Any) -> None:
    """Of the template it was once made with, which is an address on somebody's machine."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    element = document.settings.element
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for each in element.findall(q("attachedTemplate")):
        element.remove(each)
    for key in [key for key, each in rels.items() if each.reltype.endswith("/attachedTemplate")]:
        del rels[key]
