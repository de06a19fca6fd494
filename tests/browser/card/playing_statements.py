# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the start page to the shift on a statement, as people click and type."""

import re

from playwright.sync_api import expect

from leerlandschap.live.cadence import COUNTERS_EVERY
from tests.browser.card.script import AGAIN, FIRST, MINE, MIRRORED
from tests.browser.card.table import Table
from tests.browser.card.window import Window


def prepare(table: Table) -> None:
    laptop, script = table.laptop, table.script
    laptop.go("/")
    table.photograph("start", laptop)
    laptop.write(laptop.field("start.new.name"), script.title)
    laptop.write(laptop.page.locator("#workshop-organisation"), "Gemeente Westerveen")
    laptop.press("start.new.button")
    laptop.write(laptop.field("facilitator.preparing.statement_text", number=1), script.statement)
    form = laptop.page.locator("#statement-s1")
    expect(form).to_contain_text(laptop.word("client.saved"))
    table.photograph("prepare", laptop)
    laptop.click(laptop.named("link", laptop.word("facilitator.preparing.to_desk")))


def come_in(table: Table) -> None:
    laptop, screen, phone = table.windows
    with laptop.page.expect_popup() as popup:
        laptop.press("facilitator.links")
    address = popup.value.get_by_role("link").filter(has_text="/k/").first
    screen.go(address.inner_text())
    popup.value.close()
    expect(screen.named("img", screen.word("projector.qr"))).to_be_visible()
    code = _code_on(screen)
    table.crowd = table.gather(code, 9)
    phone.go(f"/j/{code}")
    table.photograph("door", phone)
    phone.press("start.door.title")
    phone.heads(phone.word("participant.welcome.title"))
    assert phone.clicks == 1, "one tap from the scanned page to in"
    phone.reads(table.script.title)
    screen.sees("projector.inside", n=10)
    laptop.sees("facilitator.inside", n=10)
    table.photograph("lobby")


def _code_on(screen: Window) -> str:
    """The code as it stands on the big screen, for who types it."""
    label = re.compile(f"^{screen.word('projector.code', code='')}")
    shown = screen.live.get_by_label(label).inner_text()
    code = shown.replace(" ", "").replace("\n", "")
    assert len(code) == 6
    return code


def take_stances(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.open_all", n=5)
    phone.heads(phone.word("participant.vote.title"))
    screen.heads(screen.word("projector.ready.title"))
    phone.reads(table.script.statement)
    for statement, position in MINE.items():
        _choose(table, statement, position)
    table.crowd.take_stances(FIRST)
    first = phone.form(table.script.statement)
    first.get_by_text(phone.word("participant.vote.write_why")).tap()
    phone.write(phone.field("participant.vote.why", first, optional=True), table.script.why)
    expect(first).to_contain_text(phone.word("client.saved_what", what=phone.word("general.position.disagree")))
    table.crowd.everyone("Ready", lambda who: {})
    phone.press("participant.vote.ready")
    screen.sees("projector.ready.count", n=10, all=10)
    laptop.sees("facilitator.ready.some", n=10, all=10)
    table.photograph("stances")


def _choose(table: Table, statement: str, position: str) -> None:
    """One tap, and the words say that it is saved."""
    phone = table.phone
    form = phone.form(table.statement(statement))
    before = phone.clicks
    phone.click(phone.named("radio", phone.word(f"general.position.{position}"), form))
    saved = phone.word("client.saved_what", what=phone.word(f"general.position.{position}"))
    expect(form).to_contain_text(saved)
    assert phone.clicks == before + 1, "one tap a stance"


def nothing_shows_before_the_reveal(table: Table) -> None:
    """When everyone else turns round, no screen changes: so none shows where they stood."""
    before = list(table.looks())
    table.crowd.take_stances(MIRRORED)
    _drawn(table)
    assert list(table.looks()) == before
    table.crowd.take_stances(FIRST)
    _drawn(table)
    for each in (table.screen, table.phone):
        expect(each.live).not_to_contain_text(each.word("general.kind.two_camps"))
    expect(table.screen.live).not_to_contain_text(table.script.why)


def _drawn(table: Table) -> None:
    """Whatever would be shown of it is there now. (A frame is sent only when a screen looks otherwise.)"""
    table.phone.page.wait_for_timeout(3 * COUNTERS_EVERY * 1000)


def reveal_and_talk(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.reveal")
    found = laptop.word("general.picture.some", core=3, all=5)
    for each in table.windows:
        each.heads(found)
    phone.reads(phone.word("general.verdict.core_disagree", disagree=10, answers=10))
    expect(screen.page.get_by_role("table").get_by_text(screen.word("general.kind.two_camps")).first).to_be_attached()
    table.photograph("reveal")
    laptop.press("facilitator.press.put", number=3)
    screen.sees("projector.talk.unique")
    phone.heads(phone.word("participant.discuss.title"))
    for each in table.windows:
        each.sees("outcome.sure.polarised", disagree=5, agree=5)
    laptop.write(laptop.field("facilitator.talk.note", number=3), table.script.note)
    laptop.write(laptop.field("facilitator.talk.insight"), table.script.insight, then="Enter")
    phone.reads(table.script.insight)
    phone.reads(table.script.note)
    phone.write(phone.field("participant.insight.label"), table.script.told)
    phone.press("participant.insight.send")
    laptop.reads(table.script.told)
    table.photograph("talk")


def shift_and_overrule(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.ask_again", number=3)
    phone.heads(phone.word("participant.again.title"))
    expect(phone.page.get_by_role("radio", checked=True)).to_have_count(0)
    screen.sees("projector.ready.again")
    phone.click(phone.named("radio", phone.word("general.position.agree")))
    phone.sees("client.saved_what", what=phone.word("general.position.agree"))
    table.crowd.take_stances(AGAIN)
    screen.sees("projector.ready.answers", n=10, all=10)
    table.photograph("again")
    laptop.press("facilitator.press.reveal_again")
    closer = laptop.word("general.picture.mist_lifted", number=3)
    for each in (screen, phone):
        each.heads(closer)
    laptop.click(laptop.named("radio", _group_says(laptop)))
    screen.sees("outcome.group_says", zone=screen.word("general.zone.grey").lower())
    table.photograph("shift")


def _group_says(laptop: Window) -> str:
    return laptop.word("facilitator.talk.group_says", zone=laptop.word("general.zone.grey").lower())
