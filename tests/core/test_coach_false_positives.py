# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What looks like a fault and is none. Each of these was once a reason to stop listening to a writing coach."""

import pytest

from leerlandschap.core.coach import hints
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import lexicon
from tests.core.coaching import rules, words

# What it is: the sentence, and the rules that must say nothing.
DUTCH = {
    "kan as permission": ("Elke medewerker kan vijf dagen per jaar een opleiding volgen.", {"R2"}),
    "mag as permission": ("Elke medewerker mag vijf dagen per jaar een opleiding volgen.", {"R2"}),
    "worden leidinggevende": ("Medewerkers worden leidinggevende na twee jaar.", {"R4", "R5"}),
    "wordt beter": ("Elk team wordt beter in twee dingen.", {"R4", "R8"}),
    "wordt mentor": ("Iedere medewerker wordt mentor na drie jaar.", {"R4"}),
    "worden without a participle that somebody else does": ("Wij worden mentor als HR het betaalt.", {"R4"}),
    "opgeleide": ("De organisatie wordt elk jaar een opgeleide collega rijker.", {"R4"}),
    "gewenste": ("Elk team wordt eigenaar van de gewenste opleiding.", {"R4"}),
    "verplichte": ("Iedereen wordt mentor na de verplichte cursus.", {"R4"}),
    "vrijwillige": ("Wij zijn vrijwillige mentoren voor elke nieuwe collega.", {"R4", "R2"}),
    "is gericht op": ("Elke opleiding van het team is gericht op het vak.", {"R4"}),
    "is verantwoordelijk voor": ("De leidinggevende is verantwoordelijk voor vier uur per maand.", {"R4"}),
    "algemeen directeur": ("De algemeen directeur betaalt elke opleiding.", {"R2", "R8"}),
    "redelijkerwijs": ("Elke medewerker doet wat redelijkerwijs nodig is.", {"R2", "R8"}),
    "vrij hebben": ("Elke medewerker krijgt vijf dagen vrij om te leren.", {"R2"}),
    "vrij at the end": ("Elke medewerker heeft op vrijdag vrij.", {"R2"}),
    "vrije tijd": ("Niemand leert in zijn vrije tijd.", {"R2", "R8"}),
    "vrije scholing": ("Elk team heeft drie dagen vrije scholing.", {"R2", "R8"}),
    "veelgestelde": ("HR beantwoordt elke week de veelgestelde vragen.", {"R8"}),
    "goedkeuring": ("Elke opleiding begint met goedkeuring van de leidinggevende.", {"R6", "R8"}),
    "voorzieningen": ("De organisatie betaalt de voorzieningen van elk team.", {"R6", "R8"}),
    "verschil": ("Wij maken geen verschil tussen teams.", {"R8"}),
    "mogelijk maken is no hedge": ("Leidinggevenden maken vier uur leren per maand mogelijk.", {"R2"}),
    "soms within a boundary": ("Soms betalen we de helft: als de cursus buiten het vak valt.", {"R2"}),
    "a choice with of": ("Elke medewerker kiest een cursus of een coach of een boek.", {"R9", "R7"}),
    "HR, MT and OR act": ("HR, MT en OR beslissen elk jaar samen.", {"R7", "R9"}),
    "the works council in small letters": ("De or beslist elk jaar mee.", {"R7"}),
    "leren en ontwikkelen is one idea": ("HR geeft leren en ontwikkelen en kennis en kunde en hobby elk tijd.", {"R9"}),
    "quoted": ("Wij schrappen “er wordt misschien gestimuleerd” uit elk plan.", {"R2", "R4", "R5"}),
    "quoted with single marks": ("Wij zeggen nooit 'in principe' of ‘eventueel’ tegen elkaar.", {"R2"}),
    "team is who acts": ("Elk team leert vier uur per maand.", {"R0", "R7"}),
    "coach is who acts": ("Een coach begeleidt elke nieuwe collega drie maanden.", {"R0", "R7"}),
    "coachen is what they do": ("Leidinggevenden coachen elke nieuwe collega drie maanden.", {"R0"}),
    "leiding van": ("Elke medewerker leert onder leiding van een collega.", {"R6"}),
    "afdeling van": ("Elke afdeling van de gemeente kiest twee mentoren.", {"R6"}),
    "vervallen van een functie": ("Bij het vervallen van een functie betaalt HR de omscholing.", {"R6"}),
    "a verb no list knows, after who acts": ("Leidinggevenden jureren elk kwartaal drie plannen.", {"R0"}),
    "dient as what it is for": ("Elk team leert wat het vak dient, twee uur per week.", {"R5"}),
    "te veel": ("Niemand volgt te veel cursussen per jaar.", {"R8"}),
}  # fmt: skip
ENGLISH = {
    "May the month": ("Managers plan each training day before 1 May.", {"R2"}),
    "May with its year": ("From May 2027 each team has a mentor.", {"R2"}),
    "can as permission": ("Every employee can take five days a year.", {"R2"}),
    "will as promise": ("The organisation will pay for every course.", {"R2"}),
    "should as duty": ("Managers should plan four hours a month.", {"R2"}),
    "support as a noun": ("Each new employee gets the support of a mentor.", {"R3"}),
    "quality manager": ("The quality manager trains each team once a year.", {"R8"}),
    "best practice": ("Each team shares one best practice a month.", {"R8"}),
    "rather than": ("We train people rather than hire, every year.", {"R2"}),
    "such as": ("The organisation pays for tools such as books, up to €100.", {"R2"}),
    "about": ("Managers talk about learning every month.", {"R2", "R8"}),
    "value as a noun": ("Every manager names the value of each course.", {"R3"}),
    "is based": ("Every plan of the team is based on one goal.", {"R4"}),
    "are entitled": ("Employees are entitled to five days a year.", {"R4"}),
    "is required": ("Each manager is required to plan four hours.", {"R4"}),
    "are committed is no passive": ("Managers are committed to four hours a month.", {"R4"}),
    "learning of": ("Managers plan the learning of each team.", {"R6"}),
    "meeting of": ("Each meeting of the team ends with one lesson.", {"R6"}),
    "quarter": ("Managers discuss learning each quarter.", {"R8", "R10"}),
    "good faith": ("Employees and managers act in good faith every day.", {"R8"}),
    "some in other words": ("Someone in each team knows something about somewhere.", {"R8"}),
    "drive a vehicle": ("Employees who drive a van get one training day a year.", {"R3"}),
    "or is no works council": ("Each course costs a day or a week.", {"R2"}),
    "OR is the works council": ("The OR decides within four weeks.", {"R7"}),
    "learning and development is one idea": ("HR gives learning and development and time and money and rest.", {"R9"}),
    "coach is what they do": ("Managers coach every new colleague for three months.", {"R0"}),
    "quoted": ('We drop "where possible, we aim to be supported" from each plan.', {"R2", "R3", "R4"}),
    "what somebody wants": ("Managers ask each employee what they want to learn.", {"R3"}),
    "both without and": ("Each manager trains both teams.", {"R9"}),
}  # fmt: skip


