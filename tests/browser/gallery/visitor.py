# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who walks through the gallery with one window, and looks at every exhibit once."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.gallery import Exhibit, gallery

Built = tuple[str, str | None, str | None, tuple[str, ...]]  # how an element is built
SCRIPTS = Path(__file__).parent
PHONE, TABLET, DESK, BIG_SCREEN = (390, 844), (1024, 768), (1280, 900), (1920, 1080)
NARROWEST, SMALL_BEAMER = (320, 640), (1280, 720)
# Where a screen is mostly looked at; whatever is not named here is looked at on a phone.
AT_HOME = {
    "facilitator": DESK,
    "prepare": DESK,
    "poster": DESK,
    "links": DESK,
    "landscape": DESK,
    "section_mixed": DESK,
    "section_standing": DESK,
    "section_legal": DESK,
    "edition": DESK,
    "coach_desk": DESK,
    "board": DESK,
    "board_with_letters": DESK,
    "principles": DESK,
    "principle": DESK,
    "principle_waiting": DESK,
    "principle_revised": DESK,
    "principle_withdrawn": DESK,
    "projector": BIG_SCREEN,
}


def exhibits(language: str = "nl", screen: str | None = None, cases: set[str] | None = None) -> Iterator[Exhibit]:
    """The exhibits of one screen and of some cases. A page that is the same as an earlier one comes once."""
    seen: set[bytes] = set()
    for each in gallery().values():
        if (screen and each.screen != screen) or (cases and each.case not in cases):
            continue
        if (looks := _looks(each.name, language)) not in seen:
            seen.add(looks)
            yield each


def built_anew(exhibits: Iterable[Exhibit], language: str) -> Iterator[Exhibit]:
    """Those in which something stands that is not built like anything in an earlier one."""
    known: set[Built] = set()
    for each in exhibits:
        kinds = _kinds(each.name, language)
        if not kinds <= known:
            known |= kinds
            yield each


@cache
def _kinds(name: str, language: str) -> set[Built]:
    seen = Builder()
    seen.feed(_drawn(name, language))
    return seen.kinds


class Builder(HTMLParser):
    """Gathers how the elements of a page are built: which, of what class and type, with which attributes. Words and
    pictures are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[Built] = set()
        self._in_picture = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._in_picture:
            said = dict(attrs)
            self.kinds.add((tag, said.get("class"), said.get("type"), tuple(sorted(said))))
        self._in_picture = self._in_picture or tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self._in_picture = self._in_picture and tag != "svg"


@cache
def _looks(name: str, language: str) -> bytes:
    return hashlib.sha256(_drawn(name, language).replace(name, "").encode()).digest()


@cache
def _drawn(name: str, language: str) -> str:
    return gallery()[name].draw(Language(language))


def script(name: str) -> str:
    return (SCRIPTS / name).read_text()


class Visitor:
    def __init__(self, browser: Browser, address: str, language: str, brings: str = "", **settings: Any) -> None:
        self._address = address
        self._context = browser.new_context(**{"reduced_motion": "reduce", **settings})
        self._context.set_default_timeout(15_000)
        self._context.add_cookies([{"name": "ll-language", "value": language, "url": address}])
        if brings:  # it is there on every page, before the page's own scripts; the content policy does not see it
            self._context.add_init_script(brings)
        self.page: Page = self._context.new_page()

    def sees(self, exhibit: Exhibit) -> Page:
        """At the size that belongs to the screen."""
        self.stands_at(AT_HOME.get(exhibit.screen, PHONE))
        return self.opens(exhibit.url)

    def opens(self, url: str) -> Page:
        answer = self.page.goto(self._address + url)
        assert answer is not None
        assert answer.ok, f"{url}: {answer.status}"
        return self.page

    def stands_at(self, size: tuple[int, int]) -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def wears(self, css: str) -> None:
        """A style sheet of the reader's own; a constructed one, because the content policy refuses any other."""
        self.page.evaluate(
            "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }",
            css,
        )

    def leave(self) -> None:
        self._context.close()
