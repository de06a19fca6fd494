# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""/.well-known/security.txt: where to report a vulnerability of this installation (RFC 9116)."""

import datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.web.house import House
from leerlandschap.web.pages import refused_page

PATH = "/.well-known/security.txt"
GOOD_FOR = datetime.timedelta(days=180)  # whoever keeps a copy looks again within a year, as the RFC advises


async def security(request: Request) -> Response:
    """It is good from the moment it is asked for, so nobody has to renew it; not there when nobody is to be told."""
    house: House = request.app.state.house
    if not house.security_contact:
        return refused_page(house, request.scope, Refused(Refusal.NOT_FOUND))
    ends = (house.now() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = {
        "Contact": house.security_contact,
        "Expires": ends.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "nl, en",
        "Canonical": house.base_url + PATH,
    }
    return PlainTextResponse("".join(f"{name}: {value}\n" for name, value in lines.items()))


ROUTES = [Route(PATH, security)]
