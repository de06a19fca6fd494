# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A server as a process of its own, and what it uses."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 30.0
ROOT = Path(__file__).parent.parent
CALM = 10.0  # seconds it may take to stop


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def as_installed(more: Mapping[str, str]) -> dict[str, str]:
    """Our environment, but compiled Python is kept: what is installed does not compile itself at every start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}


class Running:
    """Started when made; it answers on its port when ``up`` returns. What it says goes to ``log``."""

    def __init__(
        self, command: Sequence[str | Path], port: int, log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.port = port
        self._command = [str(each) for each in command]
        self._environment = as_installed(environment or {})
        self.log = log
        self.start()

    def start(self) -> None:
        self.began = time.monotonic_ns()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self._environment, cwd=ROOT
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def up(self, path: str | None = None) -> "Running":
        """Waits until it takes connections; with a path, until it answers there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            with contextlib.suppress(OSError, http.client.HTTPException):
                self._greet(path)
                return self
            time.sleep(0.005)
        raise RuntimeError(f"{self._command[0]} did not start: {self.log.read_text('utf-8', 'replace')[-2000:]}")

    def _greet(self, path: str | None) -> None:
        if path is None:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            return
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as client:
            client.request("GET", path)
            client.getresponse().read()

    def family(self) -> list[int]:
        """It and what it started."""
        found, waiting = [], [self.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            with contextlib.suppress(OSError):
                for thread in Path(f"/proc/{pid}/task").iterdir():
                    waiting += [int(each) for each in (thread / "children").read_text().split()]
        return found

    def memory(self) -> int:
        """Bytes that stand in memory, of it and what it started."""
        return sum(_memory(pid) for pid in self.family())

    def cpu(self) -> float:
        """Seconds of processor it has used, with what it started; threads that have ended are not counted."""
        return sum(_cpu(pid) for pid in self.family())

    def kill(self) -> None:
        """As a power cut does."""
        self._process.kill()
        self._process.wait(CALM)

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(CALM)
            except subprocess.TimeoutExpired:
                self.kill()


def _memory(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def _cpu(pid: int) -> float:
    used = 0
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                used += int((thread / "schedstat").read_text().split()[0])
    return used / 1e9
