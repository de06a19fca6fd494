# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Both languages say the same things, in the voice of the house."""

import re
from importlib.resources import files

import pytest

from leerlandschap.core.vocabulary import Language, Position, Refusal, Zone
from leerlandschap.text import areas, catalogue, parameters_of, say
from leerlandschap.text.catalogue import flattened

NL, EN = Language
REFUSALS = sorted(key for key in catalogue(NL) if key.startswith("refusals."))


def test_both_languages_have_the_same_areas() -> None:
    for language in Language:
        there = {each.name for each in files("leerlandschap.text").joinpath(language).iterdir()}
        assert there == {f"{area}.toml" for area in areas()}


def test_both_languages_have_the_same_keys() -> None:
    assert catalogue(NL).keys() == catalogue(EN).keys()


def test_both_languages_fill_in_the_same_things() -> None:
    apart = [key for key, text in catalogue(NL).items() if parameters_of(text) != parameters_of(catalogue(EN)[key])]
    assert apart == []


@pytest.mark.parametrize("language", Language)
def test_no_text_is_empty_or_has_loose_spaces(language: Language) -> None:
    assert [key for key, text in catalogue(language).items() if not text or text != text.strip()] == []


@pytest.mark.parametrize("language", Language)
def test_no_brace_is_left_open(language: Language) -> None:
    bare = {key: re.sub(r"\{\w+\}", "", text) for key, text in catalogue(language).items()}
    assert [key for key, text in bare.items() if "{" in text or "}" in text] == []


@pytest.mark.parametrize("language", Language)
def test_a_text_about_a_number_has_both_forms(language: Language) -> None:
    texts = catalogue(language)
    for key in texts:
        stem, _, form = key.rpartition(".")
        if form in ("one", "other"):
            assert {f"{stem}.one", f"{stem}.other"} <= texts.keys()


def test_dutch_says_je_and_never_u() -> None:
    assert [key for key, text in catalogue(NL).items() if re.search(r"\b(u|uw)\b", text, re.IGNORECASE)] == []


def test_dutch_gives_no_marks() -> None:
    banned = re.compile(r"\b(score|winnaar|gemiddelde|consensus)", re.IGNORECASE)
    assert [key for key, text in catalogue(NL).items() if banned.search(text)] == []


@pytest.mark.parametrize("language", Language)
def test_nobody_is_shouted_at(language: Language) -> None:
    assert [key for key, text in catalogue(language).items() if "!" in text] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_has_a_sentence(code: Refusal, language: Language) -> None:
    assert f"refusals.{code}" in catalogue(language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", REFUSALS)
def test_a_refusal_says_what_is_wrong_and_what_to_do(key: str, language: Language) -> None:
    said = say(key, language, most=3, length=9, port=8000)
    assert re.fullmatch(r"[^.]+\. .+\.", said)


@pytest.mark.parametrize("language", Language)
def test_every_place_on_the_scale_and_every_zone_has_a_word(language: Language) -> None:
    words = [say(f"general.position.{each.name.lower()}", language) for each in Position]
    words += [say(f"general.zone.{each}", language) for each in Zone]
    assert len(set(words)) == len(Position) + len(Zone)


@pytest.mark.parametrize("language", Language)
def test_the_privacy_notice_names_who_is_responsible(language: Language) -> None:
    said = say("participant.privacy.purpose", language, organisation="Gemeente Westerveen")
    assert said.startswith("Gemeente Westerveen ")


def test_a_text_that_is_no_text_is_found_at_once() -> None:
    with pytest.raises(TypeError, match=r"area\.deep\.wrong"):
        list(flattened({"deep": {"wrong": 3}}, "area"))
