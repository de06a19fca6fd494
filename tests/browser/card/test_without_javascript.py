# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Without scripts: forms post, a refresh shows the newest, and a refused form comes back with what was typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import known
from tests.browser.card.conftest import Meet, let_in
from tests.browser.card.forms import discussing, raising, voting, writing
from tests.browser.card.window import Kind, Window
from tests.server import Group, Server

NL = Language.NL
CARD = known()["leerlandschap-verkennen"]


@pytest.fixture(scope="module")
def plain(chromium: Browser, server: Server) -> Iterator[dict[str, Window]]:
    kinds: tuple[Kind, ...] = ("phone", "laptop")
    opened: dict[str, Window] = {kind: Window(chromium, server.url, kind, scripts=False) for kind in kinds}
    yield opened
    for each in opened.values():
        each.close()
    refusals = "Failed to load resource"  # what a browser says of a page with status 4xx
    assert [c for each in opened.values() for c in each.complaints if refusals not in c] == []


class Pair:
    """A phone and a laptop without scripts, in one workshop."""

    def __init__(self, plain: dict[str, Window], group: Group) -> None:
        self.group = group
        self.phone = let_in(plain["phone"], group, "participant")
        self.laptop = let_in(plain["laptop"], group, "facilitator")

    def onward(self) -> None:
        """The facilitator presses what comes next; the phone is refreshed."""
        following = self.laptop.page.get_by_role("region", name=self.laptop.word("facilitator.press.title"))
        self.laptop.send(following.get_by_role("button"))
        self.phone.page.reload()

    def view(self) -> dict[str, Any]:
        return self.group.look(self.group.facilitator)


@pytest.fixture
def pair(plain: dict[str, Window], meet: Meet) -> Pair:
    return Pair(plain, meet(6))


def _statement(pair: Pair, n: int) -> Locator:
    return pair.phone.form(CARD.statements[n - 1].text.spoken(NL)[0])


def _stand(pair: Pair, n: int, position: str) -> None:
    phone, form = pair.phone, _statement(pair, n)
    phone.click(phone.named("radio", phone.word(f"general.position.{position}"), form))
    phone.send(phone.named("button", phone.word("participant.field.keep"), form))
    saved = phone.word("general.saved.saved_what", what=phone.word(f"general.position.{position}"))
    expect(_statement(pair, n)).to_contain_text(saved)


def test_a_stance_is_taken_and_changed(pair: Pair) -> None:
    pair.onward()
    pair.phone.heads(pair.phone.word("participant.vote.title"))
    _stand(pair, 1, "agree")
    _stand(pair, 1, "disagree")
    _stand(pair, 2, "strongly_agree")
    assert [s["answers"] for s in pair.view()["statements"]] == [1, 1, 0, 0, 0]
    pair.phone.send(pair.phone.button("participant.vote.ready"))
    pair.laptop.page.reload()
    pair.laptop.sees("facilitator.ready.some", n=1, all=7)


def test_the_facilitator_shows_talks_and_asks_again(pair: Pair) -> None:
    discussing(pair.group)
    phone, laptop = pair.phone, pair.laptop
    laptop.page.reload()
    laptop.write(laptop.field("facilitator.talk.note", number=3), "Het rooster beslist.")
    form = laptop.page.locator("form", has=laptop.field("facilitator.talk.note", number=3))
    laptop.send(laptop.named("button", laptop.word("facilitator.save"), form))
    phone.page.reload()
    phone.reads("Het rooster beslist.")
    pair.onward()
    phone.heads(phone.word("participant.again.title"))
    _stand(pair, 3, "agree")
    pair.onward()
    phone.sees("participant.shift.chosen")


