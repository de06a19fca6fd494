# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries to write, and a database that is held up or full."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event, text

from leerlandschap.core.workshop import events as e
from leerlandschap.database.engine import WRITES, is_postgresql
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
        if is_postgresql(engine):
            connection.execute(text("LOCK TABLE entries IN SHARE MODE"))
        yield


@contextmanager
def full_disk(engine: Engine) -> Iterator[None]:
    """The database has no room for what is written. SQLite may not grow its file; PostgreSQL is told to say so."""
    if is_postgresql(engine):
        with refusing(engine, "disk_full", "the disk is full"):
            yield
        return

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


@contextmanager
def refusing(engine: Engine, error: str, words: str) -> Iterator[None]:
    """A database that answers this to every entry: PostgreSQL any error it knows, SQLite a broken constraint."""
    if is_postgresql(engine):
        says = f"BEGIN RAISE EXCEPTION '{words}' USING ERRCODE = '{error}'; END"
        make: tuple[str, ...] = (
            f"CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ {says} $$",
            "CREATE TRIGGER never BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION never()",
        )
        undo: tuple[str, ...] = ("DROP TRIGGER never ON entries", "DROP FUNCTION never")
    else:
        make = (f"CREATE TRIGGER never BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, '{words}'); END",)
        undo = ("DROP TRIGGER never",)
    _each(engine, make)
    try:
        yield
    finally:
        _each(engine, undo)


def _each(engine: Engine, statements: tuple[str, ...]) -> None:
    with engine.begin() as connection:
        for each in statements:
            connection.execute(text(each))


def commits(engine: Engine) -> Callable[[], int]:
    """How many transactions wrote entries from now on: PostgreSQL keeps which one wrote a row, SQLite is overheard."""
    if is_postgresql(engine):
        before = _writers(engine)
        return lambda: _writers(engine) - before
    heard: list[str] = []

    def overhear(connection: Any, *_: object) -> None:
        connection.set_trace_callback(lambda words: heard.append(words) if words == "COMMIT" else None)

    event.listen(engine, "checkout", overhear)
    return lambda: len(heard)


def _writers(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(DISTINCT xmin::text) FROM entries")).scalar_one())
