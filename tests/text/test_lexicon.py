# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the writing coach are whole, and say what they mean once."""

import pytest

from leerlandschap.core.coach import Rule, Words
from leerlandschap.core.coach.reading import plain
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import catalogue, lexicon

VARIANTS = {"R6": ("_bare", "_connector"), "R12": ("_double",)}


def phrases(words: Words) -> list[str]:
    return [*words.hedge, *words.intent, *words.impersonal, *words.vague, *words.jargon, *words.connectors, *words.keep]


@pytest.fixture(params=Language)
def words(request: pytest.FixtureRequest) -> Words:
    return lexicon().words[Language(request.param)]


def test_words_stand_in_the_lists_as_they_are_looked_up(words: Words) -> None:
    listed = [*phrases(words), *words.finite, *words.actors, *words.participles, *words.testable, *words.verbs]
    assert [each for each in listed if plain(each) != each] == []


@pytest.mark.parametrize("name", ["hedge", "intent", "impersonal", "vague", "keep", "two_ideas", "one_idea"])
def test_no_phrase_stands_in_a_list_twice(words: Words, name: str) -> None:
    listed = list(getattr(words, name))
    assert sorted(set(listed)) == sorted(listed)


def test_an_exception_is_about_a_phrase_that_is_looked_for(words: Words) -> None:
    looked_for = {*phrases(words), *words.two_ideas}
    assert [each for each in (*words.unless, *words.only_with) if each not in looked_for] == []
    assert words.house <= set(words.jargon)


def test_a_verb_is_listed_in_many_forms(words: Words) -> None:
    assert len(words.finite) >= 140


@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_sentences_and_no_others(language: Language) -> None:
    expected = {f"coach.rule.{rule}{variant}" for rule in Rule for variant in ("", *VARIANTS.get(rule, ()))}
    assert {key for key in catalogue(language) if key.startswith("coach.rule.")} == expected
