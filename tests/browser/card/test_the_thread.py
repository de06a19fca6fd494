# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From closing a workshop to a document, and from a sentence of the policy back to where people stood."""

import zipfile
from typing import Any

import pytest

from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.window import Window
from tests.server import Group

PEOPLE = 8
FOUND = "In vijf van de negen teams staat leertijd in het rooster."
HOURS = "Elke medewerker leert vier uur per maand in werktijd."


@pytest.fixture
def closed(meet: Meet) -> Group:
    """A group of eight that took stances, agreed a follow-up, kept a principle, and closed."""
    group = meet(PEOPLE)
    group.lead("OpenStatements")
    for number, person in enumerate(group.people):
        for statement in ("s1", "s2"):
            taken = group.ask(person, "TakeStance", statement=statement, position=2 if number == 0 else 5)
            assert taken.status_code == 200
    group.lead("RevealStatements")
    group.lead("GoTo", step="follow_ups")
    group.lead("RaisePoint", kind="unclear", text="Hoeveel tijd krijgen we echt?", statements=["s1"])
    point = group.look(group.facilitator)["points"][0]["id"]
    group.lead("AgreeFollowUp", point=point, text="Negen teams vragen waar hun leertijd blijft.", owner="Aïsha")
    group.lead("GoTo", step="principles")
    group.lead("DraftPrinciple", statement=HOURS)
    principle = group.look(group.facilitator)["principles"][0]["id"]
    group.lead("KeepPrinciple", principle=principle)
    group.lead("Close")
    return group


def landscape(group: Group) -> dict[str, Any]:
    answer = group.client.get(f"/api/v1/landscapes/{group.opened['landscape']}", headers=as_writer(group))
    assert answer.status_code == 200, answer.text
    view: dict[str, Any] = answer.json()
    return view


def as_writer(group: Group) -> dict[str, str]:
    return {"Authorization": f"Bearer {group.opened['keys']['landscape']}"}


def written(group: Group, kind: str, **fields: Any) -> None:
    path = f"/api/v1/landscapes/{group.opened['landscape']}/commands"
    answer = group.client.post(path, json={"type": kind, **fields}, headers=as_writer(group))
    assert answer.status_code == 200, answer.text


def at_the_landscape(window: Window, group: Group) -> Window:
    window.go(f"/k/{group.opened['landscape']}/{group.opened['keys']['landscape']}")
    return window


def follow(window: Window, name: str) -> None:
    link = window.page.get_by_role("main").get_by_role("link", name=name).first
    with window.page.expect_navigation():
        window.click(link)


def test_from_a_closed_workshop_a_word_file_is_two_clicks_away(window: Open, closed: Group) -> None:
    laptop = let_in(window("laptop"), closed, "facilitator")
    before = laptop.clicks
    with laptop.page.expect_navigation():
        laptop.click(laptop.named("link", laptop.word("facilitator.press.summary")))
    with laptop.page.expect_download() as coming:
        laptop.click(laptop.named("link", laptop.word("report.documents.docx")))
    assert laptop.clicks - before == 2
    with zipfile.ZipFile(coming.value.path()) as paper:
        assert HOURS in paper.read("word/document.xml").decode()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_sentence_about_the_group_leads_back_to_how_many_stood_where(
    window: Open, closed: Group, scripts: bool
) -> None:
    laptop = at_the_landscape(window("laptop", scripts=scripts), closed)
    follow(laptop, laptop.word("landscape.policy.read"))
    sentence = laptop.page.locator("#where_we_stand .ll-passage").first
    number = sentence.get_by_role("link").last.inner_text().strip().split()[-1]
    laptop.click(sentence.get_by_role("link").last)
    note = laptop.page.locator(f"#note-{number}")
    with laptop.page.expect_navigation():
        laptop.click(note.get_by_role("link"))
    assert "/workshops/" in laptop.page.url
    target = laptop.page.locator(f"[id='{laptop.page.url.rpartition('#')[2]}']")
    assert "Medewerkers leren hier alleen" in target.inner_text()
    laptop.reads("7 van de 8")


