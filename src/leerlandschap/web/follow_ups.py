# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What belongs to one follow-up besides its page: a link for its owner, and its date for a calendar."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.documents.follow_up_ics import follow_up_ics
from leerlandschap.screens.landscape.follow_up import follow_up_link_page
from leerlandschap.views.landscape_shapes import FollowUpStatus
from leerlandschap.web import answers
from leerlandschap.web.house import House
from leerlandschap.web.landscape_pages import admitted
from leerlandschap.web.landscapes import seen
from leerlandschap.web.links import asked_to_renew, new_key
from leerlandschap.web.pages import html, page_of, refused_page

PAGE = "/l/{landscape}/f/{follow_up}"


async def link(request: Request) -> Response:
    """A new personal link for whoever owns this follow-up. Only its hash is kept, so it is shown once."""
    house: House = request.app.state.house
    stream, follow_up = request.path_params["landscape"], request.path_params["follow_up"]
    found = await admitted(house, request.scope, stream, None)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    view = found[0].view(Role.LANDSCAPE)
    line = view.follow_up(follow_up)
    if line is None or line.status is FollowUpStatus.DROPPED:
        refusal = Refusal.NOT_FOUND if line is None else Refusal.FOLLOW_UP_DROPPED
        return refused_page(house, request.scope, Refused(refusal))
    renewed = await asked_to_renew(request, (Role.OWNER,))
    if isinstance(renewed, Refused):
        return refused_page(house, request.scope, renewed)
    alone = renewed is Role.OWNER
    key = await new_key(house, stream, Role.OWNER, line.id, alone=alone)
    page = page_of(house, request.scope)
    return html(follow_up_link_page(page, view, line, f"{house.base_url}/k/{stream}/{key}", alone=alone))


async def calendar(request: Request) -> Response:
    """The date of a follow-up, for whoever may see it."""
    house: House = request.app.state.house
    stream, follow_up = request.path_params["landscape"], request.path_params["follow_up"]
    found = await admitted(house, request.scope, stream, follow_up)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    view = await seen(house, *found)
    line = view.follow_up(follow_up)
    if line is None or line.due_on is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    language = answers.language_of(request.scope, house.language)
    url = house.base_url + PAGE.format(landscape=stream, follow_up=line.id)
    headers = {"content-disposition": 'attachment; filename="follow-up.ics"', "cache-control": "no-store"}
    return Response(follow_up_ics(view, line, language, url), 200, headers, "text/calendar; charset=utf-8")


ROUTES = [Route(f"{PAGE}/link", link, methods=["POST"]), Route(f"{PAGE}/follow-up.ics", calendar)]
