# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on paper says what the summary says, in well-formed blocks, with the figures behind every sentence."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.documents.paper import Entries, Grid, Heading, Paper, Paragraph, Picture, Run
from leerlandschap.documents.report_paper import report_paper
from leerlandschap.screens.summary_words import summary_of
from tests.documents.meeting import HOSTILE, PEOPLE, TYPED, Meeting, played

NL, EN = Language


def runs_of(paper: Paper) -> Iterator[Run]:
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Entries):
            yield from (run for first, more in block.entries for runs in (first, *more) for run in runs)


def words_of(paper: Paper) -> str:
    """Every word on it."""
    said = [paper.title, paper.subtitle, *paper.facts, *(note.text for note in paper.notes)]
    said += [b.text for b in paper.blocks if isinstance(b, Heading)]
    said += [cell for b in paper.blocks if isinstance(b, Grid) for row in (b.head, *b.rows) for cell in row]
    return " ".join([*said, *(run.text for run in runs_of(paper))])


def of_kind(paper: Paper, kind: type) -> list[object]:
    return [block for block in paper.blocks if isinstance(block, kind)]


@pytest.mark.parametrize("language", Language)
def test_everything_that_was_written_is_found_back(language: Language) -> None:
    meeting = played()
    words = words_of(report_paper(meeting.seen_by(), language))
    assert [name for name in TYPED if meeting.typed[name] not in words] == []


@pytest.mark.parametrize("language", Language)
def test_every_sentence_of_the_summary_is_on_it(language: Language) -> None:
    view = played().seen_by()
    found, words = summary_of(view, language), words_of(report_paper(view, language))
    said = [found.finding, found.second, found.took_part, found.unowned, found.rating, *found.ratings]
    said += [*found.thresholds, *(each.consent for each in found.principles)]
    said += [part for each in found.statements for part in (each.sentence, each.outcome, each.ours) if part]
    said += [step for each in found.follow_ups for step in each.steps]
    assert [each for each in said if each not in words] == []


def test_it_opens_with_the_finding_and_the_map() -> None:
    first, second, third, *_ = report_paper(played().seen_by(), NL).blocks
    assert isinstance(first, Paragraph)
    assert (first.look, first.runs[0].text) == ("lead", "Over 2 van de 5 stellingen zijn jullie het eens.")
    assert isinstance(second, Paragraph)
    assert isinstance(third, Picture)
    assert third.words.startswith("Jullie landschap. Over 2 van de 5 stellingen zijn jullie het eens. 1. Alleen leren")


def test_headings_go_down_one_level_at_a_time_and_anchors_are_their_own() -> None:
    headings = [b for b in report_paper(played().seen_by(), NL).blocks if isinstance(b, Heading)]
    assert headings[0].level == 1
    assert [(a, b) for a, b in pairwise(headings) if b.level > a.level + 1] == []
    anchors = [h.anchor for h in headings if h.anchor]
    assert len(anchors) == len(set(anchors))


def test_every_row_of_a_table_is_as_long_as_its_head() -> None:
    grids = [b for b in report_paper(played().seen_by(), NL).blocks if isinstance(b, Grid)]
    assert len(grids) == 5
    assert [g.caption for g in grids for row in g.rows if len(row) != len(g.head)] == []


def test_the_notes_count_up_in_the_order_in_which_they_are_named() -> None:
    paper = report_paper(played().seen_by(), NL)
    named = list(dict.fromkeys(n for run in runs_of(paper) for n in run.notes))
    assert named == [note.number for note in paper.notes] == list(range(1, len(paper.notes) + 1))


def test_a_statement_that_was_talked_about_has_the_figures_of_both_rounds_behind_it() -> None:
    paper = report_paper(played().seen_by(), NL)
    said = next(run for run in runs_of(paper) if run.text.startswith("12 van de 12"))
    assert [paper.notes[n - 1].text for n in said.notes] == [
        "Stelling 1, ronde 1: 2 helemaal oneens, 2 oneens, 1 ertussenin, 4 eens, 2 helemaal eens, 1 geen mening.",
        "Stelling 1, ronde 2: 0 helemaal oneens, 0 oneens, 0 ertussenin, 12 eens, 0 helemaal eens, 0 geen mening.",
    ]


def test_a_follow_up_without_an_owner_stands_out_in_words() -> None:
    runs = list(runs_of(report_paper(played().seen_by(), NL)))
    assert Run("1 vervolgactie heeft nog geen trekker.", strong=True) in runs
    assert Run("Nog niemand", strong=True) in runs


def test_the_annex_tells_only_of_what_happened() -> None:
    whole, bare = (words_of(report_paper(m.seen_by(), NL)) for m in (played(), Meeting()))
    method = (
        "Bij 1 stelling koos de groep na een gesprek opnieuw.",
        "Bij 1 stelling zegt de groep zelf iets anders dan de uitslag.",
        "De punten kregen stippen.",
        "Over een uitgangspunt gaf iedereen aan",
    )
    assert [said for said in method if said not in whole] == []
    assert [said for said in method if said in bare] == []
    assert "Antwoorden per stelling: 12" in whole
    assert "opgestoken handen" not in whole  # everyone had a phone


def test_a_workshop_that_has_only_begun_has_a_report_that_says_so() -> None:
    paper = report_paper(Meeting().seen_by(), NL)
    assert paper.facts[-1] == "Deze werksessie loopt nog. Wat hier staat, kan nog veranderen."
    assert of_kind(paper, Picture) == []
    gaps = [b.runs[0].text for b in paper.blocks if isinstance(b, Paragraph) and b.look == "gap"]
    assert gaps == [
        "Er zijn nog geen uitgangspunten.",
        "De reikwijdte is nog niet opgeschreven.",
        "Er zijn geen grenzen opgeschreven.",
        "Er is nog geen inzicht opgeschreven.",
        "Er zijn nog geen vervolgacties.",
        "Er is nog niets gekozen.",
    ]


def test_nobody_is_in_it_and_no_reason_that_was_written_with_a_stance() -> None:
    meeting = played()
    paper = str(report_paper(meeting.seen_by(Role.FACILITATOR), NL))
    assert [secret for secret in (*PEOPLE, meeting.typed["motivation"]) if secret in paper] == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_picture_is_well_formed_and_plain_whatever_a_statement_is_called(hostile: str) -> None:
    paper = report_paper(played({"name": hostile}).seen_by(), NL)
    picture = next(b for b in paper.blocks if isinstance(b, Picture))
    svg = ElementTree.fromstring(picture.svg)
    looks = {key for element in svg.iter() for key in element.attrib}
    assert looks & {"class", "role", "style", "aria-labelledby", "data-statement"} == set()
    assert (svg.get("width"), svg.get("height")) == tuple(svg.get("viewBox", "").split()[2:])
    assert "#f6f0e1" not in picture.svg  # warm paper is for screens
