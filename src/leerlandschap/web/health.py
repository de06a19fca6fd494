# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""For who runs it: is it there, can it be used, and how is it going.

Figures are for who holds their key, and without one there are none. The address they are asked from proves nothing:
behind a proxy everybody comes from this machine.
"""

import asyncio
import hmac
import os

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.web.api import json, problem
from leerlandschap.web.figures import exposition, figures
from leerlandschap.web.gatekeeper import Scope, header
from leerlandschap.web.house import House


async def health(request: Request) -> Response:
    """As it is, whatever the database does."""
    house: House = request.app.state.house
    here = {"status": "ok", "process": os.getpid()}  # which of several that serve together
    return json({**here, "screens": house.hub.count(), "rooms": len(house.rooms.all_open)})


async def live(request: Request) -> Response:
    """It answers, and so it lives: starting it again would not help."""
    return json({"status": "ok"})


async def ready(request: Request) -> Response:
    """Whether people can be sent here now."""
    house: House = request.app.state.house
    refused = await house.readiness.refused()
    return problem(request, refused) if refused else json({"status": "ok"})


async def metrics(request: Request) -> Response:
    house: House = request.app.state.house
    if house.metrics_key is None:
        return problem(request, Refused(Refusal.NOT_FOUND))
    if not _holds(request.scope, house.metrics_key):
        return problem(request, Refused(Refusal.METRICS_KEY))
    written, kind = await asyncio.to_thread(exposition, figures(house))
    return Response(written, 200, {"cache-control": "no-store", "content-type": kind})


def _holds(scope: Scope, key: str) -> bool:
    scheme, _, brought = (header(scope, b"authorization") or "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(brought.strip().encode(), key.encode())


ROUTES = [
    Route("/health", health),
    Route("/health/live", live),
    Route("/health/ready", ready),
    Route("/metrics", metrics),
]
