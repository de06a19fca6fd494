# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printing over real HTTP: for the facilitator, from the pages that name it."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.server import Group, Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("printing")) as server:
        yield server


@pytest.fixture
def desk(server: Server) -> Iterator[tuple[httpx.Client, str]]:
    """A facilitator's browser, and the address of the workshop."""
    group = Group(server.url)
    workshop = group.opened["workshop"]
    with httpx.Client(base_url=server.url, follow_redirects=True, headers={"accept-language": "nl"}) as browser:
        browser.get(f"/k/{workshop}/{group.facilitator}")
        yield browser, f"/w/{workshop}"


@pytest.mark.parametrize("page", ["/prepare", "/facilitator"])
def test_everything_that_a_page_offers_to_print_is_a_pdf(desk: tuple[httpx.Client, str], page: str) -> None:
    browser, workshop = desk
    offered = re.findall(r'href="(/w/[^"]*/print/[^"]*)"', browser.get(workshop + page).text)
    assert len(offered) == 6
    got = [browser.get(address) for address in offered]
    assert {(answer.status_code, answer.headers["content-type"], answer.content[:5]) for answer in got} == {
        (200, "application/pdf", b"%PDF-")
    }
    assert got[3].headers["content-disposition"] == 'attachment; filename="leren-poster-a3.pdf"'


@pytest.mark.parametrize("asked", ["banner", "card?paper=a3", "poster?paper=%20", "canvas?paper=letter"])
def test_what_cannot_be_printed_is_refused_with_a_sentence(desk: tuple[httpx.Client, str], asked: str) -> None:
    browser, workshop = desk
    answer = browser.get(f"{workshop}/print/{asked}")
    assert answer.status_code == 404
    assert "Dit document maken we niet." in answer.text


def test_only_the_facilitator_prints(server: Server, desk: tuple[httpx.Client, str]) -> None:
    answer = httpx.get(f"{server.url}{desk[1]}/print/poster")
    assert answer.status_code in (401, 403)
