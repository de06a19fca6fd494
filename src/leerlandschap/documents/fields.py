# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of a house style: which there are, where they stand, and what stands there that is no field.

Only names are known: no loop, no choice, no filter, no dot. So a house style can do nothing but give words a place.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from leerlandschap.documents.docx_elements import Element, q

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

BODY = "body"
FIELDS = ("title", "subtitle", "organisation", "date", "facts", BODY)
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
THE_BODY = re.compile(r"\s*\{\{p?\s*body\s*\}\}\s*")
NAMES_THE_BODY = re.compile(r"\{\{p?\s*body\b")
TAKES_WHAT_IS_AROUND_IT = re.compile(r"\{\{(?:tr|tc|r|p)\s")
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


class Fault(NamedTuple):
    """A code, and the name of the field that its sentence is about."""

    code: str
    name: str = ""


def body_paragraphs(document: Element) -> list[Element]:
    """The paragraphs in the running text that hold the field for the text, and nothing else."""
    around = (q("body"), q("sdtContent"))
    found = (each for each in document.element.body.iter(q("p")) if THE_BODY.fullmatch(text_of(each)))
    return [each for each in found if each.getparent().tag in around]


def text_of(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(q("t")))


def names_in(source: str) -> frozenset[str]:
    """The names of the fields in one part of the file."""
    from jinja2 import meta

    return frozenset(meta.find_undeclared_variables(sandbox().parse(source)))


def source_of(template: "DocxTemplate") -> str:
    """The running text as the template language sees it."""
    template.get_docx()  # opens it
    return str(template.patch_xml(template.get_xml()))


def faults_in(template: "DocxTemplate") -> Iterator[Fault]:
    """Everything about the fields for which the file cannot be used."""
    sources = list(_sources(template))
    faults = dict.fromkeys(fault for source in sources for fault in _faults(source))
    yield from faults
    if not any(fault.code in ("statement", "unreadable") for fault in faults):
        yield from _about_places(template)


def _about_places(template: "DocxTemplate") -> Iterator[Fault]:
    document = template.get_docx()
    places = body_paragraphs(document)
    paragraphs = [text_of(each) for each in _paragraphs(template)]
    if any("{%" in each for each in paragraphs):  # beside a field that takes its whole paragraph nothing else is left
        yield Fault("statement")
        return
    named = sum(len(NAMES_THE_BODY.findall(each)) for each in paragraphs)
    if not named:
        yield Fault("no_body")
    elif not places:
        yield Fault("body_not_alone")
    elif named > 1:
        yield Fault("body_twice")
    if any(TAKES_WHAT_IS_AROUND_IT.search(each) and not THE_BODY.fullmatch(each) for each in paragraphs):
        yield Fault("prefixed")


def _paragraphs(template: "DocxTemplate") -> Iterator[Element]:
    from docx.oxml.parser import parse_xml

    yield from template.get_docx().element.body.iter(q("p"))
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield from parse_xml(part.blob).iter(q("p"))


def _sources(template: "DocxTemplate") -> Iterator[str]:
    """Every part that is filled: the text, heads and feet, footnotes and what the file says about itself."""
    yield source_of(template)
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield str(template.patch_xml(template.get_part_xml(part)))
    document = template.get_docx()
    for part in document.part.package.parts:
        if part.content_type == FOOTNOTES:
            yield str(template.patch_xml(part.blob.decode("utf-8")))
    yield from (getattr(document.core_properties, name) for name in PROPERTIES)


def _faults(source: str) -> Iterator[Fault]:
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tokens = {kind for _, kind, _ in sandbox().lex(source)}
        if tokens & {"block_begin", "raw_begin"}:
            yield Fault("statement")
            return
        tree = sandbox().parse(source)
    except TemplateSyntaxError:
        yield Fault("unreadable")
        return
    for node in tree.find_all(nodes.Expr):
        if isinstance(node, nodes.Name):
            if node.name not in FIELDS:
                yield Fault("unknown_field", node.name)
        elif not isinstance(node, nodes.TemplateData):
            yield Fault("expression")


def sandbox() -> "SandboxedEnvironment":
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment()
