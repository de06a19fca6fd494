# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What someone sends is saved once, or waits, or is refused, and the phone says which."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .parts import point, stance, until, visit
from .stage import Stage


def test_a_choice_is_called_saved_only_after_the_server_said_so(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    stage.pause = 0.6
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Wordt bewaard")
    assert stage.commands == []
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: eens")
    assert stage.commands == [{"type": "TakeStance", "position": "4", "motivation": ""}]


def test_typed_text_is_sent_after_a_pause_and_once(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    until(lambda: len(stage.commands) == 1)
    phone.locator("textarea").press_sequentially("omdat het zo is", delay=20)
    assert len(stage.commands) == 1
    until(lambda: len(stage.commands) == 2)
    phone.locator("textarea").blur()
    phone.wait_for_timeout(1100)
    assert [command["motivation"] for command in stage.commands] == ["", "omdat het zo is"]


def test_text_is_sent_at_once_when_the_field_is_left(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    phone.locator("#stance-3-1-4").check(force=True)
    phone.locator("textarea").fill("kort")
    phone.locator("textarea").blur()
    until(lambda: [command["motivation"] for command in stage.commands][-1:] == ["kort"], 0.8)


def test_a_reason_without_a_choice_is_not_sent_and_not_called_saved(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    phone.locator("textarea").fill("eerst de reden")
    phone.locator("textarea").blur()
    expect(phone.locator("[data-saved]")).to_have_text("Nog niet compleet")
    assert stage.commands == []
    phone.locator("#stance-3-1-4").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: eens")
    assert stage.commands == [{"type": "TakeStance", "position": "4", "motivation": "eerst de reden"}]


def test_a_choice_waits_while_the_server_is_away_and_arrives_once(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    stage.stop()
    phone.locator("#stance-3-1-2").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Wacht op verbinding")
    phone.locator("#stance-3-1-5").check(force=True)
    expect(phone.locator("#connection")).to_be_visible()
    stage.start()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: helemaal eens", timeout=15000)
    expect(phone.locator("#connection")).to_be_hidden()
    assert [command["position"] for command in stage.commands] == ["5"]


def test_a_lost_answer_is_asked_again_with_the_same_key(phone: Page, stage: Stage) -> None:
    stage.play(point())
    visit(phone, stage)
    phone.evaluate(
        """() => { const real = window.fetch; window.keys = []; window.fetch = async (to, options) => {
        if (options?.method !== 'POST') return real(to, options);
        window.keys.push(options.headers['Idempotency-Key']);
        const answer = await real(to, options);
        if (window.keys.length === 1) throw new TypeError('lost on the way back');
        return answer; }; }"""
    )
    phone.locator("#point-text").fill("één keer")
    phone.locator("#point button").click()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard")
    keys = phone.evaluate("window.keys")
    assert len(keys) == 2
    assert keys[0] == keys[1]
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", keys[0])
    assert len(stage.commands) == 1


def test_two_points_have_two_keys_and_keep_their_order(phone: Page, stage: Stage) -> None:
    stage.play(point())
    stage.pause = 0.3
    visit(phone, stage)
    for text in ("eerste", "tweede"):
        phone.locator("#point-text").fill(text)
        phone.locator("#point button").click()
    until(lambda: [command["text"] for command in stage.commands] == ["eerste", "tweede"])
    assert len(set(stage.keys)) == 2


def test_what_waits_survives_a_reload(phone: Page, stage: Stage) -> None:
    stage.play(stance())
    visit(phone, stage)
    stage.manner = "broken"
    phone.locator("#stance-3-1-1").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Wacht op verbinding")
    phone.reload()
    expect(phone.locator("#stance-3-1-1")).to_be_checked()
    expect(phone.locator("[data-saved]")).to_have_text("Wacht op verbinding")
    stage.manner = "yes"
    phone.reload()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: helemaal oneens")
    assert len(stage.commands) == 1


def test_a_private_window_says_that_the_page_must_stay_open(phone: Page, stage: Stage) -> None:
    phone.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    stage.play(stance())
    visit(phone, stage)
    stage.manner = "broken"
    phone.locator("#stance-3-1-1").check(force=True)
    expect(phone.locator("[data-saved]")).to_have_text("Wacht op verbinding Houd deze pagina open.")
    stage.manner = "yes"
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard: helemaal oneens")


def test_a_refusal_is_shown_at_the_form_and_the_text_stays(phone: Page, stage: Stage) -> None:
    stage.play(point())
    visit(phone, stage)
    stage.manner = "refuse"
    phone.locator("#point-text").fill("te lang")
    phone.locator("#point button").click()
    expect(phone.locator("[data-error]")).to_have_text("Nog niet goed: Deze zin is te lang.")
    expect(phone.locator("[data-saved]")).to_have_text("Niet bewaard")
    expect(phone.locator("#point-text")).to_have_value("te lang")
    expect(phone.locator("#point-text")).to_have_attribute("aria-invalid", "true")
    stage.manner = "yes"
    phone.locator("#point button").click()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard")
    expect(phone.locator("[data-error]")).to_have_text("")
    expect(phone.locator("#point-text")).to_have_value("")


def test_a_second_press_while_it_is_under_way_is_not_a_second_point(phone: Page, stage: Stage) -> None:
    stage.play(point())
    stage.pause = 0.4
    visit(phone, stage)
    phone.locator("#point-text").fill("dubbel")
    phone.locator("#point button").dblclick()
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard")
    assert len(stage.commands) == 1


def test_text_typed_after_sending_is_not_cleared(phone: Page, stage: Stage) -> None:
    stage.play(point())
    stage.pause = 0.5
    visit(phone, stage)
    phone.locator("#point-text").fill("eerste")
    phone.locator("#point button").click()
    phone.locator("#point-text").fill("tweede")
    expect(phone.locator("[data-saved]")).to_have_text("Bewaard")
    expect(phone.locator("#point-text")).to_have_value("tweede")


def test_a_form_that_may_not_wait_says_that_it_was_not_saved(phone: Page, stage: Stage) -> None:
    stage.play(point(after="keep", extra='data-queue="no"'))
    visit(phone, stage)
    stage.manner = "broken"
    phone.locator("#point-text").fill("nu of nooit")
    phone.locator("#point button").click()
    expect(phone.locator("[data-saved]")).to_have_text("Niet bewaard")
    stage.manner = "yes"
    phone.wait_for_timeout(2500)
    assert stage.commands == []


def test_without_script_the_form_posts_plainly(stage: Stage, phone: Page) -> None:
    browser = phone.context.browser
    assert browser is not None
    stage.play(point())
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(stage.url)
    page.locator("#point-text").fill("gewoon")
    page.locator("#point button").click()
    until(lambda: len(stage.commands) == 1)
    plain.close()
