# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON API of /api/v1, beside the two raw ways (commands and stream)."""

import asyncio

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import ParticipantId, Refusal, Refused, Role
from leerlandschap.views.mine import Mine, MyStance
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import answers, forms, opening
from leerlandschap.web.gatekeeper import caller
from leerlandschap.web.house import House
from leerlandschap.web.landscapes import seen
from leerlandschap.web.openapi import document
from leerlandschap.web.standing import may_make
from leerlandschap.web.ways import landscape_of, workshop_of

JSON = "application/json"


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str


def json(answer: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(answer), status, {"cache-control": "no-store"}, JSON)


def problem(request: Request, refused: Refused) -> Response:
    house: House = request.app.state.house
    language = answers.language_of(request.scope, house.language)
    more = {"www-authenticate": "Bearer"} if answers.status(refused) == 401 else {}
    body = answers.problem_bytes(refused, language)
    return Response(body, answers.status(refused), more, "application/problem+json")


async def limited_body(request: Request, largest: int = forms.LARGEST) -> bytes | Refused:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > largest:
            return Refused(Refusal.TOO_LARGE)
    return body


async def make(request: Request) -> Response:
    house: House = request.app.state.house
    body = await limited_body(request)
    wanted = body if isinstance(body, Refused) else opening.new_workshop(body)
    if isinstance(wanted, Refused):
        return problem(request, wanted)
    if refused := await may_make(house, request.scope):
        return problem(request, refused)
    if wanted.landscape is not None:
        holder = await caller(house, request.scope, wanted.landscape, Role.LANDSCAPE)
        if isinstance(holder, Refused):
            return problem(request, holder)
    opened = await opening.open_workshop(house, wanted)
    return problem(request, opened) if isinstance(opened, Refused) else json(opened, 201)


async def come_in(request: Request) -> Response:
    house: House = request.app.state.house
    body = await limited_body(request)
    if isinstance(body, Refused):
        return problem(request, body)
    try:
        code = msgspec.json.decode(body, type=Code).code
    except (msgspec.DecodeError, UnicodeDecodeError):
        return problem(request, Refused(Refusal.MALFORMED, "code", {"where": "code"}))
    stream = await opening.stream_of_code(house, code)
    joined = stream if isinstance(stream, Refused) else await opening.join(house, stream)
    return problem(request, joined) if isinstance(joined, Refused) else json(joined, 201)


class ParticipantsView(msgspec.Struct, frozen=True):
    """What a participant gets on top of the view; ``mine`` is the contract, the rest comes beside it."""

    mine: dict[str, MyStance]
    mine_besides: Mine


async def look(request: Request) -> Response:
    house: House = request.app.state.house
    found = await workshop_of(house, request.scope, request.path_params["workshop"])
    if isinstance(found, Refused):
        return problem(request, found)
    room, who = found
    view = room.view(who.role)
    if who.role is not Role.PARTICIPANT:
        return json(view)
    mine = room.mine(ParticipantId(who.by))
    own = ParticipantsView({str(s): stance for s, stance in mine.stances.items()}, mine)
    return json(msgspec.to_builtins(view) | msgspec.to_builtins(own))


async def a_document(request: Request) -> Response:
    house: House = request.app.state.house
    found = await workshop_of(house, request.scope, request.path_params["workshop"])
    if isinstance(found, Refused):
        return problem(request, found)
    room, who = found
    return await as_document(request, room.view(who.role))


async def as_document(request: Request, view: WorkshopView) -> Response:
    """A document of this view, to be saved under a name that says what it is. Made beside the event loop: nobody's
    screen waits for somebody's report."""
    house: House = request.app.state.house
    kind = house.documents.get(request.path_params["kind"])
    if kind is None:
        return problem(request, Refused(Refusal.NO_SUCH_DOCUMENT, "kind", {"kinds": ", ".join(house.documents)}))
    language = answers.language_of(request.scope, house.language)
    name = {"content-disposition": f'attachment; filename="{kind.file_name(view)}"', "cache-control": "no-store"}
    made = await asyncio.to_thread(kind.render, view, language)
    return Response(made, 200, name, kind.media_type)


async def a_landscape(request: Request) -> Response:
    house: House = request.app.state.house
    found = await landscape_of(house, request.scope, request.path_params["landscape"])
    return problem(request, found) if isinstance(found, Refused) else json(await seen(house, *found))


async def openapi(request: Request) -> Response:
    house: House = request.app.state.house
    return json(document(house.base_url))


async def nowhere(request: Request) -> Response:
    return problem(request, Refused(Refusal.NOT_FOUND))


ROUTES = [
    Route("/api/v1/workshops", make, methods=["POST"]),
    Route("/api/v1/join", come_in, methods=["POST"]),
    Route("/api/v1/workshops/{workshop}", look),
    Route("/api/v1/workshops/{workshop}/documents/{kind}", a_document),
    Route("/api/v1/landscapes/{landscape}", a_landscape),
    Route("/api/v1/openapi.json", openapi),
    Route("/api/{rest:path}", nowhere),
]
