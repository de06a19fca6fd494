# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two nodes on one PostgreSQL, behind the proxy."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import httpx

from tests.proxy import proxied
from tests.server import Server, free_port


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
def two_nodes(database: str, folder: Path) -> Iterator[Nodes]:
    port = free_port()
    outside = {"LEERLANDSCHAP_PUBLIC_URL": f"http://127.0.0.1:{port}", "LEERLANDSCHAP_DATABASE": database}
    first, second = (Server(folder / name, environment=outside) for name in ("web1", "web2"))
    try:
        first.start()
        second.start()
        with proxied(folder, port, (first.port, second.port)) as url:
            yield Nodes(url, (first, second))
        assert [each.log.read_text().count("Traceback") for each in (first, second)] == [0, 0]
    finally:
        for each in (first, second):
            each.kill()
