# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One server for the tests of a file, and windows that are closed and asked for complaints afterwards."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.card.window import Kind, Window
from tests.server import Server, serving

Open = Callable[..., Window]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("card")) as server:
        yield server


@pytest.fixture
def window(chromium: Browser, server: Server) -> Iterator[Open]:
    """Opens a window; at the end no window may have anything to complain about."""
    opened: list[Window] = []

    def open_one(kind: Kind, language: str = "nl", scripts: bool = True) -> Window:
        opened.append(Window(chromium, server.url, kind, language, scripts))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
    assert [complaint for each in opened for complaint in each.complaints] == []