def test_a_point_is_raised_dots_are_spent_and_a_follow_up_agreed(pair: Pair) -> None:
    raising(pair.group)
    phone, laptop = pair.phone, pair.laptop
    phone.page.reload()
    phone.click(phone.page.get_by_role("radio", name=phone.word("participant.points.unclear")))
    phone.field("participant.points.text").fill("Telt leren mee als werk?")
    phone.send(phone.button("participant.points.send"))
    phone.reads("Telt leren mee als werk?")
    laptop.page.reload()
    for text in ("Wie betaalt?", "Wie beslist?"):
        laptop.click(laptop.page.get_by_role("checkbox", name=text))
    laptop.send(laptop.button("facilitator.points.merge"))
    pair.onward()
    phone.page.get_by_role("spinbutton", name=phone.word("participant.dots.spent", number=2)).fill("3")
    phone.send(phone.button("participant.field.keep"))
    phone.sees("general.saved.saved")
    for key in pair.group.people:
        pair.group.ask(key, "SpendDots", dots={pair.view()["points"][0]["id"]: 1})
    pair.onward()
    phone.sees("participant.agree.dots", n=3)
    card = laptop.part("Telt leren mee als werk?")
    laptop.field("facilitator.agree.owner", card).fill("Fatma")
    laptop.send(laptop.named("button", laptop.word("facilitator.save"), card))
    phone.page.reload()
    phone.reads("Fatma")


def test_thinking_questions_principles_consent_and_the_end(pair: Pair) -> None:
    pair.group.lead("GoTo", step="principles")
    phone, laptop = pair.phone, pair.laptop
    for each in (phone, laptop):
        each.page.reload()
    _answer(pair)
    assert [q["answers"] for q in pair.view()["questions"]] == [1, 1, 1, 1]
    pair.onward()
    phone.field("participant.write.label").fill("Wij geven iedereen tijd om te leren.")
    phone.send(phone.button("participant.write.send"))
    phone.reads("Wij geven iedereen tijd om te leren.")
    laptop.field("facilitator.scope.scope").fill("Voor iedereen.")
    form = laptop.page.locator("form", has=laptop.field("facilitator.scope.scope"))
    laptop.send(laptop.named("button", laptop.word("facilitator.save"), form))
    expect(laptop.field("facilitator.scope.scope")).to_have_value("Voor iedereen.")
    _consent(pair)
    pair.onward()
    phone.click(phone.page.get_by_role("radio", name="5"))
    phone.send(phone.button("participant.field.keep"))
    phone.sees("general.saved.saved_what", what=phone.word("participant.closing.rated", n=5))
    pair.onward()
    laptop.send(laptop.named("link", laptop.word("facilitator.press.summary")))
    laptop.reads("Voor iedereen.")
    laptop.reads("Wij geven iedereen tijd om te leren.")


def _answer(pair: Pair) -> None:
    """One choice, some, some, and points divided; each with its own button."""
    phone = pair.phone
    for question in CARD.questions[:3]:
        form = phone.form(question.text.spoken(NL)[0])
        phone.click(form.get_by_label(question.options[1].text.spoken(NL)[0]))
        phone.send(phone.named("button", phone.word("participant.field.keep"), form))
        expect(phone.form(question.text.spoken(NL)[0])).to_contain_text(phone.word("general.saved.saved"))
    form = phone.form(CARD.questions[3].text.spoken(NL)[0])
    for option in CARD.questions[3].options:
        phone.named("spinbutton", option.text.spoken(NL)[0], form).fill("2")
    phone.send(phone.button("participant.questions.save_divided"))


def _consent(pair: Pair) -> None:
    phone, laptop = pair.phone, pair.laptop
    pair.onward()
    phone.click(phone.named("radio", phone.word("participant.consent.can_live_with")))
    phone.page.get_by_text(phone.word("participant.consent.write")).tap()
    phone.field("participant.consent.reservation", optional=True).fill("Niet in de piek.")
    phone.send(phone.button("participant.field.keep"))
    phone.sees("general.saved.saved_what", what=phone.word("participant.consent.said_can_live_with"))
    principle = pair.view()["principles"][0]["id"]
    for key in pair.group.people:
        pair.group.ask(key, "GiveConsent", principle=principle, position="agree")
    pair.onward()
    laptop.reads("Niet in de piek.")
    pair.onward()
    assert pair.view()["principles"][0]["status"] == "kept"


# ---- refused


def _sent(window: Window, button: Locator, field: Locator, text: str) -> int:
    """The status of the page that comes back; the browser's own check is taken away, as it is on an old one."""
    field.evaluate("field => { field.removeAttribute('maxlength'); field.form.noValidate = true; }")
    field.fill(text)
    return window.send(button)


