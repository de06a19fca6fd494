# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real LibreOffice opens what we make and turns it into PDF, with everything in it that was typed.

A file that it would have to repair is refused without a screen to ask on: then there is no PDF and the test fails.
"""

import csv
import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents import KINDS
from leerlandschap.documents.as_docx import paper_docx
from leerlandschap.documents.as_odt import paper_odt
from leerlandschap.documents.paper import Paper
from tests.documents.conftest import Converted
from tests.documents.meeting import TYPED, Meeting, played
from tests.documents.papers import FORBIDDEN, LONG_WORD, RIGHT_TO_LEFT, STRANGE, long_paper, paper_of
from tests.documents.test_house_style import file

pytestmark = pytest.mark.office

DRAWN: dict[str, Callable[[Paper], bytes]] = {"odt": paper_odt, "docx": paper_docx}
TEXT = "txt:Text (encoded):UTF8"


@cache
def meeting() -> Meeting:
    return played()


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize(("kind", "language"), [("odt", Language.NL), ("docx", Language.EN)])
def test_the_report_of_a_whole_workshop_becomes_a_pdf(converted: Converted, kind: str, language: Language) -> None:
    report = KINDS[kind].render(meeting().seen_by(), language)
    assert 4 <= pages(converted(report, kind, "pdf")) <= 8


@pytest.mark.parametrize("kind", DRAWN)
def test_everything_that_was_typed_can_be_read_in_it(converted: Converted, kind: str) -> None:
    text = converted(KINDS[kind].render(meeting().seen_by(), Language.NL), kind, TEXT).decode()
    assert [name for name in TYPED if meeting().typed[name] not in text] == []


@pytest.mark.parametrize(("kind", "language"), [("odt", Language.EN), ("docx", Language.NL)])
def test_the_report_of_a_workshop_that_has_only_begun_becomes_a_pdf(
    converted: Converted, kind: str, language: Language
) -> None:
    assert pages(converted(KINDS[kind].render(Meeting().seen_by(), language), kind, "pdf")) in (2, 3)


@pytest.mark.parametrize("kind", DRAWN)
def test_whatever_people_type_can_be_read_in_it(converted: Converted, kind: str) -> None:
    text = converted(DRAWN[kind](paper_of([*STRANGE, FORBIDDEN])), kind, TEXT).decode()
    one_line = [each for each in STRANGE if each.split() and "\n" not in each and "\t" not in each]
    assert [each for each in one_line if each not in text] == []
    assert [each for each in (LONG_WORD, RIGHT_TO_LEFT, "a\ufffdb") if each not in text] == []


@pytest.mark.parametrize("kind", DRAWN)
def test_a_policy_as_large_as_it_may_become_becomes_a_pdf(converted: Converted, kind: str) -> None:
    assert pages(converted(DRAWN[kind](long_paper()), kind, "pdf")) > 40


def test_a_report_in_the_house_style_becomes_a_pdf(converted: Converted) -> None:
    made = paper_docx(paper_of(["Leren bij ons"]), file("Gemeente Voorbeeld", "{{ title }}", "{{p body }}"))
    text = converted(made, "docx", TEXT).decode()
    assert text.lstrip("\ufeff").splitlines()[:2] == ["Gemeente Voorbeeld", "Leren bij ons"]
    assert pages(converted(made, "docx", "pdf")) >= 1


def test_a_spreadsheet_keeps_numbers_and_days(converted: Converted) -> None:
    book = KINDS["xlsx"].render(meeting().seen_by(), Language.NL)
    rows = list(csv.reader(converted(book, "xlsx", "csv").decode().splitlines()))
    assert [rows[1][rows[0].index(head)] for head in ("Ronde", "Antwoorden", "Deel eens")] == ["1", "12", "50%"]
