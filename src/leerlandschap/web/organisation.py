# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody of the organisation sees who has logged in: adopted policies, and for an administrator what there is.

Neither opens a workshop or a landscape: for that there are keys. What is kept is taken out on the command line.
"""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.people.logins import Standing
from leerlandschap.screens.login import Gathering, Kept, organisation_page
from leerlandschap.web.gatekeeper import Caller, Scope
from leerlandschap.web.house import House
from leerlandschap.web.landscapes import seen
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.standing import standings

READS = frozenset({Standing.READER, Standing.ADMINISTRATOR})
READER = Caller(Role.LANDSCAPE, Standing.READER.value)  # sees what the holder of the key does, of what was adopted


async def admitted_to_read(house: House, scope: Scope, landscape: str) -> tuple[LandscapeRoom, Caller] | None:
    """The landscape, for who may read what was adopted in it by having logged in."""
    if not (await standings(house, scope) or frozenset()) & READS:
        return None
    room = await house.landscapes.find(landscape)
    return (room, READER) if room else None


async def a_page(request: Request) -> Response:
    house: House = request.app.state.house
    found = await standings(house, request.scope)
    if found is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    if not found & READS:
        refusal = Refusal.LOGIN_WITHOUT_ROLE if found else Refusal.LOGIN_NEEDED
        return refused_page(house, request.scope, Refused(refusal))
    administers = Standing.ADMINISTRATOR in found
    streams = await asyncio.to_thread(house.journal.streams)
    rooms = [await house.landscapes.find(stream) for stream in streams if stream.startswith("l")]
    kept = [await _kept(house, room, administers=administers) for room in rooms if room is not None]
    newest_first = sorted(kept, key=lambda each: each.opened_at, reverse=True)
    return html(organisation_page(page_of(house, request.scope), newest_first, administers=administers))


async def _kept(house: House, room: LandscapeRoom, *, administers: bool) -> Kept:
    view = await seen(house, room, READER)
    adopted = tuple((each.version, each.on) for each in sorted(view.editions, key=lambda e: e.version, reverse=True))
    lines = view.workshops if administers else ()
    gatherings = tuple(Gathering(line.id, line.title, line.opened_at, line.closed_at) for line in lines)
    return Kept(room.stream, view.organisation, room.opened_at, adopted, gatherings)


ROUTES = [Route("/organisation", a_page)]
