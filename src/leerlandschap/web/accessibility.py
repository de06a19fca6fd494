# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement, at an address for each language."""

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.screens.accessibility import accessibility_page
from leerlandschap.screens.rendering import STATEMENT
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of


async def statement(request: Request) -> Response:
    house: House = request.app.state.house
    language = next(each for each, address in STATEMENT.items() if address == request.url.path)
    return html(accessibility_page(replace(page_of(house, request.scope), language=language), house.statement))


ROUTES = [Route(address, statement) for address in STATEMENT.values()]
