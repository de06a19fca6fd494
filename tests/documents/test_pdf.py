# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as PDF can be read aloud, in order; nothing that people typed is lost, and nothing of it is markup."""

import datetime
import time
from collections import Counter
from collections.abc import Iterator

import msgspec
import pikepdf
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_pdf import paper_pdf
from leerlandschap.documents.paper import (
    Block,
    Entries,
    Grid,
    Heading,
    NewPage,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    line,
)
from leerlandschap.documents.press import ARCHIVED, Standard
from leerlandschap.documents.report_paper import report_paper
from tests.documents.meeting import HOSTILE, START, TYPED, Meeting, played
from tests.documents.pdf_reading import Read
from tests.documents.test_report_paper import runs_of

NL, EN = Language

MARKUP = (
    "#let x = 1", "#pagebreak()", "$x^2$", "@note-1", "<note-1>", "*bold* _it_", "[content]", "= heading", "- list",
    "\\ # \\u{1F600}", "// comment", "/* comment */", '"quoted" \\" more', "`raw` ```block```", "~ -- --- ...",
    "#(sys.inputs.told)", "#image(\"/etc/passwd\")", "https://example.org/#a", "+ numbered",
    "/ term: said", "'a' \"b\"",
)  # fmt: skip


def paper_of(*blocks: Block, **facts: object) -> Paper:
    made = Paper("Leren bij ons", NL, blocks, organisation="Gemeente Wad", made_at=START)
    return msgspec.structs.replace(made, **facts)


@pytest.fixture(scope="module")
def report() -> Read:
    return Read(paper_pdf(report_paper(played().seen_by(), NL)))


def test_it_says_what_it_is_and_that_it_is_tagged(report: Read) -> None:
    root = report.pdf.Root
    with report.pdf.open_metadata() as xmp:
        assert (xmp["pdfuaid:part"], xmp["dc:title"]) == ("1", "Dit is title.")
    assert (str(root.Lang), bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle)) == (
        "nl",
        True,
        True,
    )
    assert str(report.pdf.docinfo.Author) == "Dit is organisation."


@pytest.mark.parametrize(("standards", "archived"), [(("ua-1",), None), (ARCHIVED, ("2", "A"))])
def test_the_one_for_the_archive_is_both(standards: tuple[Standard, ...], archived: tuple[str, str] | None) -> None:
    read = Read(paper_pdf(paper_of(Paragraph(line("Kort."))), standards))
    with read.pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert ((xmp["pdfaid:part"], xmp["pdfaid:conformance"]) if "pdfaid:part" in xmp else None) == archived


def test_the_headings_are_those_of_the_paper_in_its_order(report: Read) -> None:
    paper = report_paper(played().seen_by(), NL)
    asked = [(f"H{b.level}", b.text) for b in paper.blocks if isinstance(b, Heading)]
    read = [(name, report.words(each)) for name, each in report.elements() if name in ("H1", "H2", "H3")]
    assert read == [*asked, ("H1", "Noten")]


def test_tables_have_heads_lists_have_entries_and_quotes_are_quotes(report: Read) -> None:
    counts = Counter(report.tags)
    paper = report_paper(played().seen_by(), NL)
    grids = [b for b in paper.blocks if isinstance(b, Grid)]
    entries = [b for b in paper.blocks if isinstance(b, Entries)]
    assert counts["Table"] == len(grids)
    assert report.said("TH") == [cell for grid in grids for cell in grid.head]
    assert counts["TD"] == sum(len(grid.rows) * len(grid.head) for grid in grids)
    assert counts["L"] == len(entries) + 1  # the notes
    assert counts["LI"] == sum(len(each.entries) for each in entries) + len(paper.notes)
    assert counts["BlockQuote"] == 2


def test_the_map_says_in_words_what_it_shows(report: Read) -> None:
    (figure,) = [each for name, each in report.elements() if name == "Figure"]
    picture = next(b for b in report_paper(played().seen_by(), NL).blocks if isinstance(b, Picture))
    assert str(figure.Alt) == picture.words


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_read(language: Language) -> None:
    meeting = played()
    paper = report_paper(meeting.seen_by(), language)
    text = Read(paper_pdf(paper)).text
    assert [run.text for run in runs_of(paper) if " ".join(run.text.split()) not in text] == []
    assert [note.text for note in paper.notes if note.text not in text] == []
    assert [name for name in TYPED if meeting.typed[name] not in text] == []


def links_of(read: Read) -> Iterator[str]:
    for page in read.pdf.pages:
        for each in page.obj.get("/Annots", []):
            yield "address" if "/URI" in each.get("/A", {}) else "within"


def test_every_note_is_linked_to_and_leads_back(report: Read) -> None:
    paper = report_paper(played().seen_by(), NL)
    marks = sum(len(run.notes) for run in runs_of(paper))
    assert Counter(links_of(report)) == {"within": marks + len(paper.notes)}


