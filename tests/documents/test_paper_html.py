# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a page that is one file: well-formed, linked both ways, fetching nothing."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper_html import paper_html
from leerlandschap.documents.policy_paper import policy_paper
from leerlandschap.screens.gallery_landscape import example
from tests.documents.papers import STRANGE, paper_of, whole_paper

NL, EN = Language


def policy(language: Language = NL) -> str:
    return paper_html(policy_paper(example(language), "https://leren.example"))


@pytest.mark.parametrize("language", Language)
def test_it_says_its_language_and_its_title(language: Language) -> None:
    page = policy(language)
    assert f'<html lang="{language.value}">' in page
    assert re.search(r"<title>([^<]+)</title>", page)


def test_headings_go_down_one_by_one() -> None:
    levels = [int(n) for n in re.findall(r"<h(\d)", paper_html(whole_paper()))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_within_it_leads_somewhere() -> None:
    page = policy()
    ids = Counter(re.findall(r' id="([^"]+)"', page))
    assert [name for name, n in ids.items() if n > 1] == []
    assert [name for name in re.findall(r'href="#([^"]+)"', page) if name not in ids] == []


def test_every_note_leads_back_to_where_it_is_first_named() -> None:
    page = policy()
    notes = re.findall(r'id="note-(\d+)"', page)
    assert re.findall(r'href="#named-(\d+)"', page) == notes
    assert sorted(re.findall(r'id="named-(\d+)"', page), key=int) == notes


def test_it_fetches_nothing_and_forbids_itself_to() -> None:
    page = policy()
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|img|iframe|link|object)\b|@import|url\((?!#)|@font-face|src=", page)


def test_the_map_is_in_it_and_told_in_words() -> None:
    page = policy()
    (told,) = re.findall(r'role="img" aria-label="([^"]+)"><svg', page)
    assert "Alleen leren voor je functie" in told


def test_a_table_has_a_caption_and_a_name_for_every_row() -> None:
    page = policy()
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert tables
    for table in tables:
        assert "<caption>" in table
        rows = re.findall(r"<tr>.*?</tr>", table.partition("<tbody>")[2], re.DOTALL)
        assert [row.count('<th scope="row"') for row in rows] == [1] * len(rows)


@pytest.mark.parametrize("typed", STRANGE)
def test_nothing_that_people_typed_is_markup(typed: str) -> None:
    plain, page = paper_html(paper_of(["woord"])), paper_html(paper_of([typed]))
    assert Counter(re.findall(r"<(\w+)", page)) == Counter(re.findall(r"<(\w+)", plain))
