# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The doors: starting, joining, and being told that something did not go through."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.screens.page import Kept, Page, Responsible
from leerlandschap.screens.start import HeldKey, Suggested, join_page, message_page, start_page

from .forms_in import form_in, forms_in

JUNE, MAY = datetime.date(2026, 6, 1), datetime.date(2026, 5, 1)


def page(language: Language = Language.NL, kept: Kept | None = None, path: str = "/") -> Page:
    return Page(language, "https://leren.example", path, code="K7M4PX", kept=kept)


def key(title: str, when: datetime.date, role: Role = Role.FACILITATOR, closed: bool = False) -> HeldKey:
    return HeldKey(title, "Gemeente Westerveen", role, f"/w/{title}", when, closed)


@pytest.mark.parametrize("language", Language)
def test_the_start_page_has_two_ways_in_and_one_filled_button(language: Language) -> None:
    html = start_page(page(language))
    assert {form.action for form in forms_in(html)} == {"/join", "/workshops"}
    assert html.count("ll-button--now") == 1


def test_a_new_workshop_speaks_the_language_of_the_page_unless_told() -> None:
    assert form_in(start_page(page(Language.EN)), "workshop").values["language"] == ["en"]


def test_fields_of_a_new_workshop_say_their_limit() -> None:
    form = form_in(start_page(page()), "workshop")
    assert [f.most for f in form.fields if f.kind == "text"] == [120, 120, 120]
    assert {f.name for f in form.fields} == {"title", "organisation", "team", "language"}


def test_a_suggestion_stands_in_the_form_already() -> None:
    html = start_page(page(), suggested=Suggested(organisation="Gemeente Westerveen"))
    assert form_in(html, "workshop").values["organisation"] == ["Gemeente Westerveen"]


def test_a_refused_code_stays_with_the_reason_beside_it() -> None:
    kept = Kept("join", {"code": "K7M4P"}, Refused(Refusal.CODE_INCOMPLETE, "code"))
    form = form_in(start_page(page(kept=kept)), "join")
    assert form.values["code"] == ["K7M4P"]
    assert "Nog niet goed: De code heeft zes tekens." in form.words


def test_held_keys_are_listed_the_open_and_newest_first() -> None:
    held = [key("oud", MAY), key("dicht", JUNE, closed=True), key("nieuw", JUNE)]
    html = start_page(page(), held)
    assert html.index(">nieuw<") < html.index(">oud<") < html.index(">dicht<")


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTICIPANT, Role.PROJECTOR, Role.LANDSCAPE])
def test_a_held_key_says_what_one_is_there(role: Role) -> None:
    assert 'href="/w/x"' in start_page(page(), [key("x", MAY, role)])


def test_joining_is_one_tap() -> None:
    [form] = forms_in(join_page(page(path="/j/K7M4PX"), "Leren", "Gemeente Westerveen", 9))
    assert form.action == "/join"
    assert form.values == {"code": ["K7M4PX"]}


def test_before_joining_one_reads_what_happens_with_the_answers() -> None:
    asked, officer = "privacy@westerveen.example", "fg@westerveen.example"
    told = Responsible("Gemeente Westerveen", asked, officer, "public_task", 24, 36, 18)
    html = join_page(replace(page(), responsible=told), "Leren", "Gemeente Westerveen", 0, floor=6)
    for words in (
        "vanaf 6 antwoorden", "Tot 24 uur na het afsluiten", "na 36 maanden", "naam 18 maanden nadat",
        "taak van algemeen belang",
        "privacy@westerveen.example", "fg@westerveen.example", "Gemeente Westerveen is verantwoordelijk",
        "autoriteitpersoonsgegevens.nl",
    ):  # fmt: skip
        assert words in html


@pytest.mark.parametrize(("hours", "said"), [(1, "1 uur"), (24, "24 uur"), (36, "36 uur"), (48, "2 dagen")])
def test_how_long_single_choices_are_kept_is_said_as_people_say_it(hours: int, said: str) -> None:
    html = join_page(replace(page(), responsible=Responsible(seal_hours=hours)), "Leren", "", 0)
    assert f"Tot {said} na het afsluiten" in html


def test_without_anybody_to_ask_one_asks_the_facilitator() -> None:
    html = join_page(page(), "Leren", "Gemeente Westerveen", 0)
    assert "vraag je begeleider wie daarover gaat" in html
    assert "Gemeente Westerveen is verantwoordelijk" in html


def test_what_the_organisation_left_empty_is_left_out() -> None:
    html = join_page(page(), "Leren", "", 0)
    assert "Grondslag" not in html
    assert "Functionaris" not in html


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "refusal",
    [Refusal.WRONG_CODE, Refusal.NOT_FOUND, Refusal.KEY_EXPIRED, Refusal.WORKSHOP_CLOSED, Refusal.TOO_BUSY],
)
def test_a_refusal_as_a_page_says_what_is_wrong_and_gives_a_way_on(refusal: Refusal, language: Language) -> None:
    html = message_page(page(language), refusal)
    assert html.count("<h1>") == 1
    assert html.count("ll-button--now") == 1
    assert 'href="/"' in html


def test_after_a_wrong_code_the_code_can_be_typed_again() -> None:
    assert form_in(message_page(page(), Refusal.WRONG_CODE), "join").action == "/join"


def test_a_better_way_on_takes_the_filled_button() -> None:
    html = message_page(page(), Refusal.WORKSHOP_CLOSED, ("/w/w1/summary", "Lees de samenvatting"))
    assert 'll-button--now" href="/w/w1/summary"' in html
