# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The big screen: follows the stream from the beginning to the end and remembers how far it has been shown."""

import asyncio
from collections.abc import AsyncIterator

import msgspec

from leerlandschap.demo.client import Client
from leerlandschap.demo.trouble import Stuck
from leerlandschap.demo.wire import BROKEN, Connection

PATIENCE = 15.0  # seconds for something announced to arrive
AGAIN_AFTER = 0.2  # seconds before it connects again


class Screen:
    """One stream of frames with views as JSON. It comes back by itself when its connection ends."""

    def __init__(self, client: Client, path: str, key: str) -> None:
        self._client = client
        self._path = path
        self._key = key
        self._moved = asyncio.Condition()
        self.seq = 0  # how far it has been shown
        self.frames = 0
        self.moment = ""

    async def follow(self) -> None:
        """Until it is cancelled."""
        while True:
            try:
                async for frame in self._frames():
                    await self._show(frame)
            except BROKEN:
                pass
            await asyncio.sleep(AGAIN_AFTER)

    async def _frames(self) -> AsyncIterator[bytes]:
        connection = await Connection.to(self._client.host, self._client.port)
        try:
            await connection.send("GET", f"{self._path}?as=json", self._client.headers(self._key))
            head = await connection.head()
            waiting = b""
            async for part in connection.chunks() if head.status == 200 else _nothing():
                *whole, waiting = (waiting + part).split(b"\n\n")
                for frame in whole:
                    yield frame
        finally:
            connection.close()

    async def _show(self, frame: bytes) -> None:
        shown = b"\n".join(line[5:].strip() for line in frame.split(b"\n") if line.startswith(b"data:"))
        if not shown:  # a heartbeat
            return
        view = msgspec.json.decode(shown)
        async with self._moved:
            self.seq, self.moment = max(self.seq, view["seq"]), view["moment"]
            self.frames += 1
            self._moved.notify_all()

    async def reaches(self, seq: int, patience: float = PATIENCE) -> None:
        """Waits until this has been shown. Raises Stuck when that takes too long."""
        try:
            async with asyncio.timeout(patience), self._moved:
                await self._moved.wait_for(lambda: self.seq >= seq)
        except TimeoutError:
            raise Stuck("screen", seq=seq, seconds=round(patience)) from None


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield
