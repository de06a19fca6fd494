# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same as floor.c: every GET is let in, the body of a POST goes to all of them, one write each."""

import re
import selectors
import socket
import sys

from bench.load.wire import AWAY, raise_file_limit

LET_IN = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
DONE = b"HTTP/1.1 204 No Content\r\n\r\n"
LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)


class Floor:
    def __init__(self, port: int) -> None:
        self._selector = selectors.DefaultSelector()
        self._screens: dict[socket.socket, bytes] = {}  # with what it has not taken yet
        listening = socket.create_server(("127.0.0.1", port), backlog=4096)
        self._selector.register(listening, selectors.EVENT_READ, listening)

    def run(self) -> None:
        while True:
            for key, happened in self._selector.select():
                if key.data is not None:
                    came = key.data.accept()[0]
                    came.setblocking(False)
                    self._selector.register(came, selectors.EVENT_READ, None)
                elif isinstance(key.fileobj, socket.socket):
                    if happened & selectors.EVENT_WRITE:
                        self._write(key.fileobj, self._screens.get(key.fileobj, b""))
                    if happened & selectors.EVENT_READ:
                        self._hear(key.fileobj)

    def _write(self, screen: socket.socket, rest: bytes) -> None:
        try:
            rest = rest[screen.send(rest) :]
        except AWAY:
            pass
        except OSError:
            rest = b""
        self._screens[screen] = rest
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if rest else 0)
        if self._selector.get_key(screen).events != wanted:
            self._selector.modify(screen, wanted, None)

    def _hear(self, who: socket.socket) -> None:
        try:
            said = who.recv(1 << 20)
        except OSError:
            said = b""
        if not said:
            self._screens.pop(who, None)
            self._selector.unregister(who)
            who.close()
        elif said.startswith(b"POST"):
            self._publish(who, said)
        else:
            who.send(LET_IN)
            self._screens[who] = b""

    def _publish(self, who: socket.socket, said: bytes) -> None:
        head, _, frame = said.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        who.setblocking(True)
        while length and len(frame) < int(length[1]) and (more := who.recv(1 << 20)):
            frame += more
        for screen in list(self._screens):
            self._write(screen, frame)
        who.send(DONE)
        who.setblocking(False)


if __name__ == "__main__":
    raise_file_limit()
    Floor(int(sys.argv[1])).run()
