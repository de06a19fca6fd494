# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes serve together: who is at one sees what happens at the other, and one that falls over is back."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import httpx
import pytest

from tests.cli.test_command_line import leerlandschap
from tests.postgres import Postgres, running
from tests.server import PATIENCE, Group, Server, free_port

NOBODY_LEFT = "Er draait nu niets meer."


@pytest.fixture
def server(postgres: Postgres, tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path, "--workers", "2", "--database", postgres.database(), environment={"LC_ALL": "nl_NL"})
    try:
        yield server.start()
    finally:
        server.stop()


class Connection:
    """Somebody who keeps one connection open, and so stays with one process."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=20)
        self.process: int = self.client.get("/health").json()["process"]


@contextlib.contextmanager
def at_each_process(server: Server) -> Iterator[tuple[Connection, Connection]]:
    """A connection to the one and a connection to the other."""
    found: dict[int, Connection] = {}
    try:
        end = time.monotonic() + PATIENCE
        while len(found) < 2 and time.monotonic() < end:
            one_more = Connection(server.url)
            if one_more.process in found:
                one_more.client.close()
            else:
                found[one_more.process] = one_more
        first, second = found.values()
        yield first, second
    finally:
        for each in found.values():
            each.client.close()


def until(seen: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not seen():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def heard(frames: Iterator[str], words: str) -> bool:
    """These words come by within our patience; lines come at least every heartbeat."""
    end = time.monotonic() + PATIENCE
    return any(words in line for line in takewhile(lambda _: time.monotonic() < end, frames))


def is_there(process: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def test_who_is_at_one_process_sees_what_is_chosen_at_the_other(server: Server) -> None:
    group = Group(server.url, 1)
    group.lead("OpenStatements")
    with at_each_process(server) as (phone, screen):
        assert phone.process != screen.process
        reading = {"Authorization": f"Bearer {group.opened['keys']['projector']}"}
        with screen.client.stream("GET", f"{group.path}/stream?as=json", headers=reading) as stream:
            frames = stream.iter_lines()
            assert heard(frames, '"ready":0')
            choosing = {"Authorization": f"Bearer {group.people[0]}"}
            stance = {"type": "TakeStance", "statement": "s1", "position": 4}
            taken = phone.client.post(f"{group.path}/commands", json=stance, headers=choosing)
            assert taken.status_code == 200
            assert heard(frames, f'"seq":{taken.json()["seq"]}')
            ready = phone.client.post(f"{group.path}/commands", json={"type": "Ready"}, headers=choosing)
            assert ready.status_code == 200
            assert heard(frames, '"ready":1')


def test_a_process_that_is_killed_is_back_and_nothing_acknowledged_is_lost(server: Server) -> None:
    group = Group(server.url, 5)
    group.lead("OpenStatements")
    with at_each_process(server) as (first, second):
        before = {first.process, second.process}
    for position, person in enumerate(group.people, 1):
        assert group.ask(person, "TakeStance", statement="s1", position=position).status_code == 200
    os.kill(first.process, signal.SIGKILL)
    assert until(lambda: not is_there(first.process))
    assert httpx.get(f"{server.url}/health").json()["process"] == second.process  # whoever comes now comes to the other
    with at_each_process(server) as both:
        after = {each.process for each in both}
        assert after & before == {second.process}
        for each in both:
            mine = [
                each.client.get(group.path, headers={"Authorization": f"Bearer {person}"}).json()["mine"]
                for person in group.people
            ]
            assert [stance["s1"]["position"] for stance in mine] == [1, 2, 3, 4, 5]
    assert f"Proces {first.process} is gestopt (SIGKILL) en wordt opnieuw gestart." in server.log.read_text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_all_of_them_leave(postgres: Postgres, tmp_path: Path, how: signal.Signals) -> None:
    server = Server(tmp_path, "--workers", "2", "--database", postgres.database()).start()
    with at_each_process(server) as both:
        processes = [each.process for each in both]
    assert server.asked_to_end(how) == 0
    assert [each for each in processes if is_there(each)] == []


def test_nobody_serves_on_when_the_parent_is_gone(postgres: Postgres, tmp_path: Path) -> None:
    server = Server(tmp_path, "--workers", "2", "--database", postgres.database()).start()
    with at_each_process(server) as both:
        processes = [each.process for each in both]
    server.kill()
    assert until(lambda: not any(is_there(each) for each in processes))


def test_processes_that_keep_ending_are_given_up_with_a_sentence(tmp_path: Path) -> None:
    with running() as postgres:
        server = Server(tmp_path, "--workers", "2", "--database", postgres.database(), environment={"LC_ALL": "nl_NL"})
        try:
            with at_each_process(server.start()) as both:
                processes = [each.process for each in both]
            postgres.stop()
            for each in processes:
                os.kill(each, signal.SIGKILL)
            assert server.ended(patience=3 * PATIENCE) == 1  # three starts, with a pause before each
        finally:
            server.kill()
    told = server.log.read_text().strip().splitlines()
    assert told[-1].endswith(NOBODY_LEFT)
    server.has_no_failure()


def test_one_sqlite_file_is_for_one_process(tmp_path: Path) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--workers", "2")
    assert (ended.returncode, ended.stderr.strip()) == (
        1, "2 processen kunnen niet samen één SQLite-bestand bedienen. Geef met --database het adres van een "
        "PostgreSQL-database, of laat --workers weg.",
    )  # fmt: skip


@pytest.mark.parametrize("many", ["0", "-1", "65", "two"])
def test_a_number_of_processes_that_cannot_be_is_wrong_use(many: str) -> None:
    assert leerlandschap("serve", "--no-open", "--workers", many).returncode == 2


def test_a_number_of_processes_in_the_environment_that_cannot_be_is_said(tmp_path: Path) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), LEERLANDSCHAP_WORKERS="65")
    assert (ended.returncode, "LEERLANDSCHAP_WORKERS: from 1 to 64" in ended.stderr) == (1, True)


def test_a_port_that_somebody_listens_on_is_not_shared(postgres: Postgres, server: Server, tmp_path: Path) -> None:
    together = ("--workers", "2", "--database", postgres.database())
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", str(server.port), *together)
    assert (ended.returncode, f"Poort {server.port} is al bezet" in ended.stderr) == (1, True)


def test_a_database_that_cannot_be_used_is_said_once(tmp_path: Path) -> None:
    nowhere = f"postgresql://postgres@127.0.0.1:{free_port()}/leerlandschap"
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--workers", "3", "--database", nowhere)
    assert (ended.returncode, ended.stderr.count("De database is niet te bereiken")) == (1, 1)


def test_the_parent_stays_light() -> None:
    """It watches, whatever the others carry."""
    heavy = {"alembic", "jinja2", "numpy", "sqlalchemy", "starlette", "typst", "uvicorn"}
    look = "import sys, leerlandschap.cli.serving, leerlandschap.cli.workers; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert heavy & {module.partition(".")[0] for module in modules} == set()
