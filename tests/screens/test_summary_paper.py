# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What twenty minutes give fits on one A4, and on the narrowest phone nothing scrolls sideways."""

import mimetypes
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.gallery import gallery
from leerlandschap.screens.gallery_doors import BASE
from leerlandschap.screens.rendering import STATIC

pytestmark = pytest.mark.browser
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--disable-quic"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield browser
        browser.close()


def opened(browser: Browser, name: str, language: Language, width: int) -> Page:
    """An exhibit of the gallery, with our own static files and nothing else behind it."""
    html = gallery()[name].draw(language)
    page = browser.new_page(viewport={"width": width, "height": 800})

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(BASE)
        if not path.startswith("/static/"):
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
            return
        file = STATIC / path.split("/", 3)[3]
        kind = mimetypes.guess_type(file.name)[0] or "font/woff2"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    page.route("**/*", serve)
    page.goto(f"{BASE}/w/summary")
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", ["full", "few", "empty"])
def test_the_summary_prints_on_one_sheet(browser: Browser, case: str, language: Language) -> None:
    page = opened(browser, f"summary-{case}-closed", language, 1024)
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.close()


@pytest.mark.parametrize("name", ["summary-full-closed", "summary-long-closed", "landscape-page-held"])
def test_nothing_scrolls_sideways_on_a_small_phone(browser: Browser, name: str) -> None:
    page = opened(browser, name, Language.NL, 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()
