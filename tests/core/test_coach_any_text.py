# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any text whatever: nothing is raised, what is pointed at is there, and twice the text takes twice the work."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.coach import hints
from leerlandschap.core.coach.reading import read
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import lexicon, said

LISTED = sorted(
    {word for each in lexicon().words.values() for word in (*each.hedge, *each.intent, *each.jargon, *each.finite)}
    | {word for each in lexicon().words.values() for word in (*each.auxiliaries, *each.negations, *each.participles)}
)
SIGNS = st.sampled_from(
    [" ", "  ", "\n", ".", ". ", "?", ";", ", ", "'", "’", "‘", '"', "“", "”", "-", "%", "\u0301", "İ", "ß"]
)
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(LISTED), SIGNS, st.text(max_size=3)), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(LISTED), SIGNS), max_size=60).map("".join),
)


@given(text=ANY_TEXT, language=st.sampled_from(Language))
def test_every_hint_of_any_text_points_at_words_that_stand_there(text: str, language: Language) -> None:
    for hint in hints(text, lexicon(), language):
        start, end = hint.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == hint.words
        assert said(hint, language)


@given(text=ANY_TEXT)
def test_every_sign_that_can_be_seen_is_read_once(text: str) -> None:
    read_again = "".join(text[token.start : token.end] for token in read(text).tokens)
    assert read_again == "".join(text.split())


SLOW_TO_READ = [
    "woord ",
    "wordt ",
    "niet ",
    "'",
    "“",
    "aandacht ",
    "het leren van ",
    "maakt ",
    "en ",
    "a-",
    "soms ",
    "\u0301",
    "te ",
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("piece", SLOW_TO_READ)
def test_twice_the_text_is_twice_the_work(piece: str, language: Language) -> None:
    assert _work(piece * 400, language) < 2.2 * _work(piece * 200, language) + 200


def _work(text: str, language: Language) -> int:
    """Lines of our own that are run: the same on every machine."""
    lines = 0

    def count(_frame: FrameType, happened: str, _what: Any) -> Any:
        nonlocal lines
        lines += happened == "line"
        return count

    known, before = lexicon(), sys.gettrace()
    sys.settrace(count)
    try:
        hints(text, known, language)
    finally:
        sys.settrace(before)
    return lines
