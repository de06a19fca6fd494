# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clock, counters, dots, asking twice, and the connection."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect

from .parts import see, until, visit
from .stage import Stage

DOTS = """<form id="dots" data-keep="1" method="post" action="/do" data-send="change">
<input type="hidden" name="type" value="SpendDots"><fieldset data-dots="3"><legend>Stippen</legend>
<p class="ll-dotsleft" data-dots-left></p>{rows}</fieldset><p data-saved role="status"></p></form>""".format(
    rows="".join(
        f"""<div class="ll-point" data-dot><span>Punt {name}</span><span class="ll-dots">
<button class="ll-button" type="button" data-less hidden aria-label="Een stip minder: {name}">−</button>
<input class="ll-input" type="number" name="{name}" id="dot-{name}" min="0" max="3" value="0" aria-label="Stippen: {name}">
<button class="ll-button" type="button" data-more hidden aria-label="Een stip meer: {name}">+</button></span></div>"""
        for name in ("a", "b")
    )
)


def test_dots_share_a_total_by_button_and_by_key(phone: Page, stage: Stage) -> None:
    stage.play(DOTS)
    visit(phone, stage)
    more = phone.get_by_label("Een stip meer: a")
    for _ in range(4):
        more.press("Enter")
    expect(phone.locator("#dot-a")).to_have_value("3")
    expect(phone.locator("[data-dots-left]")).to_have_text("Nog 0 stippen")
    expect(phone.get_by_label("Een stip meer: b")).to_have_attribute("aria-disabled", "true")
    phone.get_by_label("Een stip minder: a").click()
    phone.locator("#dot-b").fill("3")
    expect(phone.locator("#dot-b")).to_have_value("1")
    until(lambda: stage.commands[-1:] == [{"type": "SpendDots", "a": "2", "b": "1"}])


def test_minutes_are_added_up_while_they_are_typed(phone: Page, stage: Stage) -> None:
    fields = "".join(f'<input type="number" step="any" min="0" id="{name}" value="1">' for name in ("a", "b"))
    stage.play(f"<section data-sum>{fields}<p data-sum-said>Samen 2 minuten.</p></section>")
    visit(phone, stage)
    said = phone.locator("[data-sum-said]")
    phone.locator("#a").fill("7.5")
    expect(said).to_have_text("Samen 8,5 minuten.")
    phone.locator("#a").fill("")  # on the way to another number
    expect(said).to_have_text("Samen 8,5 minuten.")
    phone.locator("#a").fill("0")
    expect(said).to_have_text("Samen 1 minuut.")


def test_the_clock_counts_down_with_the_clock_of_the_server(phone: Page, stage: Stage) -> None:
    now = int(time.time() * 1000) + 3_600_000  # the server is an hour ahead of this phone
    stage.play(f'<span id="left" aria-hidden="true" data-until="{now + 65_000}" data-now="{now}">1:05</span>')
    visit(phone, stage)
    expect(phone.locator("#left")).to_have_text("1:03")


def test_a_late_frame_does_not_turn_the_clock_back(phone: Page, stage: Stage) -> None:
    now = int(time.time() * 1000)
    stage.play(f'<span id="left" data-until="{now + 65_000}" data-now="{now}">1:05</span>')
    visit(phone, stage)
    see(phone, stage, f'<span id="left" data-until="{now + 65_000}" data-now="{now - 60_000}">2:05</span>')
    expect(phone.locator("#left")).to_have_text("1:03")


def test_time_that_is_over_is_said_with_a_plus(phone: Page, stage: Stage) -> None:
    now = int(time.time() * 1000)
    stage.play(f'<span id="left" data-until="{now - 70_000}" data-now="{now}">+1:10</span>')
    visit(phone, stage)
    expect(phone.locator("#left")).to_have_text("+1:12")
    expect(phone.locator("#left")).to_have_class("ll-over")


def test_a_participant_can_hide_the_clock(phone: Page, stage: Stage) -> None:
    now = int(time.time() * 1000)
    stage.play(
        f'<span id="left" data-clock data-until="{now}" data-now="{now}">0:00</span><button data-hide-clock>'
        '<span class="ll-when-shown">Verberg de klok</span><span class="ll-when-hidden">Toon de klok</span></button>'
    )
    visit(phone, stage)
    phone.get_by_role("button", name="Verberg de klok").click()
    expect(phone.locator("#left")).to_be_hidden()
    phone.reload()
    expect(phone.locator("#left")).to_be_hidden()
    phone.get_by_role("button", name="Toon de klok").click()
    expect(phone.locator("#left")).to_be_visible()


