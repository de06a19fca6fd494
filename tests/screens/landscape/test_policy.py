# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The policy on its pages: every form is a command that the rules take, and what is offered exists."""

import re

import pytest

from leerlandschap.core.landscape.commands import AdoptPolicy, Asked
from leerlandschap.core.vocabulary import Language, Refused, SectionId
from leerlandschap.documents.edition_kinds import EDITION_KINDS
from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape import edition
from leerlandschap.screens.landscape.compare import compare_page
from leerlandschap.screens.landscape.edition import edition_page
from leerlandschap.screens.landscape.policy import KINDS, paragraphs, policy_page
from leerlandschap.screens.landscape.section import section_page
from leerlandschap.screens.page import Page
from leerlandschap.web.forms import OF_A_LANDSCAPE
from tests.screens.reading import Page as Read
from tests.screens.reading import commands_in

NL, EN = Language
FILLED_IN = {  # what somebody fills in
    "WritePassage": b"&text=Leren",
    "AdoptPolicy": b"&on=2026-11-25&adopted_by=de+directie&valid_until=&review_on=&without_consent=",
    "RecordConsent": b"&on=2026-11-25&decision=given&number=OR-14&remark=",
    "PlanReview": b"&on=2027-11-25",
}


def page(language: Language = NL) -> Page:
    return Page(language, "https://leren.example", "/l/lgallery/policy")


def section(name: str, language: Language = NL) -> str:
    return str(section_page(page(language), example(language), {"section": name}))


def test_every_document_that_is_offered_exists() -> None:
    assert sorted(KINDS) == sorted(LANDSCAPE_KINDS)
    assert sorted(edition.KINDS) == sorted(EDITION_KINDS)


@pytest.mark.parametrize("language", Language)
def test_the_policy_shows_every_section_and_the_questions_of_the_empty_ones(language: Language) -> None:
    text = Read(str(policy_page(page(language), example(language, empty=True), {}))).text
    for each in outline().sections:
        assert f"{each.number}. {each.title.spoken(language)[0]}" in text
    for question in outline().section(SectionId.DIRECTION).questions:
        assert question.spoken(language)[0] in text


@pytest.mark.parametrize("name", [each.id.value for each in outline().sections])
def test_every_form_of_a_section_is_a_command(name: str) -> None:
    for form in commands_in(section(name)):
        command = OF_A_LANDSCAPE.form(form.body + FILLED_IN.get(dict(form.fields)["type"], b""))
        assert not isinstance(command, Refused), (name, form.id, command)


def test_every_form_of_the_policy_is_a_command() -> None:
    forms = commands_in(str(policy_page(page(), example(NL), {})))
    assert {form.id for form in forms} == {"consent", "adopt", "review", "frame"}  # consent has been asked already
    for form in forms:
        command: Asked | Refused = OF_A_LANDSCAPE.form(form.body + FILLED_IN.get(dict(form.fields)["type"], b""))
        assert not isinstance(command, Refused), (form.id, command)


def test_adopting_needs_no_reason_once_consent_is_given() -> None:
    command = OF_A_LANDSCAPE.form(b"type=AdoptPolicy&on=2026-11-25&adopted_by=de+directie&valid_until=&review_on=")
    assert isinstance(command, AdoptPolicy)
    assert (command.valid_until, command.review_on, command.without_consent) == (None, None, None)


def test_a_section_the_policy_does_not_have_is_not_there() -> None:
    assert section_page(page(), example(NL), {"section": "wishes"}) is None
    assert edition_page(page(), example(NL), {"version": "2"}) is None
    assert compare_page(page(), example(NL), {"first": "w-nowhere", "second": "wgallery2"}) is None


def test_the_notes_of_a_passage_lead_to_where_its_evidence_stands() -> None:
    html = section("where_we_stand")
    assert 'href="/l/lgallery/workshops/wgallery2#statement-1"' in html
    assert 'href="/l/lgallery/f/f3#finding-b1"' in html


