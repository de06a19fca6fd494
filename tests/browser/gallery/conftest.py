# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One server that shows the gallery, and readers of it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.gallery.visitor import Visitor
from tests.server import serving

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("gallery"), "--gallery") as server:
        yield server.url


@pytest.fixture(scope="session")
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """A visitor with a language and settings of their own; keywords go to the browser (``forced_colors="active"``), and
    ``brings`` is a script. Whoever was here before comes again: what is on every page need not be fetched anew."""
    here: dict[tuple[object, ...], Visitor] = {}

    def come_in(language: str = "nl", brings: str = "", **settings: object) -> Visitor:
        known = language, brings, *sorted(settings.items())
        if known not in here:
            here[known] = Visitor(chromium, address, language, brings, **settings)
        return here[known]

    yield come_in
    for each in here.values():
        each.leave()
