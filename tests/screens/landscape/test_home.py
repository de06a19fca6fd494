# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a landscape lists its workshops and opens a new one in it."""

import datetime

import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Refusal, Refused, WorkshopId
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.home import landscape_page
from leerlandschap.screens.page import Kept, Page
from leerlandschap.views.landscape_shapes import WorkshopLine

NL, EN = Language
DAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
OPEN = WorkshopLine(WorkshopId("w2"), "Leren <b>nu</b>", "team Beheer", DAY + datetime.timedelta(days=1), None)
CLOSED = WorkshopLine(WorkshopId("w1"), "Leren bij ons", "", DAY, DAY, True)


def page(kept: Kept | None = None, language: Language = NL) -> Page:
    return Page(language, "https://leren.example", "/l/lgallery", kept=kept)


def test_the_newest_workshop_stands_first_with_its_summary() -> None:
    view = replace(example(NL, empty=True), workshops=(OPEN, CLOSED))
    html = landscape_page(page(), view, {})
    assert html.index("/w/w2/summary") < html.index("/l/lgallery/workshops/w1")
    assert html.count("Loopt nog") == 1
    assert "Gesloten op 23 november 2026" in html
    assert "Leren &lt;b&gt;nu&lt;/b&gt;" in html


@pytest.mark.parametrize("language", Language)
def test_an_empty_landscape_offers_a_first_workshop(language: Language) -> None:
    html = landscape_page(page(language=language), example(language, empty=True), {})
    assert 'action="/workshops"' in html
    assert '<input type="hidden" name="landscape" value="lgallery">' in html
    assert "summary" not in html


def test_what_was_typed_stays_when_it_is_refused() -> None:
    kept = Kept(
        "workshop", {"title": "Leren", "team": "Zuid", "language": "en"}, Refused(Refusal.TEXT_MISSING, "title")
    )
    html = landscape_page(page(kept), example(NL, empty=True), {})
    assert 'value="Zuid"' in html
    assert 'value="en" checked' in html
    assert "Nog niet goed:" in html
