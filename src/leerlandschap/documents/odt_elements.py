# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elements of ODF in one line, and text with its line breaks, tabs and spaces.

Made straight away rather than with the library that packs the file: a policy has tens of thousands of them.
"""

import re
from functools import cache
from typing import Any

ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
SPACES = {
    "office": ODF.format("office"),
    "style": ODF.format("style"),
    "text": ODF.format("text"),
    "table": ODF.format("table"),
    "draw": ODF.format("drawing"),
    "fo": ODF.format("xsl-fo-compatible"),
    "svg": ODF.format("svg-compatible"),
    "xlink": "http://www.w3.org/1999/xlink",
}
FOLDED = {"text:p", "text:h", "text:span", "text:a"}  # in which ODF makes one space of white space: 1.2, section 6.1.2
SIGNS = re.compile(r"(\n|\t|(?:^|(?<=[ \n\t])) +| +$)")

Element = Any  # of lxml, which has no types


def element(tag: str, /, *inner: "Element | str", **attributes: str) -> Element:
    """One element; names as ODF spells them: ``element("text:span", "words", **{"text:style-name": "Strong"})``.

    In a paragraph, a heading, a span or a link, line breaks, tabs and further spaces become elements: ODF folds them
    otherwise.
    """
    from lxml import etree

    made = etree.Element(q(tag), {q(name): value for name, value in attributes.items()}, SPACES)
    for each in inner:
        if not isinstance(each, str):
            made.append(each)
        elif tag in FOLDED:
            add_words(made, each)
        else:
            _add(made, each)
    return made


def add_words(into: Element, text: str) -> None:
    """The text at the end of an element, exactly as it was typed."""
    for part in SIGNS.split(text):
        if part == "\n":
            into.append(element("text:line-break"))
        elif part == "\t":
            into.append(element("text:tab"))
        elif part.isspace():
            into.append(element("text:s", **{"text:c": str(len(part))}))
        elif part:
            _add(into, part)


@cache
def q(name: str) -> str:
    """The whole name of an element or attribute."""
    prefix, _, rest = name.partition(":")
    return f"{{{SPACES[prefix]}}}{rest}"


def _add(into: Element, words: str) -> None:
    """Behind what is there already."""
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words
