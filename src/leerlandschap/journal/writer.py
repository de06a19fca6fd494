# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Group commit: batches queue while a commit runs, and the next commit takes them all.

One thread, one connection, one transaction for everything that waits: a durable answer then costs next to nothing
however many rooms append at the same moment.
"""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Sequence

from sqlalchemy import Engine

from leerlandschap.journal.entry import Batch, Conflict, NotSaved
from leerlandschap.journal.insert import inserting, row
from leerlandschap.journal.spread import Spread

MOST_AT_ONCE = 1000
LONG = 1.0  # seconds after which a commit that failed was a database that is away
Waiting = tuple[Batch, asyncio.Future[None]]
ENTRIES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
log = logging.getLogger(__name__)


class Written:
    """What became of commits, counted since the process started: those that were done, by how many entries each held;
    those that failed; and those where another process was first."""

    def __init__(self) -> None:
        self.commits = Spread(ENTRIES)
        self.troubles = 0
        self.conflicts = 0


class Writer:
    """Hand it a batch and await its commit. Made and used within one running event loop."""

    def __init__(self, engine: Engine, written: Written) -> None:
        self._written = written
        self._insert = inserting(engine)
        self._loop = asyncio.get_running_loop()
        self._turn: list[Waiting] = []  # what came in this turn of the loop, to be handed over at once
        self._waiting: queue.SimpleQueue[list[Waiting] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    async def append(self, batch: Batch) -> None:
        """Returns once it is on disk. Raises Conflict or NotSaved: nothing of the batch is written; or Unanswered."""
        saved: asyncio.Future[None] = self._loop.create_future()
        if not self._turn:
            self._loop.call_soon(self._hand_over)
        self._turn.append((batch, saved))
        await saved

    def _hand_over(self) -> None:
        """Two hundred rooms that append in one turn of the loop wake the thread once."""
        waiting, self._turn = self._turn, []
        if waiting:
            self._waiting.put(waiting)

    def close(self) -> None:
        """Write what waits, then stop."""
        self._hand_over()
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        more = True
        while more and (first := self._waiting.get()) is not None:
            began = time.monotonic()
            waiting, more = self._drain(first)
            outcomes = self._commit([batch for batch, _ in waiting])
            self._settle(waiting, outcomes)
            if more and None not in outcomes and time.monotonic() - began > LONG:
                more = self._let_go()
        self._insert.close()

    def _let_go(self) -> bool:
        """Who waited through a long trouble does not wait for another try: each hears at once that it was not saved,
        and may ask again. False when there is no more to come."""
        waiting, more = self._drain([])
        self._settle(waiting, [NotSaved("the database is away") for _ in waiting])
        return more

    def _drain(self, waiting: list[Waiting]) -> tuple[list[Waiting], bool]:
        while len(waiting) < MOST_AT_ONCE:
            try:
                each = self._waiting.get_nowait()
            except queue.Empty:
                return waiting, True
            if each is None:
                return waiting, False
            waiting += each
        return waiting, True

    def _commit(self, batches: Sequence[Batch]) -> list[Exception | None]:
        """What became of each: None is durable."""
        try:
            rows = [row(entry) for batch in batches for entry in batch.entries]
            self._insert(rows)
        except Conflict as conflict:
            self._written.conflicts += len(batches) == 1  # of many, those will be tried apart
            return self._in_halves(batches, conflict)
        except NotSaved as trouble:
            self._written.troubles += 1
            log.error("the journal could not be written: %s", trouble)
            return [trouble] * len(batches)
        except Exception as trouble:  # whatever it is: this thread writes for every room, and must go on
            self._written.troubles += len(batches) == 1
            log.exception("the journal could not be written")
            return self._in_halves(batches, NotSaved(str(trouble)))
        self._written.commits.note(len(rows))
        return [None] * len(batches)

    def _in_halves(self, batches: Sequence[Batch], why: Exception) -> list[Exception | None]:
        """One of them met a conflict or cannot be written; the others must not suffer for it."""
        if len(batches) == 1:
            return [why]
        middle = len(batches) // 2
        return self._commit(batches[:middle]) + self._commit(batches[middle:])

    def _settle(self, waiting: list[Waiting], outcomes: list[Exception | None]) -> None:
        def settle() -> None:
            for (_, saved), outcome in zip(waiting, outcomes, strict=True):
                if saved.done():  # whoever asked has gone
                    continue
                if outcome is None:
                    saved.set_result(None)
                else:
                    saved.set_exception(outcome)

        self._loop.call_soon_threadsafe(settle)
