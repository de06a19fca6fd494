# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a landscape: one table of paths, drawn from one view.

A form that is refused without scripts comes back on the page it was on, with what was typed; so every page can be drawn
from its path alone.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import PointId, Refusal, Refused, Role
from leerlandschap.live.landscape_room import LandscapeRoom
from leerlandschap.screens.landscape.board import board_page
from leerlandschap.screens.landscape.compare import compare_page
from leerlandschap.screens.landscape.edition import edition_page
from leerlandschap.screens.landscape.follow_up import follow_up_page
from leerlandschap.screens.landscape.home import landscape_page
from leerlandschap.screens.landscape.outcome import outcome_page
from leerlandschap.screens.landscape.policy import policy_page
from leerlandschap.screens.landscape.principle import principle_page
from leerlandschap.screens.landscape.principles import principles_page
from leerlandschap.screens.landscape.section import section_page
from leerlandschap.screens.page import Kept, Page
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.letters import LetterLine
from leerlandschap.web import answers, forms
from leerlandschap.web.gatekeeper import Caller, Scope
from leerlandschap.web.house import House
from leerlandschap.web.landscapes import seen
from leerlandschap.web.organisation import READER, admitted_to_read
from leerlandschap.web.pages import html, nothing_more, page_of, refused_page
from leerlandschap.web.raw import Send
from leerlandschap.web.standing import standings
from leerlandschap.web.ways import came_from, landscape_of

# A page from what may be seen, and from the parts of its path; None when there is no such thing.
Draw = Callable[[Page, LandscapeView, Mapping[str, str]], Markup | None]

EDITION = "/l/{landscape}/policy/editions/{version}"
PAGES: Mapping[str, Draw] = {
    "/l/{landscape}": landscape_page,
    "/l/{landscape}/workshops/{workshop}": outcome_page,
    "/l/{landscape}/policy": policy_page,
    EDITION: edition_page,
    "/l/{landscape}/policy/{section}": section_page,
    "/l/{landscape}/compare": compare_page,
    "/l/{landscape}/compare/{first}/{second}": compare_page,
    "/l/{landscape}/follow-ups": board_page,
    "/l/{landscape}/f/{follow_up}": follow_up_page,
    "/l/{landscape}/principles": principles_page,
    "/l/{landscape}/principles/{principle}": principle_page,
}
OF_AN_OWNER = frozenset({"/l/{landscape}/f/{follow_up}"})  # what an owner's key opens, besides the landscape's own


async def drawn(house: House, scope: Scope, path: str, kept: Kept | None = None) -> Response | None:
    """The page at a path, with a refused form in it when there is one; None when no page of ours has that path."""
    matched = next(((pattern, parts) for pattern in PAGES if (parts := _matches(pattern, path))), None)
    if matched is None:
        return None
    pattern, parts = matched
    follow_up = parts["follow_up"] if pattern in OF_AN_OWNER else None
    found = await admitted(house, scope, parts["landscape"], follow_up)
    if isinstance(found, Refused) and pattern == EDITION:
        found = await admitted_to_read(house, scope, parts["landscape"]) or found
    if isinstance(found, Refused):
        return refused_page(house, scope, found)
    view = await seen(house, *found)
    view = replace(view, role=Role.VISITOR) if found[1] == READER else view
    logged_in = await standings(house, scope)
    page = replace(page_of(house, scope, kept, path=path), letters=await _letters(house, view), login=logged_in)
    markup = PAGES[pattern](page, view, parts)
    if markup is None:
        return refused_page(house, scope, Refused(Refusal.NOT_FOUND))
    return html(markup, answers.status(kept.refused) if kept else 200)


async def _letters(house: House, view: LandscapeView) -> Mapping[PointId, tuple[LetterLine, ...]] | None:
    """What became of the mail, for who writes the policy; for an owner only whether there is any."""
    if house.post is None:
        return None
    return await house.post.lines(view) if view.role is Role.LANDSCAPE else {}


async def admitted(
    house: House, scope: Scope, stream: str, follow_up: str | None
) -> tuple[LandscapeRoom, Caller] | Refused:
    """The holder of the landscape's key; for the page of a follow-up its owner too."""
    found = await landscape_of(house, {**scope, "query_string": b"as=landscape"}, stream)
    if not isinstance(found, Refused) or follow_up is None:
        return found
    return await landscape_of(house, {**scope, "query_string": f"about={follow_up}".encode()}, stream)


def _matches(pattern: str, path: str) -> dict[str, str] | None:
    found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[\\w-]+)", pattern), path)
    return found.groupdict() if found else None


async def a_page(request: Request) -> Response:
    house: House = request.app.state.house
    answer = await drawn(house, request.scope, request.url.path)
    return answer or refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))


class Refusals:
    """A form sent without scripts and refused: the page it was on again, with what was typed and what is wrong."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, scope: Scope, send: Send, stream: str, refused: Refused, body: bytes) -> None:
        fields = forms.fields_of(body)
        page: Response | None = None
        if not isinstance(fields, Refused):
            kept = Kept(fields.get("form", ""), fields, refused, forms.chosen_in(body))
            page = await drawn(self._house, scope, came_from(scope), kept)
        answer = page or refused_page(self._house, scope, refused)
        await answer(scope, nothing_more, send)


ROUTES = [Route(pattern, a_page) for pattern in PAGES]
