# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape of years is opened without playing all its workshops again."""

from pathlib import Path
from typing import Any

import httpx

from tests.server import Group, Server


def look(server: Server, group: Group) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {group.opened['keys']['landscape']}"}
    answer = httpx.get(f"{server.url}/api/v1/landscapes/{group.opened['landscape']}", headers=headers, timeout=20)
    assert answer.status_code == 200, answer.text
    view: dict[str, Any] = answer.json()
    return view


def rooms(server: Server) -> int:
    open_now: int = httpx.get(f"{server.url}/health", timeout=20).json()["rooms"]
    return open_now


def test_a_closed_workshop_is_not_opened_to_look_at_its_landscape(tmp_path: Path) -> None:
    server = Server(tmp_path).start()
    try:
        group = Group(server.url, 5)
        group.lead("OpenStatements")
        group.lead("Close")
        before = look(server, group)
        server.stop()
        server.start()
        assert look(server, group)["workshops"] == before["workshops"]
        assert rooms(server) == 0
        group.lead("Reopen")
        group.lead("Close")
        server.stop()
        server.start()
        assert look(server, group)["workshops"][0]["closed_at"] > before["workshops"][0]["closed_at"]
    finally:
        server.stop()