def test_two_gatherings_say_what_became_core_and_what_held() -> None:
    text = Read(str(compare_page(page(), example(NL), {}))).text
    assert "1 van 5 stellingen werd kern." in text
    assert "2 bleven grijs." in text
    assert "Ingetrokken op" not in text  # the one withdrawn was not kept by the group
    assert "Herzien op 13 november 2026." in text


def test_one_gathering_has_nothing_to_compare_and_says_what_to_do() -> None:
    text = Read(str(compare_page(page(), example(NL, empty=True), {}))).text
    assert "Speel dezelfde kaart nog eens." in text


def test_an_empty_line_begins_a_new_paragraph() -> None:
    assert paragraphs("een\n\n \n twee\ndrie\n") == ["een", " twee\ndrie\n"]


def test_what_the_law_says_stands_beside_the_passage_it_is_about() -> None:
    """Once, with where it comes from and that it is no advice; not beside anything else."""
    article = section("time_and_money").partition('id="passage-own-2"')[2].partition("</article>")[0]
    said = Read(article).text
    assert "Let op met terugbetalen van studiekosten." in said
    assert "Zo gold het op 1 februari 2026." in said
    assert said.count("geen juridisch advies") == 1
    assert section("time_and_money").count("Let op met terugbetalen") == 1


def test_a_table_says_what_it_is_and_its_rows_lead_to_their_own_notes() -> None:
    html = section("action_agenda")
    assert "<caption>Alles wat nog te doen is</caption>" in html
    numbers = re.findall(r'href="#action_agenda-(note-\d+)"', html)
    assert numbers
    assert [each for each in numbers if f'id="action_agenda-{each}"' not in html] == []


@pytest.mark.parametrize(("name", "wide"), [("action_agenda", True), ("forms_of_learning", False)])
def test_every_table_scrolls_by_itself_and_only_more_than_three_columns_are_made_wide(name: str, wide: bool) -> None:
    """On a phone with large letters three columns are too many too."""
    html = section(name)
    assert html.count('class="ll-scroll" tabindex="0" role="region"') == html.count("<table")
    assert ("ll-table--many" in html) is wide


@pytest.mark.parametrize("name", [each.id.value for each in outline().sections])
def test_no_two_things_on_a_page_have_one_name(name: str) -> None:
    ids = re.findall(r' id="([^"]+)"', section(name))
    assert sorted(set(ids)) == sorted(ids)


def test_an_edition_says_its_own_words_and_not_those_of_today() -> None:
    text = Read(str(edition_page(page(), example(NL), {"version": "1"}))).text
    assert "Vastgesteld op 3 februari 2026 door: Directieteam." in text
    assert "De organisatie betaalt elke opleiding." in text
    assert "2.000 euro" not in text


def test_every_document_says_when_it_takes_a_while_and_those_to_write_on_in_are_not_folded_away() -> None:
    html = str(policy_page(page(), example(NL), {}))
    documents = html.partition('id="documents"')[2].partition("</section>")[0]
    assert documents.count("download data-making") == len(KINDS)
    assert documents.count('role="status" data-made') == 1
    open_ones = re.findall(r"/documents/(\w+)", documents.partition("<details")[0])
    assert open_ones == ["odt", "docx", "pdf"]


def test_the_contents_lead_to_the_sections_of_the_same_page() -> None:
    html = str(policy_page(page(), example(NL), {}))
    contents = re.findall(r'href="#([a-z_]+)"', html.partition('id="contents"')[2].partition("</ol>")[0])
    assert contents == [each.id.value for each in outline().sections]
    assert [each for each in contents if f'<section id="{each}">' not in html] == []


def test_only_the_latest_steps_of_a_long_way_stand_open() -> None:
    html = str(policy_page(page(), example(NL), {}))
    assert "4 eerdere stappen" in html
    lists = re.findall(r'<ol class="ll-history">(.*?)</ol>', html)
    assert [each.count("<li>") for each in lists] == [4, 3]
