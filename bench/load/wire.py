# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the load clients share where there is no C compiler. They speak as those in C do, and are much slower."""

import contextlib
import resource
import socket
from collections.abc import Iterator
from pathlib import Path

AWAY = (BlockingIOError, InterruptedError)


def requests_in(path: str) -> list[bytes]:
    """Requests stand behind one another, each ended by a zero byte."""
    return Path(path).read_bytes().split(b"\0")[:-1]


def raise_file_limit() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def begin_to_connect(port: int) -> socket.socket:
    made = socket.socket()
    made.setblocking(False)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with contextlib.suppress(*AWAY):
        made.connect(("127.0.0.1", port))
    return made


def parts_of(from_: socket.socket) -> Iterator[bytes]:
    """All that can be read now; an empty part at the end when the other side has gone."""
    while True:
        try:
            part = from_.recv(1 << 18)
        except AWAY:
            return
        except OSError:
            part = b""
        yield part
        if not part:
            return
