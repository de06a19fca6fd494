# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing on any screen, in any phase.

Dutch walks past every exhibit in which something is built in another way than before, in light and with every rule; past
those that have colours of their own also in dark, with the rules about colours: nothing but the colours changes in dark,
and colours do not depend on how many words there are. English, which is built the same, walks past one of every screen
in light. ``LEERLANDSCHAP_AXE=all`` walks past everything in both languages, in light and in dark, with every rule: for a
release, and after a change of many texts or colours.
"""

import os
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from leerlandschap.screens.gallery import Exhibit, gallery
from tests.browser.gallery.conftest import Visit
from tests.browser.gallery.visitor import built_anew, exhibits, script

AXE = Path("node_modules/axe-core/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
EVERYTHING = os.environ.get("LEERLANDSCHAP_AXE") == "all"
OWN_LOOKS = {"page", "full", "landscape"}  # cases with colours that no other has
IN_ENGLISH = 1  # of every screen
SCREENS = sorted({each.screen for each in gallery().values()})


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is missing. It is fetched by: python hatch_build.py --dev")
    return AXE.read_text()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing(visit: Visit, axe: str, screen: str, language: str) -> None:
    visitor, found = visit(language, brings=axe), {}
    for each in _walk(screen, language):
        page = visitor.sees(each)
        page.emulate_media(color_scheme="light")
        found[each.name, "light"] = _complaints(page)
        if EVERYTHING or (each.case in OWN_LOOKS and language == "nl"):
            page.emulate_media(color_scheme="dark")
            found[each.name, "dark"] = _complaints(page, rules=[] if EVERYTHING else COLOURS)
    assert {where: complaints for where, complaints in found.items() if complaints} == {}


def _walk(screen: str, language: str) -> Iterable[Exhibit]:
    if EVERYTHING:
        return exhibits(language, screen)
    if language == "en":
        return islice(exhibits(language, screen, OWN_LOOKS), IN_ENGLISH)
    return built_anew(exhibits(language, screen), language)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_would_have_seen_letters_that_are_too_pale(
    visit: Visit, axe: str, scheme: Literal["light", "dark"]
) -> None:
    visitor = visit(brings=axe)
    page = visitor.sees(gallery()["participant-full-vote"])
    visitor.wears("h1 { color: light-dark(#aaa, #444) !important }")
    page.emulate_media(color_scheme=scheme)
    assert {each.partition(":")[0] for each in _complaints(page, rules=COLOURS)} == {"color-contrast"}


def test_axe_would_have_found_something(visit: Visit, axe: str) -> None:
    visitor = visit(brings=axe)
    page = visitor.sees(gallery()["participant-full-vote"])
    page.evaluate("document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    page.emulate_media(color_scheme="light")
    found = {each.partition(":")[0] for each in _complaints(page)}
    assert found >= {"button-name", "page-has-heading-one"}


def _complaints(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """By every rule of these standards, or by some rules only."""
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    complaints: list[str] = page.evaluate(script("run_axe.js"), only)
    return complaints
