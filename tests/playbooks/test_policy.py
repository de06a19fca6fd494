# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of the training policy and the law around it: whole, in two languages, and fitting the card."""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

import msgspec
import pytest

from leerlandschap.core.landscape.outline import Feed, LegalFrame, Outline, Section, StandardText
from leerlandschap.core.vocabulary import Country, Language, QuestionId, SectionId, StatementId
from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.playbooks import known
from leerlandschap.playbooks.policy import legal_frame, outline

SECTIONS = outline().sections
OFFERED = [each for section in SECTIONS for each in section.standard]
WHOLES: list[Outline | LegalFrame] = [outline(), *map(legal_frame, Country)]


@pytest.fixture(scope="module")
def card() -> Playbook:
    return known()["leerlandschap-verkennen"]


def texts(whole: Outline | LegalFrame, language: Language) -> Iterator[str]:
    """Everything that people read in one language."""
    waiting: list[object] = [msgspec.to_builtins(whole)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict) and set(each) == {"nl", "en"}:
            yield each[language]
        elif isinstance(each, dict | list | tuple):
            waiting += each.values() if isinstance(each, dict) else each


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?:;])\s+", text)


def test_the_sections_stand_in_the_order_of_the_document() -> None:
    assert [each.id for each in SECTIONS] == [*SectionId]
    assert [each.number for each in SECTIONS] == [*map(str, range(16)), *"ABCD"]


def test_sections_have_numbers_and_annexes_letters() -> None:
    assert [each.id for each in SECTIONS if each.is_annex] == [each for each in SectionId if each.startswith("annex_")]


@pytest.mark.parametrize("section", [each for each in SECTIONS if not each.is_annex], ids=lambda each: each.id)
def test_whoever_writes_a_section_is_asked_three_to_five_questions(section: Section) -> None:
    assert 3 <= len(section.questions) <= 5
    assert [each.nl for each in section.questions if not (each.nl or "").endswith(("?", "."))] == []


def test_annexes_write_themselves() -> None:
    annexes = [each for each in SECTIONS if each.is_annex]
    assert [each.id for each in annexes if each.questions or Feed.BY_HAND in each.fed_by] == []


def test_everything_that_a_section_can_be_fed_by_is_used() -> None:
    assert {feed for each in SECTIONS for feed in each.fed_by} == {*Feed}


def test_only_the_direction_is_left_to_people_and_findings() -> None:
    alone = [each.id for each in SECTIONS if {*each.fed_by} <= {Feed.BY_HAND, Feed.FINDINGS}]
    assert alone == [SectionId.DIRECTION]


def test_every_id_that_feeds_a_section_is_on_the_card(card: Playbook) -> None:
    options = {f"{question.id}.{option.id}" for question in card.questions for option in question.options}
    assert {fed for each in SECTIONS for fed in each.from_statements} == {each.id for each in card.statements}
    assert {fed for each in SECTIONS for fed in each.from_questions} == {each.id for each in card.questions}
    assert {fed for each in SECTIONS for fed in each.from_options} - options == set()


FEEDS = {
    "s1": ["where_we_stand", "view_of_learning", "boundaries"],
    "s2": ["where_we_stand", "boundaries", "from_need_to_decision"],
    "s3": ["where_we_stand", "view_of_learning", "target_groups"],
    "s4": ["where_we_stand", "monitoring"],
    "s5": ["where_we_stand", "target_groups", "time_and_money"],
    "our-own": ["where_we_stand"],
}


@pytest.mark.parametrize("statement", FEEDS)
def test_a_statement_of_the_card_feeds_its_sections_and_an_own_one_where_we_stand(statement: str) -> None:
    assert [*outline().sections_of_statement(StatementId(statement))] == FEEDS[statement]


ASKED = {
    "start": ["on_one_page", "reason_and_scope", "view_of_learning"],
    "forms": ["forms_of_learning"],
    "limits": ["boundaries"],
    "aim": ["view_of_learning", "target_groups"],
    "our-own": ["where_we_stand"],
}


@pytest.mark.parametrize("question", ASKED)
def test_a_question_of_the_card_feeds_its_sections_and_an_own_one_where_we_stand(question: str) -> None:
    assert [*outline().sections_of_question(QuestionId(question))] == ASKED[question]


@pytest.mark.parametrize("section", [each for each in SECTIONS if each.from_statements], ids=lambda each: each.id)
def test_a_section_that_names_statements_says_it_is_fed_by_them(section: Section) -> None:
    assert Feed.STATEMENTS in section.fed_by


def test_every_form_of_learning_is_in_one_group(card: Playbook) -> None:
    grouped = [form for each in outline().form_groups for form in each.forms]
    asked = next(each for each in card.questions if each.id == "forms")
    assert sorted(grouped) == sorted(each.id for each in asked.options)


