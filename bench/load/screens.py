# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same as screens.c, which says what it is asked and what it answers."""

import json
import random
import re
import resource
import selectors
import socket
import struct
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.load.wire import begin_to_connect, parts_of, raise_file_limit, requests_in

AT_ONCE, BEAT = 400, 32
ID = re.compile(rb"(?:^|\n)id: (\d+)")


class Screen:
    """One stream: SLEEPING until ``retry_at``, then connecting, asking, open."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.socket: socket.socket | None = None
        self.state = "new"
        self.retry_at = 0
        self.let_in = self.framed = self.last = self.bytes = self.tries = 0
        self.lost = self.fresh = False
        self.head, self.frame = b"", b""


class Screens:
    def __init__(
        self, port: int, requests: Sequence[bytes], count: int, after: bytes, first: int, longest: int
    ) -> None:
        self._port, self._requests, self._after = port, requests, after
        self._first, self._longest = first or 50, longest or 50
        self._all = [Screen(number) for number in range(count)]
        self._new = iter(self._all)
        self._opening = self._let_in = 0
        self._arrivals: list[tuple[int, int, int]] = []
        self._begun = self._last = 0
        self._selector = selectors.DefaultSelector()
        self._selector.register(sys.stdin, selectors.EVENT_READ)

    # ---- the life of a screen

    def _begin(self, s: Screen) -> None:
        s.socket, s.state, s.head, s.frame, s.fresh = begin_to_connect(self._port), "connecting", b"", b"", False
        self._opening += 1
        self._selector.register(s.socket, selectors.EVENT_WRITE, s)

    def _sleep(self, s: Screen) -> None:
        if s.socket is not None:
            self._selector.unregister(s.socket)
            s.socket.close()
        if s.state == "open":
            self._let_in -= 1
            s.lost, s.tries = True, 0
        else:
            self._opening -= 1
        delay = min(self._longest, self._first << min(s.tries, 12))
        s.socket, s.state, s.tries = None, "sleeping", s.tries + 1
        s.retry_at = time.monotonic_ns() + int(delay * 1e6 * (0.5 + random.random()))

    def _ask(self, s: Screen) -> None:
        assert s.socket is not None
        request = self._requests[s.number % len(self._requests)]
        try:
            if s.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) or s.socket.send(request) != len(request):
                raise ConnectionError
        except OSError:
            self._sleep(s)
            return
        s.state = "asking"
        self._selector.modify(s.socket, selectors.EVENT_READ, s)

    def _let(self, s: Screen, part: bytes, at: int) -> bytes:
        """What stands behind the head, once it is whole."""
        assert s.socket is not None
        s.head += part
        head, ended, rest = s.head.partition(b"\r\n\r\n")
        if not ended:
            return b""
        if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 101")):
            sys.exit(f"a screen was not let in: {head[:200]!r}")
        if self._after:
            s.socket.send(self._after)
        s.state, s.let_in = "open", at
        self._let_in += 1
        self._opening -= 1
        return rest

    def _took(self, s: Screen, part: bytes) -> None:
        at = time.monotonic_ns()
        if s.state == "asking":
            part = self._let(s, part, at)
        if not part:
            return
        if not s.fresh:
            s.fresh, s.framed, s.lost = True, at, False
        s.frame += part
        *whole, s.frame = s.frame.split(b"\n\n")
        for each in whole:
            if found := ID.search(each):
                self._arrivals.append((int(found[1]), at, s.number))
        if len(part) > BEAT:
            s.bytes += len(part)
            s.last = self._last = at
            self._begun = self._begun or at

    def turn(self, patience: float) -> bool:
        """True when somebody asks us something."""
        while self._opening < AT_ONCE and (s := next(self._new, None)):
            self._begin(s)
        now, asked = time.monotonic_ns(), False
        for s in self._all:
            if s.state == "sleeping" and s.retry_at <= now:
                self._begin(s)
        for key, _ in self._selector.select(patience):
            s = key.data
            if s is None:
                asked = True
            elif s.state == "connecting":
                self._ask(s)
            elif s.socket is not None:
                for part in parts_of(s.socket):
                    if not part:
                        self._sleep(s)
                        break
                    self._took(s, part)
        return asked

    # ---- answers

    def open(self, seconds: float) -> dict[str, Any]:
        begun, until = time.monotonic_ns(), time.monotonic() + seconds
        while self._let_in < len(self._all) and time.monotonic() < until:
            self.turn(0.005)
        return _times("open", [s.let_in for s in self._all if s.state == "open"]) | {"began": begun}

    def mark(self) -> dict[str, Any]:
        for s in self._all:
            s.bytes = s.last = s.framed = 0
            s.lost = False
        self._begun = self._last = 0
        self._arrivals.clear()
        return {"marked": time.monotonic_ns()}

    def wait(self, quiet_ms: float, seconds: float) -> dict[str, Any]:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not (self._last and time.monotonic_ns() - self._last > quiet_ms * 1e6):
            self.turn(0.002)
        each = [s.bytes for s in self._all]
        used = resource.getrusage(resource.RUSAGE_SELF)
        more = {"begun": self._begun, "bytes": sum(each), "least": min(each), "most": max(each)}
        cpu = used.ru_utime + used.ru_stime
        return _times("reached", [s.last for s in self._all if s.bytes]) | more | {"open": self._let_in, "cpu": cpu}

    def back(self, seconds: float) -> dict[str, Any]:
        until = time.monotonic() + seconds
        self.turn(0.005)
        while time.monotonic() < until and any(s.lost or s.state != "open" for s in self._all):
            self.turn(0.005)
        back = [s.framed for s in self._all if s.framed and s.state == "open"]
        return _times("back", back) | {"open": self._let_in}

    def dump(self, path: str) -> dict[str, Any]:
        Path(path).write_bytes(b"".join(struct.pack("<3q", *each) for each in self._arrivals))
        return {"frames": len(self._arrivals)}

    def answer(self, line: str) -> dict[str, Any] | None:
        word, *rest = line.split()
        if word in ("open", "wait", "back"):
            said: dict[str, Any] = getattr(self, word)(*map(float, rest))
            return said
        if word == "mark":
            return self.mark()
        return self.dump(rest[0]) if word == "dump" else None


def _times(name: str, times: list[int]) -> dict[str, Any]:
    times.sort()
    shares = (("first", 0.0), ("p50", 0.5), ("p99", 0.99), ("last", 1.0))
    return {name: len(times)} | {key: times[round(share * (len(times) - 1))] if times else 0 for key, share in shares}


def main(port: str, requests: str, count: str, after: str = "-", first: str = "0", longest: str = "0") -> None:
    raise_file_limit()
    then = Path(after).read_bytes() if after != "-" else b""
    screens = Screens(int(port), requests_in(requests), int(count), then, int(first), int(longest))
    while True:
        if not screens.turn(0.02):
            continue
        line = sys.stdin.readline()
        said = screens.answer(line) if line.strip() else None
        if said is None:
            return
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
