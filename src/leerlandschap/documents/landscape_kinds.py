# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents that a landscape has, by the name they have in an address."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.as_odt import paper_odt
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.kinds import KINDS, plain_name
from leerlandschap.documents.landscape_ics import landscape_ics
from leerlandschap.documents.landscape_sheets import landscape_xlsx
from leerlandschap.documents.paper_html import paper_html
from leerlandschap.documents.paper_markdown import paper_markdown
from leerlandschap.documents.policy_paper import policy_paper
from leerlandschap.documents.press import ARCHIVED
from leerlandschap.views.landscape_shapes import LandscapeView


class LandscapeRenderer(Struct, frozen=True):
    """How a kind is made from the view and the address of the house; None: from the record itself, whole."""

    suffix: str
    media_type: str
    render: Callable[[LandscapeView, str], bytes] | None

    def file_name(self, view: LandscapeView) -> str:
        """The organisation in plain letters, and the day."""
        return f"{plain_name(view.organisation)}-{view.today.isoformat()}.{self.suffix}"


def _html(view: LandscapeView, base_url: str) -> bytes:
    return paper_html(policy_paper(view, base_url)).encode()


def _markdown(view: LandscapeView, base_url: str) -> bytes:
    return paper_markdown(policy_paper(view, base_url)).encode()


def _pdf(view: LandscapeView, base_url: str) -> bytes:
    return paper_pdf(policy_paper(view, base_url))


def _pdfa(view: LandscapeView, base_url: str) -> bytes:
    return paper_pdf(policy_paper(view, base_url), ARCHIVED)


def _odt(view: LandscapeView, base_url: str) -> bytes:
    return paper_odt(policy_paper(view, base_url))


def _docx(view: LandscapeView, base_url: str) -> bytes:
    return paper_docx(policy_paper(view, base_url))


def _xlsx(view: LandscapeView, base_url: str) -> bytes:
    return landscape_xlsx(view)


# How each is made; what it is called and how its name ends is the same as for a workshop.
DRAWN: Mapping[str, Callable[[LandscapeView, str], bytes]] = {
    "html": _html,
    "odt": _odt,
    "docx": _docx,
    "pdf": _pdf,
    "pdfa": _pdfa,
    "md": _markdown,
    "xlsx": _xlsx,
    "ics": landscape_ics,
}

LANDSCAPE_KINDS: Mapping[str, LandscapeRenderer] = MappingProxyType(
    {
        **{name: LandscapeRenderer(KINDS[name].suffix, KINDS[name].media_type, how) for name, how in DRAWN.items()},
        "json": LandscapeRenderer("json", "application/json", None),
    }
)


def landscape_kinds_in(house_style: bytes | None) -> Mapping[str, LandscapeRenderer]:
    """The same kinds, with Word files in the house style of the organisation."""

    def styled(view: LandscapeView, base_url: str) -> bytes:
        return paper_docx(policy_paper(view, base_url), house_style)

    in_style = {**LANDSCAPE_KINDS, "docx": replace(LANDSCAPE_KINDS["docx"], render=styled)}
    return MappingProxyType(in_style) if house_style else LANDSCAPE_KINDS
