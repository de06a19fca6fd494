# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole card without a mouse and without looking: by keys only, and by nothing but roles and names.

The keys are always seen to go somewhere, never get stuck, and stay where they are when the others go on.
"""

from typing import Any

from playwright.sync_api import expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import known
from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.keyboard import Keyboard
from tests.server import Group

PLAYBOOK = known()["leerlandschap-verkennen"]
POINT = "Wie betaalt een opleiding?"
PRINCIPLE = "Wij geven iedereen twee dagen per jaar om te leren."


def test_a_participant_does_the_whole_card_by_keyboard(window: Open, meet: Meet) -> None:
    group, keys = meet(4), Keyboard(window("phone"))
    come_in(keys, group)
    take_stances(keys, group)
    tell_and_raise(keys, group)
    spend_dots(keys, group)
    answer_and_write(keys, group)
    consent_and_rate(keys, group)
    assert keys.wrong == set()
    # what is sent by itself may come a moment after the step is over; the page says so, and nothing is lost
    keys.window.complaints[:] = [each for each in keys.window.complaints if "409" not in each]


def come_in(keys: Keyboard, group: Group) -> None:
    keys.window.go("/")
    keys.write(keys.named("textbox", "start.join.label"), group.opened["code"].lower(), then="Enter")
    keys.window.heads(keys.window.word("participant.welcome.title"))
    keys.window.is_connected()


def take_stances(keys: Keyboard, group: Group) -> None:
    window = keys.window
    group.lead("OpenStatements")
    window.heads(window.word("participant.vote.title"))
    for statement, position in zip(
        PLAYBOOK.statements, ("agree", "disagree", "between", "agree", "agree"), strict=True
    ):
        choices = window.page.get_by_role("group", name=statement.text.spoken(Language.NL)[0])
        choice = keys.named("radio", f"general.position.{position}", choices)
        keys.choose(choice)
        said = window.word("client.saved_what", what=window.word(f"general.position.{position}"))
        expect(window.page.get_by_role("status").filter(has_text=said)).not_to_have_count(0)
        stays(keys, group, choice)
        everyone(group, "TakeStance", statement=statement.id, position=1)
    there_and_back(keys)
    keys.press(keys.named("button", "participant.vote.ready"))
    window.is_at(group.lead("RevealStatements"))
    expect(window.live).to_be_focused()  # the button has gone; the keys go on at the beginning of what came instead


def stays(keys: Keyboard, group: Group, where: Any) -> None:
    """Others act: a frame comes in, and the keys still go where they went."""
    keys.window.is_at(group.lead("Pause"))
    keys.window.is_at(group.lead("Resume"))
    assert keys.has(where)


def there_and_back(keys: Keyboard) -> None:
    """To the foot of the page and back to the first choice: nothing holds the keys."""
    first = PLAYBOOK.statements[0].text.spoken(Language.NL)[0]
    keys.reach(keys.named("link", "accessibility.link"))
    keys.reach(keys.window.page.get_by_role("group", name=first).get_by_role("radio").first)


def everyone(group: Group, command: str, **fields: Any) -> None:
    for each in group.people:
        assert group.ask(each, command, **fields).status_code == 200


def tell_and_raise(keys: Keyboard, group: Group) -> None:
    window = keys.window
    group.lead("PutStatement", statement="s3")
    keys.write(keys.named("textbox", "participant.insight.label"), "Wij vragen nooit wat iemand kan.", then="")
    keys.press(keys.named("button", "participant.insight.send"))
    window.reads("Wij vragen nooit wat iemand kan.")
    group.lead("GoTo", step="follow_ups")
    keys.choose(window.page.get_by_role("radio", name=window.word("participant.points.unclear")))
    keys.write(keys.named("textbox", "participant.points.text"), POINT, then="")
    keys.press(keys.named("button", "participant.points.send"))
    window.sees("client.saved")


def spend_dots(keys: Keyboard, group: Group) -> None:
    group.lead("OpenDots")
    more = keys.named("button", "participant.dots.more", number=1)
    for _ in range(3):
        keys.press(more)
    assert keys.has(more)
    expect(keys.window.page.get_by_role("status").filter(has_text=keys.window.word("client.saved"))).not_to_have_count(
        0
    )
    group.lead("RevealDots")


def answer_and_write(keys: Keyboard, group: Group) -> None:
    window = keys.window
    group.lead("GoTo", step="principles")
    window.heads(window.word("participant.questions.title"))
    one, several = (each.options[1].text.spoken(Language.NL)[0] for each in PLAYBOOK.questions[:2])
    keys.choose(window.page.get_by_role("radio", name=one))
    keys.press(window.page.get_by_role("checkbox", name=several), "Space")
    expect(window.page.get_by_role("checkbox", name=several)).to_be_checked()
    group.lead("RevealAnswers")
    keys.write(keys.named("textbox", "participant.write.label"), PRINCIPLE, then="")
    keys.press(keys.named("button", "participant.write.send"))
    window.reads(PRINCIPLE)


def consent_and_rate(keys: Keyboard, group: Group) -> None:
    window = keys.window
    group.lead("AskConsent")
    window.heads(window.word("participant.consent.title"))
    keys.choose(window.page.get_by_role("radio", name=window.word("participant.consent.can_live_with")))
    group.lead("RevealConsent")
    group.lead("GoTo", step="closing")
    keys.choose(window.page.get_by_role("radio", name="4"))
    window.sees("client.saved_what", what=window.word("participant.closing.rated", n=4))
    group.lead("Close")
    keys.press(keys.named("link", "participant.closed.summary"))
    window.reads(PRINCIPLE)


def test_a_facilitator_leads_the_whole_card_by_keyboard(window: Open, meet: Meet) -> None:
    group = meet(5)
    keys = Keyboard(let_in(window("laptop"), group, "facilitator"))
    keys.window.is_connected()
    reveal_and_put(keys, group)
    agree(keys, group)
    keep(keys, group)
    close(keys)
    assert keys.wrong == set()


def reveal_and_put(keys: Keyboard, group: Group) -> None:
    keys.press(keys.named("button", "facilitator.press.open_all", n=5))
    keys.comes("facilitator.press.reveal")
    for statement in PLAYBOOK.statements:
        for who, position in zip(group.people, (1, 1, 3, 5, 5), strict=True):
            chosen = position if statement.id == "s3" else 1
            group.ask(who, "TakeStance", statement=statement.id, position=chosen)
    keys.window.sees("facilitator.ready.some", n=5, all=5)
    keys.press(keys.named("button", "facilitator.press.reveal"))
    keys.press(keys.named("button", "facilitator.press.put", number=3))
    keys.write(keys.named("textbox", "facilitator.talk.note", number=3), "Talent telt.")
    keys.write(keys.named("textbox", "facilitator.talk.insight"), "Het rooster beslist.", then="Enter")
    keys.window.reads("Het rooster beslist.")


def agree(keys: Keyboard, group: Group) -> None:
    keys.press(keys.named("button", "facilitator.press.skip", step=step("follow_ups")))
    keys.comes("facilitator.press.open_dots")
    assert group.ask(group.people[0], "RaisePoint", kind="unclear", text=POINT).status_code == 200
    keys.press(keys.named("button", "facilitator.press.open_dots"))
    keys.comes("facilitator.press.reveal_dots")
    point = group.look(group.people[0])["points"][0]["id"]
    everyone(group, "SpendDots", dots={point: 2})
    keys.press(keys.named("button", "facilitator.press.reveal_dots"))
    keys.write(keys.named("textbox", "facilitator.agree.owner").first, "Fatma")
    keys.write(
        keys.window.field("facilitator.agree.due_on").first, "03032030"
    )  # day or month first, as the system has it
    keys.write(keys.named("textbox", "facilitator.agree.first_step").first, "Ik bel Financiën.")
    keys.window.sees("client.saved")
    (agreed,) = group.look(group.people[0])["follow_ups"]
    for _ in range(40):  # each field is saved by itself, the one after the other
        if agreed["due_on"] is not None:
            break
        keys.window.page.wait_for_timeout(250)
        (agreed,) = group.look(group.people[0])["follow_ups"]
    assert (agreed["owner"], agreed["due_on"]) == ("Fatma", "2030-03-03")


def keep(keys: Keyboard, group: Group) -> None:
    keys.press(keys.named("button", "facilitator.press.go", step=step("principles")))
    keys.press(keys.named("button", "facilitator.press.reveal_answers"))
    keys.comes("facilitator.press.ask_consent")
    assert group.ask(group.people[0], "DraftPrinciple", statement=PRINCIPLE).status_code == 200
    keys.press(keys.named("button", "facilitator.press.ask_consent"))
    keys.comes("facilitator.press.reveal_consent")
    principle = group.look(group.people[0])["principles"][0]["id"]
    everyone(group, "GiveConsent", principle=principle, position="agree")
    keys.press(keys.named("button", "facilitator.press.reveal_consent"))
    keys.press(keys.named("button", "facilitator.press.keep", number=1))


def close(keys: Keyboard) -> None:
    window = keys.window
    keys.press(window.named("button", step("closing")))
    keys.press(keys.named("button", "facilitator.press.close"))
    twice = keys.named("button", "facilitator.press.close_twice")
    expect(twice).to_be_visible()
    assert keys.has(twice)
    window.page.wait_for_timeout(600)  # somebody who thinks twice
    window.page.keyboard.press("Enter")
    window.sees("facilitator.closing.closed")


def step(name: str) -> str:
    return next(each.title for each in PLAYBOOK.steps if each.id == name).spoken(Language.NL)[0]
