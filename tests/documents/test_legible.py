# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any text of any language can be printed: what we call shown, the press can show."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.coverage import LETTERS, characters, held_in, shown
from leerlandschap.documents.legible import SOFT_HYPHEN, breakable, legible, runs_right_to_left
from leerlandschap.documents.paper import Heading, Paper, Paragraph, Run, line


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200))
@example("👩‍👩‍👧 ✊🏿 🇳🇱 1️⃣")
@example("a\u0301\u0323\u0489 \ufeff \u2028 \u115f")
@example("\ud83d lone")
def test_the_press_takes_whatever_is_typed(text: str) -> None:
    """It refuses a character that it cannot show, so coming back at all is the proof."""
    blocks = (Heading(1, text), Paragraph((Run(text, strong=True), Run(text))))
    assert paper_pdf(Paper(text, Language.NL, blocks)).startswith(b"%PDF-1.7")


def test_the_press_has_a_sign_for_every_character_we_count_on() -> None:
    every = sorted(chr(code) for code in shown() if legible(chr(code)) == chr(code))
    assert len(every) > 5000
    blocks = [Paragraph(line(" ".join(every[i : i + 60]))) for i in range(0, len(every), 60)]
    assert paper_pdf(Paper("Alles", Language.NL, tuple(blocks))).startswith(b"%PDF-1.7")


def test_a_font_holds_what_it_is_for() -> None:
    wanted = {
        "AtkinsonHyperlegibleNext_400Regular": "aéïçŵŠő€“”…",
        "AtkinsonHyperlegibleNext_700Bold": "aéïçŵŠő€“”…",
        "NotoSans_400Regular": "жЩώΩ",
        "NotoSansArabic_400Regular": "مرحبا",
        "NotoSansHebrew_400Regular": "שלום",
        "NotoSansSymbols_400Regular": "→←",
        "NotoEmoji_400Regular": "😀👍",
    }
    held = {name: set(characters((LETTERS / f"{name}.ttf").read_bytes())) for name in wanted}
    assert {name: [c for c in letters if ord(c) not in held[name]] for name, letters in wanted.items()} == {
        name: [] for name in wanted
    }
    assert 0xFFFF not in shown()


def test_without_letters_one_sentence_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"`python hatch_build\.py` fetches them\."):
        held_in(tmp_path)


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("kort", "kort"),
        ("x" * 24, "x" * 24),
        ("x" * 25, f"{'x' * 10}-{'x' * 10}-{'x' * 5}"),
        ("woord " * 20, "woord " * 20),
        ("e\u0301" * 15, "e\u0301" * 15),  # a letter and its accent stay together
        ("👍" * 30, "👍" * 30),  # a line may end behind each of these already
    ],
)
def test_only_a_long_word_gets_places_to_break(word: str, parted: str) -> None:
    assert breakable(word).replace(SOFT_HYPHEN, "-") == parted


@pytest.mark.parametrize(
    ("text", "to_left"),
    [("", False), ("123", False), ("leren", False), ("😀 مرحبا", True), ("שלום abc", True), ("abc שלום", False)],
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, to_left: bool) -> None:
    assert runs_right_to_left(text) == to_left
