# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document that takes a while says so beside its button; whatever goes wrong, the link still goes where it leads."""

from __future__ import annotations

from playwright.sync_api import Browser, Download, Page, Route, expect

from .parts import visit
from .stage import Stage

PAPERS = """<section><h2>Documenten</h2><a class="ll-button" href="/papers/docx" download data-making>Word</a>
<a class="ll-button" href="/papers/pdf" download data-making>PDF</a><p role="status" data-made></p></section>"""
NAMED = {"content-disposition": 'attachment; filename="beleid.docx"', "content-type": "application/octet-stream"}


def asked_for(phone: Page, stage: Stage) -> list[Route]:
    """The page with its documents; what is asked of the server waits in the list until somebody answers."""
    held: list[Route] = []
    phone.route("**/papers/*", lambda route: held.append(route))
    stage.play(PAPERS)
    visit(phone, stage)
    return held


def comes(phone: Page, held: list[Route], nth: int) -> Route:
    """The nth request, once it is there."""
    for _ in range(200):
        if len(held) >= nth:
            return held[nth - 1]
        phone.wait_for_timeout(20)
    raise AssertionError("nothing was asked")


def saved(phone: Page, held: list[Route]) -> Download:
    with phone.expect_download() as coming:
        comes(phone, held, 1).fulfill(status=200, headers=NAMED, body="woorden")
    return coming.value


def test_a_slow_document_is_said_to_be_on_its_way_and_comes_under_its_name(phone: Page, stage: Stage) -> None:
    held = asked_for(phone, stage)
    phone.get_by_text("Word", exact=True).click()
    expect(phone.get_by_role("status").filter(has_text="We maken")).to_have_text("We maken: Word.")
    paper = saved(phone, held)
    assert paper.suggested_filename == "beleid.docx"
    assert paper.path().read_text() == "woorden"
    expect(phone.locator("[data-made]")).to_have_text("Klaar: Word.")


def test_a_quick_document_comes_without_a_word(phone: Page, stage: Stage) -> None:
    held = asked_for(phone, stage)
    phone.get_by_text("Word", exact=True).click()
    assert saved(phone, held).suggested_filename == "beleid.docx"
    phone.wait_for_timeout(1200)
    assert phone.locator("[data-made]").inner_text() == ""


def test_pressing_twice_makes_one_document(phone: Page, stage: Stage) -> None:
    held = asked_for(phone, stage)
    phone.get_by_text("Word", exact=True).dblclick()
    expect(phone.locator("[data-made]")).to_have_text("We maken: Word.")
    assert len(held) == 1
    saved(phone, held)


def test_where_it_fails_the_link_goes_to_what_the_server_has_to_say(phone: Page, stage: Stage) -> None:
    held = asked_for(phone, stage)
    phone.get_by_text("PDF", exact=True).click()
    expect(phone.locator("[data-made]")).to_have_text("We maken: PDF.")
    held[0].fulfill(status=503, body="")
    again = comes(phone, held, 2)
    assert again.request.is_navigation_request()
    again.fulfill(status=503, content_type="text/html; charset=utf-8", body="<title>Te druk</title><h1>Te druk</h1>")
    expect(phone.get_by_role("heading")).to_have_text("Te druk")


def test_without_scripts_the_link_downloads_by_itself(chromium: Browser, stage: Stage) -> None:
    stage.play(PAPERS)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(stage.url)
    with page.expect_download() as coming:
        page.get_by_text("Word", exact=True).click()
    assert coming.value.url.endswith("/papers/docx")
    context.close()
