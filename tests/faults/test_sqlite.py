# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database that another program has locked, and a disk that is full: said in words, and nothing is lost."""

import resource
import sqlite3
import threading
from pathlib import Path

import httpx

from tests.server import Group, Server, serving

LONGER_THAN_IT_WAITS = 12.0  # seconds; see busy_timeout in database/engine.py
ROOM_LEFT = 64 * 1024  # bytes


def take(group: Group, who: str, position: int, key: str) -> httpx.Response:
    return group.ask(who, "TakeStance", key=key, statement="s1", position=position)


def position(group: Group, who: str) -> int | None:
    mine = group.look(who)["mine"]
    found: int | None = mine["s1"]["position"] if "s1" in mine else None
    return found


def test_while_the_database_is_locked_nothing_is_called_saved_and_afterwards_it_is(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        group = Group(server.url, 1)
        group.client.timeout = httpx.Timeout(30)
        group.lead("OpenStatements")
        assert take(group, group.people[0], 2, "first").status_code == 200
        other = sqlite3.connect(tmp_path / "leerlandschap.db", isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            refused = take(group, group.people[0], 5, "second")
            assert (refused.status_code, refused.json()["refusal"]) == (503, "not_saved")
            assert position(group, group.people[0]) == 2  # whoever only looks is not kept waiting
            other.execute("ROLLBACK")
        finally:
            other.close()
        assert take(group, group.people[0], 5, "second").status_code == 200
        assert position(group, group.people[0]) == 5


def test_a_lock_that_ends_in_time_is_waited_for(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        group = Group(server.url, 1)
        group.lead("OpenStatements")
        other = sqlite3.connect(tmp_path / "leerlandschap.db", isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(1.0, lambda: other.execute("ROLLBACK")).start()
        assert take(group, group.people[0], 5, "once").status_code == 200
        other.close()


def test_on_a_full_disk_what_was_saved_stays_and_what_was_not_is_said(tmp_path: Path) -> None:
    """The limit on the size of its files is what the server meets here in place of a disk without room."""
    server = Server(tmp_path).start()
    try:
        group = Group(server.url, 1)
        group.lead("GoTo", step="follow_ups")
        full = max(path.stat().st_size for path in tmp_path.glob("leerlandschap.db*")) + ROOM_LEFT
        resource.prlimit(server.process, resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
        saved, refused = [], None
        for number in range(200):
            text = f"{number} " + "vraag " * 60
            answer = group.ask(group.people[0], "RaisePoint", key=str(number), kind="unclear", text=text)
            if answer.status_code != 200:
                refused = answer
                break
            saved.append(text.strip())
        assert refused is not None
        assert (refused.status_code, refused.json()["refusal"]) == (503, "not_saved")
        assert points(group) == saved
        resource.prlimit(server.process, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        again = group.ask(group.people[0], "RaisePoint", key=str(len(saved)), kind="unclear", text="er is weer plaats")
        assert again.status_code == 200
        assert points(group) == [*saved, "er is weer plaats"]
        server.kill()
        server.start()
        assert points(group) == [*saved, "er is weer plaats"]
        server.has_no_failure()
    finally:
        server.kill()


def points(group: Group) -> list[str]:
    return [point["text"] for point in group.look(group.facilitator)["points"]]
