# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries to write, and a database that is held up or full."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from leerlandschap.core.workshop import events as e
from leerlandschap.database.engine import WRITES
from leerlandschap.journal import Batch, Entry, Journal
from tests.cast import NINE, S1


def note(stream: str, seq: int, text: str = "Wat is 'functie'?") -> Entry:
    return Entry(stream, seq, NINE, "facilitator", e.NoteWritten(S1, text))


def batch(stream: str, *places: int) -> Batch:
    """Notes in these places of a stream."""
    return Batch(tuple(note(stream, seq) for seq in places))


def run(engine: Engine, story: Callable[[Journal], Awaitable[None]]) -> None:
    """Play a story with a journal and close it."""

    async def played() -> None:
        journal = Journal(engine)
        try:
            await story(journal)
        finally:
            journal.close()

    asyncio.run(played())


@contextmanager
def held_up(engine: Engine) -> Iterator[None]:
    """Somebody else is writing; whoever wants to write waits until this ends."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        yield


@contextmanager
def full_disk(engine: Engine) -> Iterator[None]:
    """The file may not grow: SQLite says that the disk is full."""

    def no_room(connection: object, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]

    def room(connection: object, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1000000")  # type: ignore[attr-defined]

    event.listen(engine, "checkout", no_room)
    event.listen(engine, "checkin", room)
    try:
        yield
    finally:
        event.remove(engine, "checkout", no_room)
        event.remove(engine, "checkin", room)


def commits(engine: Engine) -> list[object]:
    """Grows with every commit from now on."""
    seen: list[object] = []
    event.listen(engine, "commit", seen.append)
    return seen
