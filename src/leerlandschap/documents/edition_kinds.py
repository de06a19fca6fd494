# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents of an adopted version of the policy: those that hold a text, and none of figures or days."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.as_odt import paper_odt
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.kinds import KINDS, plain_name
from leerlandschap.documents.paper import Paper
from leerlandschap.documents.paper_html import paper_html
from leerlandschap.documents.paper_markdown import paper_markdown
from leerlandschap.documents.policy_paper import edition_paper
from leerlandschap.documents.press import ARCHIVED
from leerlandschap.views.landscape_shapes import LandscapeView


class EditionRenderer(Struct, frozen=True):
    """How a kind is made from a version on paper."""

    suffix: str
    media_type: str
    draw: Callable[[Paper], bytes]

    def render(self, view: LandscapeView, version: int, base_url: str) -> bytes:
        """The version in the words in which it was adopted. Raises LookupError for one that never was."""
        return self.draw(edition_paper(view, version, base_url))

    def file_name(self, view: LandscapeView, version: int) -> str:
        """The organisation as it was called then, in plain letters, and the version: gemeente-westerveen-v2.odt."""
        edition = next(each for each in view.editions if each.version == version)
        return f"{plain_name(edition.organisation)}-v{version}.{self.suffix}"


DRAWN: Mapping[str, Callable[[Paper], bytes]] = {
    "odt": paper_odt,
    "docx": paper_docx,
    "pdf": paper_pdf,
    "pdfa": lambda paper: paper_pdf(paper, ARCHIVED),
    "html": lambda paper: paper_html(paper).encode(),
    "md": lambda paper: paper_markdown(paper).encode(),
}

EDITION_KINDS: Mapping[str, EditionRenderer] = MappingProxyType(
    {name: EditionRenderer(KINDS[name].suffix, KINDS[name].media_type, draw) for name, draw in DRAWN.items()}
)


def edition_kinds_in(house_style: bytes | None) -> Mapping[str, EditionRenderer]:
    """The same kinds, with Word files in the house style of the organisation."""
    if not house_style:
        return EDITION_KINDS
    styled = replace(EDITION_KINDS["docx"], draw=lambda paper: paper_docx(paper, house_style))
    return MappingProxyType({**EDITION_KINDS, "docx": styled})
