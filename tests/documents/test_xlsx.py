# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook holds every figure as a number, every day as a day, and everything people typed as text."""

import datetime
import io
from functools import cache
from typing import Any

import openpyxl
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_xlsx import MOST_LETTERS, fitting, report_xlsx
from tests.documents.meeting import POSITIONS, TYPED, Meeting, played
from tests.documents.papers import FORBIDDEN, STRANGE

FORMULAS = ("=cmd()", "+1+1", "-1+1", "@SUM(1)", "\t=1", '=HYPERLINK("https://x.example")', "https://x.example", "007")


def sheets(meeting: Meeting, language: Language = Language.NL) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(meeting.seen_by(), language)))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


@cache
def whole() -> tuple[Meeting, dict[str, list[tuple[Any, ...]]]]:
    meeting = played()
    return meeting, sheets(meeting)


def column(rows: list[tuple[Any, ...]], head: str) -> list[Any]:
    return [row[rows[0].index(head)] for row in rows[1:]]


def test_there_is_a_sheet_for_each_in_the_language_of_the_reader() -> None:
    meeting, book = whole()
    assert list(book) == ["Uitslagen", "Aandachtspunten", "Vervolgacties", "Uitgangspunten"]
    assert list(sheets(meeting, Language.EN)) == ["Outcomes", "Points", "Follow-ups", "Principles"]


def test_every_round_of_every_statement_is_a_row_of_numbers() -> None:
    _, book = whole()
    rows = book["Uitslagen"]
    assert column(rows, "Stelling") == [1, 1, 2, 3, 4, 5]
    assert column(rows, "Ronde") == [1, 2, 1, 1, 1, 1]
    heads = ("Helemaal oneens", "Oneens", "Ertussenin", "Eens", "Helemaal eens", "Geen mening", "Antwoorden")
    first = [column(rows, head)[0] for head in heads]
    assert first == [*(POSITIONS.count(n) for n in range(1, 6)), 1, 12]
    assert {type(each) for each in first} == {int}
    assert column(rows, "Deel eens")[0] == pytest.approx(6 / 12)
    assert column(rows, "Uitslag")[:2] == ["Twee kampen", "Kern"]
    assert column(rows, "De groep zegt") == [None, None, None, "kern", None, None]
    assert [column(rows, head)[:2] for head in ("Naar eens", "Naar oneens", "Bleven")] == [
        [None, 5],
        [None, 2],
        [None, 4],
    ]
    assert {type(each) for each in column(rows, "Verdeeldheid (D)")} <= {int, float}


def test_a_day_is_a_day() -> None:
    meeting, book = whole()
    rows = book["Vervolgacties"]
    first, second = column(rows, "Uiterlijk op")
    assert (type(first), first.date(), second) == (datetime.datetime, datetime.date(2026, 12, 8), None)
    assert column(rows, "Trekker") == [meeting.typed["owner"], None]


def test_everything_that_was_typed_is_on_a_sheet() -> None:
    meeting, book = whole()
    cells = {str(cell) for rows in book.values() for row in rows for cell in row}
    said = {line for cell in cells for line in cell.split("\n")}
    elsewhere = {"title", "team", "organisation", "insight", "scope", "boundary", "thought"}
    assert [name for name in TYPED if name not in elsewhere and meeting.typed[name] not in said] == []


def test_principles_and_points_keep_their_figures() -> None:
    meeting, book = whole()
    rows = book["Uitgangspunten"]
    assert column(rows, "Eens") == [10, 10]
    assert column(rows, "Stand") == ["overgenomen", "nog niet overgenomen"]
    assert column(rows, "Bedenkingen")[1] == meeting.typed["reservation"]
    points = book["Aandachtspunten"]
    assert column(points, "Stippen")[:2] == [24, 12]
    assert column(points, "Samengevoegd uit")[0] == f"{meeting.typed['point_1']}\n{meeting.typed['point_5']}"


def test_heads_stay_in_sight_and_can_be_filtered() -> None:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(whole()[0].seen_by(), Language.NL)))
    assert [page.freeze_panes for page in book] == ["C2", "A2", "A2", "A2"]
    assert [page.auto_filter.ref for page in book] == ["A1:AB7", "A1:H5", "A1:G3", "A1:M3"]
    assert (book.properties.title, book.properties.creator) == ("Dit is title.", "Dit is organisation.")
    assert book.properties.created.isoformat() == "2026-11-23T09:00:00"


@pytest.mark.parametrize("text", [*FORMULAS, *(each for each in STRANGE if each.strip() == each)], ids=lambda t: t[:9])
def test_what_people_type_is_text_and_nothing_is_computed(text: str) -> None:
    names = ("statement", "note", "follow_up_1", "owner", "first_step", "done_when", "principle_1", "because")
    text = text[:300]
    meeting = played(dict.fromkeys(names, text))
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(meeting.seen_by(), Language.NL)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    typed = [cell for cell in cells if str(cell.value).strip() == text.strip()]
    assert (len(typed) >= len(names), {cell.data_type for cell in typed}) == (True, {"s"})


def test_what_xml_forbids_is_marked_and_breaks_nothing() -> None:
    rows = sheets(played({"organisation": FORBIDDEN.replace("\ud800", "")}))
    assert len(rows) == 4


def test_a_text_longer_than_a_cell_says_that_there_was_more() -> None:
    assert fitting("a" * MOST_LETTERS) == "a" * MOST_LETTERS
    assert fitting("a" * (MOST_LETTERS + 1)) == "a" * (MOST_LETTERS - 1) + "…"
    assert fitting("👩" * MOST_LETTERS) == "👩" * ((MOST_LETTERS - 1) // 2) + "…"


def test_a_workshop_that_has_only_begun_has_empty_sheets() -> None:
    assert [len(rows) for rows in sheets(Meeting()).values()] == [1, 1, 1, 1]


def test_the_same_view_is_the_same_bytes() -> None:
    view = whole()[0].seen_by()
    assert report_xlsx(view, Language.NL) == report_xlsx(view, Language.NL)