def test_an_address_is_a_link_only_when_it_is_one() -> None:
    said = Paragraph((Run("Een zin.", notes=(1, 2, 3)),))
    notes = (Note(1, "Bron", "https://example.org/a"), Note(2, "Kwaad", "javascript:alert(1)"), Note(4, "Ongenoemd"))
    read = Read(paper_pdf(paper_of(said, notes=notes, notes_title="Noten")))
    assert Counter(links_of(read)) == {"address": 1, "within": 4}  # note 3 is not there, so nothing leads to it
    assert "https://example.org/a" in read.text
    assert "javascript" not in read.text


@pytest.mark.parametrize("typed", [*MARKUP, *HOSTILE])
def test_nothing_that_was_typed_is_markup(typed: str) -> None:
    blocks = (
        Heading(1, typed),
        Paragraph(line(typed)),
        Entries(((line(typed), (line(typed),)),)),
        Grid(typed, (typed, typed), ((typed, typed),)),
    )
    whole = paper_of(*blocks, title=typed, subtitle=typed, facts=(typed,), organisation=typed)
    read = Read(paper_pdf(whole))
    said = read.said("H1", "Title", "TH", "TD", "P")
    assert ["".join(each.split()) for each in said] == ["".join(typed.split())] * 11
    assert len(read.pdf.pages) == 1
    assert str(read.pdf.docinfo.Title) == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("שלום עולם", "שלום עולם"),
        ("Ръководство, Ελληνικά, Čeština", "Ръководство, Ελληνικά, Čeština"),
        ("goed 😀 plan → nu", "goed 😀 plan → nu"),
        ("leren 学", "leren [CJK UNIFIED IDEOGRAPH-5B66]"),
        ("a\x00b\x1bc\u202ed", "abcd"),
        ("\ue000", "[U+E000]"),
        ("Ⓐ 𝐯𝐞𝐭 ﾊ", "Ⓐ vet [HALFWIDTH KATAKANA LETTER HA]"),
        ("een\ttab\u2003en\u00a0wit", "een tab en wit"),
    ],
)
def test_every_character_appears_or_says_its_name(typed: str, shown: str) -> None:
    read = Read(paper_pdf(paper_of(Paragraph(line(typed)))))
    assert read.said("P") == [shown]


def test_text_that_runs_to_the_left_begins_at_the_right() -> None:
    """Its letters are joined, so we look for where they are set rather than for what they are."""
    left, right = (Read(paper_pdf(paper_of(Paragraph(line(text))))) for text in ("Ahlan", "أهلا"))
    assert first_place(left) < 100 < 400 < first_place(right)


def first_place(read: Read) -> float:
    """How far from the left the outermost text of the page body is set, in points."""
    steps = pikepdf.parse_content_stream(read.pdf.pages[0])
    placed = [step.operands for step in steps if str(step.operator) == "cm"]
    return max(float(each[4]) for each in placed if 100 < float(each[5]) < 740)


def test_long_texts_and_long_words_stay_on_their_pages() -> None:
    word, text = "arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersraad", "Woorden op een rij. " * 500
    grid = Grid(word, (word, "2", word), ((word, "3", word), (text, "4", "kort")))
    read = Read(paper_pdf(paper_of(Heading(1, word), Paragraph(line(text)), NewPage(), grid, title=word)))
    assert read.said("H1") == [word]
    assert read.said("TD") == [word, "3", word, text.strip(), "4", "kort"]
    assert 5 < len(read.pdf.pages) < 15


def test_the_same_paper_is_the_same_file() -> None:
    paper = report_paper(played().seen_by(), NL)
    assert paper_pdf(paper) == paper_pdf(paper)
    at = datetime.datetime(2026, 11, 24, 0, 30, 1, 999, datetime.timezone(datetime.timedelta(hours=1)))
    dated = msgspec.structs.replace(paper, made_at=at)
    assert str(Read(paper_pdf(dated)).pdf.docinfo.CreationDate).startswith("D:20261124")  # the day on the spot
    undated = msgspec.structs.replace(paper, made_at=None)
    assert "/CreationDate" not in Read(paper_pdf(undated)).pdf.docinfo


def test_a_paper_for_the_archive_must_have_a_date() -> None:
    with pytest.raises(ValueError, match="date"):
        paper_pdf(paper_of(made_at=None), ARCHIVED)


def test_a_report_is_there_within_two_seconds() -> None:
    view = played().seen_by()
    paper_pdf(paper_of())  # the press is warm, as on a server that made one before
    began = time.perf_counter()
    paper_pdf(report_paper(view, NL))
    assert time.perf_counter() - began < 2


def test_a_workshop_that_has_only_begun_has_a_pdf_too() -> None:
    read = Read(paper_pdf(report_paper(Meeting().seen_by(), EN)))
    assert "There are no principles yet." in read.said("P")
