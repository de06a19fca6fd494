# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""New links, for another screen or a colleague, and the end of old ones.

Keys are kept as hashes only, so a link is shown once. Who asks for ``renew`` of a role gets a link besides which no
other works any more; whoever asked keeps their own access, as the new key goes into their cookie.
"""

import asyncio
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refused, Role
from leerlandschap.screens.links import Links, links_page
from leerlandschap.web import api, forms
from leerlandschap.web.gatekeeper import cookie
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.ways import landscape_of
from leerlandschap.web.workshops import seen_as

OF_A_WORKSHOP = (Role.PROJECTOR, Role.FACILITATOR)
OF_A_LANDSCAPE = (Role.LANDSCAPE,)


async def of_a_workshop(request: Request) -> Response:
    house: House = request.app.state.house
    stream = request.path_params["workshop"]
    found = await seen_as(house, request.scope, stream, Role.FACILITATOR)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    title = found[0].view(Role.FACILITATOR).title
    return await _links(request, stream, OF_A_WORKSHOP, title, f"/w/{stream}/facilitator")


async def of_a_landscape(request: Request) -> Response:
    house: House = request.app.state.house
    stream = request.path_params["landscape"]
    found = await landscape_of(house, {**request.scope, "query_string": b"as=landscape"}, stream)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    title = found[0].view(Role.LANDSCAPE).organisation
    return await _links(request, stream, OF_A_LANDSCAPE, title, f"/l/{stream}")


async def _links(request: Request, stream: str, roles: Sequence[Role], title: str, back: str) -> Response:
    house: House = request.app.state.house
    renewed = await asked_to_renew(request, roles)
    if isinstance(renewed, Refused):
        return refused_page(house, request.scope, renewed)
    keys = {role: await new_key(house, stream, role, alone=role is renewed) for role in roles}
    addresses = {role: f"{house.base_url}/k/{stream}/{key}" for role, key in keys.items()}
    links = Links(title, addresses, request.url.path, back, renewed)
    answer = html(links_page(page_of(house, request.scope), links))
    if renewed in (Role.FACILITATOR, Role.LANDSCAPE):  # whoever asks this would be out too
        own = cookie(renewed, stream, keys[renewed], secure=house.is_secure)
        answer.headers.append("set-cookie", own)
    return answer


async def asked_to_renew(request: Request, roles: Sequence[Role]) -> Role | Refused | None:
    """The role of which the earlier links must stop."""
    body = await api.limited_body(request)
    fields = body if isinstance(body, Refused) else forms.fields_of(body)
    if isinstance(fields, Refused):
        return fields
    return next((role for role in roles if role.value == fields.get("renew")), None)


async def new_key(house: House, stream: str, role: Role, about: str | None = None, *, alone: bool) -> str:
    """A key; ``alone`` when every earlier one to the same must end, and whoever looks by one must go out."""
    key = await asyncio.to_thread(house.doors.key_for, stream, role, house.now(), about, alone=alone)
    if alone:
        house.hub.turn_out(stream)
    return key


ROUTES = [
    Route("/w/{workshop}/links", of_a_workshop, methods=["POST"]),
    Route("/l/{landscape}/links", of_a_landscape, methods=["POST"]),
]
