# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can be made to send one frame to thousands of screens: the product, its floor and its peers, all asked alike."""

import http.client
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from bench import peers
from bench.clients import Screens
from bench.hall import Hall
from bench.processes import Running
from bench.rounds import Figures

WEBSOCKET = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
SSE = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
CONNECT = b"\x81\x82\0\0\0\0" + b"40"  # Engine.IO message, Socket.IO connect; masked, as clients must
QUIET_MS = 250
STATEMENT = (  # long, so that the reveal of it is a frame of about 8 KB
    "Wie hier werkt krijgt tijd om te leren, ook als het druk is. Dat is geen gunst en geen beloning: het hoort bij het"
    " werk, net als overleggen en overdragen. Wat je leert, vertel je aan de anderen in je team, zodat niet iedereen"
    " hetzelfde hoeft uit te zoeken. En als het niet lukt, zeg je dat op tijd, zodat we samen kijken wat er wel kan."
)


class Audience(ABC):
    """A server with its screens, all connected before anything is measured."""

    after = b""

    def __init__(self, server: Running, screens: int) -> None:
        self.server = server
        memory, cpu = server.memory(), server.cpu()
        self.screens = Screens(server.port, [self.request()], screens, after=self.after)
        try:
            said = self.screens.open()
        except RuntimeError:
            self.screens.close()
            raise
        self.connect_s = (said["last"] - said["began"]) / 1e9
        self.settle(800)
        self.connect_cpu_s = server.cpu() - cpu
        self.before = memory
        self.idle_kib = (server.memory() - memory) / 1024 / screens

    @abstractmethod
    def request(self) -> bytes: ...

    @abstractmethod
    def publish(self, frame: bytes) -> None: ...

    def settle(self, ms: int = 300) -> None:
        self.screens.mark()
        time.sleep(ms / 1000)

    def seen(self, publish: Callable[[], None]) -> Figures:
        """From asking until all screens have it: milliseconds, processor of the server, bytes a screen."""
        self.settle(20)
        cpu = self.server.cpu()
        begun = time.monotonic_ns()
        publish()
        said = self.screens.wait(QUIET_MS)
        if said["reached"] < self.screens.count:
            raise RuntimeError(
                f"only {said['reached']} of {self.screens.count} screens of {type(self).__name__} got it"
            )
        return {
            "ms": (said["last"] - begun) / 1e6,
            "first_ms": (said["begun"] - begun) / 1e6,
            "cpu_ms": (self.server.cpu() - cpu) * 1e3,
            "bytes": said["bytes"] / self.screens.count,
        }

    @property
    def after_kib(self) -> float:
        return (self.server.memory() - self.before) / 1024 / self.screens.count

    def close(self) -> None:
        self.screens.close()


class Peer(Audience):
    path, publish_path, request_text = "/", "/", SSE

    def request(self) -> bytes:
        return self.request_text.format(path=self.path).encode()

    def publish(self, frame: bytes) -> None:
        client = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        client.request("POST", self.publish_path, frame)
        client.getresponse().read()
        client.close()

    def close(self) -> None:
        super().close()
        self.server.stop()


class Floor(Peer):
    """A write loop and nothing else."""


class NodeSse(Peer):
    """Node's own http server."""


class Nchan(Peer):
    path, publish_path = "/sub", "/pub"

    def publish(self, frame: bytes) -> None:
        super().publish(frame.removeprefix(b"data: ").rstrip(b"\n"))  # it makes the event itself


class SocketIo(Peer):
    path, request_text, after = "/socket.io/?EIO=4&transport=websocket", WEBSOCKET, CONNECT


PEERS: dict[str, tuple[type[Peer], Callable[[Path], Running]]] = {
    "bare write loop": (Floor, peers.floor),
    "nchan": (Nchan, peers.nchan),
    "node http": (NodeSse, peers.node_sse),
    "socket.io": (SocketIo, peers.socket_io),
}


class Product(Audience):
    """Big screens of one workshop: the counter and the reveal come as they do in a hall, by commands."""

    gzip = False

    def __init__(self, server: Running, screens: int, people: int) -> None:
        self.hall = Hall(server.port, people=people)
        self._waiting = list(self.hall.people)
        first = self.hall.statements()[0]
        self.hall.lead("EditStatement", statement=first, name="Leertijd", text=STATEMENT)
        [self._statement] = self.hall.open_statements(keep=1)
        super().__init__(server, screens)

    def request(self) -> bytes:
        return self.hall.stream("projector", gzip=self.gzip)

    def publish(self, frame: bytes) -> None:
        raise NotImplementedError("the product makes its own frames")

    def counter(self) -> None:
        """A stance of somebody who had none: the counter goes up."""
        self.hall.ask(self._waiting.pop(), "TakeStance", statement=self._statement, position=1 + len(self._waiting) % 5)

    def reveal(self) -> None:
        self.hall.lead("RevealStatements")

    def away(self) -> None:
        self.hall.lead("GoTo", step="follow_ups")

    def again(self) -> None:
        """Back to what was revealed: the same frame as of the reveal, made anew."""
        self.hall.lead("GoTo", step="statements")


class ProductGzip(Product):
    gzip = True
