# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as OpenDocument text: the open format for what people go on editing.

Everything is a named style; evidence is real endnotes. The file says ODF 1.2 (ISO/IEC 26300), which every program that
reads ODF knows: nothing in it is newer.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from leerlandschap.documents.odt_body import OdtBody
from leerlandschap.documents.odt_elements import Element, add_words, element, q
from leerlandschap.documents.packing import packed
from leerlandschap.documents.paper import Paper
from leerlandschap.documents.writable import writable
from leerlandschap.text import say
from leerlandschap.text.moments import LOCALES

if TYPE_CHECKING:
    from odfdo import Document

STYLES = files(__package__) / "looks/odt-styles.xml"
SETTINGS = (
    b'<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    b"<office:settings/></office:document-settings>"
)
OF_A_PROGRAM = ("Configurations2/", "Thumbnails/", "manifest.rdf")
MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
SECTION = "Text"
PLACES = re.compile(r"\{(\w+)\}")
VERSION = re.compile(rb'((?:office|manifest):version=")1\.\d"')


def paper_odt(paper: Paper) -> bytes:
    """The paper as the bytes of an ``.odt``; the same paper gives the same bytes."""
    from odfdo import Document

    document = Document("text")
    _made_ours(document)
    body = OdtBody(paper, lambda made, end: _kept(document, made, end))
    document.set_part("content.xml", _content(paper, body))
    document.set_part("styles.xml", _styles(paper))
    document.set_language(_language(paper))
    _told(document, paper)
    out = io.BytesIO()
    document.save(out)
    return packed(out.getvalue(), _as_version_1_2)


def _made_ours(document: "Document") -> None:
    """The library's own sample document, without its looks and what only belongs to one program."""
    for name in document.parts:
        if name.startswith(OF_A_PROGRAM):
            document.del_part(name)
    for name in document.manifest.get_paths():
        if name.startswith(OF_A_PROGRAM):
            document.manifest.del_full_path(name)
    document.set_part("settings.xml", SETTINGS)


def _kept(document: "Document", made: bytes, end: str) -> str:
    """Puts the bytes of a picture in the file; its name is of what it shows, so that a picture is kept once."""
    name = f"Pictures/{hashlib.sha256(made).hexdigest()[:16]}.{end}"
    document.set_part(name, made)
    document.manifest.add_full_path(name, MEDIA_TYPES[end])
    return name


def _content(paper: Paper, body: OdtBody) -> bytes:
    """The text, and the styles that only single paragraphs and tables of it have."""
    text = element("office:text", *body.opening(), _section(paper, body))
    own = element("office:automatic-styles", *body.styles.values())
    return _written(element("office:document-content", own, element("office:body", text), **{"office:version": "1.2"}))


def _section(paper: Paper, body: OdtBody) -> Element:
    """The whole text; its notes are collected where it ends, under their own heading."""
    notes = element("text:notes-configuration", **{"text:note-class": "endnote"})
    collects = element(
        "style:section-properties", *([notes] if paper.notes else ()), **{"text:dont-balance-text-columns": "true"}
    )
    inner = list(body.elements())
    body.styles[SECTION] = element("style:style", collects, **{"style:name": SECTION, "style:family": "section"})
    return element("text:section", *inner, **{"text:name": SECTION, "text:style-name": SECTION})


def _styles(paper: Paper) -> bytes:
    """Our looks, with the foot of the page."""
    from lxml import etree

    looks = etree.fromstring(STYLES.read_bytes())
    (foot,) = looks.iterfind(f".//{q('style:footer')}/{q('text:p')}")
    for part in _foot(paper):
        if isinstance(part, str):
            add_words(foot, part)
        else:
            foot.append(part)
    return _written(looks)


def _written(root: Element) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _language(paper: Paper) -> str:
    return LOCALES[paper.language].replace("_", "-")


def _foot(paper: Paper) -> Iterator[Element | str]:
    """Whose it is on the left, which page on the right."""
    yield writable(" ".join((paper.organisation or paper.title).split()))
    yield element("text:tab")
    fields = {
        "page": element("text:page-number", "1", **{"text:select-page": "current"}),
        "pages": element("text:page-count", "1"),
    }
    for part in PLACES.split(say("office.page", paper.language, page="{page}", pages="{pages}")):
        yield fields.get(part, part)


def _told(document: "Document", paper: Paper) -> None:
    """What the file says about itself."""
    meta = document.meta
    meta.title = writable(paper.title)
    if paper.made_at:
        meta.creation_date = paper.made_at
        meta.date = paper.made_at
    if paper.subtitle:
        meta.subject = writable(paper.subtitle)
    if paper.organisation:
        meta.initial_creator = writable(paper.organisation)
        meta.creator = writable(paper.organisation)


def _as_version_1_2(name: str, part: bytes) -> bytes:
    return VERSION.sub(rb'\g<1>1.2"', part) if name.endswith(".xml") else part
