# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen in every phase, without a workshop: for looking, checking and translating. Off unless asked for."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.screens.gallery import gallery, gallery_page
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page


async def index(request: Request) -> Response:
    house: House = request.app.state.house
    return html(gallery_page(page_of(house, request.scope)))


async def exhibit(request: Request) -> Response:
    house: House = request.app.state.house
    page = page_of(house, request.scope)
    found = gallery().get(request.path_params["name"])
    if found is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    return html(found.draw(page.language))


ROUTES = [Route("/gallery", index), Route("/gallery/{name}", exhibit)]
