# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hands make of a policy, what is offered to them, and what they are warned about."""

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape.state import Passage, Writing
from leerlandschap.core.vocabulary import Country, Language, PassageId, SectionId
from leerlandschap.playbooks.policy import legal_frame
from leerlandschap.screens.gallery_landscape import NOW, example
from leerlandschap.screens.policy import policy_of
from leerlandschap.screens.policy.evidence import place_of, words_of
from leerlandschap.screens.policy.shapes import Evidence, PolicyPassage, PolicySection
from leerlandschap.views.landscape_shapes import LandscapeView

NL, EN = Language


def written(text: str, country: Country = Country.NL) -> LandscapeView:
    passage = Passage(PassageId("own-9"), SectionId.TIME_AND_MONEY, "edited", "", (Writing(text, NOW, "landscape"),), 9)
    return replace(example(NL), passages=(passage,), country=country)


def section(view: LandscapeView, wanted: SectionId) -> PolicySection:
    return next(s for s in policy_of(view).sections if s.id is wanted)


def own(view: LandscapeView) -> PolicyPassage:
    return next(p for s in policy_of(view).sections for p in s.passages if p.id == "own-9")


@pytest.mark.parametrize("country", Country)
def test_the_law_is_offered_with_its_date_and_never_put_in(country: Country) -> None:
    there = section(replace(example(NL), country=country), SectionId.LEGAL_FRAME)
    frame = legal_frame(country)
    assert there.passages == ()
    assert [each.id for each in there.standard] == [f"legal-{p.id}" for p in frame.passages]
    for offer, passage in zip(there.standard, frame.passages, strict=True):
        text, dated = offer.paragraphs
        assert text == passage.text
        assert dated.nl == (
            f"Bron: {passage.source}. Zo gold het op 1 februari 2026. Dit is algemene uitleg en geen juridisch advies."
        )
        assert (offer.about.nl or "").endswith(str(frame.no_advice.nl))


def test_an_offer_says_to_whom_the_law_applies() -> None:
    offers = section(replace(example(EN), country=Country.BE), SectionId.LEGAL_FRAME).standard
    plan = next(each for each in offers if each.id == "legal-training_plan")
    assert (plan.about.en or "").startswith("Applies to: Private sector, at least 20 employees. This is a general")


def test_who_writes_that_study_costs_are_paid_back_is_warned() -> None:
    (warning,) = own(written("Wie binnen een jaar weggaat, betaalt de helft terug.")).warnings
    assert warning.no_advice == legal_frame(Country.NL).no_advice.nl
    assert "Zo gold het op 1 februari 2026." in warning.source


def test_other_texts_are_not_warned_about() -> None:
    assert own(written("Wij betalen elke opleiding.")).warnings == ()


def test_the_warning_is_that_of_the_country() -> None:
    belgian = own(written("Met een scholingsbeding.", Country.BE)).warnings
    assert [each.id for each in belgian] == ["study_costs"]


def test_a_table_shows_a_number_with_every_row() -> None:
    agenda = section(example(NL), SectionId.ACTION_AGENDA).passages[0]
    notes = {n.number: n.text for n in policy_of(example(NL)).notes}
    assert agenda.head[-1] == "Noot"
    assert [row[-1] for row in agenda.rows] == [", ".join(map(str, row)) for row in agenda.row_notes]
    assert [notes[n] for row in agenda.row_notes for n in row] == [
        "In de werksessie “Leren bij ons” op 20 november 2025 (team Vergunningen) is vervolgactie 1 afgesproken: "
        "“De uren voor leren in de roosters optellen.”",
        "In de werksessie “Leren bij ons” op 20 november 2025 (team Vergunningen) is vervolgactie 2 afgesproken: "
        "“Uitzoeken wat de cao zegt over leren in deeltijd.”",
        "In de werksessie “Leren bij ons, een jaar later” op 13 november 2026 (team Beheer) is vervolgactie 6 "
        "afgesproken: “Nagaan wie van het opleidingsgeld nog niets kreeg.”",
    ]


def test_a_note_about_a_statement_gives_every_round_in_figures() -> None:
    said = words_of(Evidence("statement", "s1", "wgallery1"), example(NL))
    assert said == (
        "In de werksessie “Leren bij ons” op 20 november 2025 (team Vergunningen) nam de groep een standpunt in over "
        "stelling 1. Ronde 1: 3 helemaal oneens, 2 oneens, 2 ertussenin, 3 eens, 2 helemaal eens, 0 geen mening. "
        "Ronde 2: 3 helemaal oneens, 2 oneens, 2 ertussenin, 3 eens, 2 helemaal eens, 0 geen mening."
    )
    assert (
        place_of(Evidence("statement", "s1", "wgallery1"), example(NL)) == "/l/lgallery/workshops/wgallery1#statement-1"
    )


NOT_THERE = [
    Evidence("workshop", workshop="w-nowhere"),
    Evidence("statement", "s9", "wgallery1"),
    Evidence("choice", "q9", "wgallery1"),
    Evidence("insight", "7", "wgallery1"),
    Evidence("point", "o9", "wgallery1"),
    Evidence("parked", "7", "wgallery1"),
    Evidence("principle", "p9"),
    Evidence("follow_up", "f9"),
    Evidence("finding", "b9"),
    Evidence("boundary", "g9"),
    Evidence("step", "9"),
    Evidence("outline", "weather"),
]


@pytest.mark.parametrize("each", NOT_THERE, ids=lambda each: each.kind)
def test_evidence_that_does_not_exist_is_found_out(each: Evidence) -> None:
    with pytest.raises(LookupError):
        words_of(each, example(NL))


@pytest.mark.parametrize("kind", ["scope", "review"])
def test_what_nobody_worded_or_planned_is_no_evidence(kind: str) -> None:
    with pytest.raises(LookupError):
        words_of(Evidence(kind), example(NL, empty=True))  # type: ignore[arg-type]


def test_what_is_decided_stands_whatever_becomes_of_its_source() -> None:
    view = example(NL)
    before = section(view, SectionId.PRINCIPLES).passages[0]
    decided = Passage(
        PassageId(before.id), SectionId.PRINCIPLES, "decided", before.source, (Writing("Wij leren.", NOW, "x"),), 1
    )
    moved = replace(view.principles[0], words=replace(view.principles[0].words, statement="Iedereen leert."))
    now = section(replace(view, passages=(decided,), principles=(moved, *view.principles[1:])), SectionId.PRINCIPLES)
    first = now.passages[0]
    assert (first.mark, first.text, first.changed) == ("decided", "Wij leren.", True)
    assert first.generated.startswith("Iedereen leert.")
    assert first.notes


def test_what_a_hand_wrote_stays_when_its_source_is_gone_and_says_so() -> None:
    view = example(NL)
    before = section(view, SectionId.PRINCIPLES).passages[0]
    by_hand = Passage(
        PassageId(before.id), SectionId.PRINCIPLES, "edited", before.source, (Writing("Wij leren.", NOW, "x"),), 1
    )
    gone = replace(view.principles[0], stands=False)
    view = replace(view, passages=(by_hand,), principles=(gone, *view.principles[1:]))
    now = section(view, SectionId.PRINCIPLES).passages[-1]
    assert (now.id, now.text, now.gone, now.notes) == (before.id, "Wij leren.", True, ())


def test_what_was_all_by_hand_is_not_called_gone() -> None:
    assert not own(written("Wij betalen elke opleiding.")).gone