def test_a_principle_leads_back_to_the_finding_and_to_the_point_it_came_from(window: Open, closed: Group) -> None:
    view = landscape(closed)
    principle, follow_up = view["principles"][0]["id"], view["follow_ups"][0]["id"]
    written(closed, "RecordFinding", follow_up=follow_up, text=FOUND, touches={principle: "supplements"})
    finding = landscape(closed)["findings"][0]["id"]
    written(closed, "SupplementPrinciple", principle=principle, finding=finding, means="de uren staan in het rooster.")
    laptop = at_the_landscape(window("laptop"), closed)
    laptop.go(f"/l/{closed.opened['landscape']}/policy")
    passage = laptop.page.locator("#principles .ll-passage").first
    assert "de uren staan in het rooster." in passage.inner_text()
    number = passage.get_by_role("link").last.inner_text().strip().split()[-1]
    with laptop.page.expect_navigation():
        laptop.click(laptop.page.locator(f"#note-{number}").get_by_role("link"))
    laptop.reads(FOUND)
    laptop.reads("Hoeveel tijd krijgen we echt?")


def test_what_a_hand_wrote_stays_when_its_source_changes_and_one_is_asked(window: Open, closed: Group) -> None:
    laptop = at_the_landscape(window("laptop"), closed)
    home = f"/l/{closed.opened['landscape']}"
    laptop.go(f"{home}/policy/principles")
    passage = laptop.page.locator("article.ll-passage").first
    laptop.click(passage.get_by_text(laptop.word("landscape.section.edit"), exact=True))
    words = passage.get_by_label(laptop.word("landscape.section.words"))
    words.fill("Iedereen leert vier uur per maand, en het rooster laat dat zien.")
    laptop.send(passage.get_by_role("button", name=laptop.word("landscape.section.save"), exact=True))
    principle = landscape(closed)["principles"][0]["id"]
    written(closed, "RevisePrinciple", principle=principle, reason="Te vaag.", statement="Iedereen leert acht uur.")
    laptop.go(f"{home}/policy/principles")
    laptop.reads("Iedereen leert vier uur per maand, en het rooster laat dat zien.")
    laptop.sees("landscape.section.changed")
    laptop.reads("Iedereen leert acht uur.")
    laptop.send(laptop.named("button", laptop.word("landscape.section.keep")).first)
    laptop.reads("Iedereen leert vier uur per maand, en het rooster laat dat zien.")
    assert laptop.page.get_by_text(laptop.word("landscape.section.changed")).count() == 0


def test_two_people_in_one_passage_both_keep_their_text(window: Open, closed: Group) -> None:
    first, second = (at_the_landscape(window("laptop"), closed) for _ in range(2))
    place = f"/l/{closed.opened['landscape']}/policy/principles"
    for each in (first, second):
        each.go(place)
        each.click(
            each.page.locator("article.ll-passage").first.get_by_text(each.word("landscape.section.edit"), exact=True)
        )
    for each, text in ((first, "De woorden van de eerste."), (second, "De woorden van de tweede.")):
        each.page.get_by_label(each.word("landscape.section.words")).first.fill(text)
        each.send(each.page.get_by_role("button", name=each.word("landscape.section.save"), exact=True).first)
    second.sees("refusals.passage_changed")
    second.reads("De woorden van de eerste.")
    assert (
        second.page.get_by_label(second.word("landscape.section.words")).first.input_value()
        == "De woorden van de tweede."
    )
    second.complaints.clear()  # the browser reports the refused page itself


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_policy_is_adopted_on_its_page_and_that_version_stays(window: Open, closed: Group, language: str) -> None:
    laptop = at_the_landscape(window("laptop", language), closed)
    home = f"/l/{closed.opened['landscape']}"
    laptop.go(f"{home}/policy")
    fold = laptop.page.locator("details", has=laptop.page.locator("#adopt"))
    laptop.click(fold.locator("summary"))
    laptop.field("landscape.route.adopted_by").fill("de directie")
    laptop.field("landscape.route.without_consent", optional=True).fill("De cao regelt het al.")
    adopt = fold.get_by_role("button")
    laptop.click(adopt)  # it asks once more
    laptop.page.wait_for_timeout(600)
    laptop.send(adopt)
    follow(laptop, laptop.word("landscape.edition.title", version=1))
    assert laptop.page.url.endswith(f"{home}/policy/editions/1")
    laptop.reads(HOURS)
    laptop.reads("De cao regelt het al.")
    principle = landscape(closed)["principles"][0]["id"]
    written(closed, "RevisePrinciple", principle=principle, reason="Te vaag.", statement="Iedereen leert acht uur.")
    laptop.page.reload()
    laptop.reads(HOURS)
    assert laptop.page.get_by_text("Iedereen leert acht uur.").count() == 0
