# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the first point to the summary, as people click and type."""

import datetime

from playwright.sync_api import expect

from tests.browser.card.table import Table


def raise_points(table: Table) -> None:
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


def spend_dots_and_agree(table: Table) -> None:
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


def answer_questions(table: Table) -> None:
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


def write_principles(table: Table) -> None:
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


def consent(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.press("facilitator.press.ask_consent")
    phone.heads(phone.word("participant.consent.title"))
    form = phone.form(phone.word("participant.consent.legend", number=1))
    phone.click(phone.named("radio", phone.word("participant.consent.can_live_with"), form))
    form.get_by_text(phone.word("participant.consent.write")).tap()
    phone.write(phone.field("participant.consent.reservation", form, optional=True), table.script.reservation)
    saved = phone.word("client.saved_what", what=phone.word("participant.consent.said_can_live_with"))
    expect(form).to_contain_text(saved)
    for principle in table.crowd.look()["principles"]:
        for who in range(9):
            table.crowd.ask(who, "GiveConsent", principle=principle["id"], position="agree")
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


def close(table: Table) -> None:
    laptop, screen, phone = table.windows
    laptop.click(laptop.named("button", table.step("closing")))
    screen.heads(screen.word("projector.closing.title"))
    phone.click(phone.page.get_by_role("radio", name="4"))
    phone.sees("client.saved_what", what=phone.word("participant.closing.rated", n=4))
    table.crowd.everyone("RateWorkshop", lambda who: {"rating": 3 + who % 3})
    screen.reads(table.script.principle)
    table.photograph("closing")
    laptop.press("facilitator.press.close")
    laptop.click(laptop.button("facilitator.press.close_twice"), held=600)
    laptop.sees("facilitator.closing.closed")
    phone.sees("participant.closed.kind")
    table.photograph("closed")


def read_the_summary(table: Table) -> None:
    laptop, _, phone = table.windows
    laptop.click(laptop.named("link", laptop.word("facilitator.press.summary")))
    phone.click(phone.named("link", phone.word("participant.closed.summary")))
    for each in (laptop, phone):
        each.heads(each.word("general.picture.some", core=3, all=5))
        for text in (table.script.scope, table.script.boundary, table.script.principle, table.script.reservation):
            each.reads(text)
        for text in (table.script.merged, table.script.owner, table.script.insight, table.script.statement):
            each.reads(text)
    table.photograph("summary")
