# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole card on three real screens, by clicking and typing as people do."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.browser.card.conftest import Open
from tests.browser.card.crowd import Crowd
from tests.browser.card.script import AGAIN, FIRST, MINE, MIRRORED
from tests.browser.card.table import BUDGET, Table
from tests.browser.card.window import Window


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_group_does_the_whole_card_on_three_screens(window: Open, language: str) -> None:
    table = Table(language, window("laptop", language), window("projector", language), window("phone", language))
    _prepare(table)
    _come_in(table)
    _take_stances(table)
    _nothing_shows_before_the_reveal(table)
    _reveal_and_talk(table)
    _shift_and_overrule(table)
    _raise_points(table)
    _spend_dots_and_agree(table)
    _answer_questions(table)
    _write_principles(table)
    _consent(table)
    _close(table)
    _read_the_summary(table)
    assert table.laptop.clicks <= BUDGET, f"{table.laptop.clicks} clicks"


def _prepare(table: Table) -> None:
    laptop, script = table.laptop, table.script
    laptop.go("/")
    laptop.write(laptop.field("start.new.name"), script.title)
    laptop.write(laptop.page.locator("#workshop-organisation"), "Gemeente Westerveen")
    laptop.press("start.new.button")
    laptop.write(laptop.field("facilitator.preparing.statement_text", number=1), script.statement)
    form = laptop.page.locator("#statement-s1")
    expect(form.get_by_role("status")).to_have_text(laptop.word("client.saved"))
    laptop.click(laptop.named("link", laptop.word("facilitator.preparing.to_desk")))


def _come_in(table: Table) -> None:
    laptop, screen, phone = table.windows
    with laptop.page.expect_popup() as popup:
        laptop.press("facilitator.links")
    address = popup.value.get_by_role("link").filter(has_text="/k/").first
    screen.go(address.inner_text())
    popup.value.close()
    expect(screen.named("img", screen.word("projector.qr"))).to_be_visible()
    code = _code_on(screen)
    table.crowd = Crowd(laptop.url, code, 9)
    phone.go(f"/j/{code}")
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


