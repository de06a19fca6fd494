# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first words of a PostgreSQL that nobody should use any more: it lets everybody in and knows only its own version.

As much of its protocol (version 3.0) as a client says before it looks at the version.
"""

import contextlib
import socket
import socketserver
import struct
from collections.abc import Iterator
from threading import Thread

ASKS_FOR_ENCRYPTION = {80877103, 80877104}  # SSL, GSSAPI


def told(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


class OldPostgres:
    def __init__(self, version: str) -> None:
        self._version = version
        self.port = 0

    @property
    def address(self) -> str:
        return f"postgresql://somebody@127.0.0.1:{self.port}/anything?target_session_attrs=any"

    @contextlib.contextmanager
    def listening(self) -> Iterator["OldPostgres"]:
        old = self

        class Talk(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError, struct.error):
                    old.greet(self.request)
                    self.request.recv(1)  # until they hang up

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        with Server(("127.0.0.1", 0), Talk) as server:
            self.port = server.server_address[1]
            Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield self
            finally:
                server.shutdown()

    def greet(self, line: socket.socket) -> None:
        while struct.unpack("!i", self._heard(line)[:4])[0] in ASKS_FOR_ENCRYPTION:
            line.sendall(b"N")
        says = {"server_version": self._version, "server_encoding": "UTF8", "client_encoding": "UTF8"}
        says |= {"standard_conforming_strings": "on", "DateStyle": "ISO, MDY", "TimeZone": "UTC"}
        status = b"".join(told(b"S", f"{name}\0{value}\0".encode()) for name, value in says.items())
        line.sendall(told(b"R", struct.pack("!i", 0)) + status + told(b"K", bytes(8)) + told(b"Z", b"I"))

    def _heard(self, line: socket.socket) -> bytes:
        (size,) = struct.unpack("!i", self._exactly(line, 4))
        return self._exactly(line, size - 4)

    def _exactly(self, line: socket.socket, size: int) -> bytes:
        heard = b""
        while len(heard) < size:
            part = line.recv(size - len(heard))
            if not part:
                raise OSError("hung up")
            heard += part
        return heard
