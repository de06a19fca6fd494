# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proxy that we deliver, before two nodes on one PostgreSQL: a workshop runs through it and stays with one node."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.faults.nodes import Nodes, two_nodes
from tests.postgres import Postgres
from tests.proxy import command, configured
from tests.server import Group

WORKSHOPS = 20


@pytest.fixture(scope="module")
def nodes(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    with two_nodes(postgres.database(), tmp_path_factory.mktemp("nodes")) as both:
        yield both


def test_nginx_finds_nothing_wrong_with_the_file(tmp_path: Path) -> None:
    checked = command(tmp_path, configured(tmp_path, 8080, (8001, 8002)), "-t")
    ended = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert (ended.returncode, [line for line in ended.stderr.splitlines() if "[" in line]) == (0, [])


def test_a_workshop_runs_through_it_to_the_tally(nodes: Nodes) -> None:
    group = Group(nodes.url, 5)
    group.lead("OpenStatements")
    for position, person in enumerate(group.people, 1):
        assert group.ask(person, "TakeStance", statement="s1", position=position).status_code == 200
    group.lead("RevealStatements")
    assert group.look(group.people[0])["statements"][0]["outcomes"][0]["counts"] == [1, 1, 1, 1, 1]


def test_everything_of_one_workshop_goes_to_one_node_and_workshops_are_spread(nodes: Nodes) -> None:
    groups = [Group(nodes.servers[0].url) for _ in range(WORKSHOPS)]  # all of them are open at the first
    before = nodes.rooms()[1]
    for group in groups:
        key = {"Authorization": f"Bearer {group.facilitator}"}
        for path in (group.path, f"/w/{group.opened['workshop']}/facilitator") * 3:
            assert httpx.get(f"{nodes.url}{path}", headers=key).status_code == 200
    at_the_second = nodes.rooms()[1] - before
    assert 0 < at_the_second < WORKSHOPS  # going anywhere, each would have come to the second at least once


def test_a_frame_arrives_when_it_is_made(nodes: Nodes) -> None:
    group = Group(nodes.url, 1)
    group.lead("OpenStatements")
    reading = {"Authorization": f"Bearer {group.facilitator}"}
    with group.client.stream("GET", f"{group.path}/stream?as=json", headers=reading) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        assert any('"ready":0' in line for line in lines)
        asked = time.monotonic()
        assert group.ask(group.people[0], "Ready").status_code == 200
        assert any('"ready":1' in line for line in lines)
        assert time.monotonic() - asked < 5  # a buffer would keep it until there was much more


def test_forms_come_from_the_address_that_people_see(nodes: Nodes) -> None:
    """A page compares where a form was sent from with the name it was asked by."""
    made = {"title": "Leren", "organisation": "Gemeente", "language": "nl"}
    sent = [
        httpx.post(f"{nodes.url}/workshops", data=made, headers={"Origin": origin}).status_code
        for origin in (nodes.url, "https://elders.example")
    ]
    assert sent == [303, 403]


def test_figures_are_not_for_everybody(nodes: Nodes) -> None:
    assert httpx.get(f"{nodes.url}/metrics").status_code == 404
