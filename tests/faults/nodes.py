# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two nodes on one PostgreSQL, by themselves or behind the proxy."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx

from tests.faults.phones import Desk, Phone, Sender
from tests.proxy import proxied
from tests.server import Group, Server, free_port


class Nodes:
    """``url`` is the proxy's; the nodes can be killed and started again."""

    def __init__(self, url: str, servers: tuple[Server, Server]) -> None:
        self.url, self.servers = url, servers

    def rooms(self) -> list[int]:
        """How many workshops each has open."""
        return [httpx.get(f"{each.url}/health").json()["rooms"] for each in self.servers]

    def screens(self) -> list[int]:
        return [httpx.get(f"{each.url}/health").json()["screens"] for each in self.servers]


@contextlib.contextmanager
def pair(first: Server, second: Server) -> Iterator[tuple[Server, Server]]:
    """Both started, and killed in the end. Whatever happened to them, neither was taken by surprise."""
    try:
        first.start()
        second.start()
        yield first, second
        assert [each.log.read_text().count("Traceback") for each in (first, second)] == [0, 0]
    finally:
        for each in (first, second):
            each.kill()


@contextlib.contextmanager
def two_nodes(database: str, folder: Path) -> Iterator[Nodes]:
    port = free_port()
    outside = {"LEERLANDSCHAP_PUBLIC_URL": f"http://127.0.0.1:{port}", "LEERLANDSCHAP_DATABASE": database}
    first, second = (Server(folder / name, environment=outside) for name in ("web1", "web2"))
    with pair(first, second) as servers, proxied(folder, port, (first.port, second.port)) as url:
        yield Nodes(url, servers)


def two_servers(database: str, folder: Path) -> contextlib.AbstractContextManager[tuple[Server, Server]]:
    """Without a proxy: a phone chooses its node."""
    first, second = (Server(folder / name, "--database", database) for name in ("web1", "web2"))
    return pair(first, second)


def everybody_at(group: Group, *servers: Server) -> list[list[Sender]]:
    """For each node its people, and a desk; each stays there."""
    phones = [Phone(group, who, servers[who % len(servers)].url) for who in range(len(group.people))]
    desks = [Desk(group, which, server.url) for which, server in enumerate(servers)]
    return [[*phones[which :: len(servers)], desk] for which, desk in enumerate(desks)]


def started(servers: Sequence[Server], people: int) -> Group:
    """A workshop in which people may choose."""
    group = Group(servers[0].url, people)
    group.lead("OpenStatements")
    return group
