# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a Word file can be the house style: the file is somebody's, so it is looked through before it is used.

It holds ``{{p body }}`` (or ``{{ body }}``) in a paragraph of its own, and where it likes ``{{ title }}``,
``{{ subtitle }}``, ``{{ organisation }}``, ``{{ date }}`` and ``{{ facts }}``.
"""

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.fields import FIELDS, faults_in
from leerlandschap.text import say

MEGABYTE = 1_000_000
LARGEST, LARGEST_UNPACKED, MOST_PARTS = 10 * MEGABYTE, 100 * MEGABYTE, 2000
SIGNS = {"body": "{{p body }}", "opens": "{{", "command": "{%", "remark": "{#"}
TYPES = "[Content_Types].xml"
A_DOCUMENT = b"wordprocessingml.document.main+xml"
A_TEMPLATE = b"wordprocessingml.template.main+xml"
MACROS = (b"macroEnabled", b"vbaProject")
OUTSIDE = re.compile(rb"<Relationship\s[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
# A link that a reader may follow is no harm, and the template a file was made with is left out when it is used.
HARMLESS = re.compile(rb"Type\s*=\s*[\"'][^\"']*/(?:hyperlink|attachedTemplate)[\"']")


class Complaint(Struct, frozen=True):
    """One reason why a file cannot be the house style; the sentence is the text ``office.house_style.<code>``."""

    code: str
    name: str = ""  # of the field it is about

    def sentence(self, language: Language) -> str:
        """What is wrong, and what to do."""
        most = {"megabytes": LARGEST // MEGABYTE, "unpacked": LARGEST_UNPACKED // MEGABYTE}
        fields = {"name": _field(self.name), "field": _field("title"), "fields": ", ".join(map(_field, FIELDS))}
        return say(f"office.house_style.{self.code}", language, **most, **fields, **SIGNS)


def _field(name: str) -> str:
    """As one writes it in Word."""
    return f"{{{{ {name} }}}}"


def check_house_style(file: bytes) -> tuple[Complaint, ...]:
    """Everything for which this file cannot be the house style; nothing when it can. Never raises."""
    if len(file) > LARGEST:
        return (Complaint("too_large"),)
    try:
        with ZipFile(io.BytesIO(file)) as archive:
            about_the_file = tuple(_about_the_file(archive))
    except (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        return (Complaint("no_docx"),)
    return about_the_file or tuple(_about_the_fields(file))


def _about_the_file(archive: ZipFile) -> Iterator[Complaint]:
    """What is packed in it, before anything of it is read as a document."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > LARGEST_UNPACKED:
        yield Complaint("unpacks_too_large")
        return
    types = archive.read(TYPES)
    if any(each in types for each in MACROS):
        yield Complaint("macros")
    elif A_TEMPLATE in types:
        yield Complaint("word_template")
    elif A_DOCUMENT not in types:
        yield Complaint("no_docx")
    marked = {each.filename: archive.read(each) for each in parts if each.filename.endswith((".xml", ".rels"))}
    if any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in marked.values()):
        yield Complaint("no_docx")
    links = (link for name, text in marked.items() if name.endswith(".rels") for link in OUTSIDE.findall(text))
    if any(not HARMLESS.search(link) for link in links):
        yield Complaint("outside")


def _about_the_fields(file: bytes) -> Iterator[Complaint]:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml.etree import XMLSyntaxError

    try:
        faults = tuple(faults_in(DocxTemplate(io.BytesIO(file))))
    except (AttributeError, KeyError, TypeError, ValueError, XMLSyntaxError, PackageNotFoundError):
        yield Complaint("no_docx")  # a part that a Word file must have is missing or cut off
        return
    yield from (Complaint(fault.code, fault.name) for fault in faults)
