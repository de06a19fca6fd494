# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody is in the middle of a sentence while the others go on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Locator, Route, expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import known
from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.forms import FORMS, Form, writing
from tests.browser.card.window import Kind, Window
from tests.server import Group, Server

HALF = "Dit is een halve zin"
CARET = 7
FRAMES = 10


@pytest.fixture(scope="module")
def windows(chromium: Browser, server: Server) -> Iterator[dict[str, Window]]:
    """Who types on a phone, who types at a desk, and a second facilitator."""
    kinds: dict[str, Kind] = {"participant": "phone", "facilitator": "laptop", "second": "laptop"}
    opened = {name: Window(chromium, server.url, kind) for name, kind in kinds.items()}
    yield opened
    for each in opened.values():
        each.close()
    assert [complaint for each in opened.values() for complaint in each.complaints] == []


@pytest.mark.parametrize("name", FORMS)
def test_half_a_sentence_survives_what_the_others_do(windows: dict[str, Window], meet: Meet, name: str) -> None:
    form, group = FORMS[name], meet(6)
    form.before(group)
    typist = let_in(windows[form.role], group, form.role)
    second = let_in(windows["second"], group, "facilitator")
    typist.is_connected()
    field = _begin(typist, form)
    _others_act(typist, group)
    assert _where(field) == [True, CARET, HALF]
    typist.page.keyboard.insert_text("x")
    halfway = f"{HALF[:CARET]}x{HALF[CARET:]}"
    assert _where(field) == [True, CARET + 1, halfway]
    with _going_on_while_nothing_is_saved(typist, second, form):
        assert _where(field) == [True, CARET + 1, halfway]
        expect(field).to_be_visible()
        expect(typist.button("client.go_on")).to_be_visible(visible=form.held)


def _begin(typist: Window, form: Form) -> Locator:
    """Half a sentence, with the caret in the middle."""
    around = typist.form(form.statement) if form.statement else typist.page.locator("body")
    if form.picks:
        typist.click(around.get_by_role("radio", name=typist.word(form.picks)).first)
    if form.opens:
        typist.click(around.get_by_text(typist.word(form.opens, n=0)).first)
    field = around.get_by_label(_label(typist, form), exact=not form.optional).first
    typist.write(field, HALF, then="Home")
    for _ in range(CARET):
        field.press("ArrowRight")
    return field


def _label(typist: Window, form: Form) -> str:
    facts = {name: typist.word(each) if name == "label" else each for name, each in form.facts.items()}
    return typist.word(form.label, **facts)


def _others_act(typist: Window, group: Group) -> None:
    """Each act is a frame of its own. (What participants do is shown at most twice a second.)"""
    for n in range(FRAMES - 2):
        typist.is_at(group.lead(("Pause", "Resume")[n % 2]))
    for text in ("Wij vragen nooit wat iemand kan.", "Wij praten liever over geld."):
        typist.is_at(group.ask(group.people[0], "ShareInsight", text=text).json()["seq"])


def _where(field: Locator) -> Any:
    return field.evaluate("field => [document.activeElement === field, field.selectionStart, field.value]")


@contextmanager
def _going_on_while_nothing_is_saved(typist: Window, second: Window, form: Form) -> Iterator[None]:
    """A slow network keeps the text from being saved, and the second facilitator goes to the next step."""
    waiting: list[Route] = []
    typist.page.route("**/do?*", lambda route: waiting.append(route))
    with second.page.expect_response("**/do?*") as answer:
        second.click(second.named("button", _step(form.then)))
    typist.is_at(answer.value.json()["seq"])
    yield
    typist.go("about:blank")  # first, or what it still saves by itself comes too late for its step, and is refused
    typist.page.unroute("**/do?*")
    for each in waiting:
        with suppress(Error):  # the page has given it up by itself
            each.abort()


def _step(step: str) -> str:
    steps = known()["leerlandschap-verkennen"].steps
    return next(s.title for s in steps if s.id == step).spoken(Language.NL)[0]


def test_a_held_step_comes_in_when_asked_and_the_text_comes_back_with_the_form(window: Open, meet: Meet) -> None:
    group = meet(1)
    writing(group)
    phone = let_in(window("phone"), group, "participant")
    phone.is_connected()
    phone.field("participant.write.label").press_sequentially(HALF)
    phone.is_at(group.lead("GoTo", step="closing"))
    phone.press("client.go_on")
    phone.heads(phone.word("participant.closing.title"))
    group.lead("GoTo", step="principles")
    expect(phone.field("participant.write.label")).to_have_value(HALF)


def test_what_was_typed_before_the_scripts_came_is_saved_all_the_same(window: Open, meet: Meet) -> None:
    group, laptop = meet(), window("laptop")
    let_in(laptop, group, "facilitator")
    waiting: list[Route] = []
    laptop.page.route("**/js/start.js", lambda route: waiting.append(route))
    laptop.page.goto(f"{laptop.url}/w/{group.opened['workshop']}/prepare", wait_until="commit")
    laptop.write(laptop.field("facilitator.preparing.statement_text", number=1), HALF)
    waiting[0].continue_()
    expect(laptop.page.get_by_text(laptop.word("client.saved"), exact=True)).to_be_visible()
    assert group.look(group.facilitator)["statements"][0]["text"]["nl"] == HALF
