# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One connection, with limits on how long and how much a stranger may keep us waiting for a request.

uvicorn has no limit on the head of a request, nor on the time it takes; everything else here is uvicorn's.
"""

import asyncio
import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

LONGEST_HEAD = 32 * 1024  # bytes of address and headers: the cookies of a hundred workshops fit in
HEAD_WITHIN = 20.0  # seconds from the first byte (or from connecting) until the head is whole
LINE = "leerlandschap.line"  # extension of the scope: () → a Line, once an answer in chunks has begun
WHOLE = "leerlandschap.whole"  # extension of the scope: (head, body) → whether it was written
BODY_WITHIN = 60.0  # and until the body is: the largest one, over a poor mobile line


class Wire(HttpToolsProtocol):
    """The protocol that ``serve`` hands to uvicorn. A request that is there at once costs no timer."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._head = 0  # bytes of a head that is not whole yet
        self._in_head = False
        self._in_body = False
        self._patience: asyncio.TimerHandle | None = None
        self._drained: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._waits(HEAD_WITHIN)

    def connection_lost(self, exc: Exception | None) -> None:
        self._waits_no_longer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        in_head, in_body = self._in_head, self._in_body
        super().data_received(data)
        if self.transport.is_closing():
            self._waits_no_longer()
        elif self._in_head:
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                self._refuse(431)
            elif not in_head:
                self._waits(HEAD_WITHIN)
        elif not self._in_body:
            self._waits_no_longer()
        elif not in_body:
            self._waits(BODY_WITHIN)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head, self._head = True, 0

    def on_headers_complete(self) -> None:
        self._in_head, self._in_body = False, True
        super().on_headers_complete()

        if self.cycle is not None:
            # weak, or every request would be a circle that only the garbage collector can undo
            ways: dict[str, Any] = {WHOLE: partial(_written_whole, weakref.ref(self.cycle)), LINE: self._line}
            self.scope["extensions"] = ways

    def on_message_complete(self) -> None:
        self._in_body = False
        super().on_message_complete()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._drained is not None:
            self._drained()

    def _line(self) -> "StreamLine":
        return StreamLine(self)

    def _waits(self, seconds: float) -> None:
        self._waits_no_longer()
        self._patience = self.loop.call_later(seconds, self._refuse, 408)

    def _waits_no_longer(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _refuse(self, status: int) -> None:
        """Answer in a line, unless an answer is under way or nothing was asked, and hang up."""
        self._waits_no_longer()
        if self.transport.is_closing():
            return
        if self._in_head:
            self.transport.write(STATUS_LINE[status] + b"connection: close\r\ncontent-length: 0\r\n\r\n")
        self.transport.close()


def _written_whole(answering: "weakref.ref[RequestResponseCycle]", head: bytes, body: bytes) -> bool:
    """Head and body of an answer in one write, where ``send`` makes two and looks at every header anew. ``head`` holds
    the status line and the headers that are always the same. False when it must go the long way."""
    cycle = answering()
    if cycle is None or cycle.response_started or cycle.disconnected or cycle.flow.write_paused:
        return False
    cycle.response_started = cycle.response_complete = True
    more = [name + b": " + value + b"\r\n" for name, value in cycle.default_headers]
    if not cycle.keep_alive:
        more.append(b"connection: close\r\n")
    cycle.transport.write(b"%b%bcontent-length: %d\r\n\r\n%b" % (head, b"".join(more), len(body), body))
    cycle.message_event.set()
    if not cycle.keep_alive:
        cycle.transport.close()
    cycle.on_response()
    return True


class StreamLine:
    """Straight to the transport, past what an answer otherwise goes through for every piece."""

    __slots__ = ("_cycle", "_flow", "_transport", "_wire")

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._cycle = wire.cycle
        self._flow = wire.flow
        self._transport = wire.transport

    @property
    def is_full(self) -> bool:
        return self._flow.write_paused

    def write(self, chunk: bytes) -> None:
        if not self._cycle.disconnected and not self._transport.is_closing():
            self._transport.write(chunk)

    def when_drained(self, call: Callable[[], None]) -> None:
        self._wire._drained = call

    def end(self) -> None:
        if self._cycle.disconnected or self._cycle.response_complete:
            return
        self._cycle.response_complete = True
        self.write(b"0\r\n\r\n")
        self._cycle.message_event.set()
        if not self._cycle.keep_alive:
            self._transport.close()
        self._cycle.on_response()
