# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tiny server of the browser's contract: one page, one stream, one place to post. It can be stopped and started."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).parents[3] / "src" / "leerlandschap" / "screens" / "static"
SHEETS = ("tokens", "base", "controls", "parts", "picture", "screen", "desk", "paper")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HTMX = {
    "includeIndicatorCSS": False,
    "history": False,
    "sse": {"reconnectDelay": 200, "reconnectMaxDelay": 1000, "reconnectJitter": 0.5, "connectTimeout": 10000},
}
WORDS = {
    "saved": "Bewaard",
    "saved_what": "Bewaard: {what}",
    "sending": "Wordt bewaard",
    "waits": "Wacht op verbinding",
    "keep_open": "Houd deze pagina open.",
    "not_saved": "Niet bewaard",
    "incomplete": "Nog niet compleet",
    "refused": "Nog niet goed: {detail}",
    "lost": "Verbinding weg. Ga gerust door.",
    "back": "Verbinding is er weer",
    "step_changed": "De volgende stap is begonnen",
    "go_on": "Ga verder",
    "copied": "Gekopieerd",
    "making": "We maken: {what}.",
    "made": "Klaar: {what}.",
    "count_words": "{n} van hooguit {most} woorden",
    "count_characters": "{n} van hooguit {most} tekens",
    "dots_left": "Nog {n} stippen",
    "dot_left": "Nog 1 stip",
    "minutes_together": "Samen {n} minuten.",
    "minute_together": "Samen 1 minuut.",
}
NOTICES = """
<div class="ll-notices">
<div id="connection" class="ll-notice" hidden role="status"><span data-say></span></div>
<div id="refused" class="ll-notice" hidden role="alert"><span data-say></span>
  <button class="ll-button" type="button" data-close>Sluit</button></div>
<div id="held" class="ll-notice" hidden role="status"><span data-say></span>
  <button class="ll-button" type="button" data-go-on>Ga verder</button></div>
</div>
<div id="announce" class="ll-apart" role="status"></div>
"""


def as_page(live: str, mine: dict[str, dict[str, str | list[str]]] | None = None, seq: int = 0) -> str:
    """A whole live page around `live`, the inner HTML of the region that frames fill."""
    sheets = "".join(f'<link rel="stylesheet" href="/static/css/{sheet}.css">' for sheet in SHEETS)
    return f"""<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/static/none.svg">
<meta name="htmx-config" content='{json.dumps(HTMX)}'>{sheets}
<script type="application/json" id="words">{json.dumps(WORDS)}</script>
<script type="application/json" id="mine">{json.dumps(mine or {})}</script></head>
<body class="ll-page"><main id="live" data-live hx-sse:connect="/stream" hx-swap="innerMorph" data-seq="{seq}">{live}
</main>{NOTICES}<script src="/static/vendor/htmx.min.js"></script><script src="/static/vendor/hx-sse.min.js"></script>
<script type="module" src="/static/js/start.js"></script></body></html>"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Stage:
    """`play` sets the page, `frame` sends a frame to every screen, `commands` is what was posted and counted."""

    def __init__(self) -> None:
        self.port = free_port()
        self.html = as_page("")
        self.seq = 0
        self.newest: bytes | None = None
        self.commands: list[dict[str, str]] = []
        self.keys: list[str] = []
        self.manner = "yes"
        self.pause = 0.0
        self.screens: set[asyncio.Queue[bytes]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def play(self, live: str, mine: dict[str, dict[str, str | list[str]]] | None = None) -> None:
        self.html = as_page(live, mine)

    def frame(self, live: str) -> int:
        self.seq += 1
        lines = "".join(f"data: {line}\n" for line in live.split("\n"))
        self.newest = f"id: {self.seq}\n{lines}\n".encode()
        self.send(self.newest)
        return self.seq

    def send(self, message: bytes) -> None:
        for screen in list(self.screens):
            self.loop.call_soon_threadsafe(screen.put_nowait, message)

    def start(self) -> None:
        app = Starlette(
            routes=[
                Route("/", self.give_page),
                Route("/stream", self.give_stream),
                Route("/do", self.take, methods=["POST"]),
                Mount("/static", StaticFiles(directory=STATIC)),
            ]
        )
        config = uvicorn.Config(app, port=self.port, log_level="error", lifespan="off", ws="none")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)

    def run(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.loop.run_until_complete(self.server.serve())
        self.loop.run_until_complete(self.hang_up())
        self.loop.close()

    async def hang_up(self) -> None:
        """Closes every line, as the end of a real process would."""
        for connection in list(self.server.server_state.connections):
            connection.transport.abort()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0.05)

    def stop(self) -> None:
        self.server.should_exit = self.server.force_exit = True
        self.thread.join(5)
        self.screens.clear()

    async def give_page(self, request: Request) -> Response:
        return HTMLResponse(self.html, headers={"Content-Security-Policy": POLICY})

    async def give_stream(self, request: Request) -> Response:
        if self.manner == "no stream":
            return HTMLResponse("<p>Bad gateway</p>", 502)
        return StreamingResponse(self.messages(), media_type="text/event-stream")

    async def messages(self) -> AsyncIterator[bytes]:
        screen: asyncio.Queue[bytes] = asyncio.Queue()
        self.screens.add(screen)
        try:
            yield self.newest or b"event: beat\ndata: 0\n\n"
            while True:
                yield await screen.get()
        finally:
            self.screens.discard(screen)

    async def take(self, request: Request) -> Response:
        body = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        key = request.headers.get("Idempotency-Key", "")
        await asyncio.sleep(self.pause)
        if self.manner == "broken":
            return Response("oops", 503)
        if self.manner == "refuse":
            detail = {"detail": "Deze zin is te lang.", "refusal": "too_long", "field": "text", "status": 422}
            return JSONResponse(detail, 422, media_type="application/problem+json")
        if key not in self.keys:
            self.keys.append(key)
            self.commands.append(body)
        return JSONResponse({"seq": len(self.commands)})
