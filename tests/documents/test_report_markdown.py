# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Markdown report says everything, and what people typed never becomes structure."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.documents import report_markdown
from leerlandschap.documents.escaping import escaped
from tests.documents.meeting import HOSTILE, OWNER, PEOPLE, TYPED, Meeting, played

NL, EN = Language

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def words_of(markdown: str) -> str:
    """What a reader of the rendered text reads, on one line."""
    tokens = [inline for block in READER.parse(markdown) for inline in block.children or ()]
    return " ".join("".join(t.content if t.type == "text" else " " for t in tokens).split())


def shape_of(markdown: str) -> list[str]:
    """The structure without the words."""
    return [t.type for block in READER.parse(markdown) for t in (block, *(block.children or ())) if t.type != "text"]


@pytest.mark.parametrize("language", Language)
def test_everything_that_was_written_is_found_back(language: Language) -> None:
    meeting = played()
    words = words_of(report_markdown(meeting.seen_by(), language))
    assert [name for name in TYPED if meeting.typed[name] not in words] == []


def test_it_opens_with_the_finding_and_says_the_figures() -> None:
    text = report_markdown(played().seen_by(), NL)
    assert text.startswith("# Over 2 van de 5 stellingen zijn jullie het")
    for said in (
        "12 mensen deden mee.",
        "uiterlijk 8 december 2026",
        "1 vervolgactie heeft nog geen trekker.",
        "10 zijn het eens, 2 hebben een bezwaar.",
        "De groep zegt: kern.",
        "5 naar eens, 2 naar oneens, 4 bleven.",
        "12 van de 12 zeggen een 4 of een 5",
        "Kern: minstens 70 % aan één kant en minder dan 15 % ertegen.",
    ):
        assert said in text


def test_english_is_said_in_english() -> None:
    text = report_markdown(played().seen_by(), EN)
    assert "## Who finds out what" in text
    assert "by 8 December 2026" in text
    assert "Uitgangspunten" not in text


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.FACILITATOR, Role.LANDSCAPE])
def test_nobody_is_in_it(role: Role) -> None:
    meeting = played()
    text = report_markdown(meeting.seen_by(role), NL)
    assert [who for who in (*PEOPLE, OWNER, meeting.typed["motivation"], meeting.typed["fill"]) if who in text] == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_come_out_as_words(hostile: str) -> None:
    plainly = played()
    meeting = played({name: f"{hostile} {name}" for name in plainly.typed if name != "name"})
    text = report_markdown(meeting.seen_by(), NL)
    assert shape_of(text) == shape_of(report_markdown(plainly.seen_by(), NL))
    words = words_of(text)
    assert [name for name in TYPED if " ".join(f"{hostile} {name}".split()) not in words] == []


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n"), max_size=40))
def test_whatever_is_typed_reads_as_it_was_typed(text: str) -> None:
    markdown = escaped(text)
    assert words_of(markdown) == " ".join(unescape(text).split() if "&" not in text else text.split())
    assert set(shape_of(markdown)) <= {"paragraph_open", "inline", "paragraph_close"}


@pytest.mark.parametrize("language", Language)
def test_before_the_start_it_says_what_is_not_there_yet(language: Language) -> None:
    text = report_markdown(Meeting().seen_by(), language)
    for key in {NL: ("Er zijn nog geen uitgangspunten.", "Deze werksessie loopt nog."),
                EN: ("There are no principles yet.", "This workshop is still going on.")}[language]:  # fmt: skip
        assert key in text
