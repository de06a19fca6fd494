# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether this process can be used now: its database answers, and it is not leaving."""

import asyncio
from collections.abc import Callable

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.database import Away

WITHIN = 2.0  # seconds: who asks has no patience for more
HOLDS = 1.0  # seconds that an answer is good for, so that nobody can keep the database busy by asking


class Readiness:
    """``knock`` is called in a thread, raises Away when the database gives no answer, and is never called twice at the
    same time: a database that hangs holds up one thread, however many ask."""

    def __init__(self, knock: Callable[[], None]) -> None:
        self._knock = knock
        self._knocking: asyncio.Task[bool] | None = None
        self._known_until = 0.0
        self._answers = False
        self._leaving = False

    def leave(self) -> None:
        """From here on it is not ready, for good."""
        self._leaving = True

    async def refused(self) -> Refused | None:
        """Why it cannot be used; None when it can."""
        if not self._leaving and not await self._database_answers():
            return Refused(Refusal.NOT_READ)
        return Refused(Refusal.LEAVING) if self._leaving else None

    async def _database_answers(self) -> bool:
        loop = asyncio.get_running_loop()
        if loop.time() < self._known_until:
            return self._answers
        if self._knocking is None:
            self._knocking = asyncio.create_task(self._asked())
        done, _ = await asyncio.wait({self._knocking}, timeout=WITHIN)
        return bool(done) and all(each.result() for each in done)

    async def _asked(self) -> bool:
        try:
            await asyncio.to_thread(self._knock)
            self._answers = True
        except Away:
            self._answers = False
        finally:
            self._known_until = asyncio.get_running_loop().time() + HOLDS
            self._knocking = None
        return self._answers
