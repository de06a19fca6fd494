# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Installations to copy: a played one, and large ones, with every row that is in them to the byte."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.tables import metadata
from tests.afterwards import Afterwards
from tests.server import Group, serving

TABLES = [table.name for table in metadata.sorted_tables]
LETTER = (
    "a",
    "ls",
    "f1",
    "p1",
    "due",
    "2026-12-01",
    "2026-11-26 09:00:00.000001",
    "2026-11-27 09:00:00.000000",
    2,
    None,
)
NAMES = ("שרה לוי", "Chen 🌱👩🏽‍🏫", "É, e, ë en 'z\\' \t")

Rows = dict[str, list[tuple[object, ...]]]


def played(data: Path) -> tuple[Group, str]:
    """A workshop of five with its stances, a landscape after it with owners, and a letter that waits.

    The group, and the id of the landscape.
    """
    with serving(data) as server:
        group = Group(server.url, 5)
        group.lead("OpenStatements")
        for position, person in enumerate(group.people, 1):
            group.ask(person, "TakeStance", key=f"k{position}", statement="s1", position=position, motivation="Ja → 🙂")
        group.lead("RevealStatements")
        after = Afterwards(server.url)
        after.tell("TakeOver", follow_up=after.who, owner=NAMES[0], address="sarah@westerveen.example")
        after.tell("TakeOver", follow_up=after.hours, owner=NAMES[1])
        after.client.close()
        group.client.close()
    with opened(data) as database:
        database.execute(f"INSERT INTO letters VALUES ({','.join('?' * 11)})", (*LETTER, "geen gehoor"))
        database.execute("INSERT INTO erasures VALUES ('e1', 'deleted', 'w-gone', '2026-11-26T09:00:00+00:00', NULL)")
        database.execute("INSERT INTO logins VALUES ('h1', 'facilitator', '2026-11-26 19:11:12.131415')")
        database.execute("INSERT INTO names VALUES ('n-last', 'ls', ?, NULL)", (NAMES[2],))
        database.execute("UPDATE keys SET ended_at = '2026-11-26 10:11:12.131415' WHERE role = 'projector'")
    return group, after.landscape


def large(data: Path, entries: int) -> None:
    """So many entries in streams of a hundred, with keys and names, written straight into the tables."""
    data.mkdir(parents=True, exist_ok=True)
    engine = engine_for(f"sqlite:///{data / 'leerlandschap.db'}")
    bring_up_to_date(engine)
    engine.dispose()
    with opened(data) as database:
        at = "2026-11-26T09:00:00.000001+00:00"
        write = "INSERT INTO entries VALUES (?, ?, ?, 'p', 'StanceTaken', ?, ?)"
        lines = ((f"w{n // 100:06}", n % 100 + 1, at, f'{{"n": {n}}}', f"k{n}") for n in range(entries))
        database.executemany(write, lines)
        people = ((f"n{n}", f"w{n:06}", f"Naam {n} ë", None) for n in range(entries // 10))
        database.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", people)


@contextlib.contextmanager
def opened(data: Path) -> Iterator[sqlite3.Connection]:
    """The file, without anything of ours in between; written when left."""
    with contextlib.closing(sqlite3.connect(data / "leerlandschap.db")) as database, database:
        yield database


def rows(data: Path) -> Rows:
    """Every row of every table, as SQLite keeps it: with the kind and the bytes of each value."""
    with opened(data) as database:
        return {table: _rows(database, table) for table in [*TABLES, "alembic_version"]}


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
    seen = ", ".join(f'typeof("{each}"), hex("{each}")' for each in columns)
    return sorted(database.execute(f'SELECT {seen} FROM "{table}"'))
