# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""On SQLite nobody tells a server what a command of the operator took out: it looks at the record of that itself.

On PostgreSQL the follower hears the same at once.
"""

import asyncio
import datetime
import logging
from collections.abc import Callable

from sqlalchemy import Engine

from leerlandschap.database import Away
from leerlandschap.database.erasing import Erased, Erasure, erased_since
from leerlandschap.journal.follow import Heard

EVERY = 2.0  # seconds
OVERLAP = datetime.timedelta(minutes=10)  # between the clocks of two processes, and what waited to be committed
log = logging.getLogger(__name__)


class Watching:
    """``heard`` is what a follower calls for each; in a thread, where it may ask the database."""

    def __init__(self, engine: Engine, heard: Callable[[Heard], None], now: Callable[[], datetime.datetime]) -> None:
        self._engine = engine
        self._heard = heard
        self._now = now
        self._known: set[str] = set()

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            await asyncio.sleep(EVERY)
            try:
                await asyncio.to_thread(self.look)
            except Away as trouble:
                log.warning("what was taken out is not known for a moment: %s", trouble)

    def look(self) -> None:
        """Pass on what was taken out since the last look. Raises Away."""
        recent = erased_since(self._engine, self._now() - OVERLAP)
        for each in recent:
            if each.id not in self._known:
                for said in _said(each):
                    self._heard(said)
        self._known = {each.id for each in recent}


def _said(each: Erasure) -> list[Heard]:
    of_names = Heard("names", each.stream)
    match each.kind:
        case Erased.SEALED:
            return [Heard("entries", each.stream)]
        case Erased.FORGOTTEN:
            return [of_names]
        case Erased.DELETED:
            return [Heard("entries", each.stream), of_names, Heard("key", "")]
