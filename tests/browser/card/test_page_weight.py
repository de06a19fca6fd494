# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a phone fetches before somebody can take part: little, and all of it from us."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.forms import Prepare
from tests.browser.card.window import Window
from tests.server import Group

MOST = 150 * 1024  # bytes over the wire


class Scale:
    """Weighs what comes in: header and body as transferred. A stream that stays open counts for what it has sent."""

    def __init__(self, window: Window) -> None:
        self.hosts: set[str] = set()
        self._finished: dict[str, float] = {}
        self._coming: dict[str, float] = {}
        network = window.context.new_cdp_session(window.page)
        network.on("Network.requestWillBeSent", lambda seen: self.hosts.add(urlsplit(seen["request"]["url"]).netloc))
        network.on("Network.dataReceived", self._part)
        network.on("Network.loadingFinished", self._whole)
        network.send("Network.enable")
        network.send("Network.clearBrowserCache")

    def _part(self, seen: dict[str, Any]) -> None:
        name = seen["requestId"]
        self._coming[name] = self._coming.get(name, 0) + (seen["encodedDataLength"] or seen["dataLength"])

    def _whole(self, seen: dict[str, Any]) -> None:
        self._finished[seen["requestId"]] = seen["encodedDataLength"]

    @property
    def bytes(self) -> int:
        return round(sum((self._coming | self._finished).values()))


def _nothing(group: Group) -> None:
    """Everybody is still in the lobby."""


def _open(group: Group) -> None:
    group.lead("OpenStatements")


def _reveal(group: Group) -> None:
    _open(group)
    for who, key in enumerate(group.people):
        for n in range(5):
            group.ask(key, "TakeStance", statement=f"s{n + 1}", position=1 + (who * (n + 1)) % 5)
    group.lead("RevealStatements")


@pytest.mark.parametrize("before", [_nothing, _open, _reveal], ids=["lobby", "statements", "reveal"])
def test_coming_in_with_an_empty_cache_weighs_at_most_150_kb(window: Open, meet: Meet, before: Prepare) -> None:
    group = meet(12)
    before(group)
    phone = window("phone")
    scale = Scale(phone)
    let_in(phone, group, "participant")
    phone.page.wait_for_load_state("load")
    phone.is_connected()
    assert 10 * 1024 < scale.bytes <= MOST
    assert scale.hosts == {urlsplit(phone.url).netloc}


def test_the_policy_of_every_page_allows_nothing_inline(window: Open, meet: Meet) -> None:
    group, phone, policy = meet(1), window("phone"), ""
    for address in ("/", f"/j/{group.opened['code']}"):
        answer = phone.page.goto(phone.url + address)
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    with phone.page.expect_response(lambda answer: "/w/" in answer.url and answer.ok) as came:
        phone.press("start.door.title")
    assert came.value.headers["content-security-policy"] == policy
