# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents of a landscape and of the versions of its policy, and the whole of it to be read in elsewhere."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.documents.landscape_json import landscape_json
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.web import api
from leerlandschap.web.house import House
from leerlandschap.web.landscapes import seen
from leerlandschap.web.organisation import admitted_to_read
from leerlandschap.web.pages import refused_page
from leerlandschap.web.ways import landscape_of

Make = Callable[[Request], Awaitable[Response | Refused]]


async def of_the_api(request: Request) -> Response:
    return await _answered_by_the_api(request, _document)


async def of_a_page(request: Request) -> Response:
    return await _answered_by_a_page(request, _document)


async def edition_of_the_api(request: Request) -> Response:
    return await _answered_by_the_api(request, _edition)


async def edition_of_a_page(request: Request) -> Response:
    return await _answered_by_a_page(request, _edition)


async def _answered_by_the_api(request: Request, make: Make) -> Response:
    answer = await make(request)
    return api.problem(request, answer) if isinstance(answer, Refused) else answer


async def _answered_by_a_page(request: Request, make: Make) -> Response:
    answer = await make(request)
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
    return _attached(paper, kind.file_name(view), kind.media_type)


async def _edition(request: Request) -> Response | Refused:
    """An adopted version, for the holder of the landscape's key, or for who has logged in to read such."""
    house: House = request.app.state.house
    stream = request.path_params["landscape"]
    found = await landscape_of(house, request.scope, stream)
    if isinstance(found, Refused):
        found = await admitted_to_read(house, request.scope, stream) or found
    if isinstance(found, Refused):
        return found
    room, who = found
    kind = house.edition_documents.get(request.path_params["kind"])
    if kind is None or who.role is not Role.LANDSCAPE:
        return Refused(Refusal.NO_SUCH_DOCUMENT, "kind", {"kinds": ", ".join(house.edition_documents)})
    view = await seen(house, room, who)
    wanted = request.path_params["version"]
    version = next((each.version for each in view.editions if str(each.version) == wanted), None)
    if version is None:
        return Refused(Refusal.NOT_FOUND)
    paper = await asyncio.to_thread(kind.render, view, version, house.base_url)
    return _attached(paper, kind.file_name(view, version), kind.media_type)


def _attached(paper: bytes, name: str, media_type: str) -> Response:
    """To be saved under a name that says what it is."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(paper, 200, headers, media_type)


async def _whole(house: House, room: LandscapeRoom) -> bytes:
    entries = await house.journal.read(room.stream)
    return await asyncio.to_thread(landscape_json, entries, house.names.of(room.stream))


API_ROUTES = [
    Route("/api/v1/landscapes/{landscape}/documents/{kind}", of_the_api),
    Route("/api/v1/landscapes/{landscape}/editions/{version}/documents/{kind}", edition_of_the_api),
]
PAGE_ROUTES = [
    Route("/l/{landscape}/documents/{kind}", of_a_page),
    Route("/l/{landscape}/policy/editions/{version}/documents/{kind}", edition_of_a_page),
]
