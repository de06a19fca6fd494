# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement says what is known, and leaves open what only the organisation can say."""

import datetime

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.accessibility import Statement, accessibility_page
from leerlandschap.screens.gallery import gallery
from leerlandschap.screens.page import Page
from leerlandschap.settings import BadSetting, from_environment
from leerlandschap.text import say
from tests.screens.reading import Page as Read

NL, EN = Language
FULL = Statement(
    "Gemeente Westerveen",
    "toegankelijk@westerveen.example",
    "c",
    datetime.date(2026, 11, 2),
    "https://www.toegankelijkheidsverklaring.nl/register/1",
)
SCREENS = {each.screen: each for each in gallery().values()}
PREFIX = "LEERLANDSCHAP_ACCESSIBILITY_"


def drawn(statement: Statement, language: Language = NL) -> str:
    return accessibility_page(Page(language, "https://leren.example", "/toegankelijkheid"), statement)


@pytest.mark.parametrize("language", Language)
def test_what_the_organisation_did_not_fill_in_is_said_to_be_open(language: Language) -> None:
    text = Read(drawn(Statement(), language)).text
    assert text.count(say("accessibility.to_fill_in", language)) == 2  # the status, and whom to turn to
    assert say("accessibility.unfinished", language) in text


def test_nothing_is_open_once_everything_is_filled_in() -> None:
    html = drawn(FULL)
    text = Read(html).text
    assert say("accessibility.to_fill_in", NL) not in text
    assert say("accessibility.unfinished", NL) not in text
    assert "Gemeente Westerveen wil dat iedereen" in text
    assert "C, eerste maatregelen genomen" in text
    assert "vast op 2 november 2026" in text
    assert f'href="mailto:{FULL.contact}"' in html
    assert f'href="{FULL.register}"' in html


def test_a_contact_that_is_no_address_is_no_link() -> None:
    html = drawn(Statement(contact="Balie, 0521 123456"))
    assert "Balie, 0521 123456" in html
    assert "mailto:" not in html


@pytest.mark.parametrize("language", Language)
def test_it_does_not_claim_what_nobody_tested(language: Language) -> None:
    text = Read(drawn(FULL, language)).text
    assert say("accessibility.known.people", language) in text
    assert say("accessibility.known.readers", language) in text


def test_the_other_language_is_at_the_other_address() -> None:
    assert 'href="/language/en?back=/accessibility"' in drawn(FULL, NL)
    assert 'href="/language/nl?back=/toegankelijkheid"' in drawn(FULL, EN)


@pytest.mark.parametrize(("language", "address"), [(NL, "/toegankelijkheid"), (EN, "/accessibility")])
def test_every_screen_leads_to_it(language: Language, address: str) -> None:
    link = f'href="{address}">{say("accessibility.link", language)}</a>'
    without = {name for name, each in SCREENS.items() if each.draw(language).count(link) != 1}
    assert without == {"accessibility"}


@pytest.mark.parametrize(
    ("name", "value"), [("STATUS", "e"), ("STATUS", "A"), ("SIGNED", "2 november"), ("REGISTER", "javascript:alert(1)")]
)
def test_a_statement_that_cannot_be_is_refused_at_the_start(name: str, value: str) -> None:
    with pytest.raises(BadSetting):
        from_environment({}, {PREFIX + name: value})


def test_a_statement_comes_from_the_settings() -> None:
    given = {"STATUS": "c", "SIGNED": "2026-11-02", "REGISTER": FULL.register, "CONTACT": FULL.contact}
    settings = from_environment({}, {PREFIX + name: value for name, value in given.items()})
    assert settings.accessibility_signed == FULL.signed
    assert settings.accessibility_status == "c"
