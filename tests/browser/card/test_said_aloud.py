# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader says by itself: what somebody does and what the group goes on to, and not what others choose."""

import pytest
from playwright.sync_api import Page, expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import known
from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.window import PATIENCE, Window
from tests.server import Group

PEOPLE = 20
AGAIN = 3 * PATIENCE  # ms: tries are seconds apart
# Every sentence that comes to stand in a region that is read out by itself, from now on.
LISTEN = """() => {
  const REGIONS = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
  window.saidAloud = [];
  const heard = (node) => {
    const region = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(REGIONS);
    const sentence = region?.innerText.trim();
    if (sentence && !region.closest("[hidden]")) window.saidAloud.push(sentence);
  };
  const watch = { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"] };
  new MutationObserver((changes) => changes.forEach((each) => heard(each.target))).observe(document.body, watch);
}"""


def listen(window: Window) -> None:
    window.page.evaluate(LISTEN)


def said(page: Page) -> list[str]:
    """What was read out since, the same sentence once."""
    sentences: list[str] = page.evaluate("saidAloud.splice(0)")
    return list(dict.fromkeys(sentences))


@pytest.mark.parametrize(
    ("role", "kind"), [("participant", "phone"), ("facilitator", "laptop"), ("projector", "projector")]
)
def test_twenty_answers_are_not_read_out(window: Open, meet: Meet, role: str, kind: str) -> None:
    group = meet(PEOPLE)
    group.lead("OpenStatements")
    looks = let_in(window(kind), group, role)
    looks.is_connected()
    listen(looks)
    for who in group.people:
        assert group.ask(who, "TakeStance", statement="s1", position=2).status_code == 200
    looks.is_at(group.lead("Pause"))  # a frame that is new on every screen
    assert said(looks.page) == []
    looks.is_at(group.lead("RevealStatements"))
    if role == "projector":  # stands before the whole room: it says nothing, whatever happens
        assert said(looks.page) == []
    else:
        assert len(heard(looks)) == 1


def heard(window: Window) -> list[str]:
    """What is said once something is."""
    window.page.wait_for_function("() => saidAloud.length > 0")
    return said(window.page)


def test_what_somebody_does_and_the_next_step_are_read_out_once(window: Open, meet: Meet) -> None:
    group, phone = begun(meet), window("phone")
    let_in(phone, group, "participant")
    phone.is_connected()
    listen(phone)
    phone.click(phone.named("radio", phone.word("general.position.agree"), phone.form(statement_1())))
    saved = phone.word("client.saved_what", what=phone.word("general.position.agree"))
    expect(phone.form(statement_1())).to_contain_text(saved)
    assert said(phone.page)[-1:] == [saved]
    phone.is_at(group.lead("GoTo", step="follow_ups"))
    assert heard(phone) == [phone.word("participant.points.title")]


def test_a_lost_line_and_its_return_are_read_out_once(window: Open, meet: Meet) -> None:
    group, phone = begun(meet), window("phone")
    let_in(phone, group, "participant")
    phone.is_connected()
    listen(phone)
    phone.context.set_offline(True)
    assert heard(phone) == [phone.word("client.lost")]
    phone.context.set_offline(False)
    expect(phone.page.get_by_role("status").filter(has_text=phone.word("client.back"))).to_have_count(1, timeout=AGAIN)
    assert said(phone.page) == [phone.word("client.back")]


def begun(meet: Meet) -> Group:
    group = meet(1)
    group.lead("OpenStatements")
    return group


def statement_1() -> str:
    return known()["leerlandschap-verkennen"].statements[0].text.spoken(Language.NL)[0]