@pytest.mark.parametrize("told", DUTCH)
def test_in_dutch_it_is_left_alone(told: str) -> None:
    text, silent = DUTCH[told]
    assert silent & set(rules(text, "nl")) == set()


@pytest.mark.parametrize("told", ENGLISH)
def test_in_english_it_is_left_alone(told: str) -> None:
    text, silent = ENGLISH[told]
    assert silent & set(rules(text, "en")) == set()


def test_mogelijk_maken_promises_nothing() -> None:
    text = "Leidinggevenden maken vier uur leren per maand mogelijk."
    assert words(text, "R3") == ["maken vier uur leren per maand mogelijk"]


def test_in_an_english_text_or_is_nobody() -> None:
    assert words("Each course costs a day or a week.", "R7", "en") == ["Each course costs a day or a week."]


def test_a_firm_that_makes_things_last_may_say_duurzaam() -> None:
    text = "Elk team bouwt duurzaam."
    assert words(text, "R8") == ["duurzaam"]
    assert [h for h in hints(text, lexicon().allowing(["duurzaam"]), Language.NL) if h.rule == "R8"] == []


# The same words where they are what they look like: the exceptions above take nothing away from these.
MEANT = {
    "vrij": ("nl", "De organisatie betaalt vrij dure cursussen.", "R2"),
    "soms": ("nl", "Soms betalen we de helft.", "R2"),
    "redelijk": ("nl", "Elk team krijgt redelijk veel tijd.", "R2"),
    "in het algemeen": ("nl", "In het algemeen betaalt elk team.", "R2"),
    "verschillende": ("nl", "Elk team kiest verschillende cursussen.", "R8"),
    "mogelijk": ("nl", "Elk team betaalt mogelijk de helft.", "R2"),
    "worden": ("nl", "Medewerkers worden elk jaar opgeleid.", "R4"),
    "may": ("en", "Managers may sometimes pay half.", "R2"),
    "rather": ("en", "Each team gets rather short courses.", "R2"),
    "support": ("en", "Managers support learning each month.", "R3"),
    "value": ("en", "Managers value learning each month.", "R3"),
    "drive": ("en", "Managers drive innovation each month.", "R3"),
    "some": ("en", "Each team gets some time.", "R8"),
    "good": ("en", "Each team gets good time.", "R8"),
}


@pytest.mark.parametrize("told", MEANT)
def test_where_it_is_meant_it_is_found(told: str) -> None:
    language, text, rule = MEANT[told]
    assert rule in rules(text, language)
