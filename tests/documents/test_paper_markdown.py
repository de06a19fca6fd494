# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as Markdown: headings, tables and a numbered list of notes; what people typed is never structure."""

import re

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import Block, Entries, Grid, Heading, Note, Paper, Paragraph, Run, line
from leerlandschap.documents.paper_markdown import paper_markdown
from leerlandschap.documents.policy_paper import policy_paper
from leerlandschap.screens.gallery_landscape import example
from tests.documents.papers import STRANGE

NL, EN = Language


def drawn(*blocks: Block) -> list[str]:
    return paper_markdown(Paper("Wie doet wat", NL, blocks)).rstrip("\n").split("\n\n")


def test_blocks_are_what_they_are_in_markdown() -> None:
    assert '## <a id="here_1"></a>1\\. Kern' in drawn(Heading(1, "1. Kern", "here_1"))
    assert "> Nog in te vullen" in drawn(Paragraph(line("Nog in te vullen"), "gap"))
    assert "- Wie?\n  - Iedereen" in drawn(Entries(((line("Wie?"), (line("Iedereen"),)),)))
    assert "**Sterk** en gewoon" in drawn(Paragraph((Run("Sterk", strong=True), Run(" en gewoon"))))


def test_a_table_carries_the_notes_of_its_rows() -> None:
    grid = Grid("Wie doet wat", ("Wat", "Wie"), (("Bellen", "A|B"),), ((1,),))
    text = paper_markdown(Paper("Wie doet wat", NL, (grid,), (Note(1, "Zo afgesproken."),), "Noten"))
    assert "| Wat | Wie |\n| --- | --- |\n| Bellen | A\\|B <sup>[\\[1\\]](#note-1)</sup> |" in text
    assert text.endswith('## Noten\n\n1. <a id="note-1"></a>Zo afgesproken.\n')


@pytest.mark.parametrize("language", Language)
def test_every_number_in_a_policy_has_its_note(language: Language) -> None:
    text = paper_markdown(policy_paper(example(language), "https://leren.example"))
    named = set(re.findall(r"\(#note-(\d+)\)", text))
    assert named == set(re.findall(r'id="note-(\d+)"', text))
    assert "<https://leren.example/l/lgallery/workshops/wgallery1#statement-1>" in text


@pytest.mark.parametrize("typed", STRANGE)
def test_what_people_typed_is_one_line_without_a_tag(typed: str) -> None:
    """However many lines it was typed in, and whatever it begins with."""
    _, said = drawn(Paragraph(line(typed)))
    assert "\n" not in said
    assert not re.match(r"\s*([#>+-]|\d+[.)]|~~~|```)", said)
    assert not re.search(r"(?<!\\)<", said)


@pytest.mark.parametrize("typed", STRANGE)
def test_what_people_typed_stays_in_its_cell(typed: str) -> None:
    """A bar that was typed begins no column."""
    table = drawn(Grid(typed, ("Wat", typed), ((typed, "ja"),)))[-1]
    assert [len(re.findall(r"(?<!\\)\|", each)) for each in table.split("\n")] == [3, 3, 3]
