# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever cannot see a picture gets the same from words: a name for it, and its figures in a table or a link away."""

from html.parser import HTMLParser

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.gallery import gallery

SCREENS = sorted({each.screen for each in gallery().values()})


class Pictures(HTMLParser):
    """``unnamed`` pictures are neither hidden from screen readers nor called anything; ``maps`` show positions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.unnamed: list[str] = []
        self.maps = self.heads = 0
        self.leads_to_outcome = False
        self._open: tuple[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "svg" and given.get("aria-hidden") != "true":
            self.maps += "ll-picture" in given.get("class", "").split()
            if given.get("role") != "img" or not (given.get("aria-label") or given.get("aria-labelledby")):
                self.unnamed.append(str(given))
        if tag == "img" and "alt" not in given:
            self.unnamed.append(str(given))
        self.leads_to_outcome |= tag == "a" and "/workshops/" in given.get("href", "")
        self.heads += tag == "th" and given.get("scope") in ("col", "row")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_picture_has_a_name_and_every_map_a_table(screen: str, language: Language) -> None:
    pages = {each.name: Pictures(each.draw(language)) for each in gallery().values() if each.screen == screen}
    assert {name: page.unnamed for name, page in pages.items() if page.unnamed} == {}
    assert [name for name, page in pages.items() if page.maps and not (page.heads or page.leads_to_outcome)] == []


def test_a_picture_without_a_name_would_have_been_seen() -> None:
    bare = Pictures('<svg class="ll-picture"></svg><svg aria-hidden="true"></svg><img src="a.png">')
    assert (len(bare.unnamed), bare.maps, bare.heads) == (2, 1, 0)
