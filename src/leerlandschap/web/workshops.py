# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a workshop: participant, big screen, facilitator, and what belongs to them."""

from collections.abc import Callable

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from leerlandschap.core.vocabulary import ParticipantId, Refused, Role
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.door import Door
from leerlandschap.screens.facilitator import facilitator_page
from leerlandschap.screens.page import Kept, Page
from leerlandschap.screens.participant import participant_page
from leerlandschap.screens.poster import poster_page
from leerlandschap.screens.prepare import prepare_page
from leerlandschap.screens.projector import projector_page
from leerlandschap.screens.summary import summary_page
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import answers
from leerlandschap.web.api import as_document
from leerlandschap.web.gatekeeper import Caller, Scope, caller, header
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.ways import workshop_of

HOME = {Role.PARTICIPANT: "", Role.PROJECTOR: "/projector", Role.FACILITATOR: "/facilitator"}
Draw = Callable[[Page, WorkshopView, Door], Markup]


async def seen_as(house: House, scope: Scope, stream: str, role: Role | None) -> tuple[WorkshopRoom, Caller] | Refused:
    """The room, for who holds a key to it in this role (None: in any)."""
    who = await caller(house, scope, stream, role)
    if isinstance(who, Refused):
        return who
    found = await workshop_of(house, {**scope, "query_string": f"as={who.role.value}".encode()}, stream)
    return found if isinstance(found, Refused) else (found[0], who)


async def seen_by_any_key(house: House, scope: Scope, stream: str) -> tuple[WorkshopRoom, Caller] | Refused:
    """The room, for who holds any key to it, the key of its landscape included."""
    found = await seen_as(house, scope, stream, None)
    if not isinstance(found, Refused):
        return found
    room = await house.rooms.find(stream)
    if room is None:
        return found
    holder = await caller(house, scope, room.view(Role.LANDSCAPE).landscape, Role.LANDSCAPE)
    return found if isinstance(holder, Refused) else (room, holder)


async def drawn(house: House, scope: Scope, stream: str, role: Role, kept: Kept | None = None) -> Response:
    """The page of a role, with a refused form in it when there is one."""
    found = await seen_as(house, scope, stream, role)
    if isinstance(found, Refused):
        return refused_page(house, scope, found)
    room, who = found
    page = page_of(house, scope, kept, house.door(stream), f"/w/{stream}{HOME[role]}")
    status = answers.status(kept.refused) if kept else 200
    if role is Role.PARTICIPANT:
        return html(participant_page(page, room.view(role), room.mine(ParticipantId(who.by))), status)
    draw = projector_page if role is Role.PROJECTOR else facilitator_page
    if kept and (header(scope, b"referer") or "").endswith("/prepare"):
        draw = prepare_page
    return html(draw(page, room.view(role), house.door(stream)), status)


async def participant(request: Request) -> Response:
    return await _page(request, Role.PARTICIPANT)


async def projector(request: Request) -> Response:
    return await _page(request, Role.PROJECTOR)


async def facilitator(request: Request) -> Response:
    return await _page(request, Role.FACILITATOR)


async def _page(request: Request, role: Role) -> Response:
    return await drawn(request.app.state.house, request.scope, request.path_params["workshop"], role)


async def prepare(request: Request) -> Response:
    return await _of_the_facilitator(request, prepare_page)


async def poster(request: Request) -> Response:
    return await _of_the_facilitator(request, poster_page)


async def _of_the_facilitator(request: Request, draw: Draw) -> Response:
    house: House = request.app.state.house
    stream = request.path_params["workshop"]
    found = await seen_as(house, request.scope, stream, Role.FACILITATOR)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    view = found[0].view(Role.FACILITATOR)
    page = page_of(house, request.scope, door=house.door(stream))
    return html(draw(page, view, house.door(stream)))


async def summary(request: Request) -> Response:
    """For everyone who holds a key of the workshop, in whichever role."""
    house: House = request.app.state.house
    found = await seen_by_any_key(house, request.scope, request.path_params["workshop"])
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    room, who = found
    view = room.view(who.role)
    holder = await caller(house, request.scope, view.landscape, Role.LANDSCAPE)
    onward = None if isinstance(holder, Refused) else f"/l/{view.landscape}"
    return html(summary_page(page_of(house, request.scope), view, onward))


async def a_document(request: Request) -> Response:
    house: House = request.app.state.house
    found = await seen_by_any_key(house, request.scope, request.path_params["workshop"])
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    room, who = found
    return await as_document(request, room.view(who.role))
