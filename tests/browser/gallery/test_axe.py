# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing on any screen, in any phase.

Dutch in light walks past every exhibit. English in dark walks past those that have forms and colours of their own: what
axe asks of colours does not depend on how long a word is, nor on how many there are. Dutch in dark and English in light
were walked once by hand, and found nothing that these two did not.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from leerlandschap.screens.gallery import gallery
from tests.browser.gallery.conftest import Visit
from tests.browser.gallery.visitor import exhibits, script

AXE = Path("node_modules/axe-core/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CASES = {each.case for each in gallery().values()}
OWN_LOOKS = {"page", "full"}
SCREENS = sorted({each.screen for each in gallery().values()})


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is missing. It is fetched by: python hatch_build.py --dev")
    return AXE.read_text()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("language", "scheme", "cases"), [("nl", "light", CASES), ("en", "dark", OWN_LOOKS)])
def test_axe_finds_nothing(visit: Visit, axe: str, screen: str, language: str, scheme: str, cases: set[str]) -> None:
    visitor = visit(language, color_scheme=scheme)
    visitor.brings(axe)
    found = {
        each.name: complaints
        for each in exhibits(language, screen, cases)
        if (complaints := _complaints(visitor.sees(each)))
    }
    assert found == {}


def test_axe_would_have_found_something(visit: Visit, axe: str) -> None:
    visitor = visit()
    visitor.brings(axe)
    page = visitor.sees(gallery()["participant-full-vote"])
    page.evaluate("document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    found = {each.partition(":")[0] for each in _complaints(page)}
    assert found >= {"button-name", "page-has-heading-one"}


def _complaints(page: Page) -> list[str]:
    complaints: list[str] = page.evaluate(script("run_axe.js"), TAGS)
    return complaints
