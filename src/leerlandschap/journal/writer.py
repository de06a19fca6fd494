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
from collections.abc import Sequence

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from leerlandschap.database.engine import WRITES
from leerlandschap.database.tables import entries
from leerlandschap.journal.codec import written
from leerlandschap.journal.entry import Batch, Conflict, NotSaved

MOST_AT_ONCE = 1000
Waiting = tuple[Batch, asyncio.Future[None]]
log = logging.getLogger(__name__)


def row(batch: Batch) -> list[dict[str, object]]:
    """The rows of a batch."""
    rows: list[dict[str, object]] = []
    for entry in batch.entries:
        kind, data = written(entry.event)
        at = entry.at.isoformat()
        rows.append(
            {"stream": entry.stream, "seq": entry.seq, "at": at, "by": entry.by, "kind": kind, "data": data,
             "asked": entry.asked}
        )  # fmt: skip
    return rows


class Writer:
    """Hand it a batch and await its commit. Made and used within one running event loop."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._loop = asyncio.get_running_loop()
        self._waiting: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    async def append(self, batch: Batch) -> None:
        """Returns once it is on disk. Raises Conflict or NotSaved; then nothing of the batch is written."""
        saved: asyncio.Future[None] = self._loop.create_future()
        self._waiting.put((batch, saved))
        await saved

    def close(self) -> None:
        """Write what waits, then stop."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            waiting, more = self._drain(first)
            self._settle(waiting, self._commit([batch for batch, _ in waiting]))
            if not more:
                return

    def _drain(self, first: Waiting) -> tuple[list[Waiting], bool]:
        waiting = [first]
        while len(waiting) < MOST_AT_ONCE:
            try:
                each = self._waiting.get_nowait()
            except queue.Empty:
                return waiting, True
            if each is None:
                return waiting, False
            waiting.append(each)
        return waiting, True

    def _commit(self, batches: Sequence[Batch]) -> list[Exception | None]:
        """What became of each: None is durable."""
        try:
            return self._together(batches)
        except IntegrityError:
            return self._one_by_one(batches) if len(batches) > 1 else [Conflict()]
        except SQLAlchemyError as trouble:
            log.error("the journal could not be written: %s", trouble.__cause__ or trouble)
            return [NotSaved()] * len(batches)
        except Exception:  # whatever it is: this thread writes for every room, and must go on
            log.exception("the journal could not be written")
            return self._one_by_one(batches) if len(batches) > 1 else [NotSaved()]

    def _together(self, batches: Sequence[Batch]) -> list[Exception | None]:
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            _insert(connection, [r for batch in batches for r in row(batch)])
        return [None] * len(batches)

    def _one_by_one(self, batches: Sequence[Batch]) -> list[Exception | None]:
        """One of them met a conflict or cannot be written; the others must not suffer for it."""
        return [self._commit([batch])[0] for batch in batches]

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


def _insert(connection: Connection, rows: list[dict[str, object]]) -> None:
    connection.execute(insert(entries), rows)
