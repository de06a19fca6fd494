# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in as people do it: from the start page to the provider and back, in a real browser, with its real rules."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say
from tests.provider import Provider, providing
from tests.server import Server, serving

PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with providing(tmp_path_factory.mktemp("provider") / "provider.log") as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("login"), environment=provider.settings) as running:
        yield running


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(base_url=server.url, locale="nl-NL", viewport={"width": 390, "height": 844})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert complaints == []


def words(key: str) -> str:
    return say(key, Language.NL)


def photographed(page: Page, name: str) -> None:
    """Kept when somebody wants to look: LEERLANDSCHAP_PHOTOS names a folder."""
    if folder := os.environ.get("LEERLANDSCHAP_PHOTOS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def logs_in(page: Page, who: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=words("login.button")).click()
    page.get_by_placeholder("sub").fill(who)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(lambda url: "/login" not in url and "/oauth2" not in url)


def test_femke_logs_in_makes_a_workshop_and_leaves_nothing_behind(page: Page) -> None:
    page.goto("/")
    photographed(page, "start-logged-out")
    logs_in(page, "femke")
    photographed(page, "start-logged-in")
    page.get_by_label(words("start.new.organisation")).fill("Gemeente Westerveen")
    page.get_by_role("button", name=words("start.new.button")).click()
    page.wait_for_url("**/prepare")
    page.goto("/")
    expect(page.get_by_role("heading", name=words("start.held.title"))).to_be_visible()
    page.get_by_role("link", name=words("login.leave.link")).click()
    photographed(page, "leave")
    page.get_by_role("button", name=words("login.leave.button")).click()
    page.wait_for_url("**/")
    expect(page.get_by_role("link", name=words("login.button"))).to_be_visible()
    expect(page.get_by_role("heading", name=words("start.held.title"))).to_have_count(0)
    assert [each["name"] for each in page.context.cookies() if each["name"].startswith("ll-")] == []


def test_karin_sees_what_there_is(page: Page) -> None:
    logs_in(page, "karin")
    page.get_by_label(words("start.new.organisation")).fill("Gemeente Westerveen")
    page.get_by_role("button", name=words("start.new.button")).click()
    page.wait_for_url("**/prepare")
    page.goto("/")
    page.get_by_role("link", name=words("login.organisation_link")).click()
    expect(page.get_by_role("heading", name=words("login.organisation.title"), exact=True)).to_be_visible()
    for details in page.locator("details").all():
        details.locator("summary").click()
    expect(page.get_by_text("leerlandschap delete").first).to_be_visible()
    photographed(page, "organisation")


def test_whoever_has_no_role_reads_why(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=words("login.button")).click()
    page.get_by_placeholder("sub").fill("bram")
    with page.expect_response(lambda answer: "/login/done" in answer.url) as answered:
        page.get_by_role("button", name="Authorize").click()
    assert answered.value.status == 403
    expect(page.get_by_role("heading", level=1)).to_contain_text("Je bent ingelogd")
    photographed(page, "no-role")
