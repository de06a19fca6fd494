# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen fits every window, with large letters and wide spacing too, and the big screen never scrolls."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import expect

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

# The longest words stand in the forms of the full ones; the others left out hold less than those.
CASES = {each.case for each in gallery().values()} - {"full", "few", "empty", "one_by_one"}
SCREENS = sorted({each.screen for each in gallery().values()})
# WCAG 1.4.12: spacing a reader may ask for. WCAG 1.4.4: letters twice as large.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
SPACING += "p { margin-block-end: 2em !important }"
ON_A_PHONE = (
    "start",
    "accessibility",
    "participant",
    "summary",
    "owner",
    "facilitator",
    "landscape",
    "policy",
    "section",
)
WISHES = {"wide spacing": SPACING, "letters twice as large": ":root { --ll-root: 225% }"}
SMALLEST_WORDS = 23  # px at 1920: readable from the back row


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_fits_every_width(visit: Visit, screen: str) -> None:
    visitor, wrong = visit(), {}
    for each in exhibits(screen=screen, cases=CASES):
        visitor.opens(each.url)
        for size in (NARROWEST, TABLET, BIG_SCREEN):
            if found := _misfits(visitor, size):
                wrong[each.name, size[0]] = found
    assert wrong == {}


def test_a_phone_holds_what_a_reader_asks_for(visit: Visit) -> None:
    """A word may break then: it is only that nothing gets lost."""
    visitor, wrong = visit(), {}
    for screen in ON_A_PHONE:
        for each in exhibits(screen=screen, cases={"full", "page"}):
            visitor.opens(each.url)
            for wish, css in WISHES.items():
                visitor.wears(css)
                if found := [each for each in _misfits(visitor, PHONE) if not each.startswith("broken")]:
                    wrong[each.name, wish] = found
    assert wrong == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_big_screen_never_scrolls_and_the_back_row_can_read_it(visit: Visit, language: str) -> None:
    """Also a long verdict, what the group overruled, and twelve statements."""
    visitor, wrong = visit(language), {}
    for each in exhibits(language, "projector", None if language == "nl" else {"long"}):
        smallest = visitor.sees(each).evaluate(script("smallest_words.js"))
        if smallest["px"] < SMALLEST_WORDS:
            wrong[each.name] = smallest
        for size in (BIG_SCREEN, SMALL_BEAMER):
            visitor.stands_at(size)
            if (over := visitor.page.evaluate("document.documentElement.scrollHeight - innerHeight")) > 0:
                wrong[f"{each.name} at {size[0]}"] = over
    assert wrong == {}


def test_the_steps_stand_in_one_row_on_the_narrowest_phone_and_keep_their_names(visit: Visit) -> None:
    visitor = visit()
    page = visitor.sees(gallery()["facilitator-full-reveal"])
    visitor.stands_at(NARROWEST)
    steps = page.get_by_role("navigation", name="Waar zijn we").get_by_role("listitem")
    boxes = [each.bounding_box() for each in steps.all()]
    assert len({box and box["y"] for box in boxes}) == 1
    assert steps.nth(3).get_by_role("button").evaluate("it => it.offsetHeight") >= 44
    expect(steps.nth(3).get_by_role("button")).to_have_accessible_name("4 Uitgangspunten formuleren")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nu: Stellingen bespreken, de uitslag")


def test_two_sheets_are_shown_one_at_a_time_and_both_can_be_chosen(visit: Visit) -> None:
    """Each as large as a single sheet would be."""
    visitor = visit()
    page = visitor.sees(gallery()["projector-situations-twelve-statements"])
    names = ["Stelling 1 – 6", "Stelling 7 – 12"]
    maps = page.locator("svg.ll-picture")
    for at, name in enumerate(names):
        if at:
            page.get_by_text(name, exact=True).click()
        assert [each.is_visible() for each in maps.all()] == [at == 0, at == 1]
        assert maps.nth(at).evaluate("map => map.getScreenCTM().a") == pytest.approx(1, abs=0.06)
        assert page.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
        for other in names:
            assert page.get_by_text(other, exact=True).is_visible()


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
