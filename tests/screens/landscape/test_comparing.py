# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two wordings are compared word by word, and nothing of either gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from leerlandschap.core.landscape.outcome import Words
from leerlandschap.screens.landscape.comparing import Change, Piece, changes, compared

TEXTS = st.text(st.sampled_from("ab \n"), max_size=40) | st.text(max_size=40)


def test_a_word_that_changed_stands_between_words_that_stayed() -> None:
    assert compared("Wij leren vier uur.", "Wij leren zes uur.") == (
        Piece("same", "Wij leren"),
        Piece("gone", "vier"),
        Piece("added", "zes"),
        Piece("same", "uur."),
    )


def test_only_the_parts_that_differ_are_named_in_the_order_of_the_card() -> None:
    before = Words("Wij leren.", because="het loont", except_="er brand is")
    after = Words("Wij leren.", because="het moet", means="je plant het", except_="er brand is")
    assert changes(before, after) == (
        Change("because", (Piece("same", "het"), Piece("gone", "loont"), Piece("added", "moet"))),
        Change("means", (Piece("added", "je plant het"),)),
    )


def test_other_blanks_are_no_other_words() -> None:
    assert changes(Words("Wij  leren\nelke dag."), Words("Wij leren elke dag.")) == ()


def test_a_change_knows_what_went_what_came_and_whether_anything_stayed() -> None:
    (change,) = changes(Words("Leren mag."), Words("Leren moet nu."))
    assert (change.gone, change.added, change.shares) == (("mag.",), ("moet nu.",), True)
    (other,) = changes(Words("Leren mag."), Words("Wij betalen."))
    assert (other.gone, other.added, other.shares) == (("Leren mag.",), ("Wij betalen.",), False)


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_back_from_the_comparison(before: str, after: str) -> None:
    pieces = compared(before, after)
    old = " ".join(each.text for each in pieces if each.kind != "added")
    new = " ".join(each.text for each in pieces if each.kind != "gone")
    assert (old, new) == (" ".join(before.split()), " ".join(after.split()))


@given(text=TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert {each.kind for each in compared(text, text)} <= {"same"}
