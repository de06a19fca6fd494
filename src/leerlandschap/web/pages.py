# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all pages share: how one is answered, and how a refusal looks as one."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.screens.door import Door
from leerlandschap.screens.page import Kept, Page
from leerlandschap.screens.start import message_page
from leerlandschap.web import answers, api, forms
from leerlandschap.web.gatekeeper import LONG, Scope, header, own_name, role_asked, set_cookie
from leerlandschap.web.house import House
from leerlandschap.web.raw import Send

Drawn = Callable[[House, Scope, str, Role, Kept | None], Awaitable[Response]]
FOR_EVER = "public, max-age=31536000, immutable"


def page_of(
    house: House, scope: Scope, kept: Kept | None = None, door: Door | None = None, path: str | None = None
) -> Page:
    """What a page needs besides its view; the way in, for pages of a workshop; and ``path``, where it is."""
    return Page(
        language=answers.language_of(scope, house.language),
        base_url=house.base_url,
        path=path or (scope["path"] if scope["method"] == "GET" else "/"),
        theme="/theme.css" if house.theme else None,
        code=door.code if door else None,
        kept=kept,
        limits=house.terms.limits,
        responsible=house.responsible,
    )


def html(markup: Markup, status: int = 200) -> HTMLResponse:
    return HTMLResponse(str(markup), status, {"cache-control": "no-store"})


def refused_page(house: House, scope: Scope, refused: Refused) -> HTMLResponse:
    """A refusal as a page of its own, with a way on."""
    return html(message_page(page_of(house, scope), refused), answers.status(refused))


class Refusals:
    """A form sent without scripts and refused: the page again, with what was typed and what is wrong with it."""

    def __init__(self, house: House, drawn: Drawn) -> None:
        self._house = house
        self._drawn = drawn

    async def __call__(self, scope: Scope, send: Send, stream: str, refused: Refused, body: bytes) -> None:
        fields = forms.fields_of(body)
        role = role_asked(scope)
        drawn_page: Response | None = None
        if not isinstance(fields, Refused) and isinstance(role, Role):
            kept = Kept(fields.get("form", ""), fields, refused)
            drawn_page = await self._drawn(self._house, scope, stream, role, kept)
        answer = drawn_page or refused_page(self._house, scope, refused)
        await answer(scope, nothing_more, send)


async def nothing_more() -> MutableMapping[str, Any]:
    return {"type": "http.disconnect"}


async def not_found(request: Request, _trouble: Exception) -> Response:
    """A page for people, a problem for programs."""
    refused = Refused(Refusal.NOT_FOUND)
    house: House = request.app.state.house
    if request.url.path.startswith("/api/"):
        return api.problem(request, refused)
    return refused_page(house, request.scope, refused)


async def database_away(request: Request, _trouble: Exception) -> Response:
    return away(request.app.state.house, request.scope)


def away(house: House, scope: Scope) -> Response:
    """The database gives no answer: a page for people, a problem for programs."""
    refused = Refused(Refusal.NOT_READ)
    if "text/html" in (header(scope, b"accept") or ""):
        return refused_page(house, scope, refused)
    body = answers.problem_bytes(refused, answers.language_of(scope, house.language))
    return Response(body, answers.status(refused), media_type="application/problem+json")


async def switch_language(request: Request) -> Response:
    """Keeps the choice in a cookie and goes back to where one was; only to a path of our own."""
    house: House = request.app.state.house
    chosen = request.path_params["language"]
    if chosen not in set(Language):
        return refused_page(house, request.scope, Refused(Refusal.UNKNOWN_LANGUAGE))
    back = request.query_params.get("back", "/")
    answer = RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
    name = own_name(answers.LANGUAGE, secure=house.is_secure)
    answer.headers.append("set-cookie", set_cookie(name, chosen, LONG, secure=house.is_secure))
    return answer


async def theme(request: Request) -> Response:
    house: House = request.app.state.house
    if house.theme is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    return FileResponse(house.theme, 200, {"cache-control": "no-cache"}, media_type="text/css")


class KeptForEver(StaticFiles):
    """Their address changes with their content, so a browser need not ask again."""

    def file_response(self, *args: Any, **more: Any) -> Response:
        answer = super().file_response(*args, **more)
        answer.headers["cache-control"] = FOR_EVER
        return answer
