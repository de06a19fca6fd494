# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in with the organisation's own provider, where one is set, and leaving a device behind without a trace."""

import asyncio
import base64
import logging
import re

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.people.logins import LASTS, Standing
from leerlandschap.screens.login import leave_page
from leerlandschap.web.gatekeeper import cookies, own_name, set_cookie
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.standing import LOGIN, standings

ASKED = "asked"  # the cookie of who was sent to log in
WITHIN = 600  # seconds that somebody may take over there
EVERYTHING = '"cache", "cookies", "storage"'
log = logging.getLogger(__name__)


class Asked(Struct, frozen=True, array_like=True):
    """What a browser keeps while it is with the provider; ``back`` is the page it came from."""

    state: str
    nonce: str
    verifier: str
    back: str


async def begin(request: Request) -> Response:
    """To the provider, with what only this browser and we know."""
    from leerlandschap.people.provider import ProviderAway, Question

    house: House = request.app.state.house
    if house.login is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    question = Question(house.login.fresh(), house.login.fresh(), house.login.fresh() + house.login.fresh())
    try:
        address = await house.login.provider.address(question)
    except ProviderAway as trouble:
        return _away(house, request, trouble)
    asked = Asked(question.state, question.nonce, question.verifier, _of_ours(request.query_params.get("back", "/")))
    packed = base64.urlsafe_b64encode(msgspec.json.encode(asked)).decode()
    answer = RedirectResponse(address, 303)
    _keep(house, answer, ASKED, packed, WITHIN)
    return answer


async def done(request: Request) -> Response:
    """Back from the provider. Each thing that can be wrong is a sentence, and leaves nobody logged in."""
    house: House = request.app.state.house
    if house.login is None:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    asked = _asked(cookies(request.scope).get(own_name(ASKED, secure=house.is_secure), ""))
    found = await _found(house, request, asked)
    if isinstance(found, Response):
        _keep(house, found, ASKED, "", 0)
        return found
    key = await asyncio.to_thread(house.login.logins.begin, found, house.now())
    answer = RedirectResponse(asked.back if asked else "/", 303)
    _keep(house, answer, ASKED, "", 0)
    _keep(house, answer, LOGIN, key, int(LASTS.total_seconds()))
    return answer


async def _found(house: House, request: Request, asked: Asked | None) -> frozenset[Standing] | Response:
    from leerlandschap.people.provider import NotProven, ProviderAway, Question

    assert house.login is not None
    provider, said = house.login.provider, request.query_params
    if asked is None or said.get("state") != asked.state:
        return _not_proven(house, request, "this browser was not sent there with that state")
    if not provider.is_its_name(said.get("iss")):
        return _not_proven(house, request, "another provider answered")
    if not said.get("code"):
        return _not_proven(house, request, f"no code, but {said.get('error', 'nothing')!r}")
    try:
        claims = await provider.claims(said["code"], Question(asked.state, asked.nonce, asked.verifier))
    except ProviderAway as trouble:
        return _away(house, request, trouble)
    except NotProven as trouble:
        return _not_proven(house, request, str(trouble))
    found = house.login.roles.of(claims)
    return found or refused_page(house, request.scope, Refused(Refusal.LOGIN_WITHOUT_ROLE))


def _not_proven(house: House, request: Request, why: str) -> Response:
    log.warning("a login was refused: %s", why)
    return refused_page(house, request.scope, Refused(Refusal.LOGIN_FAILED))


def _away(house: House, request: Request, trouble: Exception) -> Response:
    log.warning("the identity provider cannot be used: %s", trouble)
    return refused_page(house, request.scope, Refused(Refusal.PROVIDER_AWAY))


def _asked(packed: str) -> Asked | None:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(packed), type=Asked)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        return None


def _of_ours(back: str) -> str:
    """Only a path of our own."""
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() and back.isascii()
    return back if plain else "/"


def _keep(house: House, answer: Response, name: str, value: str, age: int) -> None:
    kept = set_cookie(own_name(name, secure=house.is_secure), value, age, secure=house.is_secure)
    answer.headers.append("set-cookie", kept)


# ---- leaving


async def leave(request: Request) -> Response:
    """What this device will forget, before it does."""
    house: House = request.app.state.house
    return html(leave_page(page_of(house, request.scope), is_logged_in=bool(await standings(house, request.scope))))


async def left(request: Request) -> Response:
    """The login ends, and the browser forgets every key, choice and page of ours."""
    house: House = request.app.state.house
    held = cookies(request.scope)
    key = held.get(own_name(LOGIN, secure=house.is_secure))
    if house.login is not None and key:
        await asyncio.to_thread(house.login.logins.end, key)
    answer = RedirectResponse("/", 303)
    start = own_name("", secure=house.is_secure)
    for name in held:
        if re.fullmatch(start + r"[\w-]+", name, re.ASCII):  # without https browsers do not listen to the header below
            answer.headers.append("set-cookie", set_cookie(name, "", 0, secure=house.is_secure))
    answer.headers["clear-site-data"] = EVERYTHING
    return answer


ROUTES = [
    Route("/login", begin),
    Route("/login/done", done),
    Route("/leave", leave),
    Route("/leave", left, methods=["POST"]),
]
