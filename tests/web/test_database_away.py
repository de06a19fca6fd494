# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database stands still under a running server: screens go on, what cannot be saved is said so in words, and when
the database is back everything goes on by itself. And two servers on one database."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.postgres import Postgres, running
from tests.server import Group, Server, serving

A_BEAT = 21.0  # seconds; one comes every twenty
PATIENCE = 15.0  # seconds for a refusal, when the database says nothing


@pytest.fixture
def own() -> Iterator[Postgres]:
    """A PostgreSQL that one test may stop."""
    with running() as started:
        yield started


class Screen(threading.Thread):
    """Follows the stream of a workshop, and keeps when each frame came."""

    def __init__(self, group: Group, key: str) -> None:
        super().__init__(daemon=True)
        address = group.client.base_url
        self._line = socket.create_connection((address.host, address.port))
        asked = f"GET {group.path}/stream?as=json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n"
        self._line.sendall(asked.encode())
        self.frames: list[tuple[float, str]] = []
        self.start()

    def run(self) -> None:
        while part := self._line.recv(1 << 20):
            self.frames.append((time.monotonic(), part.decode(errors="replace")))

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self._line.shutdown(socket.SHUT_RDWR)
        self.join(10)
        self._line.close()

    def since(self, moment: float) -> list[str]:
        return [frame for at, frame in self.frames if at > moment]

    def until(self, words: str, within: float = 10) -> None:
        end = time.monotonic() + within
        while not any(words in frame for _, frame in self.frames):
            assert time.monotonic() < end, words
            time.sleep(0.02)


def page(server: Server, group: Group) -> httpx.Response:
    """The facilitator's desk, as a browser asks for it."""
    stream = group.opened["workshop"]
    cookie = f"ll-facilitator-{stream}={group.facilitator}"
    headers = {"Accept": "text/html", "Cookie": cookie}
    return httpx.get(f"{server.url}/w/{stream}/facilitator", headers=headers, timeout=5)


def test_while_the_database_stands_still_screens_go_on_and_afterwards_everything(tmp_path: Path, own: Postgres) -> None:
    with serving(tmp_path, "--database", own.database()) as server:
        group = Group(server.url, 2)
        group.lead("OpenStatements")
        with Screen(group, group.people[0]) as screen:
            screen.until('"moment":"vote"')
            assert page(server, group).status_code == 200
            own.freeze()
            try:
                _stands_still(server, group, screen)
            finally:
                own.thaw()
            _until_taken(group)
            screen.until('"answers":1')
        assert group.look(group.people[0])["mine"]["s1"]["position"] == 4


def _stands_still(server: Server, group: Group, screen: Screen) -> None:
    began = time.monotonic()
    refused = group.ask(group.people[0], "TakeStance", key="k1", statement="s1", position=4)
    waited = time.monotonic() - began
    assert (refused.status_code, refused.json()["refusal"], waited < PATIENCE) == (503, "not_saved", True)
    assert page(server, group).status_code == 200
    assert _strangers(group, 24) == [(503, "not_read", True)] * 24
    time.sleep(max(0.0, began + A_BEAT - time.monotonic()))
    assert [frame for frame in screen.since(began) if "event: beat" in frame]


def _strangers(group: Group, many: int) -> list[tuple[int, str, bool]]:
    """So many at once with a key that must be looked up: what each was told, and whether that was in time."""

    def asks(number: int) -> tuple[int, str, bool]:
        began = time.monotonic()
        answer = group.ask(f"nobody-used-this-before-{number}", "Ready")
        return answer.status_code, answer.json()["refusal"], time.monotonic() - began < PATIENCE

    with ThreadPoolExecutor(many) as strangers:
        return list(strangers.map(asks, range(many)))


def _until_taken(group: Group, within: float = 20) -> None:
    end = time.monotonic() + within
    while (said := group.ask(group.people[0], "TakeStance", key="k1", statement="s1", position=4)).status_code != 200:
        assert (said.status_code, time.monotonic() < end) == (503, True)


def test_a_database_that_restarts_costs_at_most_a_moment(tmp_path: Path, own: Postgres) -> None:
    with serving(tmp_path, "--database", own.database()) as server:
        group = Group(server.url, 1)
        group.lead("OpenStatements")
        own.stop()
        refused = group.ask(group.people[0], "TakeStance", statement="s1", position=4)
        assert (refused.status_code, refused.json()["refusal"]) == (503, "not_saved")
        nowhere = httpx.get(
            f"{server.url}/w/nowhere/facilitator", headers={"Accept": "text/html", "Cookie": "ll-facilitator-nowhere=x"}
        )
        assert (nowhere.status_code, "opnieuw" in nowhere.text) == (503, True)
        own.start()
        _until_taken(group)
        assert group.look(group.people[0])["mine"]["s1"]["position"] == 4


def test_two_servers_are_one_workshop(tmp_path: Path, postgres: Postgres) -> None:
    address = postgres.database()
    with (
        serving(tmp_path / "one", "--database", address) as one,
        serving(tmp_path / "other", "--database", address) as other,
    ):
        here = Group(one.url, 1)
        there = Group.known_at(other.url, here)
        with Screen(there, here.people[0]) as screen:
            here.lead("OpenStatements")
            screen.until('"moment":"vote"')
            assert there.ask(here.people[0], "TakeStance", statement="s1", position=4).status_code == 200
            late = there.join()
            assert here.ask(late, "TakeStance", statement="s1", position=2).status_code == 200
            screen.until('"answers":2')
        assert here.look(late)["mine"] == there.look(late)["mine"]
