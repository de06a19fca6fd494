# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A screen that follows a workshop, and comes back when its stream ends."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from typing import Any

import httpx

from tests.server import Group

BACK_AFTER = 0.1  # seconds
SILENCE = 60.0  # seconds; a beat comes every twenty


def told(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a view says, but for its clocks."""
    return {name: view.get(name) for name in ("seq", "moment", "participants", "statements", "points")}


class Screen(threading.Thread):
    """The facilitator's, at one node or at a proxy."""

    def __init__(self, group: Group, at: str) -> None:
        super().__init__(daemon=True)
        url = httpx.URL(at)
        self._host, self._port, self._path = url.host, url.port, f"{group.path}/stream?as=json"
        self._headers = {"Authorization": f"Bearer {group.facilitator}"}
        self._left = threading.Event()
        self._line: socket.socket | None = None
        self.opened = 0  # how often a stream was
        self.frames: list[float] = []  # when one came, of something to see
        self.beats: list[float] = []
        self.newest: dict[str, Any] = {}

    def run(self) -> None:
        while not self._left.is_set():
            with contextlib.suppress(OSError, HTTPException):
                self._follow()
            self._left.wait(BACK_AFTER)

    def _follow(self) -> None:
        with contextlib.closing(HTTPConnection(self._host, self._port, timeout=SILENCE)) as connection:
            connection.connect()
            self._line = connection.sock
            connection.request("GET", self._path, headers=self._headers)
            with connection.getresponse() as stream:
                self.opened += stream.status == 200
                for line in stream:
                    self._note(line)

    def _note(self, line: bytes) -> None:
        if line.startswith(b"event: beat"):
            self.beats.append(time.monotonic())
        elif line.startswith(b"data: {"):
            self.newest = json.loads(line[6:])
            self.frames.append(time.monotonic())

    def __enter__(self) -> "Screen":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
        self.join(timeout=10)

    def longest_silence_after(self, moment: float) -> float:
        """Until the first frame after this moment."""
        return next(each for each in self.frames if each > moment) - moment