@pytest.mark.parametrize(
    ("text", "refused", "facts"),
    [("x" * 401, "text_too_long", {"length": 401, "most": 400}), ("  ", "text_missing", {})],
    ids=["too long", "empty"],
)
def test_a_refused_point_comes_back_with_its_text_and_the_reason(
    pair: Pair, text: str, refused: str, facts: dict[str, int]
) -> None:
    raising(pair.group)
    phone = pair.phone
    phone.page.reload()
    phone.click(phone.page.get_by_role("radio", name=phone.word("participant.points.contradictory")))
    button = phone.button("participant.points.send")
    assert _sent(phone, button, phone.field("participant.points.text"), text) == 422
    expect(phone.page.get_by_role("alert").get_by_text(phone.word(f"refusals.{refused}", **facts))).to_be_visible()
    expect(phone.field("participant.points.text")).to_have_value(text)
    expect(phone.page.get_by_role("radio", checked=True)).to_have_value("contradictory")
    assert len(pair.view()["points"]) == 2


def test_a_refused_reason_comes_back_with_the_choice(pair: Pair) -> None:
    voting(pair.group)
    phone = pair.phone
    phone.page.reload()
    form = _statement(pair, 1)
    phone.click(phone.named("radio", phone.word("general.position.agree"), form))
    form.get_by_text(phone.word("participant.vote.write_why")).tap()
    why = phone.field("participant.vote.why", form, optional=True)
    assert _sent(phone, phone.named("button", phone.word("participant.field.keep"), form), why, "x" * 1001) == 422
    expect(form).to_contain_text(phone.word("refusals.text_too_long", length=1001, most=1000))
    expect(form).to_contain_text(phone.word("client.not_saved"))
    expect(why).to_have_value("x" * 1001)
    expect(form.get_by_role("radio", checked=True)).to_have_value("4")


def test_a_refused_principle_of_the_facilitator_comes_back_whole(pair: Pair) -> None:
    writing(pair.group)
    laptop = pair.laptop
    laptop.page.reload()
    because = laptop.word("facilitator.principles.because")
    laptop.field("facilitator.may_stay_empty", label=because).fill("Zonder tijd komt er niets van.")
    statement = laptop.field("facilitator.principles.statement")
    assert _sent(laptop, laptop.button("facilitator.principles.add"), statement, "  ") == 422
    expect(laptop.page.get_by_role("alert").get_by_text(laptop.word("refusals.text_missing"))).to_be_visible()
    expect(laptop.field("facilitator.may_stay_empty", label=because)).to_have_value("Zonder tijd komt er niets van.")


def test_a_follow_up_with_a_name_too_long_comes_back_with_the_name(pair: Pair) -> None:
    raising(pair.group)
    pair.group.lead("OpenDots")
    pair.group.lead("RevealDots")
    laptop = pair.laptop
    laptop.page.reload()
    card = laptop.part("Wie betaalt?")
    owner = laptop.field("facilitator.agree.owner", card)
    assert _sent(laptop, laptop.named("button", laptop.word("facilitator.save"), card), owner, "F" * 81) == 422
    expect(card).to_contain_text(laptop.word("refusals.text_too_long", length=81, most=80))
    expect(owner).to_have_value("F" * 81)


def test_a_workshop_without_a_title_is_not_made_and_the_organisation_stays(plain: dict[str, Window]) -> None:
    laptop = plain["laptop"]
    laptop.go("/")
    laptop.page.locator("#workshop-organisation").fill("Gemeente Westerveen")
    title = laptop.field("start.new.name")
    assert _sent(laptop, laptop.button("start.new.button"), title, "") == 422
    expect(laptop.page.locator("#workshop-organisation")).to_have_value("Gemeente Westerveen")
    expect(laptop.page.get_by_role("alert").filter(has_text=laptop.word("general.not_yet_right"))).to_be_visible()


def test_a_wrong_code_comes_back_with_the_code(plain: dict[str, Window]) -> None:
    phone = plain["phone"]
    phone.go("/")
    code = phone.field("start.join.label")
    assert _sent(phone, phone.button("start.join.button"), code, "ZZZZZZ") == 404
    expect(phone.field("start.join.label")).to_have_value("ZZZZZZ")
    expect(phone.page.get_by_role("alert").get_by_text(phone.word("refusals.wrong_code"))).to_be_visible()
