# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The policy on paper says what the policy says, in well-formed blocks, with a note behind every generated sentence."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import Entries, Grid, Heading, NewPage, Paper, Paragraph, Picture, Run
from leerlandschap.documents.policy_paper import edition_paper, policy_paper
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.policy import policy_of, words_of_the_policy
from leerlandschap.views.landscape_shapes import Edition, LandscapeView, Stage

NL, EN = Language
HOUSE = "https://leren.example"
DAY = datetime.date(2026, 12, 1)


def runs_of(paper: Paper) -> Iterator[Run]:
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Grid):
            yield from (run for row in block.cells for cell in row for run in cell)
        elif isinstance(block, Entries):
            yield from (run for first, _ in block.entries for run in first)


def words_of(paper: Paper) -> str:
    captions = [b.caption for b in paper.blocks if isinstance(b, Grid)]
    return "\n".join([*(run.text for run in runs_of(paper)), *captions])


def headings(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


def adopted(view: LandscapeView) -> LandscapeView:
    sections, notes = words_of_the_policy(view)
    edition = Edition(1, view.language, view.organisation, DAY, "de directeur", sections=sections, notes=notes)
    return replace(view, editions=(edition,), stage=Stage.ADOPTED)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("empty", [False, True])
def test_every_section_is_there_in_its_order(language: Language, empty: bool) -> None:
    paper = policy_paper(example(language, empty=empty))
    titles = [getattr(each.title, language.value) for each in outline().sections]
    assert [text.partition(". ")[2] for text in headings(paper)] == titles
    anchors = [block.anchor for block in paper.blocks if isinstance(block, Heading)]
    assert anchors == [each.id.value for each in outline().sections]


@pytest.mark.parametrize("language", Language)
def test_everything_the_policy_says_is_on_it(language: Language) -> None:
    view = example(language)
    words = words_of(policy_paper(view))
    passages = [p for s in policy_of(view).sections for p in s.passages]
    said = [line for p in passages for line in p.text.splitlines()]
    said += [cell for p in passages for row in p.rows for cell in row[: -1 if p.row_notes else None]]
    assert [each for each in said if each not in words] == []


def test_notes_are_first_named_in_their_order_and_none_is_forgotten() -> None:
    """Word processors number them by themselves, in the order in which they meet them."""
    paper = policy_paper(example(NL))
    named = dict.fromkeys(n for run in runs_of(paper) for n in run.notes)
    assert list(named) == [note.number for note in paper.notes] == list(range(1, len(paper.notes) + 1))


def test_a_note_leads_to_where_it_can_be_seen_when_the_house_has_an_address() -> None:
    view = example(NL)
    assert {note.address for note in policy_paper(view).notes} == {""}
    addresses = {note.address for note in policy_paper(view, HOUSE).notes}
    assert f"{HOUSE}/l/lgallery/workshops/wgallery1#statement-1" in addresses
    assert f"{HOUSE}/l/lgallery/f/f3#finding-b1" in addresses


def test_it_says_how_far_it_is_and_how_complete() -> None:
    assert policy_paper(example(NL)).facts == (
        "Gemeente Westerveen",
        "De ondernemingsraad is om instemming gevraagd.",
        "Stand van 25 november 2026",
        "14 van 16 onderdelen ingevuld",
    )


def test_an_empty_section_says_what_would_fill_it() -> None:
    paper = policy_paper(example(NL, empty=True))
    gaps = [b for b in paper.blocks if isinstance(b, Paragraph) and b.look == "gap"]
    open_questions = [q for b in paper.blocks if isinstance(b, Entries) for (q,), _ in b.entries]
    assert [b.runs[0].text for b in gaps] == ["Nog in te vullen"] * 16 + ["Hier is nog niets."] * 3
    assert [q.text for q in open_questions] == [q.nl for s in outline().sections if not s.is_annex for q in s.questions]


def test_every_annex_begins_on_a_page_of_its_own() -> None:
    paper = policy_paper(example(NL))
    after = [b.text for a, b in pairwise(paper.blocks) if isinstance(a, NewPage) and isinstance(b, Heading)]
    assert [text.partition(".")[0] for text in after] == ["Bijlage A", "Bijlage B", "Bijlage C", "Bijlage D"]


def test_the_map_of_the_last_workshop_stands_where_we_stand_with_its_words() -> None:
    blocks = policy_paper(example(NL)).blocks
    (picture,) = (b for b in blocks if isinstance(b, Picture))
    before = blocks[blocks.index(picture) - 1]
    assert isinstance(before, Heading)
    assert before.anchor == "where_we_stand"
    assert picture.caption == "De kaart van de werksessie op 13 november 2026 (team Beheer)"
    assert "1. Alleen leren voor je functie: Kern: 8 van 10 oneens." in picture.words
    assert picture.svg.startswith("<svg")


def test_the_rows_of_a_table_have_their_notes_behind_them_and_no_column_of_numbers() -> None:
    (agenda,) = (b for b in policy_paper(example(NL)).blocks if isinstance(b, Grid) and b.caption.startswith("Alles"))
    assert agenda.head == ("Wat", "Wie", "Wanneer", "Eerste stap", "Klaar als")
    assert [len(row) for row in agenda.notes] == [1, 1, 1]
    assert {len(row) for row in agenda.rows} == {5}


@pytest.mark.parametrize("language", Language)
def test_an_edition_is_printed_in_the_words_in_which_it_was_adopted(language: Language) -> None:
    view = adopted(example(language))
    later = replace(view, principles=(), boundaries=(), follow_ups=(), findings=(), organisation="Anders")
    assert edition_paper(later, 1) == replace(edition_paper(view, 1))
    words = words_of(edition_paper(later, 1))
    assert example(language).principles[0].words.statement in words
    assert "Aïsha" not in words


def test_an_edition_says_which_version_it_is_until_when_and_by_whom() -> None:
    view = adopted(example(NL))
    edition = replace(
        view.editions[0],
        valid_until=datetime.date(2029, 12, 31),
        review_on=DAY.replace(year=2027),
        without_consent="Er is geen OR.",
    )
    assert edition_paper(replace(view, editions=(edition,)), 1).facts == (
        "Gemeente Westerveen",
        "Op 1 december 2026 is versie 1 vastgesteld door: de directeur.",
        "Deze versie geldt tot en met 31 december 2029.",
        "Op 1 december 2027 bekijken we dit beleid opnieuw.",
        "Vastgesteld zonder instemming, omdat: Er is geen OR.",
    )


def test_a_version_that_never_was_is_no_document() -> None:
    with pytest.raises(LookupError):
        edition_paper(example(NL), 2)


def test_a_policy_in_force_says_so() -> None:
    assert policy_paper(adopted(example(NL))).facts[1] == "Versie 1 geldt sinds 1 december 2026."
