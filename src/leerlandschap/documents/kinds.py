# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents, by the name they have in an address."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.as_html import report_html
from leerlandschap.documents.as_ics import report_ics
from leerlandschap.documents.as_json import report_json
from leerlandschap.documents.as_markdown import report_markdown
from leerlandschap.documents.as_odt import paper_odt
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.as_xlsx import report_xlsx
from leerlandschap.documents.press import ARCHIVED
from leerlandschap.documents.report_paper import report_paper
from leerlandschap.views.shapes import WorkshopView

OFFICE = "application/vnd.openxmlformats-officedocument"


class Renderer(Struct, frozen=True):
    """How a kind of document is made; ``suffix`` is how its file name ends."""

    suffix: str
    media_type: str
    render: Callable[[WorkshopView, Language], bytes]

    def file_name(self, view: WorkshopView) -> str:
        """The title, in letters that every file system and header takes, and the day: leren-bij-ons-2026-11-23.md."""
        return f"{plain_name(view.title)}-{(view.closed_at or view.opened_at).date().isoformat()}.{self.suffix}"


def plain_name(title: str) -> str:
    """Only a-z, 0-9 and hyphens, at most 60 of them; never empty."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or "report"


def _json(view: WorkshopView, language: Language) -> bytes:
    return report_json(view)


def _markdown(view: WorkshopView, language: Language) -> bytes:
    return report_markdown(view, language).encode()


def _html(view: WorkshopView, language: Language) -> bytes:
    return report_html(view, language).encode()


def _pdf(view: WorkshopView, language: Language) -> bytes:
    return paper_pdf(report_paper(view, language))


def _pdfa(view: WorkshopView, language: Language) -> bytes:
    return paper_pdf(report_paper(view, language), ARCHIVED)


def _odt(view: WorkshopView, language: Language) -> bytes:
    return paper_odt(report_paper(view, language))


def _docx(view: WorkshopView, language: Language) -> bytes:
    return paper_docx(report_paper(view, language))


KINDS: Mapping[str, Renderer] = MappingProxyType(
    {
        "json": Renderer("json", "application/json", _json),
        "md": Renderer("md", "text/markdown; charset=utf-8", _markdown),
        "html": Renderer("html", "text/html; charset=utf-8", _html),
        "pdf": Renderer("pdf", "application/pdf", _pdf),
        "pdfa": Renderer("archive.pdf", "application/pdf", _pdfa),
        "odt": Renderer("odt", "application/vnd.oasis.opendocument.text", _odt),
        "docx": Renderer("docx", f"{OFFICE}.wordprocessingml.document", _docx),
        "xlsx": Renderer("xlsx", f"{OFFICE}.spreadsheetml.sheet", report_xlsx),
        "ics": Renderer("ics", "text/calendar; charset=utf-8", report_ics),
    }
)


def kinds_in(house_style: bytes | None) -> Mapping[str, Renderer]:
    """The same kinds, with Word files in the house style of the organisation."""

    def styled(view: WorkshopView, language: Language) -> bytes:
        return paper_docx(report_paper(view, language), house_style)

    return MappingProxyType({**KINDS, "docx": replace(KINDS["docx"], render=styled)}) if house_style else KINDS
