# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The writing coach says of each sentence what the rules say, in the order in which it helps."""

import pytest

from leerlandschap.core.coach import Lexicon, Rule, hints, is_just_begun, to_show
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import lexicon
from tests.core.coaching import coached, rules, words

NL, EN = Language

GOOD = [
    ("nl", "Elke medewerker leert vier uur per maand onder werktijd."),
    ("nl", "Leidinggevenden bespreken elk kwartaal één leerdoel met iedere medewerker."),
    ("nl", "De organisatie betaalt elke opleiding tot 1.500 euro."),
    ("nl", "Wij doen mee alleen als het team dat kiest."),
    ("en", "Every employee learns four hours a month in working time."),
    ("en", "Managers mentor each new colleague for three months."),
    ("en", "The organisation pays for every course up to €1,500."),
    ("en", "We hire only if nobody in the team can learn it within a year."),
]


@pytest.mark.parametrize(("language", "text"), GOOD)
def test_a_good_principle_is_left_alone(language: str, text: str) -> None:
    assert rules(text, language) == []


@pytest.mark.parametrize("text", ["", " ", "\n\t", "…", "?!", "— “”"])
def test_nothing_is_said_of_nothing(text: str) -> None:
    assert coached(text) == ()


FOUND = {
    "a question": ("nl", "R0", "Wie betaalt elke opleiding?", "Wie betaalt elke opleiding?"),
    "three words": ("nl", "R0", "Iedereen leert altijd.", "Iedereen leert altijd."),
    "a label": ("nl", "R0", "Leren en ontwikkelen in elke organisatie", "Leren en ontwikkelen in elke organisatie"),
    "a label with an infinitive": ("nl", "R0", "Ruimte voor leren en groeien", "Ruimte voor leren en groeien"),
    "an English label": ("en", "R0", "Support for learning in each team", "Support for learning in each team"),
    "a hedge": ("nl", "R2", "Elke medewerker leert in principe vier uur per maand.", "in principe"),
    "a longer hedge before a shorter": ("nl", "R2", "Wij zouden kunnen betalen.", "zouden kunnen"),
    "an English hedge": ("en", "R2", "Managers pay for each course where possible.", "where possible"),
    "an intention": ("nl", "R3", "De directie streeft naar vier uur per maand.", "streeft naar"),
    "an intention with words between": ("nl", "R3", "Het team biedt iedereen ruimte.", "biedt iedereen ruimte"),
    "what only makes possible": ("nl", "R3", "Elk team maakt leren mogelijk.", "maakt leren mogelijk"),
    "an English intention": ("en", "R3", "We aim to pay each course.", "aim to"),
    "a passive": ("nl", "R4", "Elke opleiding wordt door het team vergoed.", "wordt door het team vergoed"),
    "a passive turned round": ("nl", "R4", "Het team zegt dat alles vergoed wordt.", "vergoed wordt"),
    "a separable participle": ("nl", "R4", "Elk jaar worden drie dingen aangeboden.", "worden drie dingen aangeboden"),
    "a strong participle": ("nl", "R4", "Elk leerdoel wordt in mei besproken.", "wordt in mei besproken"),
    "a state": ("nl", "R4", "Elk leerdoel is in het dossier vastgelegd.", "is in het dossier vastgelegd"),
    "an English passive": ("en", "R4", "Each course is always fully paid by HR.", "is always fully paid"),
    "an irregular passive": ("en", "R4", "Employees are given five days each year.", "are given"),
    "nobody": ("nl", "R5", "Elk jaar dient te blijken wat het team leert.", "dient te"),
    "nobody in English": ("en", "R5", "It is important that each team learns.", "It is important that"),
    "a noun of a verb": ("nl", "R6", "HR begint elk jaar met de evaluatie van opleidingen.", "evaluatie van"),
    "an infinitive with an article": ("nl", "R6", "HR regelt het aanbieden van twee cursussen.", "aanbieden van"),
    "a long preposition": ("nl", "R6", "HR meet door middel van toetsen.", "door middel van"),
    "an English noun of a verb": ("en", "R6", "HR starts the assessment of each course in May.", "assessment of"),
    "nobody who acts": ("nl", "R7", "Elke opleiding kost tien euro.", "Elke opleiding kost tien euro."),
    "a vague word": ("nl", "R8", "Elk team krijgt voldoende tijd.", "voldoende"),
    "an English vague word": ("en", "R8", "Each team gets sufficient time.", "sufficient"),
    "a semicolon": ("nl", "R9", "HR betaalt elke cursus; de directie tekent.", ";"),
    "a second idea": ("nl", "R9", "HR betaalt elke cursus, daarnaast tekent de directie.", "daarnaast"),
    "not only but": ("en", "R9", "HR not only pays each course but plans it.", "not only"),
    "jargon": ("nl", "R11", "Elk team werkt aan zijn mindset.", "mindset"),
    "the longest jargon": ("nl", "R11", "HR meet elk jaar de duurzame inzetbaarheid.", "duurzame inzetbaarheid"),
    "a certainty": ("nl", "R12", "De organisatie betaalt altijd.", "altijd"),
    "no said twice": ("nl", "R12", "Niemand in het team leert niet zonder begeleider.", "niet zonder"),
    "an English no said twice": ("en", "R12", "It is not impossible that HR pays.", "not impossible"),
}  # fmt: skip


