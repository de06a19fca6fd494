# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same as asking.c, which says what it is asked and what it answers."""

import json
import re
import selectors
import socket
import struct
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.load.wire import begin_to_connect, parts_of, raise_file_limit, requests_in

PATIENCE = 15.0
HELLO = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
LENGTH, SEQ = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE), re.compile(rb'"seq":\s*(\d+)')


class Line:
    """A connection, and the request that it carries."""

    def __init__(self, socket_: socket.socket) -> None:
        self.socket = socket_
        self.busy = self.ready = False
        self.due = self.sent = self.which = self.number = 0
        self.heard = b""


class Asking:
    def __init__(self, port: int, requests: Sequence[bytes], connections: int) -> None:
        self._port, self._requests = port, requests
        self._selector = selectors.DefaultSelector()
        self._first = time.monotonic_ns() // 1000 % 10**11 // len(requests) * len(requests)
        self.idle: list[Line] = []
        self.asked = self.answered = self.broken = 0
        self.records: list[bytes] = []
        for _ in range(connections):
            self._connect(Line(begin_to_connect(port)))
        self._until(lambda: len(self.idle) == connections)

    def _until(self, holds: object) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not holds():  # type: ignore[operator]
            self.turn(0.005)

    def _connect(self, line: Line) -> None:
        self._selector.register(line.socket, selectors.EVENT_WRITE, line)

    def warm_up(self) -> None:
        """One question that changes nothing over each connection, so that the server has accepted all of them."""
        hello, self.idle = self.idle, []
        for line in hello:
            line.busy = True
            line.socket.send(HELLO)
        self._until(lambda: len(self.idle) == len(hello))
        self.records.clear()
        self.answered = self.broken = 0

    def ask(self, line: Line, due: int) -> None:
        line.number, line.which = self._first + self.asked, self.asked % len(self._requests)
        self.asked += 1
        line.due, line.busy = due or time.monotonic_ns(), True
        self._send(line)

    def _send(self, line: Line) -> None:
        digit = b"%d" % (1 + (line.which + line.number // len(self._requests)) % 5)
        request = self._requests[line.which].replace(b"\1" * 12, b"%012d" % line.number).replace(b"\2", digit)
        line.sent, line.heard = time.monotonic_ns(), b""
        if line.socket.send(request) != len(request):
            self.broken += 1

    def turn(self, patience: float) -> None:
        for key, _ in self._selector.select(patience):
            line: Line = key.data
            if not line.ready:
                line.ready = True
                self._selector.modify(line.socket, selectors.EVENT_READ, line)
                if line.busy:
                    self._send(line)
                else:
                    self.idle.append(line)
                continue
            for part in parts_of(line.socket):
                if not part:
                    self._again(line)
                    break
                self._hear(line, part)

    def _again(self, line: Line) -> None:
        """The connection ended: the same request goes again over a new one, as a phone does."""
        self._selector.unregister(line.socket)
        line.socket.close()
        self.broken += 1
        if line in self.idle:
            self.idle.remove(line)
        line.socket, line.ready = begin_to_connect(self._port), False
        self._connect(line)

    def _hear(self, line: Line, part: bytes) -> None:
        line.heard += part
        head, ended, body = line.heard.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not line.busy or not ended or len(body) < int(length[1] if length else 0):
            return
        seq = SEQ.search(body)
        numbers = line.due, line.sent, time.monotonic_ns(), int(head[9:12]), int(seq[1] if seq else 0), line.which
        self.records.append(struct.pack("<6q", *numbers))
        self.answered += 1
        line.busy = False
        self.idle.append(line)

    def finish(self) -> None:
        self._until(lambda: self.answered == self.asked)


def main(port: str, requests: str, connections: str, rate: str, seconds: str, most: str, out: str) -> None:
    raise_file_limit()
    asking = Asking(int(port), requests_in(requests), int(connections))
    asking.warm_up()
    pace, limit = float(rate), int(most) or sys.maxsize
    worked, begun = time.process_time(), time.monotonic_ns()
    until = begun + int(float(seconds) * 1e9)
    while time.monotonic_ns() < until and asking.asked < limit:
        while asking.idle and asking.asked < limit:
            due = begun + int(asking.asked * 1e9 / pace) if pace else 0
            if due > time.monotonic_ns():
                break
            asking.ask(asking.idle.pop(), due)
        asking.turn(0.001)
    asking.finish()
    ended = time.monotonic_ns()
    Path(out).write_bytes(b"".join(asking.records))
    said = {"asked": asking.asked, "answered": asking.answered, "unheard": asking.asked - asking.answered}
    print(
        json.dumps(
            said | {"broken": asking.broken, "began": begun, "ended": ended, "cpu": time.process_time() - worked}
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
