# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elements of WordprocessingML in one line, and text with its line breaks and tabs."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from leerlandschap.documents.legible import runs_right_to_left
from leerlandschap.documents.writable import writable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {"w": WORD}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BREAKS = re.compile("([\n\t])")

Element = Any  # of lxml, which has no types


def w(tag: str, /, *inner: Element, **attributes: str | int) -> Element:
    """An element of Word's own namespace: ``w("pStyle", val="Title")``. A name that ends in _ is one Python keeps."""
    from docx.oxml.parser import oxml_parser

    made = oxml_parser.makeelement(q(tag), nsmap=SPACES)
    for name, value in attributes.items():
        made.set(q(name.rstrip("_")), str(value))
    made.extend(inner)
    return made


@cache
def q(tag: str) -> str:
    """The whole name of an element or attribute of Word's."""
    return f"{{{WORD}}}{tag}"


def run(text: str, style: str | None = None) -> Element:
    """A stretch of text in one look."""
    marks = [w("rStyle", val=style)] if style else []
    if runs_right_to_left(text):
        marks.append(w("rtl"))
    return w("r", *([w("rPr", *marks)] if marks else []), *pieces(text))


def pieces(text: str) -> Iterator[Element]:
    """What stands in a run."""
    for part in BREAKS.split(writable(text)):
        if part == "\n":
            yield w("br")
        elif part == "\t":
            yield w("tab")
        elif part:
            words = w("t")
            words.text = part
            words.set(SPACE, "preserve")
            yield words


def field(code: str) -> Iterator[Element]:
    """A field that Word fills in itself: a page number."""
    yield w("r", w("fldChar", fldCharType="begin"))
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(SPACE, "preserve")
    yield w("r", instruction)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield run("1")
    yield w("r", w("fldChar", fldCharType="end"))
