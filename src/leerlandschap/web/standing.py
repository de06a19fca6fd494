# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody may by having logged in, where there is something to log in to."""

import asyncio

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.people.logins import Standing
from leerlandschap.web.gatekeeper import Scope, cookies, own_name
from leerlandschap.web.house import House

LOGIN = "login"  # the cookie of who has logged in


async def standings(house: House, scope: Scope) -> frozenset[Standing] | None:
    """What who asks may by having logged in; None when nobody needs to here."""
    if house.login is None:
        return None
    key = cookies(scope).get(own_name(LOGIN, secure=house.is_secure))
    found = await asyncio.to_thread(house.login.logins.standings, key, house.now()) if key else None
    return found or frozenset()


async def may_make(house: House, scope: Scope) -> Refused | None:
    """Making a workshop needs a login, where there is one."""
    found = await standings(house, scope)
    if found is None or found & {Standing.FACILITATOR, Standing.ADMINISTRATOR}:
        return None
    return Refused(Refusal.LOGIN_WITHOUT_ROLE if found else Refusal.LOGIN_NEEDED)
