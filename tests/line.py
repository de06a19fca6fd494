# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The line between us and a server, on which things go wrong: an answer is lost, or a question, or all falls silent."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from enum import Enum

READ = 65536


class Loses(Enum):
    NOTHING = "nothing"
    ANSWER = "the answer to the next question that comes, and with it the connection"
    QUESTION = "the next question that comes, and with it the connection"
    ALL = "everything, in silence"


class Line:
    """Connections to ``port`` of this line go on to ``to`` on this machine."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listening.getsockname()[1]
        self._connections: list[socket.socket] = []
        self.loses = Loses.NOTHING
        self.marker = b""  # a question is one that has this in it

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                ours, _ = self._listening.accept()
                theirs = socket.create_connection(("127.0.0.1", self._to))
                self._connections += [ours, theirs]
                spoiled = threading.Event()
                threading.Thread(target=self._carry, args=(ours, theirs, True, spoiled), daemon=True).start()
                threading.Thread(target=self._carry, args=(theirs, ours, False, spoiled), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket, asking: bool, spoiled: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while part := here.recv(READ):
                if self.loses is Loses.ALL:
                    continue
                if asking and self.marker in part and self.loses in (Loses.QUESTION, Loses.ANSWER):
                    lost, self.loses = self.loses, Loses.NOTHING
                    spoiled.set()
                    if lost is Loses.QUESTION:
                        break
                elif spoiled.is_set():
                    break  # what the server answered is thrown away
                there.sendall(part)
        for end in (here, there):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        """Every connection that there is."""
        for each in self._connections:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listening.close()
        self.cut()
        for each in self._connections:
            each.close()


@contextlib.contextmanager
def line_to(port: int) -> Iterator[Line]:
    line = Line(port)
    threading.Thread(target=line._accept, daemon=True).start()
    try:
        yield line
    finally:
        line.close()
