# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The app: the two raw ways in front, everything else a route of Starlette behind."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, MutableMapping
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.database import Away
from leerlandschap.web import answers, landscape_pages, pages, workshops
from leerlandschap.web.gatekeeper import Scope, from_elsewhere, header
from leerlandschap.web.headers import App, Headers
from leerlandschap.web.house import House
from leerlandschap.web.raw import Commands, Stream, refuse
from leerlandschap.web.routes import routes
from leerlandschap.web.ways import LandscapeWay, WorkshopWay

REST_EVERY, RESTS_AFTER = 60.0, 30 * 60.0  # seconds
# The ways past the framework, by method and path; each ends in a stream and a word.
RAW = (
    ("POST", "/w/{workshop}/do"),
    ("POST", "/api/v1/workshops/{workshop}/commands"),
    ("GET", "/w/{workshop}/stream"),
    ("GET", "/api/v1/workshops/{workshop}/stream"),
    ("POST", "/l/{landscape}/do"),
    ("POST", "/api/v1/landscapes/{landscape}/commands"),
)


class Front:
    """Sends commands and streams past the framework; everything else goes to it."""

    def __init__(self, house: House, behind: App) -> None:
        commands = Commands(WorkshopWay(house), pages.Refusals(house, workshops.drawn))
        of_a_landscape = Commands(LandscapeWay(house), landscape_pages.Refusals(house))
        stream = Stream(house)
        self._raw: dict[tuple[str, str, str], Commands | Stream] = {}
        for method, path in RAW:
            start, name, last = path.rsplit("/", 2)
            way = stream if method == "GET" else commands if name == "{workshop}" else of_a_landscape
            self._raw[method, start, last] = way
        self._house = house
        self._behind = behind

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._behind(scope, receive, send)
            return
        if from_elsewhere(scope):
            await self._refused_from_elsewhere(scope, receive, send)
            return
        start, _, last = scope["path"].rpartition("/")
        start, _, stream = start.rpartition("/")
        way = self._raw.get((scope["method"], start, last))
        if way is not None:
            await self._unless_away(way, scope, receive, send, stream)
            return
        await self._behind(scope, receive, send)

    async def _refused_from_elsewhere(self, scope: Scope, receive: Any, send: Any) -> None:
        """One check for everything that may change something, so that no route can forget it."""
        refused = Refused(Refusal.CROSS_SITE)
        if "text/html" in (header(scope, b"accept") or ""):
            await pages.refused_page(self._house, scope, refused)(scope, receive, send)
        else:
            await refuse(send, refused, answers.language_of(scope, self._house.language))

    async def _unless_away(self, way: Commands | Stream, scope: Scope, receive: Any, send: Any, stream: str) -> None:
        """Both ways answer nothing before the database did."""
        try:
            await way(scope, receive, send, stream)
        except Away:
            if isinstance(way, Commands):
                self._house.answered.note(Refused(Refusal.NOT_READ), 0.0)
            await pages.away(self._house, scope)(scope, receive, send)


async def resting(house: House) -> None:
    """Lets go of rooms that nobody uses, until it is cancelled: a year of workshops does not stay in memory."""
    while True:
        await asyncio.sleep(REST_EVERY)
        for rooms in (house.rooms, house.landscapes):
            rooms.rest(RESTS_AFTER, house.hub.is_watched)


def app(house: House, close: Callable[[], None]) -> App:
    """The whole web side of a house. ``close`` is called when the server has stopped."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        going_on = [asyncio.create_task(house.cadence.run(lambda: house.rooms.all_open))]
        going_on += [asyncio.create_task(each) for each in (house.follow(), house.caretaker.run(), resting(house))]
        if house.post is not None:
            going_on.append(asyncio.create_task(house.post.run()))
        yield
        for each in going_on:
            each.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)  # nothing writes any more when the house is closed
        close()

    starlette = Starlette(
        routes=routes(house),
        middleware=[Middleware(GZipMiddleware, minimum_size=800)],
        exception_handlers={404: pages.not_found, 405: pages.not_found, Away: pages.database_away},
        lifespan=lifespan,
    )
    starlette.state.house = house
    return Headers(Front(house, starlette), is_secure=house.is_secure)
