# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody feeds it, the checker answers with complaints that can be said, on lines that exist."""

from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import check, known
from leerlandschap.playbooks.lines import Places
from leerlandschap.text import say
from tests.playbooks.mangling import CARD, mangled


@settings(max_examples=120, deadline=None)
@given(mangled())
def test_a_mangled_card_gives_sentences(text: str) -> None:
    answered(text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_junk_gives_sentences(text: str) -> None:
    assert answered(text)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab.=[]{}\"'#\n\\ 1,", max_size=80))
def test_nearly_toml_gives_sentences(text: str) -> None:
    answered(text)


def test_a_megabyte_gives_a_sentence() -> None:
    assert answered(CARD * 50)
    assert answered("\0" * 1_000_000)


def answered(text: str) -> int:
    """How many complaints there are, each of them sayable."""
    found = check(text)
    for each in found:
        assert 1 <= each.line <= text.count("\n") + 1
        assert all(each.sentence(say, language) for language in Language)
    return len(found)


def test_every_heading_of_the_card_is_found_on_its_line() -> None:
    lines, places = CARD.split("\n"), Places(CARD)
    for number, each in enumerate(known()["leerlandschap-verkennen"].statements):
        line = places.line(("statement", number, "text", "nl"))
        assert line
        assert lines[line - 1] == f'text.nl = "{each.text.nl}"'
