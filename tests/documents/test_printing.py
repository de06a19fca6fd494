# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed says what the playbook says, on the paper that was asked for, and can be read aloud too."""

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.documents.printing import CANVAS_ROOM, PRINTS, Size
from leerlandschap.screens.door import Door
from leerlandschap.screens.prints import PRINTED
from leerlandschap.screens.rendering import plain
from tests.documents.meeting import Meeting
from tests.documents.pdf_reading import Read

NL, EN = Language
DOOR = Door("https://leren.example.org/j/K7M2QX", "leren.example.org", "K7M2QX")
MILLIMETRES = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594)}
EVERY = [(kind, size) for kind, each in PRINTS.items() for size in each.sizes]


def printed(kind: str, size: Size | None = None, language: Language = NL, meeting: Meeting | None = None) -> Read:
    view = (meeting or Meeting()).seen_by(Role.FACILITATOR)
    return Read(PRINTS[kind].press(view, DOOR, language, size or PRINTS[kind].sizes[0]))


def with_statements(*texts: str) -> Meeting:
    meeting = Meeting()
    meeting.leads(*(c.EditStatement(text, f"Naam {i}") for i, text in enumerate(texts)))
    return meeting


def test_the_pages_offer_everything_that_can_be_printed() -> None:
    assert list(PRINTED) == EVERY


@pytest.mark.parametrize(("kind", "size"), EVERY)
def test_it_comes_on_the_paper_that_was_asked_for(kind: str, size: Size) -> None:
    read = printed(kind, size)
    sides = {tuple(sorted(round(float(at) / 72 * 25.4) for at in page.obj.MediaBox[2:])) for page in read.pdf.pages}
    assert sides == {MILLIMETRES[size]}
    with read.pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"


@pytest.mark.parametrize("language", Language)
def test_the_card_says_what_the_playbook_says_on_two_sides_at_most(language: Language) -> None:
    view, read = Meeting().seen_by(Role.FACILITATOR), printed("card", language=language)
    said = [view.playbook_title, view.aim, view.duration, view.closing, *(s.text for s in view.statements)]
    said += [q.text for q in view.questions]
    said += [words for step in view.steps[1:4] for words in (step.title, step.instruction)]
    assert [words for words in said if plain(language, words) not in read.text] == []
    assert len(read.pdf.pages) <= 2


def test_each_statement_has_a_card_and_two_cards_share_a_sheet() -> None:
    view, read = Meeting().seen_by(Role.FACILITATOR), printed("statements")
    assert read.said("H1") == [plain(NL, each.text) for each in view.statements]
    assert len(read.pdf.pages) == 3


def test_the_poster_shows_the_way_in_in_words_too() -> None:
    read = printed("poster")
    (figure,) = [each for name, each in read.elements() if name == "Figure"]
    assert str(figure.Alt) == "QR-code naar https://leren.example.org/j/K7M2QX"
    for said in ("Dit is title.", "leren.example.org", "K7M 2QX", "Anoniem stemmen."):
        assert said in read.text
    assert len(read.pdf.pages) == 1


def test_the_canvas_has_a_line_for_each_statement_and_room_to_write() -> None:
    view, read = Meeting().seen_by(Role.FACILITATOR), printed("canvas")
    assert [each for each in view.statements if plain(NL, each.text) not in read.text] == []
    assert read.said("H1") == [
        "Zet een stip op de lijn, of in het vak",
        "Wat moeten we uitzoeken?",
        "Onze uitgangspunten",
    ]
    assert (read.text.count("Geen mening"), read.text.count("Helemaal oneens")) == (5, 5)
    assert (read.text.count("Trekker"), read.text.count("Behalve als")) == (5, 4)
    assert len(read.pdf.pages) == 1


def test_more_statements_than_fit_on_a_canvas_go_on_on_a_second() -> None:
    many = with_statements(*(f"Nog stelling {i}." for i in range(CANVAS_ROOM)))
    read = printed("canvas", meeting=many)
    assert len(read.pdf.pages) == 2
    assert [i for i in range(CANVAS_ROOM) if f"Nog stelling {i}." not in read.text] == []


@pytest.mark.parametrize("kind", PRINTS)
def test_long_and_hostile_texts_stay_on_their_sheet(kind: str) -> None:
    long = ("arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersraad " * 9)[:300]
    meeting = Meeting({"title": "#let x " + "z" * 60, "organisation": "[Bureau] $a$", "team": "学 مرحبا"})
    plain_pages = len(printed(kind).pdf.pages)
    meeting.leads(c.EditStatement(long, "Lang", meeting.state.playbook.statements[0].id))
    read = printed(kind, meeting=meeting)
    assert len(read.pdf.pages) == plain_pages
    assert str(read.pdf.docinfo.Title).endswith("#let x " + "z" * 60)


@pytest.mark.parametrize("kind", PRINTS)
def test_what_the_facilitator_changed_is_what_is_printed(kind: str) -> None:
    meeting = Meeting()
    meeting.leads(c.EditStatement("Wij leren elke week.", "Elke week", meeting.state.playbook.statements[0].id))
    assert ("Wij leren elke week." in printed(kind, meeting=meeting).text) == (kind != "poster")
