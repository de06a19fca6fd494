# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frames come in while people type, choose and read."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .parts import point, see, stance, until, visit
from .stage import Stage


def test_a_frame_replaces_what_is_no_island(phone: Page, stage: Stage) -> None:
    stage.play("<p id='count'>3 klaar</p>")
    visit(phone, stage)
    see(phone, stage, "<p id='count'>4 klaar</p>")
    expect(phone.locator("#count")).to_have_text("4 klaar")


def test_text_being_typed_survives_twenty_frames_with_focus_and_caret(phone: Page, stage: Stage) -> None:
    stage.play(f"<p>0</p>{point()}")
    visit(phone, stage)
    phone.locator("#point-text").press_sequentially("Wie beslist?")
    phone.keyboard.press("ArrowLeft")
    for number in range(20):
        lines = "".join(f"<p>regel {line}</p>" for line in range(number % 4))
        see(phone, stage, f"{lines}<section><h2>{number}</h2></section>{point()}")
    phone.keyboard.type(" dat")
    expect(phone.locator("#point-text")).to_have_value("Wie beslist dat?")
    expect(phone.locator("#point-text")).to_be_focused()
    expect(phone.locator("h2")).to_have_text("19")


def test_islands_that_change_places_keep_text_and_caret(phone: Page, stage: Stage) -> None:
    stage.play(stance("one") + stance("two"))
    visit(phone, stage)
    phone.locator("#one-why").press_sequentially("abc")
    phone.keyboard.press("ArrowLeft")
    see(phone, stage, f"<div>{stance('two')}</div><div>{stance('one')}</div>")
    phone.keyboard.type("X")
    expect(phone.locator("#one-why")).to_have_value("abXc")


def test_a_chosen_position_stays_when_a_frame_brings_the_same_form(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    see(phone, stage, "<p>nieuw</p>" + stance())
    expect(phone.locator("#stance-3-1-4")).to_be_checked()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: eens")


def test_a_new_round_brings_a_fresh_form(phone: Page, stage: Stage) -> None:
    stage.play(stance(keep="round 1"))
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    until(lambda: len(stage.commands) == 1)
    see(phone, stage, stance(keep="round 2"))
    expect(phone.locator("input:checked")).to_have_count(0)


def test_a_choice_under_way_is_not_shown_in_the_form_of_the_next_round(phone: Page, stage: Stage) -> None:
    stage.play(stance(keep="round 1"))
    stage.pause = 0.5
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    see(phone, stage, stance(keep="round 2"))
    until(lambda: len(stage.commands) == 1)
    phone.wait_for_timeout(200)
    expect(phone.locator("input:checked")).to_have_count(0)
    expect(phone.locator("[data-saved]")).to_have_text("Nog niet gekozen")


def test_a_frame_that_would_eat_text_waits_until_the_person_goes_on(phone: Page, stage: Stage) -> None:
    stage.play(point())
    visit(phone, stage)
    phone.locator("#point-text").press_sequentially("half een zin")
    stage.frame("<h1>Stap 2</h1>")
    expect(phone.locator("#held")).to_be_visible()
    expect(phone.locator("#point-text")).to_be_focused()
    stage.frame("<h1>Stap 3</h1><p data-announce>Stap 3 is gestart</p>")
    expect(phone.locator("#held [data-say]")).to_have_text("Stap 3 is gestart")
    expect(phone.locator("#point-text")).to_have_value("half een zin")
    phone.locator("[data-go-on]").click()
    expect(phone.locator("h1")).to_have_text("Stap 3")
    expect(phone.locator("#held")).to_be_hidden()


def test_what_was_left_unsent_comes_back_with_its_form(phone: Page, stage: Stage) -> None:
    stage.play(point())
    visit(phone, stage)
    phone.locator("#point-text").press_sequentially("half een zin")
    stage.frame("<h1>Stap 2</h1>")
    phone.locator("[data-go-on]").click()
    expect(phone.locator("h1")).to_have_text("Stap 2")
    see(phone, stage, point())
    expect(phone.locator("#point-text")).to_have_value("half een zin")


def test_a_held_frame_comes_in_by_itself_once_the_text_is_saved(phone: Page, stage: Stage) -> None:
    stage.play(point())
    visit(phone, stage)
    phone.locator("#point-text").press_sequentially("een heel punt")
    stage.frame("<h1>Stap 2</h1>")
    expect(phone.locator("#held")).to_be_visible()
    phone.locator("#point button").click()
    expect(phone.locator("h1")).to_have_text("Stap 2")
    assert [command["text"] for command in stage.commands] == ["een heel punt"]


def test_what_is_mine_is_filled_into_a_form_that_a_frame_brings(phone: Page, stage: Stage) -> None:
    stage.play("<p>wacht</p>", mine={"stance-3-1": {"position": "2", "motivation": "omdat"}})
    visit(phone, stage)
    see(phone, stage, stance())
    expect(phone.locator("#stance-3-1-2")).to_be_checked()
    expect(phone.locator("textarea")).to_have_value("omdat")
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: oneens")
    phone.wait_for_timeout(1200)
    assert stage.commands == []


def test_what_was_chosen_here_is_filled_in_when_the_form_comes_back(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    phone.locator("#stance-3-1-5").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: helemaal eens")
    see(phone, stage, "<h1>Uitslag</h1>")
    see(phone, stage, stance())
    expect(phone.locator("#stance-3-1-5")).to_be_checked()


def test_an_opened_explanation_stays_open(phone: Page, stage: Stage) -> None:
    stage.play("<details><summary>Meer</summary><p>uitleg</p></details><p>1</p>")
    visit(phone, stage)
    phone.locator("summary").click()
    see(phone, stage, "<details><summary>Meer</summary><p>uitleg</p></details><p>2</p>")
    expect(phone.locator("details p")).to_be_visible()


def test_a_change_of_step_is_announced_once_and_counters_are_not(phone: Page, stage: Stage) -> None:
    stage.play("<p data-announce>Stap 1</p><p>0</p>")
    visit(phone, stage)
    see(phone, stage, "<p data-announce>Stap 1</p><p>1</p>")
    expect(phone.locator("#announce")).to_have_text("")
    see(phone, stage, "<p data-announce>Stap 2</p><p>2</p>")
    expect(phone.locator("#announce")).to_have_text("Stap 2")
