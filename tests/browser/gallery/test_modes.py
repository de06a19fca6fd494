# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Readers who chose their own colours still see what is chosen; readers who asked for rest see nothing move."""

import pytest
from playwright.sync_api import Page

from leerlandschap.screens.gallery import gallery
from tests.browser.gallery.conftest import Visit
from tests.browser.gallery.visitor import PHONE, SMALL_BEAMER

# A choice on the scale, one of several, any of several, one to five.
CHOICES = {
    "participant-full-vote": ".ll-step",
    "participant-full-questions": ".ll-choice:has([type=radio])",
    "participant-full-consent": ".ll-consent .ll-choice",
    "participant-full-closing": ".ll-rating .ll-choice",
    "start-page-empty": ".ll-choice",
}
MOVES = ("participant-full-vote", "participant-full-shift", "projector-full-shift", "projector-full-closed")
# How long the longest transition or animation of the page lasts, in seconds.
LONGEST = """() => Math.max(...[...document.querySelectorAll("*")].flatMap((each) => {
  const style = getComputedStyle(each);
  return `${style.transitionDuration}, ${style.animationDuration}`.split(",").map(parseFloat);
}))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "choice"), CHOICES.items())
def test_in_own_colours_a_choice_is_seen(visit: Visit, name: str, choice: str, scheme: str) -> None:
    page = visit(forced_colors="active", color_scheme=scheme).sees(gallery()[name])
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    place = page.locator(choice).nth(_chosen(page, choice))
    chosen = place.screenshot()
    place.locator("input").evaluate("input => { input.checked = false }")
    assert place.screenshot() != chosen


def test_in_own_colours_the_button_of_now_stands_out(visit: Visit) -> None:
    page = visit(forced_colors="active").sees(gallery()["start-page-empty"])
    background = "button => getComputedStyle(button).backgroundColor"
    now, other = page.locator(".ll-button--now").first, page.locator(".ll-button:not(.ll-button--now)").first
    assert now.evaluate(background) != other.evaluate(background)


def test_in_own_colours_the_step_of_now_stands_out_on_a_phone(visit: Visit) -> None:
    visitor = visit(forced_colors="active")
    page = visitor.sees(gallery()["facilitator-full-reveal"])
    visitor.stands_at(PHONE)
    background = "each => getComputedStyle(each).backgroundColor"
    now, other = page.locator(".ll-walk [aria-current] .ll-touch"), page.locator(".ll-walk .ll-button").first
    assert now.evaluate(background) != other.evaluate(background)


@pytest.mark.parametrize("name", MOVES)
def test_who_asks_for_rest_sees_nothing_move(visit: Visit, name: str) -> None:
    page = visit(reduced_motion="reduce").sees(gallery()[name])
    assert page.evaluate(LONGEST) == 0
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_choice_is_marked_with_a_short_move_for_everybody_else(visit: Visit) -> None:
    page = visit(reduced_motion="no-preference").sees(gallery()["participant-full-vote"])
    assert 0 < page.evaluate(LONGEST) <= 1


def test_nothing_moves_by_itself(visit: Visit) -> None:
    visitor = visit(reduced_motion="no-preference")
    for name in MOVES:
        page = visitor.sees(gallery()[name])
        for size in (PHONE, SMALL_BEAMER):
            visitor.stands_at(size)
            assert (
                page.evaluate("document.getAnimations().filter(each => each.effect.getTiming().iterations > 1)") == []
            )


def _chosen(page: Page, choice: str) -> int:
    """Which of the choices, by its place on the page, is chosen first."""
    place: int = page.locator(choice).evaluate_all("all => all.findIndex(each => each.querySelector('input:checked'))")
    assert place >= 0
    return place
