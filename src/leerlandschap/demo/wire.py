# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTTP/1.1 as far as the demo needs it (RFC 9112), on the streams of the standard library."""

import asyncio
from collections.abc import AsyncIterator, Mapping

from msgspec import Struct

Headers = Mapping[str, str]
BROKEN = (OSError, EOFError, ValueError)  # what reading or writing a connection that has ended raises
LONGEST_LINE = 1 << 20


class Head(Struct, frozen=True):
    """The first lines of an answer; names of headers are in lower case."""

    status: int
    headers: Headers

    @property
    def chunked(self) -> bool:
        return self.headers.get("transfer-encoding", "").lower() == "chunked"

    @property
    def keeps_alive(self) -> bool:
        return self.headers.get("connection", "").lower() != "close"


class Connection:
    """One open connection to the server. Every way raises one of BROKEN when the connection has ended."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, host: str, port: int) -> "Connection":
        return cls(*await asyncio.open_connection(host, port, limit=LONGEST_LINE))

    async def send(self, method: str, path: str, headers: Headers, body: bytes = b"") -> None:
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        self._writer.write("\r\n".join([*lines, f"content-length: {len(body)}", "", ""]).encode() + body)
        await self._writer.drain()

    async def head(self) -> Head:
        first = (await self._line()).split(" ", 2)
        headers = {}
        while line := await self._line():
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        return Head(int(first[1]), headers)

    async def body(self, head: Head) -> bytes:
        if head.chunked:
            return b"".join([part async for part in self.chunks()])
        return await self._reader.readexactly(int(head.headers.get("content-length", "0")))

    async def chunks(self) -> AsyncIterator[bytes]:
        """The parts of a body that has no length told beforehand, as they come in."""
        while size := int((await self._line()).partition(";")[0], 16):
            yield await self._reader.readexactly(size)
            await self._line()
        await self._line()

    async def _line(self) -> str:
        line = await self._reader.readuntil(b"\r\n")
        return line[:-2].decode("latin-1")

    def close(self) -> None:
        self._writer.close()
