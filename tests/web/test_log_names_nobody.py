# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log of a server after a whole workshop, with names, addresses, codes and keys in it, and with trouble."""

import json
import re
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.afterwards import Afterwards
from tests.server import Server, free_port

TYPED = ("Sanne de Wit", "sanne.dewit@voorbeeld.example", "Dit vind ik spannend, zei Sanne")


def lived_through(server: Server) -> list[str]:
    """A workshop with owners who are written to, wrong codes and keys, a letter that cannot go, and a database that
    cannot be written; everything in it that nobody else may read."""
    after = Afterwards(server.url)
    name, address, words = TYPED
    assert after.tell("TakeOver", follow_up=after.hours, owner=name, address=address).status_code == 200
    wait_for(server, "was not sent")  # before the follow-up is done, after which nobody would write
    touches = {after.principle: "supplements"}
    after.tell("RecordFinding", follow_up=after.hours, text=words, touches=touches)
    after.lead("Reopen")
    person = after.join()
    after.ask(person, "TakeStance", statement="s1", position=4, reason=words)
    wrong = ("ZZZZZZ", "b" * 26)
    httpx.post(f"{server.url}/api/v1/join", json={"code": wrong[0]})
    httpx.get(f"{server.url}/k/{after.opened['workshop']}/{wrong[1]}")
    httpx.post(f"{server.url}{after.path}/commands", content=words.encode() + b"\xff")
    _cannot_be_written(server, after, words)
    after.client.close()
    keys = [*after.opened["keys"].values(), person, person.partition(".")[2]]
    return [*TYPED, "Bram", "Iedereen leert vier uur", after.opened["code"], *wrong, *keys]


def _cannot_be_written(server: Server, after: Afterwards, words: str) -> None:
    other = sqlite3.connect(server.data / "leerlandschap.db", isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        after.client.timeout = httpx.Timeout(60)
        refused = after.ask(after.facilitator, "RaisePoint", kind="unclear", text=words, statements=["s1"])
        assert refused.status_code == 503
    finally:
        other.close()


def wait_for(server: Server, words: str) -> None:
    end = time.monotonic() + 60
    while words not in server.log.read_text():
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.2)


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_log_of_a_workshop_says_what_went_wrong_and_names_nobody(tmp_path: Path, form: str) -> None:
    nobody_there = f"smtp://127.0.0.1:{free_port()}?starttls=no"
    post = {"LEERLANDSCHAP_SMTP": nobody_there, "LEERLANDSCHAP_MAIL_FROM": "leren@gemeente.example"}
    server = Server(tmp_path, environment={**post, "LEERLANDSCHAP_LOG": form, "LC_ALL": "nl_NL"}).start()
    try:
        secrets = lived_through(server)
    finally:
        server.asked_to_end(signal.SIGTERM)
    log = server.log.read_text()
    assert [each for each in secrets if each in log] == []
    assert "the journal could not be written: database is locked" in log
    lines = _as_json(log) if form == "json" else _as_text(log)
    said = [message for name, message in lines if name == "leerlandschap.cli.running"]
    assert [re.sub(r"\d+", "n", each) for each in said] == [
        "version n.n.n serves at n.n.n.n port n",
        "asked to stop; n screens are open",
        "stopped",
    ]


def _as_json(log: str) -> list[tuple[str, str]]:
    events: list[dict[str, Any]] = [json.loads(line) for line in log.splitlines()]
    assert {"time", "level", "logger", "process", "message"} <= set.intersection(*(set(each) for each in events))
    return [(each["logger"], each["message"]) for each in events]


def _as_text(log: str) -> list[tuple[str, str]]:
    """What is said to whoever started it stands on two lines of its own."""
    events = re.findall(r"^\S+Z [A-Z]+ (\S+)\[\d+\]: (.*)$", log, re.MULTILINE)
    assert len(log.splitlines()) - len(events) == 2
    return events
