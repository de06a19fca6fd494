# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journal in a database."""

import asyncio
import datetime
from collections.abc import Iterator, Sequence

from sqlalchemy import Engine, select

from leerlandschap.database.reach import reading
from leerlandschap.database.tables import entries
from leerlandschap.journal.codec import read
from leerlandschap.journal.entry import Batch, Entry
from leerlandschap.journal.writer import Writer, Written

WRITTEN = tuple(entries.c[name] for name in ("seq", "at", "by", "kind", "data", "asked"))
READ_AT_ONCE = 1000
FIRST = datetime.datetime.min.replace(tzinfo=datetime.UTC)


class Journal:
    """Append and read; every query is by stream."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer: Writer | None = None
        self.written = Written()

    async def append(self, batch: Batch) -> None:
        """Durable when it returns. Raises Conflict (read on, decide again), NotSaved (nothing was written) or
        Unanswered (read on to find out)."""
        if self._writer is None:
            self._writer = Writer(self._engine, self.written)
        await self._writer.append(batch)

    async def read(self, stream: str, after: int = 0) -> list[Entry]:
        """The entries of a stream behind a place, in order; empty when there are none. Raises Away."""
        return await asyncio.to_thread(lambda: list(self.entries(stream, after)))

    def entries(self, stream: str, after: int = 0) -> Iterator[Entry]:
        """The same without an event loop."""
        if "\0" in stream:  # no stream has such a name, and PostgreSQL cannot even be asked
            return
        wanted = select(*WRITTEN).where(entries.c.stream == stream, entries.c.seq > after).order_by(entries.c.seq)
        written_at, at = "", FIRST
        with reading(self._engine) as connection:
            for found in connection.execute(wanted).partitions(READ_AT_ONCE):
                for seq, moment, by, kind, event, asked in found:
                    if moment != written_at:  # what one batch wrote has one moment
                        written_at, at = moment, datetime.datetime.fromisoformat(moment)
                    yield Entry(stream, seq, at, by, read(kind, event), asked)

    async def latest(self, streams: Sequence[str]) -> dict[str, datetime.datetime]:
        """When the last entry of each of these was written; without those that are not there. Raises Away."""
        return await asyncio.to_thread(self._latest, streams)

    def _latest(self, streams: Sequence[str]) -> dict[str, datetime.datetime]:
        found: dict[str, datetime.datetime] = {}
        with reading(self._engine) as connection:
            for stream in streams:
                last = select(entries.c.at).where(entries.c.stream == stream).order_by(entries.c.seq.desc()).limit(1)
                if at := connection.execute(last).scalar():
                    found[stream] = datetime.datetime.fromisoformat(at)
        return found

    def streams(self) -> list[str]:
        """Every stream there is."""
        with reading(self._engine) as connection:
            return list(connection.execute(select(entries.c.stream).where(entries.c.seq == 1)).scalars())

    def close(self) -> None:
        """Write what waits, then stop writing."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
