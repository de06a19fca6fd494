# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has to be done from time to time, by one process at a time: at the start, and then every hour."""

import asyncio
import logging
from contextlib import ExitStack

from sqlalchemy import Engine

from leerlandschap.database import Away
from leerlandschap.database.erasing import the_only_one
from leerlandschap.live.retention import Retention
from leerlandschap.live.sealing import Sealing

HOUR = 3600.0
SOON = 60.0  # seconds until the next try when something stood in the way
log = logging.getLogger(__name__)


class Caretaker:
    """Used by ``serve``; the same work can be asked for by a command."""

    def __init__(self, engine: Engine, sealing: Sealing, retention: Retention) -> None:
        self._engine = engine
        self._sealing = sealing
        self._retention = retention

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            done = await self._went_round()
            await asyncio.sleep(HOUR if done else SOON)

    async def _went_round(self) -> bool:
        try:
            return await self.go_round()
        except Away as trouble:
            log.warning("sealing and deleting have to wait: %s", trouble)
        except Exception:  # whatever it is: the next hour is another one
            log.exception("the caretaker could not go round")
        return False

    async def go_round(self) -> bool:
        """Whether everything is done, here or by another process. Raises Away."""
        with ExitStack() as held:
            if not await asyncio.to_thread(held.enter_context, the_only_one(self._engine, "caretaker")):
                return True
            await self._sealing.all_due()
            await self._retention.all_due()
            return await self._sealing.wiped()
