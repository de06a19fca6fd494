# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the facilitator's landscape to the owner's phone and back: a finding is where the policy is written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.afterwards import Afterwards
from tests.browser.card.conftest import Open
from tests.server import Server


@pytest.fixture(params=["nl", "en"])
def after(server: Server, request: pytest.FixtureRequest) -> Iterator[Afterwards]:
    here = Afterwards(server.url, request.param)
    yield here
    here.client.close()


def test_an_owner_who_was_not_in_the_room_answers_by_a_link(window: Open, after: Afterwards) -> None:
    language = after.keeps()["language"]
    laptop = window("laptop", language)
    laptop.go(f"/k/{after.landscape}/{after.writer}")
    laptop.go(f"/l/{after.landscape}/follow-ups")
    card = laptop.page.locator(f"#follow-up-{after.who}")
    expect(card).to_contain_text(laptop.word("follow_ups.no_owner"))
    laptop.click(card.get_by_text(laptop.word("follow_ups.give.title")))
    laptop.write(laptop.field("follow_ups.give.name", card, optional=True), "Samira")
    laptop.send(card.get_by_role("button", name=laptop.word("follow_ups.give.button")))
    expect(card).to_contain_text("Samira")
    laptop.send(card.get_by_role("button", name=laptop.word("follow_ups.link.button")))
    laptop.heads(laptop.word("follow_ups.link.title_of", owner="Samira"))
    laptop.press("follow_ups.link.copy")
    address = laptop.field("follow_ups.link.label").input_value()

    phone = window("phone", language)
    phone.go(address)
    phone.heads("Navragen wie beslist.")
    assert phone.page.url.endswith(f"/l/{after.landscape}/f/{after.who}")
    finding = "De directie beslist.\nTot 2.000 euro de teamleider. 👍"
    phone.field("follow_ups.finding.text").fill(finding)
    principle = phone.word("follow_ups.finding.principle", number=1)
    choices = phone.page.get_by_role("group", name=f"{principle}: Iedereen leert vier uur per maand.")
    phone.click(phone.named("radio", phone.word("follow_ups.touch.supplements"), choices))
    phone.send(phone.button("follow_ups.finding.button"))
    phone.heads(phone.word("follow_ups.thanks.title"))

    laptop.go(f"/l/{after.landscape}/follow-ups")
    found = laptop.page.locator("section", has=laptop.page.locator("#column-found"))
    laptop.send(found.get_by_role("link", name=laptop.word("follow_ups.findings", n=1)))
    laptop.reads("De directie beslist.")
    how = laptop.word("follow_ups.touch.supplements")
    laptop.reads(laptop.word("follow_ups.finding.touched", number=1, how=how))