@pytest.mark.parametrize("told", FOUND)
def test_what_can_be_better_is_found_where_it_stands(told: str) -> None:
    language, rule, text, expected = FOUND[told]
    assert words(text, rule, language) == [expected]


@pytest.mark.parametrize("language", Language)
def test_every_rule_speaks_at_least_once(language: Language) -> None:
    texts = [text for spoken, _, text, _ in FOUND.values() if spoken == language]
    texts += ["Ja nee", "Leren is leuk, echt waar.", "woord " * 21, "Learning is fun, really.", "All mindset."]
    spoken = {rule for text in texts for rule in rules(text, language)}
    assert spoken == {rule.value for rule in Rule}


@pytest.mark.parametrize(("count", "levels"), [(20, []), (21, ["hint"]), (25, ["hint"]), (26, ["strong"])])
def test_twenty_words_are_enough_and_twenty_five_are_the_most(count: int, levels: list[str]) -> None:
    text = " ".join(["Wij", "leren", *["woord"] * (count - 2)])
    assert [hint.level.value for hint in coached(text) if hint.rule is Rule.LENGTH] == levels


def test_too_long_is_what_stands_beyond_the_twentieth_word() -> None:
    text = "Wij leren " + "woord " * 18 + "en nog wat."
    assert words(text, "R1") == ["en nog wat"]


@pytest.mark.parametrize(
    ("text", "third"), [("Wij leren. Wij doen.", []), ("Wij leren. Jij ook. Elk team.", ["Elk team"])]
)
def test_two_sentences_are_allowed_and_a_third_is_not(text: str, third: list[str]) -> None:
    assert words(text, "R1") == third


def test_a_full_stop_within_a_number_or_an_abbreviation_ends_no_sentence() -> None:
    assert words("Wij betalen 1.500 euro, 2.5 dag, art. drie, nr. vier, enz. en meer.", "R1") == []


def test_ands_are_two_ideas_from_the_third() -> None:
    assert words("HR en MT en OR beslissen elk jaar.", "R9") == []
    assert words("HR en MT en OR en directie beslissen elk jaar.", "R9") == ["en"]


def test_the_alternative_comes_along() -> None:
    found = coached("HR meet de evaluatie van commitment middels dialoog en synergie, en het plannen van tijd.")
    said = {hint.words: hint.alternative for hint in found if hint.alternative}
    assert said == {
        "evaluatie van": "evalueren",
        "middels": "met",
        "plannen van": "plannen",
        "synergie": "samenwerking",
    }


def test_an_exception_answers_a_certainty() -> None:
    assert words("De organisatie betaalt altijd, behalve bij ontslag.", "R12") == []


def test_a_text_without_a_limit_is_asked_how_one_would_see_it() -> None:
    assert rules("Leidinggevenden begeleiden nieuwe collega's.") == ["R10"]
    assert rules("Leidinggevenden begeleiden nieuwe collega's twee maanden.") == []


def test_the_order_is_that_in_which_it_helps() -> None:
    text = "Er wordt door middel van synergie misschien voldoende ruimte geboden; men streeft naar groei"
    assert rules(text) == ["R2", "R3", "R5", "R5", "R4", "R7", "R8", "R9", "R6", "R11", "R10"]


def test_three_are_shown_and_no_two_that_ask_the_same() -> None:
    found = coached("Er wordt door middel van synergie voldoende tijd geboden en men is blij")
    assert [hint.rule.value for hint in to_show(found)] == ["R5", "R8", "R6"]


def test_what_is_ignored_makes_room_for_the_next() -> None:
    found = coached("Wij betalen misschien en wellicht voldoende synergie.")
    assert [hint.key for hint in to_show(found)] == ["R2:misschien", "R8:voldoende", "R11:synergie"]
    assert [hint.key for hint in to_show(found, {"R2:misschien", "R8:voldoende"})] == [
        "R2:wellicht",
        "R11:synergie",
        "R10",
    ]


def test_too_early_is_not_too_little() -> None:
    assert is_just_begun("Elke medewerker")
    assert not is_just_begun("Elke medewerker.")
    assert not is_just_begun("Elke medewerker leert dus")


def test_an_organisation_may_allow_its_own_words() -> None:
    text = "Elk team leert duurzaam bouwen, met duurzame inzetbaarheid."
    allowing = lexicon().allowing(["Duurzaam", "duurzame inzetbaarheid"])
    assert [hint.words for hint in hints(text, allowing, NL)] == []
    assert words(text, "R8") == ["duurzaam"]


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "Elk team deelt zijn visie in een pilot."), ("en", "Each team shares its vision.")]
)
def test_words_of_the_house_are_no_jargon(language: str, text: str) -> None:
    assert words(text, "R11", language) == []


def test_a_word_of_the_house_that_carries_nothing_is() -> None:
    assert words("Elk team werkt vanuit een gedeelde visie.", "R11") == ["gedeelde visie"]


def test_each_language_has_its_own_words() -> None:
    assert Lexicon(lexicon().words).phrases.keys() == {NL, EN}
    assert "R2" not in rules("Elk team betaalt misschien.", "en")
