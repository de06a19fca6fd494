# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The product's own server, and a workshop in it with its people, as anybody outside reaches them: over HTTP."""

import asyncio
import contextlib
import http.client
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from bench.processes import Running, free_port
from leerlandschap.demo.client import Client

# Twelve bytes 1 become a number that is never used again, a byte 2 a digit from 1 to 5: see load/asking.c.
KEY = b"bench-" + b"\1" * 12


@contextlib.contextmanager
def serving(
    folder: Path,
    *,
    database: str | None = None,
    stores: bool = True,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """``leerlandschap serve`` on a journal of its own; without ``stores`` what is appended is kept nowhere."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    module = ["-m", "leerlandschap"] if stores else ["-m", "bench.unstored"]
    where: list[str | Path] = ["--data", folder, *(["--database", database] if database else [])]
    command: list[str | Path] = [sys.executable, *module, "serve", "--no-open", "--port", str(port), *where, *options]
    server = Running(command, port, folder / "server.log", environment)
    try:
        yield server.up("/health")
    finally:
        server.stop()


class Hall:
    """A workshop with its facilitator and however many come in."""

    def __init__(self, port: int, people: int = 0, title: str = "Leren") -> None:
        self.port = port
        wanted = {"title": title, "organisation": "Gemeente Westerveen", "team": "Vergunningen", "language": "nl"}
        opened = self._asked("POST", "/api/v1/workshops", wanted)
        self.workshop: str = opened["workshop"]
        self.code: str = opened["code"]
        self.keys: dict[str, str] = opened["keys"]
        self.path = f"/api/v1/workshops/{self.workshop}"
        self.people: list[str] = []
        self.come_in(people)

    def _asked(self, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as client:
            client.request(method, path, json.dumps(body) if body is not None else None, headers)
            answer = client.getresponse()
            said = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {said.decode()}")
        return json.loads(said)

    def come_in(self, people: int) -> None:
        """So many more, a few at a time."""

        async def everybody() -> list[str]:
            client = Client(f"http://127.0.0.1:{self.port}", "nl")
            try:
                came = await asyncio.gather(*(client.post("/api/v1/join", {"code": self.code}) for _ in range(people)))
            finally:
                client.close()
            return [each["key"] for each in came]

        if people:
            self.people += asyncio.run(everybody())

    def lead(self, command: str, **fields: Any) -> int:
        """A command of the facilitator; how far the stream has come."""
        return self.ask(self.keys["facilitator"], command, **fields)

    def ask(self, key: str, command: str, **fields: Any) -> int:
        return int(self._asked("POST", f"{self.path}/commands", {"type": command, **fields}, key)["seq"])

    def look(self, key: str | None = None) -> dict[str, Any]:
        view: dict[str, Any] = self._asked("GET", self.path, key=key or self.keys["facilitator"])
        return view

    def statements(self) -> list[str]:
        return [each["id"] for each in self.look()["statements"]]

    def open_statements(self, keep: int | None = None) -> list[str]:
        """Into the first step, with the statements open (only the first ``keep`` of them); their ids."""
        found = self.statements()
        for each in found[keep:] if keep else []:
            self.lead("DropStatement", statement=each)
        self.lead("GoTo", step="statements")
        self.lead("OpenStatements")
        return found[:keep] if keep else found

    # ---- requests for the load clients

    def stream(self, role: Literal["participant", "projector"], person: int = 0, *, gzip: bool = False) -> bytes:
        """What a screen sends to follow this workshop."""
        key = self.people[person] if role == "participant" else self.keys["projector"]
        accepts = b"Accept-Encoding: gzip\r\n" if gzip else b""
        return (
            (
                f"GET /w/{self.workshop}/stream?as={role}&language=nl HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                f"Accept: text/event-stream\r\nCookie: ll-{role}-{self.workshop}={key}\r\n"
            ).encode()
            + accepts
            + b"\r\n"
        )

    def leading(self, body: bytes) -> bytes:
        """What the facilitator's screen sends."""
        cookie = f"ll-facilitator-{self.workshop}={self.keys['facilitator']}"
        head = (
            f"POST /w/{self.workshop}/do?as=facilitator HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Accept: application/json\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        )
        return head.encode() + b"Idempotency-Key: " + KEY + b"\r\n\r\n" + body

    def stance(self, person: int, statement: str, *, form: bool = False) -> bytes:
        """What a phone sends when somebody chooses: with a cookie and an idempotency key, as JSON or as a form."""
        body = b'{"type":"TakeStance","statement":"%s","position":\2}' % statement.encode()
        if form:
            body = b"type=TakeStance&statement=%s&position=\2" % statement.encode()
        kind = b"application/x-www-form-urlencoded" if form else b"application/json"
        head = (
            f"POST /w/{self.workshop}/do HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: application/json\r\n"
            f"Sec-Fetch-Site: same-origin\r\nCookie: ll-participant-{self.workshop}={self.people[person]}\r\n"
            f"Content-Length: {len(body)}\r\n"
        ).encode()
        return head + b"Content-Type: " + kind + b"\r\nIdempotency-Key: " + KEY + b"\r\n\r\n" + body
