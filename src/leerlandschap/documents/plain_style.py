# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Word file that stands in for a house style where an organisation has none: the same fields, our own looks."""

import io
from copy import deepcopy
from functools import cache

from leerlandschap.documents.docx_elements import Element, field, run, w
from leerlandschap.documents.docx_styles import our_sheet

A4 = {"w": 11906, "h": 16838}
NOT_OURS = ("/thumbnail", "/customXml", "/stylesWithEffects")  # of the library's own sample file
MARGINS = {"top": 1247, "bottom": 1134, "left": 1276, "right": 1276, "header": 567, "footer": 567, "gutter": 0}


@cache
def plain_house_style() -> bytes:
    """A file as ``house_style`` asks it to be: fields in the text, whose it is and the page in the foot."""
    from docx import Document

    document = Document()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, each in rels.items() if each.reltype.endswith(NOT_OURS)]:
            del rels[key]
    sheet, body = document.styles.element, document.element.body
    for part in (sheet, body, document.part.numbering_part.element):
        for each in list(part):
            part.remove(each)
    sheet.extend(deepcopy(each) for each in our_sheet())
    looks = (("Title", "title"), ("Subtitle", "subtitle"), ("LeerlandschapFacts", "facts"), ("Normal", "body"))
    body.extend(_field(style, name) for style, name in looks)
    body.append(w("sectPr", w("pgSz", **A4), w("pgMar", **MARGINS)))
    foot = document.sections[0].footer.paragraphs[0]._p
    foot.getparent().replace(foot, _foot())
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _field(style: str, name: str) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)), run(f"{{{{ {name} }}}}"))


def _foot() -> Element:
    looks = w("pPr", w("pStyle", val="Footer"))
    return w("p", looks, run("{{ organisation }}\t"), *field("PAGE"), run(" / "), *field("NUMPAGES"))