def test_words_are_counted_while_typing(phone: Page, stage: Stage) -> None:
    stage.play('<textarea id="p"></textarea><p data-count-for="p" data-unit="words" data-most="3"></p>')
    visit(phone, stage)
    phone.locator("#p").fill("een twee  drie vier")
    expect(phone.locator("[data-count-for]")).to_have_text("4 van hooguit 3 woorden")
    expect(phone.locator("[data-count-for]")).to_have_class("ll-over")


def test_a_heavy_button_asks_once_more(phone: Page, stage: Stage) -> None:
    stage.play(
        '<form id="close" data-keep="1" method="post" action="/do" data-send="submit"><input type="hidden" name="type"'
        ' value="Close"><button data-confirm="Zeker weten? Druk nog eens">Sluit af</button></form>'
    )
    visit(phone, stage)
    phone.locator("#close button").dblclick()
    expect(phone.locator("#close button")).to_have_text("Zeker weten? Druk nog eens")
    phone.wait_for_timeout(500)
    assert stage.commands == []
    phone.locator("#close button").click()
    until(lambda: stage.commands == [{"type": "Close"}])
    expect(phone.locator("#close button")).to_have_text("Sluit af")


def test_a_frame_does_not_make_a_heavy_button_forget_that_it_asked(phone: Page, stage: Stage) -> None:
    form = (
        '<form id="close" method="post" action="/do" data-send="submit"><input type="hidden" name="type"'
        ' value="Close"><button data-confirm="Zeker weten? Druk nog eens">Sluit af</button></form>'
    )
    stage.play(form)
    visit(phone, stage)
    phone.locator("#close button").click()
    phone.wait_for_timeout(500)
    stage.frame(f'{form}<p id="rated">3 van 12</p>')
    expect(phone.locator("#rated")).to_be_visible()
    expect(phone.locator("#close button")).to_have_text("Zeker weten? Druk nog eens")
    phone.locator("#close button").click()
    until(lambda: stage.commands == [{"type": "Close"}])


def test_copying_works_and_says_so(phone: Page, stage: Stage) -> None:
    stage.play(
        '<code id="link">https://x.example/k</code><button data-copy="#link">Kopieer</button><textarea id="p"></textarea>'
    )
    visit(phone, stage)
    phone.locator("[data-copy]").click()
    expect(phone.locator("[data-copy]")).to_have_text("Gekopieerd")
    phone.locator("#p").focus()
    phone.keyboard.press("Control+v")
    expect(phone.locator("#p")).to_have_value("https://x.example/k")


def test_a_stream_that_could_not_open_is_tried_again_and_nothing_strange_is_shown(phone: Page, stage: Stage) -> None:
    stage.play("<p id='here'>hier</p>")
    stage.manner = "no stream"
    phone.goto(stage.url)
    expect(phone.locator("#connection")).to_be_visible()
    expect(phone.locator("#here")).to_have_text("hier")
    stage.manner = "yes"
    until(lambda: len(stage.screens) == 1)
    expect(phone.locator("#connection")).to_be_hidden()


def test_a_silent_line_is_noticed_cut_and_replaced_by_a_new_one(phone: Page, stage: Stage) -> None:
    phone.clock.install()
    stage.play("<p id='n'>oud</p>")
    visit(phone, stage)
    stage.screens.clear()  # the line still stands, and nothing comes through it any more
    stage.frame("<p id='n'>nieuw</p>")
    phone.clock.run_for(40_000)
    expect(phone.locator("#connection")).to_be_hidden()
    phone.clock.run_for(6_000)
    phone.clock.run_for(3_000)
    expect(phone.locator("#n")).to_have_text("nieuw")
    expect(phone.locator("#connection")).to_be_hidden()


def test_beats_keep_the_connection_trusted(phone: Page, stage: Stage) -> None:
    phone.clock.install()
    stage.play("<p id='n'>oud</p>")
    visit(phone, stage)
    first = set(stage.screens)
    for _ in range(4):
        phone.clock.run_for(20_000)
        stage.send(b"event: beat\ndata: 0\n\n")
        phone.wait_for_timeout(200)
    assert stage.screens == first
