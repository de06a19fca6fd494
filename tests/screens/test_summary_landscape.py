# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a landscape lists its workshops and opens a new one in it."""

import datetime

import pytest

from leerlandschap.core.vocabulary import LandscapeId, Language, Refusal, Refused, WorkshopId
from leerlandschap.screens.landscape_home import WorkshopCard, landscape_page
from leerlandschap.screens.page import Kept, Page

NL, EN = Language
DAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
OPEN = WorkshopCard(WorkshopId("w2"), "Leren <b>nu</b>", "team Beheer", DAY + datetime.timedelta(days=1))
CLOSED = WorkshopCard(WorkshopId("w1"), "Leren bij ons", "", DAY, DAY)


def page(kept: Kept | None = None, language: Language = NL) -> Page:
    return Page(language, "https://leren.example", "/l/l1", kept=kept)


def test_the_newest_workshop_stands_first_with_its_summary() -> None:
    html = landscape_page(page(), LandscapeId("l1"), "Gemeente Westerveen", [CLOSED, OPEN])
    assert html.index("/w/w2/summary") < html.index("/w/w1/summary")
    assert "Dit landschap heeft 2 werksessies. 1 loopt nog." in html
    assert "Gesloten op 23 november 2026" in html
    assert "Leren &lt;b&gt;nu&lt;/b&gt;" in html


@pytest.mark.parametrize("language", Language)
def test_an_empty_landscape_offers_a_first_workshop(language: Language) -> None:
    html = landscape_page(page(language=language), LandscapeId("l1"), "Gemeente Westerveen")
    assert 'action="/workshops"' in html
    assert '<input type="hidden" name="landscape" value="l1">' in html
    assert "summary" not in html


def test_what_was_typed_stays_when_it_is_refused() -> None:
    kept = Kept(
        "workshop", {"title": "Leren", "team": "Zuid", "language": "en"}, Refused(Refusal.TEXT_MISSING, "title")
    )
    html = landscape_page(page(kept), LandscapeId("l1"), "Gemeente Westerveen")
    assert 'value="Zuid"' in html
    assert 'value="en" checked' in html
    assert "Nog niet goed:" in html
