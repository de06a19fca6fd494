# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scripts hold no words, so whatever they may have to say is in both languages; and nothing else is."""

import re
from importlib.resources import files

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.rendering import client_words

SCRIPTS = "\n".join(
    each.read_text() for each in (files("leerlandschap.screens") / "static/js").iterdir() if each.name.endswith(".js")
)
PAGES = "\n".join(
    each.read_text() for folder in (files("leerlandschap.screens") / "templates").iterdir() for each in folder.iterdir()
)
STATES = set(re.findall(r"(\w+): \"", re.search(r"const CLASSES = \{(.*?)\}", SCRIPTS).group(1)))  # type: ignore[union-attr]


@pytest.mark.parametrize("language", Language)
def test_what_a_script_may_say_is_there(language: Language) -> None:
    said = {*re.findall(r"\bsay\(\"(\w+)\"", SCRIPTS), *STATES}
    assert len(said) > 10
    assert said - client_words(language).keys() == set()


def test_no_word_is_there_that_nobody_says() -> None:
    unsaid = {word for word in client_words(Language.NL) if f'"{word}"' not in SCRIPTS} - STATES
    assert {word for word in unsaid if f'"client.{word}"' not in PAGES} == set()
