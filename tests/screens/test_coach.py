# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The place of the writing coach on a page: where it is, and how what it says looks."""

import re

import pytest
from markupsafe import Markup

from leerlandschap.core.coach import hints, to_show
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.coach import Part, coach_fragment, marked
from leerlandschap.screens.gallery import gallery
from leerlandschap.text import lexicon, say
from tests.screens.reading import Page

NL, EN = Language
HEDGED = "Elk team betaalt misschien <elke> cursus met voldoende synergie."
PLACE = re.compile(r'<div class="ll-onlyjs" id="([^"]*)-coach" data-coach="([^"]*)" data-coach-for="([^"]*)"')


def fragment(text: str, language: Language = NL) -> Markup:
    return coach_fragment(to_show(hints(text, lexicon(), language)), text, language)


def test_nothing_to_say_is_nothing_on_the_page() -> None:
    assert fragment("Elke medewerker leert vier uur per maand.") == ""


@pytest.mark.parametrize("language", Language)
def test_the_first_advice_stands_open_and_the_others_are_folded(language: Language) -> None:
    text = {NL: HEDGED, EN: "Each team pays perhaps enough synergy."}[language]
    shown, _, folded = fragment(text, language).partition("<details")
    assert [len(re.findall("data-ignore", part)) for part in (shown, folded)] == [1, 2]
    assert say("coach.more", language, n=2) in folded


def test_one_advice_alone_still_says_where() -> None:
    said = fragment("Elke medewerker leert misschien vier uur per maand.")
    assert say("coach.where", NL) in said
    assert "Elke medewerker leert <mark>misschien</mark> vier uur per maand." in said


def test_advice_about_the_whole_sentence_marks_nothing() -> None:
    said = fragment("Leidinggevenden begeleiden nieuwe collega's.")
    assert say("coach.rule.R10", NL) in said
    assert "<details" not in said


def test_each_way_to_ignore_says_what_is_ignored() -> None:
    buttons = re.findall(r'data-ignore aria-label="([^"]*?): ([^"]*)">', fragment(HEDGED))
    assert [word for word, _ in buttons] == [say("coach.ignore", NL)] * 3
    assert len({sentence for _, sentence in buttons}) == 3


def test_marks_that_lie_over_each_other_mark_each_letter_once() -> None:
    parts = list(marked("een twee drie", [(4, 8), (0, 6), (4, 5)]))
    assert parts == [Part("een tw", True), Part("ee", True), Part(" drie", False)]


@pytest.mark.parametrize("screen", ["participant", "facilitator"])
@pytest.mark.parametrize("language", Language)
def test_every_field_for_a_principle_has_a_coach_below_it(screen: str, language: Language) -> None:
    html = gallery()[f"{screen}-full-write"].draw(language)
    fields = re.findall(r'<textarea[^>]* id="([^"]*-statement)"', html)
    assert fields
    assert PLACE.findall(html) == [(field, f"/coach?language={language}", field) for field in fields]


@pytest.mark.parametrize("screen", ["participant", "facilitator"])
def test_the_shape_of_a_principle_stands_above_its_field(screen: str) -> None:
    html = gallery()[f"{screen}-full-write"].draw(NL)
    assert html.count(say("coach.template", NL)) == len(PLACE.findall(html))


@pytest.mark.parametrize("screen", ["coach", "coach-desk"])
def test_the_gallery_shows_a_coach_that_has_something_to_say(screen: str) -> None:
    html = gallery()[f"{screen}-full-write"].draw(NL)
    field = next(form for form in Page(html).forms if form.id in ("principle", "draft"))
    assert dict(field.fields)["statement"].strip() == say("gallery.sample.coached", NL)
    assert html.count("data-ignore") == 3
