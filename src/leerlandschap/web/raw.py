# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two short ways past the framework: commands in, frames out.

Plain ASGI, because these are asked thousands of times at once while every other page is asked once a person.
"""

import hashlib
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import msgspec

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.live.hub import Audience, Screen
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.room import Room
from leerlandschap.web import answers, forms
from leerlandschap.web.gatekeeper import HEADERS, Caller, Scope, asked_of, header, query
from leerlandschap.web.headers import always
from leerlandschap.web.house import House
from leerlandschap.web.ways import Way, workshop_of
from leerlandschap.web.wire import LINE, WHOLE

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Refuser = Callable[[Scope, Send, str, Refused, bytes], Awaitable[None]]

LONGEST_KEY = 80
READ_ON = (
    16  # times the largest body: so much of one that is too large is read and thrown away, for who does not listen
)
MORE: dict[int, tuple[tuple[bytes, bytes], ...]] = {
    401: ((b"www-authenticate", b"Bearer"),),
    413: ((b"connection", b"close"),),
    503: ((b"retry-after", b"2"),),
}
FORM = "application/x-www-form-urlencoded"


async def answer(send: Send, status: int, kind: bytes, body: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", kind), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def refuse(send: Send, refused: Refused, language: Language) -> None:
    body = answers.problem_bytes(refused, language)
    await answer(
        send, answers.status(refused), b"application/problem+json", body, *MORE.get(answers.status(refused), ())
    )


async def body_of(receive: Receive) -> bytes | None:
    """The whole body; None when it is larger than any command may be, or was cut off."""
    message = await receive()
    part: bytes = message.get("body", b"")
    if not message.get("more_body"):  # it nearly always comes in one piece
        return part if len(part) <= forms.LARGEST else None
    parts, size = [part], len(part)
    while message.get("more_body") and size <= READ_ON * forms.LARGEST:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size <= forms.LARGEST:
            parts.append(part)
    whole = size <= forms.LARGEST and message["type"] == "http.request"
    return b"".join(parts) if whole else None


def taken_head(*, is_secure: bool) -> bytes:
    """What stands before the answer of a command that was taken, in one piece."""
    own = ((b"content-type", b"application/json"), (b"cache-control", b"no-store"))
    lines = (b"%s: %s\r\n" % each for each in (*own, *always(is_secure=is_secure)))
    return b"HTTP/1.1 200 OK\r\n" + b"".join(lines)


class Commands:
    """POST of one command, as JSON or as a form: taken once durable, or refused.

    A browser that sends a form without scripts gets a page: back where it was, or the form again with what is wrong.
    """

    def __init__(self, way: Way, refused_page: Refuser) -> None:
        self._way = way
        self._refused_page = refused_page
        self._taken_head = taken_head(is_secure=way.house.is_secure)

    async def __call__(self, scope: Scope, receive: Receive, send: Send, stream: str) -> None:
        began = time.perf_counter()
        body = await body_of(receive)
        reply = Refused(Refusal.TOO_LARGE) if body is None else await self._reply(scope, stream, body)
        wants_page = "text/html" in (header(scope, b"accept") or "")
        if isinstance(reply, Taken):
            await (self._back(scope, send, stream) if wants_page else _taken(scope, send, self._taken_head, reply))
        elif wants_page:
            await self._refused_page(scope, send, stream, reply, body or b"")
        else:
            await refuse(send, reply, answers.language_of(scope, self._way.house.language))
        self._way.house.answered.note(reply, time.perf_counter() - began)

    async def _reply(self, scope: Scope, stream: str, body: bytes) -> Taken | Refused:
        found = await self._way.admitted(scope, stream)
        if isinstance(found, Refused):
            return found
        room, who = found
        is_form = (header(scope, b"content-type") or "").startswith(FORM)
        command = self._way.reading.form(body) if is_form else self._way.reading.json(body)
        if isinstance(command, Refused):
            return command
        key = header(scope, b"idempotency-key") or (_form_key(body) if is_form else None)
        if key is not None and (len(key) > LONGEST_KEY or not key.isprintable()):
            return Refused(Refusal.MALFORMED, None, {"where": "Idempotency-Key"})
        digest = hashlib.sha256(msgspec.json.encode(command)).hexdigest()[:16] if key else ""
        return await self._asked(room, who, command, key, digest)

    async def _asked(self, room: Room[Any], who: Caller, command: Any, key: str | None, digest: str) -> Taken | Refused:
        whole = await self._way.completed(room, command, who)
        if isinstance(whole, Refused):
            return whole
        before = await self._way.owners(room, whole)
        reply = await room.ask(Wanted(whole, who.role, who.by, key, digest))
        if isinstance(reply, Taken):
            await self._way.taken(room, whole, before)
        return reply

    async def _back(self, scope: Scope, send: Send, stream: str) -> None:
        """To the page the form was on."""
        page = self._way.page(scope, stream)
        await answer(send, 303, b"text/plain", b"", (b"location", page.encode("latin-1", "ignore")))


def _form_key(body: bytes) -> str | None:
    fields = forms.fields_of(body)
    return None if isinstance(fields, Refused) else fields.get("key") or None


async def _taken(scope: Scope, send: Send, head: bytes, reply: Taken) -> None:
    """The answer that thousands wait for at once: in one write, where the server can."""
    body = b'{"seq":%d}' % reply.seq
    whole = scope.get("extensions", {}).get(WHOLE)
    if whole is None or not whole(head, body):
        await answer(send, 200, b"application/json", body)


PLAIN = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"accept-encoding"),
    (b"x-accel-buffering", b"no"),
)
PACKED = (*PLAIN, (b"content-encoding", b"gzip"))


class Stream:
    """GET of the frames of one audience (server-sent events); authorised when it connects."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send, stream: str) -> None:
        full = self._house.hub.count() >= self._house.most_screens
        found = Refused(Refusal.TOO_BUSY) if full else await workshop_of(self._house, scope, stream)
        if isinstance(found, Refused):
            await refuse(send, found, answers.language_of(scope, self._house.language))
            return
        room, who = found
        audience = _audience(scope, stream, who.role, self._house.language)
        packed = self._house.packs_streams and _takes_gzip(scope)
        await send({"type": "http.response.start", "status": 200, "headers": PACKED if packed else PLAIN})
        screen = Screen(scope["extensions"][LINE](), packed=packed)
        self._house.hub.add(audience, screen)
        _let_go(scope)
        try:
            screen.show(self._house.cadence.frame(room, audience))
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._house.hub.remove(audience, screen)


def _let_go(scope: Scope) -> None:
    """Of what was only needed to let this screen in: it is one of ten thousand that stay for an hour."""
    scope.pop(HEADERS, None)
    scope.pop("extensions", None)
    scope["headers"].clear()


def _takes_gzip(scope: Scope) -> bool:
    """Whether the reader says so, and not with a weight of nothing (RFC 9110, section 12.5.3)."""
    for each in (header(scope, b"accept-encoding") or "").lower().split(","):
        coding, _, weight = each.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" or not weight
    return False


def _audience(scope: Scope, stream: str, role: Role, otherwise: Language) -> Audience:
    language = answers.LANGUAGES.get(asked_of(scope, "language")) or answers.language_of(scope, otherwise)
    return Audience(stream, role, language, "json" if "json" in query(scope).get("as", ()) else "html")
