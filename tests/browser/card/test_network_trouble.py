# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of a meeting room: it goes, it comes back, and nobody has to do anything."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from leerlandschap.playbooks import known
from tests.browser.card.conftest import let_in
from tests.browser.card.window import PATIENCE, Kind, Window
from tests.server import Group, Server

ROLES: dict[Kind, str] = {"laptop": "facilitator", "projector": "projector", "phone": "participant"}
COMING_BACK = 3 * PATIENCE  # ms: tries are up to 7.5 s apart


class Room:
    """A laptop, the big screen and a phone on a server that may be killed."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.group = Group(server.url, 2)
        self.laptop, self.screen, self.phone = self.windows = [
            let_in(Window(browser, server.url, kind), self.group, role) for kind, role in ROLES.items()
        ]
        self.group.lead("OpenStatements")
        for each in self.windows:
            each.is_connected()

    def form(self, n: int) -> Locator:
        text = known()["leerlandschap-verkennen"].statements[n - 1].text.spoken(self.phone.language)[0]
        return self.phone.form(text)

    def choose(self, n: int, position: str) -> None:
        self.phone.click(self.phone.named("radio", self.phone.word(f"general.position.{position}"), self.form(n)))

    def says(self, n: int, words: str, timeout: float = PATIENCE) -> None:
        expect(self.form(n).get_by_role("status")).to_have_text(words, timeout=timeout)

    def saved(self, position: str) -> str:
        return self.phone.word("client.saved_what", what=self.phone.word(f"general.position.{position}"))

    def answers(self, n: int) -> int:
        answers: int = self.group.look(self.group.facilitator)["statements"][n - 1]["answers"]
        return answers

    def leave(self) -> None:
        self.group.client.close()
        for each in self.windows:
            each.close()


@pytest.fixture
def room(chromium: Browser, server: Server) -> Iterator[Room]:
    room = Room(chromium, server)
    yield room
    room.leave()


def _remember_what_is_said(form: Locator) -> None:
    """Every sentence the form says from now on, kept in the page."""
    form.evaluate("""form => {
        window.said = [];
        const line = form.querySelector("[role=status]");
        new MutationObserver(() => window.said.push(line.textContent)).observe(line, {childList: true, characterData: true, subtree: true});
    }""")


def test_a_choice_made_off_line_waits_and_is_counted_once(room: Room) -> None:
    phone = room.phone
    room.choose(1, "agree")
    room.says(1, room.saved("agree"))
    _remember_what_is_said(room.form(2))
    phone.context.set_offline(True)
    room.choose(2, "disagree")
    room.says(2, phone.word("client.waits"))
    expect(phone.page.get_by_text(phone.word("client.lost"))).to_be_visible()
    assert room.answers(2) == 0
    said = phone.page.evaluate("window.said")
    assert phone.word("client.waits") in said
    assert not [each for each in said if phone.word("client.saved") in each]
    phone.context.set_offline(False)
    room.says(2, room.saved("disagree"), COMING_BACK)
    expect(phone.page.get_by_text(phone.word("client.lost"))).to_be_hidden(timeout=COMING_BACK)
    assert room.answers(2) == 1
    mine = room.group.look(room.group.people[0])
    assert mine["statements"][1]["answers"] == 1


def test_all_three_screens_carry_on_by_themselves_when_the_server_was_killed(room: Room) -> None:
    room.choose(1, "agree")
    room.says(1, room.saved("agree"))
    for each in room.windows:
        each.page.evaluate("window.notReloaded = true")
    room.server.kill()
    for each in room.windows:
        expect(each.page.get_by_text(each.word("client.lost"))).to_be_visible(timeout=PATIENCE)
    room.choose(2, "strongly_disagree")
    room.says(2, room.phone.word("client.waits"))
    room.server.start()
    for each in room.windows:
        expect(each.page.get_by_text(each.word("client.lost"))).to_be_hidden(timeout=COMING_BACK)
    room.says(2, room.saved("strongly_disagree"), COMING_BACK)
    room.says(1, room.saved("agree"))
    assert (room.answers(1), room.answers(2)) == (1, 1)
    for key in room.group.people:
        assert room.group.ask(key, "Ready").status_code == 200
    room.screen.sees("projector.ready.count", n=2, all=3)
    room.laptop.sees("facilitator.ready.some", n=2, all=3)
    room.laptop.press("facilitator.press.reveal")
    room.phone.heads(room.phone.word("participant.reveal.by_statement"))
    for each in room.windows:
        assert each.page.evaluate("window.notReloaded") is True
    room.phone.page.reload()
    room.phone.heads(room.phone.word("participant.reveal.by_statement"))


def test_a_facilitator_who_presses_while_the_server_is_dead_is_told_and_nothing_comes_late(room: Room) -> None:
    laptop = room.laptop
    room.server.kill()
    laptop.press("facilitator.press.skip", step=_step(laptop, "follow_ups"))
    expect(laptop.page.get_by_role("alert").get_by_text(laptop.word("client.lost"))).to_be_visible()
    room.server.start()
    expect(laptop.page.get_by_role("status").get_by_text(laptop.word("client.lost"))).to_be_hidden(timeout=COMING_BACK)
    assert room.group.look(room.group.facilitator)["step"] == "statements"


def _step(window: Window, step: str) -> str:
    steps = known()["leerlandschap-verkennen"].steps
    return next(s.title for s in steps if s.id == step).spoken(window.language)[0]


def test_the_stream_comes_packed_and_each_frame_when_it_is_made(room: Room) -> None:
    address = room.phone.page.locator("#live").get_attribute("hx-sse:connect")
    room.phone.page.evaluate(
        """async address => {
            const answer = await fetch(address);
            window.coding = answer.headers.get("Content-Encoding");
            window.heard = "";
            const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
            (async () => { for (;;) { const { value, done } = await reader.read(); if (done) return; window.heard += value; } })();
        }""",
        address,
    )
    room.phone.page.wait_for_function("() => window.heard.startsWith('id: ')")
    assert room.phone.page.evaluate("window.coding") == "gzip"
    seq = room.group.lead("RevealStatements")
    room.phone.page.wait_for_function("seq => window.heard.includes(`\\nid: ${seq}\\n`)", arg=seq)


def test_a_server_that_is_stopped_and_started_is_hardly_noticed(room: Room) -> None:
    for each in room.windows:
        each.page.evaluate("window.notReloaded = true")
    room.server.stop()
    room.server.start()
    seq = room.group.lead("RevealStatements")
    for each in room.windows:
        each.is_at(seq)
        expect(each.page.get_by_text(each.word("client.lost"))).to_be_hidden(timeout=COMING_BACK)
        assert each.page.evaluate("window.notReloaded") is True


def test_whoever_looks_at_a_workshop_that_is_deleted_is_told_so(room: Room) -> None:
    stream, database = str(room.group.opened["workshop"]), f"sqlite:///{room.server.data / 'leerlandschap.db'}"
    command = [sys.executable, "-m", "leerlandschap", "delete", stream, "--yes", "--database", database]
    subprocess.run(command, check=True, capture_output=True)
    for each in room.windows:
        expect(each.page.get_by_text(each.word("client.closed"))).to_be_visible(timeout=COMING_BACK)
        assert each.page.get_by_text(each.word("client.lost")).count() == 0
