# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo against a server in the same test: what it knows of what it sent, and what it does when things go wrong."""

import asyncio
import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.demo.checking import checked
from leerlandschap.demo.client import Client
from leerlandschap.demo.house import served
from leerlandschap.demo.screen import Screen
from leerlandschap.demo.script import played
from leerlandschap.demo.sent import Sent
from leerlandschap.demo.stage import Plan
from leerlandschap.demo.trouble import Stuck

Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture(scope="module")
def sent_and_report(server: str) -> tuple[Sent, Any]:
    plan = Plan(participants=7, seed=5, live=False, language=Language.EN)
    done = asyncio.run(played(server, plan, lambda opened: None))
    return done.stage.sent, json.loads(done.documents["report.json"])


def test_a_report_that_gives_everything_back_has_no_difference(sent_and_report: tuple[Sent, Any]) -> None:
    compared, apart = checked(*sent_and_report, Language.EN)
    assert apart == []
    assert compared > 40


CHANGES: dict[str, Change] = {
    "the workshop": lambda r: r["workshop"].update(team="another"),
    "Statement 1: text": lambda r: r["statements"][0]["text"].update(en="another"),
    "Statement 3: round 1": lambda r: r["statements"][2]["outcomes"][0]["counts"].reverse(),
    "Statement 2: round 1": lambda r: r["statements"][1]["outcomes"].clear(),
    "Statement 4: note": lambda r: r["statements"][3].update(note="another"),
    "Statement 5: verdict of the group": lambda r: r["statements"][4].update(verdict="core"),
    "the insights": lambda r: r["insights"].pop(),
    "the points": lambda r: r["points"].pop(),
    "the follow-ups": lambda r: r["follow_ups"][0].update(due_on="2020-01-01"),
    "the answers to thinking question 4": lambda r: r["choices"][3]["options"][0].update(points=99),
    "principle 1": lambda r: r["principles"][0]["consent"].update(object=99),
    "the number of principles": lambda r: r["principles"].pop(),
    "the scope": lambda r: r.update(scope=""),
    "the boundaries": lambda r: r["boundaries"].reverse(),
    "what is parked": lambda r: r["parked"].append(r["parked"][0]),
    "the ratings": lambda r: r["ratings"].reverse() or r["ratings"].append(1),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_the_report_gives_otherwise_is_named(what: str, sent_and_report: tuple[Sent, Any]) -> None:
    sent, report = sent_and_report
    changed = copy.deepcopy(report)
    CHANGES[what](changed)
    assert what in {each.what for each in checked(sent, changed, Language.EN)[1]}


def test_an_owner_that_got_lost_is_seen(sent_and_report: tuple[Sent, Any]) -> None:
    sent, report = sent_and_report
    changed = copy.deepcopy(report)
    owned = next(each for each in changed["follow_ups"] if each["owner"])
    owned["owner"] = None
    [apart] = checked(sent, changed, Language.EN)[1]
    assert apart.what == "the follow-ups"
    assert str(next(f.owner for f in sent.follow_ups if f.text == owned["text"])) in apart.sent


async def _posted(url: str, path: str, asked: dict[str, Any], once: str | None = None) -> Any:
    client = Client(url, "en")
    try:
        return await client.post(path, asked, once=once)
    finally:
        client.close()


def test_a_refusal_stops_it_with_the_servers_own_sentence(server: str) -> None:
    with pytest.raises(Stuck) as stuck:
        asyncio.run(_posted(server, "/api/v1/join", {"code": "ZZZZZZ"}))
    assert stuck.value.code == "command"
    assert stuck.value.facts["reason"].endswith("(wrong_code)")


def test_a_screen_that_is_shown_nothing_is_not_waited_for_for_ever(server: str) -> None:
    screen = Screen(Client(server, "en"), "/api/v1/workshops/none/stream", "none")
    with pytest.raises(Stuck, match="screen"):
        asyncio.run(screen.reaches(1, patience=0.05))


def test_a_connection_that_breaks_is_tried_again_with_the_same_key() -> None:
    keys: list[bytes] = []

    async def breaks_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        keys.append(next(line for line in asked.splitlines() if line.startswith(b"idempotency-key")))
        if len(keys) > 1:
            writer.write(b'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\n{"seq":1}')
        writer.close()

    async def asks() -> Any:
        async with await asyncio.start_server(breaks_once, "127.0.0.1", 0) as listening:
            port = listening.sockets[0].getsockname()[1]
            return await _posted(f"http://127.0.0.1:{port}", "/somewhere", {"type": "Ready"}, once="k1")

    assert asyncio.run(asks()) == {"seq": 1}
    assert keys == [b"idempotency-key: k1"] * 2


def test_a_server_that_never_answers_stops_it() -> None:
    with pytest.raises(Stuck, match="silent"):
        asyncio.run(Client("http://127.0.0.1:1", "en").get("/health"))
