# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody writes a principle with the coach beside it: it advises, and is in nobody's way."""

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.forms import writing
from tests.browser.card.window import Window
from tests.server import Group

HEDGED = "Elk team leert eventueel vier uur per maand."
HEDGED_TWICE = "Elk team leert eventueel voldoende uren per maand."
PLAIN = "Elk team leert vier uur per maand."


@pytest.fixture
def group(meet: Meet) -> Group:
    group = meet(2)
    writing(group)
    return group


@pytest.fixture
def phone(window: Open, group: Group) -> Window:
    phone = let_in(window("phone"), group, "participant")
    phone.is_connected()
    return phone


def field_of(window: Window) -> Locator:
    return window.field("participant.write.label")


def hedge(window: Window, word: str = "eventueel") -> Locator:
    return window.page.get_by_text(window.word("coach.rule.R2", w=word), exact=True)


def ignore(window: Window, rule: str, word: str) -> Locator:
    sentence = window.word(f"coach.rule.{rule}", w=word)
    return window.named("button", f"{window.word('coach.ignore')}: {sentence}")


def test_a_hedge_is_advised_against_ignored_and_sent_all_the_same(phone: Window, group: Group) -> None:
    phone.write(field_of(phone), HEDGED, then="")
    expect(hedge(phone)).to_be_visible()
    expect(phone.page.locator("[data-coach-for][aria-live=polite]", has=hedge(phone))).to_have_count(1)
    phone.click(ignore(phone, "R2", "eventueel"))
    expect(hedge(phone)).to_have_count(0)
    expect(field_of(phone)).to_be_focused()
    phone.write(field_of(phone), f"{HEDGED} Elk jaar.", then="")
    phone.page.wait_for_timeout(1500)
    expect(hedge(phone)).to_have_count(0)
    phone.press("participant.write.send")
    phone.reads(f"{HEDGED} Elk jaar.")
    assert [each["statement"] for each in group.look(group.facilitator)["principles"]] == [f"{HEDGED} Elk jaar."]


def test_advice_that_is_not_ignored_holds_nothing_up_and_goes_with_the_text(phone: Window) -> None:
    phone.write(field_of(phone), HEDGED, then="")
    expect(hedge(phone)).to_be_visible()
    phone.press("participant.write.send")
    phone.reads(HEDGED)
    expect(field_of(phone)).to_have_value("")
    expect(hedge(phone)).to_have_count(0)


def test_ignoring_the_first_brings_the_next_and_keeps_the_keyboard_there(phone: Window) -> None:
    phone.write(field_of(phone), HEDGED_TWICE, then="")
    expect(hedge(phone)).to_be_visible()
    phone.click(ignore(phone, "R2", "eventueel"))
    expect(ignore(phone, "R8", "voldoende")).to_be_focused()


def test_better_words_take_the_advice_away(phone: Window) -> None:
    phone.write(field_of(phone), HEDGED, then="")
    expect(hedge(phone)).to_be_visible()
    phone.write(field_of(phone), PLAIN, then="")
    expect(hedge(phone)).to_have_count(0)


def test_a_frame_takes_neither_the_text_nor_the_advice(phone: Window, group: Group) -> None:
    phone.write(field_of(phone), HEDGED_TWICE, then="")
    expect(hedge(phone)).to_be_visible()
    phone.click(phone.page.get_by_text(phone.word("coach.more", n=1)))
    for text in ("Wij vragen nooit wat iemand kan.", "Wij praten liever over geld."):
        phone.is_at(group.ask(group.people[0], "DraftPrinciple", statement=text).json()["seq"])
        phone.reads(text)
    expect(field_of(phone)).to_have_value(HEDGED_TWICE)
    expect(hedge(phone)).to_be_visible()
    expect(ignore(phone, "R8", "voldoende")).to_be_visible()


def test_the_newest_answer_wins_however_late_the_first_one_is(phone: Window) -> None:
    waiting: list[Route] = []
    phone.page.route("**/coach?*", lambda route: route.continue_() if waiting else waiting.append(route))
    phone.write(field_of(phone), HEDGED, then="")
    while not waiting:
        phone.page.wait_for_timeout(50)
    with phone.page.expect_event("requestfailed", lambda failed: failed == waiting[0].request):
        field_of(phone).fill("Elk team leert misschien vier uur per maand.")
    expect(hedge(phone, "misschien")).to_be_visible()
    expect(hedge(phone)).to_have_count(0)


def test_a_server_that_does_not_answer_is_not_missed(phone: Window) -> None:
    phone.page.route("**/coach?*", lambda route: None)
    phone.write(field_of(phone), HEDGED, then="")
    with phone.page.expect_event("requestfailed", lambda failed: "/coach" in failed.url):
        pass  # it has been given up
    expect(hedge(phone)).to_have_count(0)
    phone.press("participant.write.send")
    phone.reads(HEDGED)


def test_the_desk_has_the_same_coach_in_its_own_language(window: Open, group: Group) -> None:
    group.ask(group.people[0], "DraftPrinciple", statement="Each team learns.")
    desk = let_in(window("laptop", language="en"), group, "facilitator")
    desk.is_connected()
    desk.click(desk.page.get_by_text(desk.word("facilitator.principles.edit"), exact=True))
    field = desk.field("facilitator.principles.statement").first
    desk.write(field, "Each team learns four hours a month where possible.", then="")
    expect(hedge(desk, "where possible")).to_be_visible()


def test_without_scripts_there_is_the_shape_and_a_form(window: Open, group: Group) -> None:
    phone = let_in(window("phone", scripts=False), group, "participant")
    phone.sees("coach.template")
    phone.write(field_of(phone), HEDGED, then="")
    phone.send(phone.button("participant.write.send"))
    phone.reads(HEDGED)
