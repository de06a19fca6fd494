# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents of a landscape, and the whole of it as a file that can be read in elsewhere."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.documents.landscape_json import landscape_json
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.web import api
from leerlandschap.web.house import House
from leerlandschap.web.landscapes import seen
from leerlandschap.web.pages import refused_page
from leerlandschap.web.ways import landscape_of


async def of_the_api(request: Request) -> Response:
    answer = await _document(request)
    return api.problem(request, answer) if isinstance(answer, Refused) else answer


async def of_a_page(request: Request) -> Response:
    answer = await _document(request)
    house: House = request.app.state.house
    return refused_page(house, request.scope, answer) if isinstance(answer, Refused) else answer


async def _document(request: Request) -> Response | Refused:
    """For the holder of the landscape's key; an owner's link opens no documents but their own."""
    house: House = request.app.state.house
    found = await landscape_of(house, request.scope, request.path_params["landscape"])
    if isinstance(found, Refused):
        return found
    room, who = found
    kind = house.landscape_documents.get(request.path_params["kind"])
    if kind is None or who.role is not Role.LANDSCAPE:
        return Refused(Refusal.NO_SUCH_DOCUMENT, "kind", {"kinds": ", ".join(house.landscape_documents)})
    view = await seen(house, room, who)
    paper = (
        await _whole(house, room) if kind.render is None else await asyncio.to_thread(kind.render, view, house.base_url)
    )
    name = {"content-disposition": f'attachment; filename="{kind.file_name(view)}"', "cache-control": "no-store"}
    return Response(paper, 200, name, kind.media_type)


async def _whole(house: House, room: LandscapeRoom) -> bytes:
    entries = await house.journal.read(room.stream)
    return await asyncio.to_thread(landscape_json, entries, house.names.of(room.stream))


API_ROUTES = [Route("/api/v1/landscapes/{landscape}/documents/{kind}", of_the_api)]
PAGE_ROUTES = [Route("/l/{landscape}/documents/{kind}", of_a_page)]
