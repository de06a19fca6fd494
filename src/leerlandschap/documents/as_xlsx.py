# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures and lists of a workshop as a spreadsheet: a sheet each for totals, points, follow-ups and principles.

Numbers are numbers and days are days. What people typed is always text, whatever it begins with: nothing is computed.
"""

import datetime
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, assert_never

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.packing import packed
from leerlandschap.documents.sheets import SHEETS, Sheet, Value
from leerlandschap.documents.writable import writable
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

MOST_LETTERS = 32_767  # of a cell, counted in UTF-16
LETTERS = {"font_name": "Calibri", "font_size": 11, "font_color": "#17202B", "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "num_format": "@"},
    "number": {"num_format": "0"},
    "part": {"num_format": "0%"},
    "measure": {"num_format": "0.000"},
    "day": {"num_format": 14, "align": "left"},  # as the reader's own computer writes a day
    "head": {"bold": True, "text_wrap": True, "bottom": 2, "bottom_color": "#17202B", "bg_color": "#EFE0B8"},
}
PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}


class Cover(Struct, frozen=True):
    """What a workbook says about itself."""

    title: str
    subject: str
    organisation: str
    made_at: datetime.datetime


def report_xlsx(view: WorkshopView, language: Language) -> bytes:
    """The workbook as the bytes of an ``.xlsx``; the same view gives the same bytes."""
    subject = say("office.workbook.subject", language)
    cover = Cover(view.title, subject, view.organisation, view.closed_at or view.opened_at)
    return workbook(SHEETS, view, cover, language)


def workbook(sheets: Iterable[Sheet], view: Any, cover: Cover, language: Language) -> bytes:
    """These sheets, filled from a view."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, PLAIN) as book:
        _properties(book, cover, language)
        looks = {name: book.add_format(LETTERS | look) for name, look in LOOKS.items()}
        for sheet in sheets:
            _sheet(book, sheet, view, language, looks)
    return packed(out.getvalue())


def _properties(book: "Workbook", cover: Cover, language: Language) -> None:
    said = {
        "title": cover.title,
        "subject": cover.subject,
        "author": cover.organisation,
        "company": cover.organisation,
    }
    made = cover.made_at.astimezone(datetime.UTC).replace(tzinfo=None)
    book.set_properties({name: writable(text)[:255] for name, text in said.items()} | {"created": made})
    book.set_custom_property("Language", language.value, "text")


def _sheet(book: "Workbook", sheet: Sheet, view: Any, language: Language, looks: "dict[str, Format]") -> None:
    """Heads that stay in sight and can be filtered, and a row for each."""
    page = book.add_worksheet(say(f"office.workbook.{sheet.name}.sheet", language))
    rows = list(sheet.rows(view))
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(
            0, at, say(f"office.workbook.{column.under or sheet.name}.{column.name}", language), looks["head"]
        )
        for down, row in enumerate(rows, 1):
            _write(page, down, at, column.of(row, language), looks[column.look])
    page.freeze_panes(1, sheet.names)
    page.autofilter(0, 0, len(rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, down: int, across: int, value: Value, look: "Format") -> None:
    """One cell; None leaves it empty, which says that it is not known or may not be shown."""
    match value:
        case None:
            pass
        case str():
            page.write_string(down, across, fitting(writable(value)), look)
        case bool():
            raise TypeError("a yes or no is said in words")
        case int() | float():
            page.write_number(down, across, value, look)
        case datetime.date():
            page.write_datetime(down, across, value, look)
        case _ as unreachable:
            assert_never(unreachable)


def fitting(text: str) -> str:
    """No more than a cell holds; three dots say that there was more."""
    if len(text.encode("utf-16-le")) // 2 <= MOST_LETTERS:
        return text
    kept = text.encode("utf-16-le")[: (MOST_LETTERS - 1) * 2].decode("utf-16-le", "ignore")
    return f"{kept}…"
