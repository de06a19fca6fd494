# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two short ways past the framework: commands in, frames out.

Plain ASGI, because these are asked thousands of times at once while every other page is asked once a person.
"""

import hashlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

import msgspec

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.live.hub import Audience, Screen
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.room import Room
from leerlandschap.web import answers, forms
from leerlandschap.web.gatekeeper import Caller, Scope, from_elsewhere, header
from leerlandschap.web.house import House
from leerlandschap.web.ways import Way, workshop_of

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Refuser = Callable[[Scope, Send, str, Refused, bytes], Awaitable[None]]

LONGEST_KEY = 80
FORM = "application/x-www-form-urlencoded"


async def answer(send: Send, status: int, kind: bytes, body: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", kind), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def refuse(send: Send, refused: Refused, language: Language) -> None:
    body = answers.problem_bytes(refused, language)
    more = ((b"www-authenticate", b"Bearer"),) if answers.status(refused) == 401 else ()
    await answer(send, answers.status(refused), b"application/problem+json", body, *more)


async def body_of(receive: Receive) -> bytes | None:
    """The whole body; None when it is larger than any command may be."""
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size <= forms.LARGEST:
            parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts) if size <= forms.LARGEST else None


class Commands:
    """POST of one command, as JSON or as a form: taken once durable, or refused.

    A browser that sends a form without scripts gets a page: back where it was, or the form again with what is wrong.
    """

    def __init__(self, way: Way, refused_page: Refuser) -> None:
        self._way = way
        self._refused_page = refused_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send, stream: str) -> None:
        body = await body_of(receive)
        reply = Refused(Refusal.TOO_LARGE) if body is None else await self._reply(scope, stream, body)
        wants_page = "text/html" in (header(scope, b"accept") or "")
        if isinstance(reply, Taken):
            await (self._back(scope, send, stream) if wants_page else _taken(send, reply))
        elif wants_page:
            await self._refused_page(scope, send, stream, reply, body or b"")
        else:
            await refuse(send, reply, answers.language_of(scope, self._way.house.language))

    async def _reply(self, scope: Scope, stream: str, body: bytes) -> Taken | Refused:
        if from_elsewhere(scope):
            return Refused(Refusal.CROSS_SITE)
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
        reply = await room.ask(Wanted(whole, who.role, who.by, key, digest))
        if isinstance(reply, Taken):
            await self._way.taken(room, whole)
        return reply

    async def _back(self, scope: Scope, send: Send, stream: str) -> None:
        """To the page the form was on."""
        page = self._way.page(scope, stream)
        await answer(send, 303, b"text/plain", b"", (b"location", page.encode("latin-1", "ignore")))


def _form_key(body: bytes) -> str | None:
    fields = forms.fields_of(body)
    return None if isinstance(fields, Refused) else fields.get("key") or None


async def _taken(send: Send, reply: Taken) -> None:
    await answer(send, 200, b"application/json", b'{"seq":%d}' % reply.seq)


class Stream:
    """GET of the frames of one audience (server-sent events); authorised when it connects."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send, stream: str) -> None:
        found = await workshop_of(self._house, scope, stream)
        if isinstance(found, Refused):
            await refuse(send, found, answers.language_of(scope, self._house.language))
            return
        room, who = found
        audience = _audience(scope, stream, who.role, self._house.language)
        headers = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        screen = Screen(send)
        self._house.hub.add(audience, screen)
        try:
            screen.show(self._house.cadence.frame(room, audience))
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._house.hub.remove(audience, screen)


def _audience(scope: Scope, stream: str, role: Role, otherwise: Language) -> Audience:
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    said = asked.get("language", [""])[-1]
    language = Language(said) if said in set(Language) else answers.language_of(scope, otherwise)
    return Audience(stream, role, language, "json" if "json" in asked.get("as", []) else "html")