@pytest.mark.parametrize("language", Language)
def test_each_form_of_learning_stands_in_the_table_under_its_group(card: Playbook, language: Language) -> None:
    table = next(each for each in OFFERED if each.id == "groups_of_forms")
    names = {option.id: option.text.spoken(language)[0] for each in card.questions for option in each.options}
    written = [(name, forms.spoken(language)[0].lower().split(", ")) for name, forms, _ in table.rows]
    assert [(name, sorted(forms)) for name, forms in written] == [
        (each.name, sorted(names[form].lower() for form in each.forms)) for each in outline().form_groups
    ]


@pytest.mark.parametrize("standard", OFFERED, ids=lambda each: each.id)
def test_a_table_to_take_over_is_filled_to_its_edges(standard: StandardText) -> None:
    assert {len(row) for row in standard.rows} <= {len(standard.columns)}
    assert standard.paragraphs or standard.rows


def test_what_is_offered_can_be_told_apart() -> None:
    assert [each.id for each in OFFERED] == [
        "maturity",
        "exceptions",
        "groups_of_forms",
        "default_roles",
        "costs",
        "need_to_decision",
        "monitoring_set",
        "yearly_cycle",
    ]


def test_nobody_is_told_to_learn_seventy_per_cent_at_work() -> None:
    assert [each for each in texts(outline(), Language.NL) if re.search(r"\d\s*%|70", each)] == []


def test_terms_are_explained_once_in_the_order_of_the_alphabet() -> None:
    words = [each.word.nl or "" for each in outline().terms]
    assert all(before < after for before, after in pairwise(words))
    assert {"Uitgangspunt", "Bevinding", "Kern", "Grijs gebied"} <= {*words}


@pytest.mark.parametrize("country", Country)
def test_the_law_has_a_date_and_is_no_advice(country: Country) -> None:
    frame = legal_frame(country)
    assert (frame.country, frame.dated.year) == (country, 2026)
    assert "geen juridisch advies" in (frame.no_advice.nl or "")
    assert "no legal advice" in (frame.no_advice.en or "")
    assert len({each.id for each in frame.passages}) == len(frame.passages) > 10


CLAUSES = [
    "Wie binnen twee jaar vertrekt, betaalt de helft terug.",
    "Er geldt een STUDIEKOSTENBEDING van drie jaar.",
    "De medewerker moet de kosten terug te betalen.",
    "Bij vertrek vorderen wij de kosten terug.",
    "Terugbetaling is de regel.",
    "Whoever leaves within two years pays half of it back.",
    "Employees repay the costs.",
]
INNOCENT = [
    "De organisatie betaalt alle studiekosten.",
    "We betalen. Daarna kijken we terug.",
    "We pay for all training.",
    "",
]


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("clause", CLAUSES)
def test_whoever_writes_that_costs_are_paid_back_is_warned(country: Country, clause: str) -> None:
    assert [each.id for each in legal_frame(country).warnings_about(clause)] == ["study_costs"]


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("sentence", INNOCENT)
def test_whoever_does_not_is_not_warned(country: Country, sentence: str) -> None:
    assert legal_frame(country).warnings_about(sentence) == ()


@pytest.mark.parametrize("whole", WHOLES, ids=["outline", *Country])
def test_dutch_speaks_to_people_as_je_and_does_not_shout(whole: Outline | LegalFrame) -> None:
    said = [*texts(whole, Language.NL)]
    assert len(said) > 30
    assert [each for each in said if re.search(r"\b(u|uw)\b|!", each, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("whole", WHOLES, ids=["outline", *Country])
def test_no_sentence_is_longer_than_twenty_five_words(whole: Outline | LegalFrame, language: Language) -> None:
    assert [each for text in texts(whole, language) for each in sentences(text) if len(each.split()) > 25] == []


@pytest.mark.parametrize("whole", WHOLES, ids=["outline", *Country])
def test_both_languages_end_a_text_alike(whole: Outline | LegalFrame) -> None:
    both = zip(texts(whole, Language.NL), texts(whole, Language.EN), strict=True)
    assert [(nl, en) for nl, en in both if (nl[-1] in ".?") != (en[-1] in ".?") or nl != nl.strip()] == []


def test_the_files_are_read_once() -> None:
    assert outline() is outline()
    assert legal_frame(Country.BE) is legal_frame(Country.BE)


def test_a_policy_is_no_playbook_that_a_workshop_could_start_with() -> None:
    there = {each.name for each in files("leerlandschap.playbooks.policy").iterdir() if each.name.endswith(".toml")}
    assert there == {"strategic-training-policy.toml", *(f"legal-{country}.toml" for country in Country)}
    assert [*known()] == ["leerlandschap-verkennen"]
