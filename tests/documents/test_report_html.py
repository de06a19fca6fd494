# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The saved page is one file, says what the page says, and runs nothing."""

import re
from html.parser import HTMLParser

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.documents import report_html
from tests.documents.meeting import HOSTILE, OWNER, PEOPLE, TYPED, played

NL, EN = Language


class Reading(HTMLParser):
    """Tags with their attributes, and the words outside style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self._words: list[str] = []
        self._hidden = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._hidden = tag == "style"
        self.fetched += [f"{name}={value}" for name, value in attrs if name in ("src", "href", "srcset", "action")]
        self.fetched += [f"{name}={value}" for name, value in attrs if name.startswith("on") or name == "style"]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self._words).split())


@pytest.mark.parametrize("language", Language)
def test_everything_that_was_written_is_found_back(language: Language) -> None:
    meeting = played()
    words = Reading(report_html(meeting.seen_by(), language)).words
    assert [name for name in TYPED if meeting.typed[name] not in words] == []


def test_it_fetches_and_runs_nothing() -> None:
    page = report_html(played().seen_by(), NL)
    reading = Reading(page)
    assert reading.fetched == []
    assert {"script", "link", "img", "iframe", "form"} & set(reading.tags) == set()
    assert "default-src 'none'" in page
    assert set(re.findall(r"url\((.)", page)) <= {"#"}  # only what stands in the same file
    assert "@import" not in page


def test_it_carries_its_looks() -> None:
    page = report_html(played().seen_by(), NL)
    assert "--ll-paper: #f6f0e1" in page
    assert ".ll-summary__statements" in page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_come_out_as_words(hostile: str) -> None:
    plainly = played()
    meeting = played({name: f"{hostile} {name}" for name in plainly.typed if name != "name"})
    reading, plain = (Reading(report_html(m.seen_by(), NL)) for m in (meeting, plainly))
    assert reading.tags == plain.tags
    assert reading.fetched == []
    assert [name for name in TYPED if " ".join(f"{hostile} {name}".split()) not in reading.words] == []


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.FACILITATOR, Role.LANDSCAPE])
def test_nobody_is_in_it(role: Role) -> None:
    meeting = played()
    page = report_html(meeting.seen_by(role), NL)
    assert [who for who in (*PEOPLE, OWNER, meeting.typed["motivation"], meeting.typed["fill"]) if who in page] == []
