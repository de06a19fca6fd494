# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The glossary names everything that can be asked, that can happen, that can be refused and that can be turned."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from leerlandschap.core.landscape import commands as landscape_commands
from leerlandschap.core.landscape import events as landscape
from leerlandschap.core.vocabulary import Language, Refusal
from leerlandschap.core.workshop import commands as workshop_commands
from leerlandschap.core.workshop import events as workshop
from leerlandschap.settings import Settings
from leerlandschap.text import catalogue

GLOSSARY = Path(__file__).parents[2] / "docs/GLOSSARY.md"

Row = tuple[str, str, str]


def rows_under(heading: str) -> list[Row]:
    """The rows (code, Dutch, English) of the table under a heading."""
    part = GLOSSARY.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [row_of(line) for line in lines]


def row_of(line: str) -> Row:
    code, dutch, english = (cell.strip() for cell in line.strip("|").split("|"))
    return code.strip("`"), dutch, english


NAMED = {
    "Commands": [command.__name__ for command in get_args(workshop_commands.Command)],
    "Events": [event.__name__ for event in get_args(workshop.Event)],
    "Commands of a landscape": [command.__name__ for command in get_args(landscape_commands.Asked)],
    "Events of a landscape": [event.__name__ for event in get_args(landscape.Event)],
    "Refusals": [refusal.value for refusal in Refusal],
    "Settings": [field.name for field in msgspec.structs.fields(Settings)],
}


@pytest.mark.parametrize("heading", NAMED)
def test_the_glossary_names_exactly_what_the_code_knows(heading: str) -> None:
    assert sorted(code for code, _, _ in rows_under(heading)) == sorted(NAMED[heading])


@pytest.mark.parametrize("heading", ["Things", *NAMED])
def test_everything_named_has_a_dutch_and_an_english_word(heading: str) -> None:
    rows = rows_under(heading)
    assert rows
    assert [code for code, dutch, english in rows if not (dutch and english)] == []


@pytest.mark.parametrize("language", Language)
def test_every_refusal_has_its_sentence(language: Language) -> None:
    texts = catalogue(language)
    assert [refusal for refusal in Refusal if not texts.get(f"refusals.{refusal.value}", "").strip()] == []


def test_both_languages_say_the_same_things() -> None:
    assert set(catalogue(Language.NL)) == set(catalogue(Language.EN))
