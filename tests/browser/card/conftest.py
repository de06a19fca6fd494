# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One server for the tests of a file, and windows that are closed and asked for complaints afterwards."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.card.crowd import Crowd
from tests.browser.card.window import Kind, Window
from tests.server import Group, Server, serving

Open = Callable[..., Window]
Gather = Callable[[str, int], Crowd]
Meet = Callable[..., Group]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("card")) as server:
        yield server


@pytest.fixture
def window(chromium: Browser, server: Server) -> Iterator[Open]:
    """Opens a window; at the end no window may have anything to complain about."""
    opened: list[Window] = []

    def open_one(kind: Kind, language: str = "nl", *, scripts: bool = True, still: bool = True) -> Window:
        opened.append(Window(chromium, server.url, kind, language, scripts=scripts, still=still))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
    assert [complaint for each in opened for complaint in each.complaints] == []


@pytest.fixture
def gather(server: Server) -> Iterator[Gather]:
    """So many people come in with a code."""
    crowds: list[Crowd] = []

    def gather_some(code: str, people: int) -> Crowd:
        crowds.append(Crowd(server.url, code, people))
        return crowds[-1]

    yield gather_some
    for each in crowds:
        each.leave()


@pytest.fixture
def meet(server: Server) -> Iterator[Meet]:
    """A workshop of its own, over the API, with so many people in it."""
    groups: list[Group] = []

    def meet_some(people: int = 0, language: str = "nl") -> Group:
        groups.append(Group(server.url, people, language))
        return groups[-1]

    yield meet_some
    for each in groups:
        each.client.close()


def let_in(window: Window, group: Group, role: str) -> Window:
    """The window with this role's link, or, for a participant, with the code."""
    if role == "participant":
        window.go(f"/j/{group.opened['code']}")
        window.send(window.button("start.door.title"))
    else:
        window.go(f"/k/{group.opened['workshop']}/{group.opened['keys'][role]}")
    return window
