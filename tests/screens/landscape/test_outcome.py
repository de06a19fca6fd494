# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop came to stays readable in its landscape, as its own summary showed it."""

import pytest
from markupsafe import escape

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.home import landscape_page
from leerlandschap.screens.landscape.outcome import outcome_page
from leerlandschap.screens.page import Page

NL, EN = Language


def shown(language: Language, workshop: str = "wgallery1") -> str:
    page = Page(language, "https://leren.example", f"/l/lgallery/workshops/{workshop}")
    return str(outcome_page(page, example(language), {"workshop": workshop}) or "")


@pytest.mark.parametrize("language", Language)
def test_statements_principles_and_follow_ups_stand_as_the_group_left_them(language: Language) -> None:
    html = shown(language)
    outcome = example(language).outcomes[0]
    for each in outcome.statements:
        assert f'id="statement-{each.number}"' in html
        assert escape(each.text.spoken(language)[0]) in html
    for principle in outcome.principles:
        assert escape(principle.wordings[-1].statement) in html
    for follow_up in outcome.follow_ups:
        assert escape(follow_up.text) in html


def test_a_principle_reads_as_the_group_worded_it_not_as_it_was_revised_since() -> None:
    assert "De organisatie betaalt elke opleiding." in shown(NL)
    assert "2.000 euro" not in shown(NL)


def test_a_workshop_of_another_landscape_is_not_here() -> None:
    assert shown(NL, "welsewhere") == ""


def test_the_first_page_shows_the_map_of_the_newest_workshop() -> None:
    html = landscape_page(Page(NL, "https://leren.example", "/l/lgallery"), example(NL), {})
    assert "De kaart van 13 november 2026" in html
    assert html.count("<svg") >= 2
    assert 'href="/l/lgallery/workshops/wgallery2"' in html


def test_the_way_back_leads_to_the_landscape_and_says_so() -> None:
    assert '<a class="ll-touch" href="/l/lgallery">Naar het leerlandschap</a>' in shown(NL)


def test_a_heading_without_words_under_it_is_not_there() -> None:
    """What the card says of going on is no part of what a landscape keeps."""
    assert "Hoe het verder gaat" not in shown(NL)
