# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking the server something: JSON there, JSON back, over a handful of connections that are kept open."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import msgspec

from leerlandschap.demo.trouble import Stuck
from leerlandschap.demo.wire import BROKEN, Connection, Head

AT_ONCE = 32  # connections; more people than this take turns
TRIES = 3  # a connection that was just closed by the server, or a server that was busy for a moment
BUSY = 503


class Client:
    """Whoever holds it may ask at any moment; ``asked`` counts the requests that were answered."""

    def __init__(self, url: str, language: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self._language = language
        self._idle: list[Connection] = []
        self._turns = asyncio.Semaphore(AT_ONCE)

    def headers(self, key: str | None = None, **more: str) -> dict[str, str]:
        """What goes with every request; ``key`` is a capability key."""
        bearer = {"authorization": f"Bearer {key}"} if key else {}
        return {"host": f"{self.host}:{self.port}", "accept-language": self._language, **bearer, **more}

    async def post(self, path: str, asked: dict[str, Any], key: str | None = None, once: str | None = None) -> Any:
        """The answer to JSON sent; ``once`` is its idempotency key. Raises Stuck when it is not taken."""
        more = {"content-type": "application/json"} | ({"idempotency-key": once} if once else {})
        body = await self._taken(
            "POST", path, self.headers(key, **more), msgspec.json.encode(asked), _named(path, asked)
        )
        return msgspec.json.decode(body)

    async def get(self, path: str, key: str | None = None) -> bytes:
        """Raises Stuck when it is not given."""
        return await self._taken("GET", path, self.headers(key), b"", path)

    async def _taken(self, method: str, path: str, headers: dict[str, str], body: bytes, what: str) -> bytes:
        async with self._turns:
            head, answer = await self._answered(method, path, headers, body, what)
        if head.status >= 400:
            raise Stuck("command", what=what, reason=_reason(head, answer))
        return answer

    async def _answered(
        self, method: str, path: str, headers: dict[str, str], body: bytes, what: str
    ) -> tuple[Head, bytes]:
        """Tried again when the connection ends or the server is busy: everything sent may be sent twice."""
        reason = ""
        for attempt in range(TRIES):
            try:
                head, answer = await self._once(method, path, headers, body)
            except BROKEN as trouble:
                reason = str(trouble) or type(trouble).__name__
                continue
            if head.status != BUSY or attempt == TRIES - 1:
                return head, answer
            await asyncio.sleep(0.2 * (attempt + 1))
        raise Stuck("silent", what=what, reason=reason)

    async def _once(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[Head, bytes]:
        connection = self._idle.pop() if self._idle else await Connection.to(self.host, self.port)
        try:
            await connection.send(method, path, headers, body)
            head = await connection.head()
            answer = await connection.body(head)
        except BaseException:  # half read, so of no further use; cancelling comes by here too
            connection.close()
            raise
        if head.keeps_alive:
            self._idle.append(connection)
        else:
            connection.close()
        return head, answer

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()


def _named(path: str, asked: dict[str, Any]) -> str:
    return str(asked.get("type") or path)


def _reason(head: Head, answer: bytes) -> str:
    """What the problem says of itself (RFC 9457), or else its status."""
    try:
        problem = msgspec.json.decode(answer)
        return f"{problem['detail']} ({problem['refusal']})"
    except (msgspec.DecodeError, KeyError, TypeError):
        return str(head.status)
