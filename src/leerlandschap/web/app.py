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

from leerlandschap.database import Away
from leerlandschap.web import api, landscape_documents, landscape_pages, pages, workshops
from leerlandschap.web.gatekeeper import Scope
from leerlandschap.web.headers import App, Headers
from leerlandschap.web.house import House
from leerlandschap.web.raw import Commands, Stream
from leerlandschap.web.routes import routes
from leerlandschap.web.ways import LandscapeWay, WorkshopWay

WORKSHOP_PATHS = ("/w/", "/api/v1/workshops/")
REST_EVERY, RESTS_AFTER = 60.0, 30 * 60.0  # seconds
LANDSCAPE_PATHS = ("/l/", "/api/v1/landscapes/")


class Front:
    """Sends commands and streams past the framework; everything else goes to it."""

    def __init__(self, house: House, behind: App) -> None:
        self._commands = Commands(WorkshopWay(house), pages.Refusals(house, workshops.drawn))
        self._landscape_commands = Commands(LandscapeWay(house), landscape_pages.Refusals(house))
        self._stream = Stream(house)
        self._house = house
        self._behind = behind

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"].startswith((*WORKSHOP_PATHS, *LANDSCAPE_PATHS)):
            way, _, last = scope["path"].rpartition("/")
            stream = way.rpartition("/")[2]
            of_a_workshop = scope["path"].startswith(WORKSHOP_PATHS)
            if scope["method"] == "POST" and last in ("do", "commands"):
                commands = self._commands if of_a_workshop else self._landscape_commands
                await self._unless_away(commands, scope, receive, send, stream)
                return
            if of_a_workshop and scope["method"] == "GET" and last == "stream":
                await self._unless_away(self._stream, scope, receive, send, stream)
                return
        await self._behind(scope, receive, send)

    async def _unless_away(self, way: Commands | Stream, scope: Scope, receive: Any, send: Any, stream: str) -> None:
        """Both ways answer nothing before the database did."""
        try:
            await way(scope, receive, send, stream)
        except Away:
            await pages.away(self._house, scope)(scope, receive, send)


async def resting(house: House) -> None:
    """Lets go of rooms that nobody uses, until it is cancelled: a year of workshops does not stay in memory."""
    while True:
        await asyncio.sleep(REST_EVERY)
        for rooms in (house.rooms, house.landscapes):
            rooms.rest(RESTS_AFTER, lambda stream: bool(house.hub.audiences(stream)))


def app(house: House, close: Callable[[], None]) -> App:
    """The whole web side of a house. ``close`` is called when the server has stopped."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        going_on = [asyncio.create_task(house.cadence.run(lambda: house.rooms.all_open))]
        if house.follow is not None:
            going_on.append(asyncio.create_task(house.follow()))
        going_on.append(asyncio.create_task(resting(house)))
        if house.post is not None:
            going_on.append(asyncio.create_task(house.post.run()))
        yield
        for each in going_on:
            each.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)  # nothing writes any more when the house is closed
        close()

    starlette = Starlette(
        routes=[*landscape_documents.API_ROUTES, *api.ROUTES, *routes(house)],
        middleware=[Middleware(GZipMiddleware, minimum_size=800)],
        exception_handlers={404: pages.not_found, 405: pages.not_found, Away: pages.database_away},
        lifespan=lifespan,
    )
    starlette.state.house = house
    return Headers(Front(house, starlette))
