# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a facilitator prints, at /w/{workshop}/print/{kind}: on the usual paper, or on ``?paper=a3``."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.documents.kinds import plain_name
from leerlandschap.documents.printing import PRINTS
from leerlandschap.web import answers
from leerlandschap.web.house import House
from leerlandschap.web.pages import refused_page
from leerlandschap.web.workshops import seen_as


async def a_print(request: Request) -> Response:
    """Made beside the event loop, as every document is."""
    house: House = request.app.state.house
    stream = request.path_params["workshop"]
    found = await seen_as(house, request.scope, stream, Role.FACILITATOR)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    kind = PRINTS.get(request.path_params["kind"])
    size = (
        next((s for s in kind.sizes if s == request.query_params.get("paper", kind.sizes[0])), None) if kind else None
    )
    if kind is None or size is None:
        return refused_page(
            house, request.scope, Refused(Refusal.NO_SUCH_DOCUMENT, "kind", {"kinds": ", ".join(PRINTS)})
        )
    view, language = found[0].view(Role.FACILITATOR), answers.language_of(request.scope, house.language)
    pdf = await asyncio.to_thread(kind.press, view, house.door(stream), language, size)
    name = f"{plain_name(view.title)}-{plain_name(kind.title(language))}-{size}.pdf"
    heads = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(pdf, 200, heads, "application/pdf")
