# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real server as a process of its own, on a port that was free a moment ago."""

import contextlib
import copy
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx

PATIENCE = 60.0  # seconds to wait for the first answer


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """Start, kill and start again on the same data. ``host`` is where it listens, ``inside`` what starts it there."""

    def __init__(
        self,
        data: Path,
        *options: str,
        environment: dict[str, str] | None = None,
        host: str = "127.0.0.1",
        inside: Sequence[str] = (),
    ) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://{host}:{self.port}"
        self._inside, self._host = inside, host
        self._options = options
        self._environment = environment or {}
        self._process: subprocess.Popen[bytes] | None = None
        self.log = data / "server.log"

    def start(self) -> "Server":
        self.data.mkdir(parents=True, exist_ok=True)
        command = [*self._inside, sys.executable, "-m", "leerlandschap", "serve", "--no-open", "--port", str(self.port)]
        command += ["--host", self._host, "--data", str(self.data), *self._options]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **self._environment})
        self._until_it_answers()
        return self

    def _until_it_answers(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._process is not None and self._process.poll() is not None:
                raise RuntimeError(f"the server stopped: {self.log.read_text()}")
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{self.url}/health", timeout=2)
                return
            time.sleep(0.05)
        raise RuntimeError(f"no answer in {PATIENCE} s: {self.log.read_text()}")

    @property
    def process(self) -> int:
        """Its number."""
        assert self._process is not None
        return self._process.pid

    @property
    def memory(self) -> int:
        """Bytes it holds in memory now (VmRSS of proc_pid_status(5))."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return 1024 * int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

    def has_no_failure(self) -> None:
        """Nobody's mistake is a failure of ours: its log shows none."""
        before, failure, after = self.log.read_text().partition("Traceback")
        assert not failure, before[-500:] + failure + after[:5000]

    def kill(self) -> None:
        """As a power cut does: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def asked_to_end(self, how: signal.Signals) -> int:
        """Its exit status."""
        assert self._process is not None
        self._process.send_signal(how)
        return self.ended()

    def ended(self, patience: float = PATIENCE) -> int:
        """Its exit status, when it ends by itself within so many seconds."""
        assert self._process is not None
        status = self._process.wait(timeout=patience)
        self._process = None
        return status

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self.asked_to_end(how)


@contextlib.contextmanager
def serving(data: Path, *options: str, environment: dict[str, str] | None = None) -> Iterator[Server]:
    server = Server(data, *options, environment=environment).start()
    try:
        yield server
        server.has_no_failure()
    finally:
        server.stop()


class Group:
    """A workshop with its facilitator and participants, over the JSON API."""

    def __init__(self, url: str, people: int = 0, language: str = "nl", cookies: dict[str, str] | None = None) -> None:
        # no connection is kept, so none is left open when a test forgets about its group
        none_kept = httpx.Limits(max_keepalive_connections=0)
        self.client = httpx.Client(base_url=url, timeout=20, cookies=cookies, limits=none_kept)
        wanted = {"title": "Leren", "organisation": "Gemeente Westerveen", "team": "Vergunningen", "language": language}
        answer = self.client.post("/api/v1/workshops", json=wanted)
        assert answer.status_code == 201, answer.text
        self.opened: dict[str, Any] = answer.json()
        self.path = f"/api/v1/workshops/{self.opened['workshop']}"
        self.facilitator: str = self.opened["keys"]["facilitator"]
        self.people = [self.join() for _ in range(people)]

    @classmethod
    def known_at(cls, url: str, group: "Group") -> "Group":
        """The same workshop, at another server that serves it."""
        there = copy.copy(group)
        there.client = httpx.Client(base_url=url, timeout=20, limits=httpx.Limits(max_keepalive_connections=0))
        return there

    def join(self) -> str:
        """The key of somebody who came in just now."""
        answer = self.client.post("/api/v1/join", json={"code": self.opened["code"]})
        assert answer.status_code == 201, answer.text
        key: str = answer.json()["key"]
        return key

    def ask(self, who: str, command: str, key: str | None = None, **fields: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {who}"} | ({"Idempotency-Key": key} if key else {})
        return self.client.post(f"{self.path}/commands", json={"type": command, **fields}, headers=headers)

    def lead(self, command: str, **fields: Any) -> int:
        """A command of the facilitator that must be taken."""
        answer = self.ask(self.facilitator, command, **fields)
        assert answer.status_code == 200, answer.text
        seq: int = answer.json()["seq"]
        return seq

    def look(self, who: str) -> dict[str, Any]:
        answer = self.client.get(self.path, headers={"Authorization": f"Bearer {who}"})
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view
