# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A server that is asked to stop says so first, goes on for those who are there, and then goes."""

import os
import signal
import time
from pathlib import Path

import httpx

from tests.server import Group, Server

A_WHILE = {"LEERLANDSCHAP_LEAVE_SECONDS": "6", "LC_ALL": "nl_NL"}


def ready(server: Server) -> tuple[int, str, str]:
    """The status, the media type and the reason."""
    answer = httpx.get(f"{server.url}/health/ready", timeout=20, headers={"accept-language": "en"})
    return answer.status_code, answer.headers["content-type"], answer.json().get("refusal", "")


def test_whoever_is_asked_to_stop_is_first_not_ready_and_then_gone(tmp_path: Path) -> None:
    server = Server(tmp_path, environment=A_WHILE).start()
    try:
        group = Group(server.url, 1)
        assert ready(server) == (200, "application/json", "")
        os.kill(server.process, signal.SIGTERM)
        asked = time.monotonic()
        while ready(server)[0] == 200:
            assert time.monotonic() - asked < 5
        assert ready(server) == (503, "application/problem+json", "leaving")
        assert httpx.get(f"{server.url}/health/live", timeout=20).status_code == 200
        group.lead("OpenStatements")  # whoever is in the middle of something is still answered
        assert (server.ended(), time.monotonic() - asked >= 6) == (-signal.SIGTERM, True)
    finally:
        server.kill()


def test_without_a_while_it_goes_at_once(tmp_path: Path) -> None:
    server = Server(tmp_path, environment={"LC_ALL": "nl_NL"}).start()
    assert server.asked_to_end(signal.SIGTERM) == -signal.SIGTERM
    assert server.log.read_text().splitlines()[-1].endswith(": stopped")
