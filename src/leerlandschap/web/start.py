# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start page, making a workshop, coming in, and links that carry a key."""

from markupsafe import Markup
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from leerlandschap.core.vocabulary import LandscapeId, Language, Refusal, Refused, Role
from leerlandschap.people import Grant
from leerlandschap.screens.page import Kept
from leerlandschap.screens.start import HeldKey, join_page, start_page
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import answers, api, forms, opening
from leerlandschap.web.gatekeeper import caller, cookie, cookies, own_name
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.standing import may_make, standings
from leerlandschap.web.workshops import HOME

MOST_HELD = 24  # keys shown on the start page, and so workshops that may be opened to show it


async def home(request: Request) -> Response:
    return await _home(request, None)


async def _home(request: Request, kept: Kept | None) -> Response:
    house: House = request.app.state.house
    page = replace(page_of(house, request.scope, kept), login=await standings(house, request.scope))
    status = answers.status(kept.refused) if kept else 200
    return html(start_page(page, await _held(house, request)), status)


async def _held(house: House, request: Request) -> list[HeldKey]:
    """Workshops and landscapes that this browser holds keys for, the newest first."""
    found = []
    start = own_name("", secure=house.is_secure)
    for name in [each for each in cookies(request.scope) if each.startswith(start)][-MOST_HELD:]:
        role, _, stream = name.removeprefix(start).partition("-")
        if role in set(Role) and stream:
            found.append(await _holding(house, request, Role(role), stream))
    return sorted((each for each in found if each is not None), key=lambda each: each.when, reverse=True)


async def _holding(house: House, request: Request, role: Role, stream: str) -> HeldKey | None:
    if isinstance(await caller(house, request.scope, stream, role), Refused):
        return None
    if role is Role.LANDSCAPE:
        landscape = await house.landscapes.find(stream)
        if landscape is None:
            return None
        view = landscape.view(role)
        return HeldKey(view.organisation, view.organisation, role, f"/l/{stream}", landscape.opened_at, False)
    room = await house.rooms.find(stream)
    if room is None:
        return None
    seen = room.view(role)
    path = f"/w/{stream}{HOME[role]}"
    return HeldKey(seen.title, seen.organisation, role, path, seen.opened_at, seen.closed_at is not None)


async def _fields(request: Request) -> dict[str, str] | Refused:
    body = await api.limited_body(request)
    return body if isinstance(body, Refused) else forms.fields_of(body)


async def make(request: Request) -> Response:
    """A new workshop from the form of the start page (or of a landscape): straight to preparing it."""
    house: House = request.app.state.house
    fields = await _fields(request)
    if isinstance(fields, Refused):
        return refused_page(house, request.scope, fields)
    wanted = await _wanted(house, request, fields)
    opened = wanted if isinstance(wanted, Refused) else await opening.open_workshop(house, wanted)
    if isinstance(opened, Refused):
        return await _home(request, Kept("workshop", fields, opened))
    answer = RedirectResponse(f"/w/{opened.workshop}/prepare", 303)
    _hand_over(request, answer, Role.FACILITATOR, opened.workshop, opened.keys.facilitator)
    if opened.keys.landscape:
        _hand_over(request, answer, Role.LANDSCAPE, opened.landscape, opened.keys.landscape)
    return answer


async def _wanted(house: House, request: Request, fields: dict[str, str]) -> opening.NewWorkshop | Refused:
    if refused := await may_make(house, request.scope):
        return refused
    language = fields.get("language") or answers.language_of(request.scope, house.language).value
    if language not in set(Language):
        return Refused(Refusal.UNKNOWN_LANGUAGE, "language")
    landscape = LandscapeId(fields["landscape"]) if fields.get("landscape") else None
    if landscape is not None:
        holder = await caller(house, request.scope, landscape, Role.LANDSCAPE)
        if isinstance(holder, Refused):
            return holder
    return opening.NewWorkshop(
        title=fields.get("title", ""),
        organisation=fields.get("organisation", ""),
        team=fields.get("team", ""),
        language=Language(language),
        landscape=landscape,
    )


def _hand_over(request: Request, answer: Response, role: Role, stream: str, key: str) -> None:
    secure = request.app.state.house.is_secure
    answer.headers.append("set-cookie", cookie(role, stream, key, secure=secure))


async def invitation(request: Request) -> Response:
    """What a scanned code leads to: one tap from here one is in."""
    house: House = request.app.state.house
    code = request.path_params["code"]
    stream = await opening.stream_of_code(house, code)
    room = None if isinstance(stream, Refused) else await house.rooms.find(stream)
    if isinstance(stream, Refused) or room is None:
        refused = stream if isinstance(stream, Refused) else Refused(Refusal.WRONG_CODE, "code")
        return await _home(request, Kept("join", {"code": code}, refused))
    if not isinstance(await caller(house, request.scope, stream, Role.PARTICIPANT), Refused):
        return RedirectResponse(f"/w/{stream}", 303)
    view = room.view(Role.VISITOR)
    if view.closed_at is not None:
        why = Refusal.WORKSHOP_CLOSED if view.sealed_at is None else Refusal.WORKSHOP_SEALED
        return refused_page(house, request.scope, Refused(why))
    return html(_join_page(house, request, stream, view))


def _join_page(house: House, request: Request, stream: str, view: WorkshopView) -> Markup:
    page = page_of(house, request.scope, door=house.door(stream))
    page = replace(page, code=house.tokens.invitation(page.code or ""))  # whoever came this far does not wait again
    return join_page(page, view.title, view.organisation, view.present, view.thresholds.floor)


async def come_in(request: Request) -> Response:
    house: House = request.app.state.house
    fields = await _fields(request)
    if isinstance(fields, Refused):
        return refused_page(house, request.scope, fields)
    code = fields.get("code", "")
    stream = await opening.stream_of_code(house, code)
    if isinstance(stream, str) and not isinstance(
        await caller(house, request.scope, stream, Role.PARTICIPANT), Refused
    ):
        return RedirectResponse(f"/w/{stream}", 303)  # somebody who was in already comes in as the same person
    joined = stream if isinstance(stream, Refused) else await opening.join(house, stream)
    if isinstance(joined, Refused):
        return await _home(request, Kept("join", fields, joined))
    answer = RedirectResponse(f"/w/{joined.workshop}", 303)
    _hand_over(request, answer, Role.PARTICIPANT, joined.workshop, joined.key)
    return answer


async def use_key(request: Request) -> Response:
    """A link that carries a key: the key becomes a cookie, so that it does not stay in the address bar."""
    house: House = request.app.state.house
    stream, key = request.path_params["stream"], request.path_params["key"]
    grant = await house.doors.granted(key)
    if grant is None or grant.stream != stream:
        return refused_page(house, request.scope, Refused(Refusal.KEY_EXPIRED))
    answer = RedirectResponse(_home_of(grant), 303)
    _hand_over(request, answer, grant.role, grant.about or stream, key)
    return answer


def _home_of(grant: Grant) -> str:
    if grant.about is not None:
        return f"/l/{grant.stream}/f/{grant.about}"
    return f"/l/{grant.stream}" if grant.role is Role.LANDSCAPE else f"/w/{grant.stream}{HOME[grant.role]}"
