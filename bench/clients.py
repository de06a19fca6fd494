# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two load clients, each in a process of its own: screens that look, people who ask."""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.processes import ROOT
from bench.programs import command

ARRIVAL = np.dtype([("id", "<i8"), ("at", "<i8"), ("screen", "<i8")])
ANSWER = np.dtype([(name, "<i8") for name in ("due", "sent", "answered", "status", "seq", "which")])
FIRST_DELAY, LONGEST_DELAY = 500, 15_000  # ms, as in the page of a phone

Said = dict[str, Any]


class Screens:
    """Open streams. ``requests`` are shared out over them; ``comes_back`` as a phone does when its stream ends."""

    def __init__(
        self, port: int, requests: Sequence[bytes], count: int, *, after: bytes = b"", comes_back: bool = False
    ) -> None:
        self.count = count
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        folder = Path(self._folder.name)
        (folder / "requests").write_bytes(b"".join(each + b"\0" for each in requests))
        (folder / "after").write_bytes(after)
        arguments = [str(port), str(folder / "requests"), str(count), str(folder / "after") if after else "-"]
        arguments += [str(FIRST_DELAY), str(LONGEST_DELAY)] if comes_back else []
        self._process = subprocess.Popen(
            [*command("screens"), *arguments], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def _say(self, line: str) -> Said:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        heard = self._process.stdout.readline()
        if not heard:
            raise RuntimeError(f"the screens stopped at: {line}")
        said: Said = json.loads(heard)
        return said

    def open(self, seconds: float = 60) -> Said:
        """When they were let in, in nanoseconds. Raises when not all were."""
        said = self._say(f"open {seconds}")
        if said["open"] < self.count:
            raise RuntimeError(f"{said['open']} of {self.count} screens were let in after {seconds} s")
        return said

    def mark(self) -> int:
        return int(self._say("mark")["marked"])

    def wait(self, quiet_ms: int = 300, seconds: float = 20) -> Said:
        """When what came since the mark had come: ``first``, ``p50``, ``p99``, ``last`` over the screens; ``bytes``."""
        return self._say(f"wait {quiet_ms} {seconds}")

    def back(self, seconds: float = 60) -> Said:
        """When each that was lost had a frame again."""
        return self._say(f"back {seconds}")

    def arrivals(self) -> NDArray[Any]:
        """Every frame with an id since the mark."""
        file = Path(self._folder.name) / "arrivals"
        self._say(f"dump {file}")
        return np.fromfile(file, ARRIVAL)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()


@dataclass
class Asked:
    """What became of many requests. Times in milliseconds, from when each was due."""

    answers: NDArray[Any]
    said: Said

    @property
    def seconds(self) -> float:
        return float(self.said["ended"] - self.said["began"]) / 1e9

    @property
    def taken(self) -> int:
        return int((self.answers["status"] == 200).sum())

    @property
    def refused(self) -> int:
        return len(self.answers) - self.taken

    @property
    def a_second(self) -> float:
        return self.taken / self.seconds if self.seconds else 0.0

    @property
    def busy(self) -> float:
        """The part of one core that the client itself used."""
        return float(self.said["cpu"]) / self.seconds if self.seconds else 0.0

    def ms(self, *shares: float) -> list[float]:
        if not len(self.answers):
            return [float("nan")] * len(shares)
        return [float(each) for each in np.percentile(self.answers["answered"] - self.answers["due"], shares) / 1e6]


class Asking:
    """People who ask; it runs from the moment it is made, ``end`` waits until it is done."""

    def __init__(
        self,
        port: int,
        requests: Sequence[bytes],
        connections: int,
        *,
        rate: float = 0,
        seconds: float = 5,
        most: int = 0,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        folder = Path(self._folder.name)
        self._out = folder / "answers"
        (folder / "requests").write_bytes(b"".join(each + b"\0" for each in requests))
        arguments = [port, folder / "requests", connections, rate, seconds, most, self._out]
        self._process = subprocess.Popen(
            [*command("asking"), *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self) -> Asked:
        said, trouble = self._process.communicate()
        if self._process.returncode:
            raise RuntimeError(f"the askers stopped: {trouble}")
        asked = Asked(np.fromfile(self._out, ANSWER), json.loads(said))
        self._folder.cleanup()
        return asked