def _take_stances(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.open_all", n=5)
    phone.heads(phone.word("participant.vote.title"))
    screen.heads(screen.word("projector.ready.title"))
    phone.reads(table.script.statement)
    for statement, position in MINE.items():
        _choose(table, statement, position)
    table.crowd.take_stances(FIRST)
    first = phone.page.get_by_role("group").first.locator("xpath=ancestor::form")
    first.get_by_text(phone.word("participant.vote.write_why")).tap()
    phone.write(phone.field("participant.vote.why", first), table.script.why)
    expect(first.get_by_role("status")).to_have_text(
        phone.word("client.saved_what", what=phone.word("general.position.disagree"))
    )
    table.crowd.everyone("Ready", lambda who: {})
    phone.press("participant.vote.ready")
    screen.sees("projector.ready.count", n=10, all=10)
    laptop.sees("facilitator.ready.some", n=10, all=10)
    table.photograph("stances")


def _choose(table: Table, statement: str, position: str) -> None:
    """One tap, and the words say that it is saved."""
    phone = table.phone
    number = list(MINE).index(statement)
    form = phone.page.get_by_role("group").nth(number).locator("xpath=ancestor::form")
    before = phone.clicks
    phone.click(phone.named("radio", phone.word(f"general.position.{position}"), form))
    saved = phone.word("client.saved_what", what=phone.word(f"general.position.{position}"))
    expect(form.get_by_role("status")).to_have_text(saved)
    assert phone.clicks == before + 1, "one tap a stance"


def _nothing_shows_before_the_reveal(table: Table) -> None:
    """When everyone else turns round, no screen changes: so none shows where they stood."""
    before = list(table.looks())
    seq = table.crowd.take_stances(MIRRORED)
    for each in table.windows:
        each.is_at(seq)
    assert list(table.looks()) == before
    seq = table.crowd.take_stances(FIRST)
    for each in table.windows:
        each.is_at(seq)
    for each in (table.screen, table.phone):
        expect(each.live).not_to_contain_text(each.word("general.kind.two_camps"))
    expect(table.screen.live).not_to_contain_text(table.script.why)


def _reveal_and_talk(table: Table) -> None:
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
    phone.sees("general.verdict.two_camps", disagree=5, agree=5)
    laptop.write(laptop.field("facilitator.talk.note"), table.script.note)
    laptop.write(laptop.field("facilitator.talk.insight"), table.script.insight, then="Enter")
    phone.reads(table.script.insight)
    phone.reads(table.script.note)
    phone.write(phone.field("participant.insight.label"), table.script.told)
    phone.press("participant.insight.send")
    laptop.reads(table.script.told)
    table.photograph("talk")


def _shift_and_overrule(table: Table) -> None:
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
    screen.sees("general.group_says", zone=screen.word("general.zone.grey").lower())
    table.photograph("shift")


def _group_says(laptop: Window) -> str:
    return laptop.word("facilitator.talk.group_says", zone=laptop.word("general.zone.grey").lower())


def _raise_points(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.skip", step=table.step("follow_ups"))
    phone.heads(phone.word("participant.points.title"))
    for who, (kind, text) in enumerate(zip(["unclear", "unclear", "contradictory"], table.script.points, strict=True)):
        table.crowd.ask(who, "RaisePoint", kind=kind, text=text, statements=["s3"])
    phone.click(phone.page.get_by_role("radio", name=phone.word("participant.points.unclear")))
    phone.write(phone.field("participant.points.text"), table.script.mine)
    phone.press("participant.points.send")
    screen.sees("projector.points.count", n=4)
    for text in (*table.script.points, table.script.mine):
        laptop.reads(text)
        expect(screen.live).not_to_contain_text(text)
    table.photograph("points")
    for text in table.script.points[:2]:
        laptop.click(laptop.page.get_by_role("checkbox", name=text))
    words = laptop.field("facilitator.may_stay_empty", label=laptop.word("facilitator.points.merge_words"))
    laptop.write(words, table.script.merged, then="Enter")
    laptop.reads(table.script.merged)
    laptop.click(laptop.named("button", f"{laptop.word('facilitator.press.park')} {table.script.points[2]}"))
    laptop.sees("facilitator.parked.title", n=1)


def _spend_dots_and_agree(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.open_dots")
    phone.heads(phone.word("participant.dots.title"))
    screen.reads(table.script.merged)
    expect(phone.live).not_to_contain_text(table.script.points[2])
    for _ in range(3):
        phone.press("participant.dots.more", number=1)
    merged = next(p["id"] for p in table.crowd.look()["points"] if p["text"] == table.script.merged)
    table.crowd.everyone("SpendDots", lambda who: {"dots": {merged: 2}})
    screen.sees("projector.dots.count", n=10, all=10)
    table.photograph("dots")
    laptop.press("facilitator.press.reveal_dots")
    screen.sees("projector.dots.each", n=21)
    card = laptop.part(table.script.merged)
    laptop.write(laptop.field("facilitator.agree.owner", card), table.script.owner)
    day = datetime.date(2030, 3, 14)
    laptop.field("facilitator.agree.due_on", card).fill(day.isoformat())
    laptop.write(laptop.field("facilitator.agree.first_step", card), table.script.first_step)
    for each in (screen, phone):
        each.reads(table.script.owner)
        each.reads("14 maart 2030" if table.language == "nl" else "14 March 2030")
    phone.reads(table.script.first_step)
    table.photograph("follow-ups")


def _answer_questions(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.go", step=table.step("principles"))
    phone.heads(phone.word("participant.questions.title"))
    start, forms, limits, aim = table.playbook.questions

    def option(question: int, n: int) -> str:
        return table.playbook.questions[question].options[n].text.spoken(phone.language)[0]

    phone.click(phone.page.get_by_role("radio", name=option(0, 2)))
    for n in (0, 3):
        phone.click(phone.page.get_by_role("checkbox", name=option(1, n)))
    phone.click(phone.page.get_by_role("checkbox", name=option(2, 1)))
    phone.write(phone.page.get_by_label(phone.word("participant.questions.fill")), table.script.fill)
    for n in (0, 0, 0, 1, 1, 2):
        phone.press("participant.questions.more", option=option(3, n))
    phone.press("participant.questions.save_divided")
    expect(phone.page.get_by_role("status").get_by_text(phone.word("client.saved"), exact=True)).to_have_count(4)
    table.crowd.everyone("AnswerQuestion", lambda who: {"question": start.id, "choice": start.options[who % 3].id})
    table.crowd.everyone("AnswerQuestion", lambda who: {"question": forms.id, "choice": [forms.options[who].id]})
    table.crowd.everyone("AnswerQuestion", lambda who: {"question": limits.id, "choice": [limits.options[1].id]})
    table.crowd.everyone("AnswerQuestion", lambda who: {"question": aim.id, "choice": {aim.options[who % 3].id: 6}})
    for _ in start, forms, limits, aim:
        screen.sees("projector.questions.answers", n=10, all=10)
    table.photograph("questions")


def _write_principles(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.reveal_answers")
    phone.heads(phone.word("participant.write.title"))
    phone.write(phone.field("participant.write.label"), table.script.principle)
    phone.page.get_by_text(phone.word("participant.write.more")).tap()
    phone.write(phone.field("participant.write.because"), table.script.because)
    phone.press("participant.write.send")
    for each in table.windows:
        each.reads(table.script.principle)
    expect(phone.field("participant.write.label")).to_have_value("")
    table.crowd.ask(0, "DraftPrinciple", statement=table.script.other_principle)
    screen.reads(table.script.other_principle)
    laptop.write(laptop.field("facilitator.scope.scope"), table.script.scope)
    laptop.write(laptop.field("facilitator.scope.new"), table.script.boundary, then="Enter")
    expect(laptop.field("facilitator.scope.boundary", number=1)).to_have_value(table.script.boundary)
    table.photograph("principles")


def _consent(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.ask_consent")
    phone.heads(phone.word("participant.consent.title"))
    form = phone.page.get_by_role("group").first.locator("xpath=ancestor::form")
    phone.click(phone.named("radio", phone.word("participant.consent.can_live_with"), form))
    form.get_by_text(phone.word("participant.consent.write")).tap()
    phone.write(phone.field("participant.consent.reservation", form), table.script.reservation)
    saved = phone.word("client.saved_what", what=phone.word("participant.consent.said_can_live_with"))
    expect(form.get_by_role("status")).to_have_text(saved)
    for principle in table.crowd.look()["principles"]:
        given = {"principle": principle["id"], "position": "agree"}
        table.crowd.everyone("GiveConsent", lambda who, given=given: given)
    screen.sees("projector.consent.answers", n=10, all=10)
    expect(screen.live).not_to_contain_text(table.script.reservation)
    table.photograph("consent")
    laptop.press("facilitator.press.reveal_consent")
    screen.sees("projector.consent.outcome", agree=9, can_live_with=1, object=0)
    screen.reads(table.script.reservation)
    phone.sees("participant.consent.outcome", agree=9, can_live_with=1, object=0)
    laptop.press("facilitator.press.keep", number=1)
    screen.sees("projector.consent.kept")
    phone.sees("participant.consent.kept")
    table.photograph("kept")


def _close(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.click(laptop.named("button", table.step("closing")))
    screen.heads(screen.word("projector.closing.title"))
    phone.click(phone.page.get_by_role("radio", name="4"))
    phone.sees("client.saved_what", what=phone.word("participant.closing.rated", n=4))
    table.crowd.everyone("RateWorkshop", lambda who: {"rating": 3 + who % 3})
    screen.reads(table.script.principle)
    table.photograph("closing")
    laptop.press("facilitator.press.close")
    laptop.press("facilitator.press.close_twice")
    laptop.sees("facilitator.closing.closed")
    phone.sees("participant.closed.kind")
    table.photograph("closed")


def _read_the_summary(table: Table) -> None:
    laptop, _, phone = table.windows
    laptop.click(laptop.named("link", laptop.word("facilitator.press.summary")))
    phone.click(phone.named("link", phone.word("participant.closed.summary")))
    for each in (laptop, phone):
        each.heads(each.word("general.picture.some", core=4, all=5))
        for text in (table.script.scope, table.script.boundary, table.script.principle, table.script.reservation):
            each.reads(text)
        for text in (table.script.merged, table.script.owner, table.script.insight, table.script.statement):
            each.reads(text)
    table.photograph("summary")
