# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen fits every window, with large letters and wide spacing too, and the big screen never scrolls."""

from collections.abc import Iterable

import pytest

from leerlandschap.screens.gallery import gallery
from tests.browser.gallery.conftest import Visit
from tests.browser.gallery.visitor import (
    BIG_SCREEN,
    NARROWEST,
    PHONE,
    SMALL_BEAMER,
    TABLET,
    Visitor,
    exhibits,
    script,
)

SCREENS = sorted({each.screen for each in gallery().values()})
# WCAG 1.4.12: spacing a reader may ask for. WCAG 1.4.4: letters twice as large.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
SPACING += "p { margin-block-end: 2em !important }"
LARGE = ":root { --ll-root: 225% }"
SMALLEST_WORDS = 23  # px at 1920: readable from the back row


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_fits_every_width(visit: Visit, screen: str) -> None:
    visitor, wrong = visit(), {}
    for each in exhibits(screen=screen):
        visitor.opens(each.url)
        for size in (NARROWEST, PHONE, TABLET, BIG_SCREEN):
            if found := _misfits(visitor, size):
                wrong[each.name, size[0]] = found
    assert wrong == {}


@pytest.mark.parametrize("css", [SPACING, LARGE], ids=["wide spacing", "letters twice as large"])
def test_a_phone_holds_what_a_reader_asks_for(visit: Visit, css: str) -> None:
    """A word may break then: it is only that nothing gets lost."""
    visitor, wrong = visit(), {}
    for screen in ("start", "participant", "summary"):
        for each in exhibits(screen=screen, cases={"full", "page"}):
            visitor.opens(each.url)
            visitor.wears(css)
            if found := [each for each in _misfits(visitor, PHONE) if not each.startswith("broken")]:
                wrong[each.name] = found
    assert wrong == {}


def test_the_big_screen_never_scrolls(visit: Visit) -> None:
    visitor, wrong = visit(), {}
    for each in exhibits(screen="projector"):
        visitor.opens(each.url)
        for size in (BIG_SCREEN, SMALL_BEAMER):
            visitor.stands_at(size)
            if (over := visitor.page.evaluate("document.documentElement.scrollHeight - innerHeight")) > 0:
                wrong[each.name, size[0]] = over
    assert wrong == {}


@pytest.mark.parametrize(("language", "least"), [("nl", SMALLEST_WORDS), ("en", SMALLEST_WORDS - 1)])
def test_the_back_row_can_read_the_smallest_words(visit: Visit, language: str, least: int) -> None:
    """Words of sixty letters make the map smaller. In English one place needs a line more than its lane has."""
    visitor, wrong = visit(language), {}
    for each in exhibits(language, "projector", {"full", "few", "empty", "one_by_one"}):
        smallest = visitor.sees(each).evaluate(script("smallest_words.js"))
        if smallest["px"] < least:
            wrong[each.name] = smallest
    assert wrong == {}


def test_what_does_not_fit_would_have_been_seen(visit: Visit) -> None:
    visitor = visit()
    page = visitor.sees(gallery()["participant-full-vote"])
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    visitor.wears(
        "h1 { white-space: nowrap; inline-size: 20px } .ll-step__name { inline-size: 20px; overflow-wrap: anywhere }"
    )
    assert _kinds(_misfits(visitor, PHONE)) >= {"small", "wide", "broken"}


def _misfits(visitor: Visitor, size: tuple[int, int]) -> list[str]:
    visitor.stands_at(size)
    found: list[str] = visitor.page.evaluate(script("measure.js"))
    return found


def _kinds(found: Iterable[str]) -> set[str]:
    return {each.partition(":")[0] for each in found}
