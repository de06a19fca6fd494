# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One installation copied into another, whole: from SQLite to PostgreSQL, back, or to one of its own kind.

Every table that there is, row by row, in the order of its key. What is there already is laid beside what comes, so that
a copy that was broken off goes on where it was, and nothing that does not belong is ever written over.
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Generator
from itertools import islice

from msgspec import Struct
from sqlalchemy import Connection, Engine, Table, func, insert, inspect, select, text

from leerlandschap.database.engine import WRITES, is_postgresql
from leerlandschap.database.reading import Beside, Row, in_order, laid_side_by_side, snapshot
from leerlandschap.database.tables import metadata
from leerlandschap.database.trouble import NewerDatabase
from leerlandschap.database.upgrade import KNOWN, TODAY, bring_up_to_date

BATCH = 2000  # rows a transaction

Told = Callable[[str, int, int], None]  # the table, how many rows of it have been seen, and of how many


class Copied(Struct, frozen=True):
    """What became of a table: how many rows it has, and how many of them this copy brought."""

    table: str
    rows: int
    new: int


class NotCopied(Exception):
    """Why not: *absent*, *older*, *same*, *occupied*, *grown* or *changed*, with what belongs in its sentence."""

    def __init__(self, why: str, /, **facts: str | int) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def copied(source: Engine, target: Engine, copying: Told, checking: Told) -> list[Copied]:
    """Copy everything, then lay both side by side, with the source as it is by then.

    The source is read at one moment and never written. Raises NotCopied, NewerDatabase (of either) and what SQLAlchemy
    raises. Whatever was raised, the same copy can be asked for again.
    """
    check_source(source)
    if _who(source) == _who(target):
        raise NotCopied("same")
    bring_up_to_date(target)
    with snapshot(source) as here:
        for table in metadata.sorted_tables:
            _check_room(table, here, target, checking)
        brought = [_brought(table, here, target, copying) for table in metadata.sorted_tables]
    with snapshot(source) as here, snapshot(target) as there:
        rows = [_checked(table, here, there, checking) for table in metadata.sorted_tables]
    names = [table.name for table in metadata.sorted_tables]
    return [Copied(*each) for each in zip(names, rows, brought, strict=True)]


def check_source(source: Engine) -> None:
    """It must be an installation in today's shape: bringing it up to date would be writing in it.

    Raises NotCopied and NewerDatabase.
    """
    with source.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            raise NotCopied("absent")
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found not in KNOWN:
        raise NewerDatabase(str(found), TODAY)
    if found != TODAY:
        raise NotCopied("older", found=found, today=TODAY)


def _who(engine: Engine) -> object:
    """The same for two addresses of one database."""
    of_postgresql = "SELECT pg_postmaster_start_time(), oid FROM pg_database WHERE datname = current_database()"
    with engine.connect() as connection:
        if is_postgresql(engine):
            return tuple(connection.execute(text(of_postgresql)).one())
        return connection.execute(text("SELECT file FROM pragma_database_list WHERE name = 'main'")).scalar()


def _check_room(table: Table, here: Connection, target: Engine, told: Told) -> None:
    """Before anything is written: nothing may stand there that does not come from here."""
    with snapshot(target) as there:
        if there.execute(select(table).limit(1)).first() is None:
            return
        with contextlib.closing(_side_by_side(table, here, there, told)) as walk:
            for beside, row in walk:
                if beside in (Beside.FOREIGN, Beside.DIFFERENT):
                    raise NotCopied("occupied", table=table.name, key=_key(table, row))


def _brought(table: Table, here: Connection, target: Engine, told: Told) -> int:
    """Write what is missing; how many rows that were."""
    names, new = table.columns.keys(), 0
    with snapshot(target) as there:
        walk = _side_by_side(table, here, there, told)
        missing = (dict(zip(names, row, strict=True)) for beside, row in walk if beside is Beside.MISSING)
        while batch := list(islice(missing, BATCH)):
            with target.connect().execution_options(**WRITES) as connection, connection.begin():
                connection.execute(insert(table), batch)
            new += len(batch)
    return new


def _checked(table: Table, here: Connection, there: Connection, told: Told) -> int:
    """Every row is the same on both sides; how many there are."""
    found = Counter(beside for beside, _ in _side_by_side(table, here, there, told))
    if unlike := found[Beside.DIFFERENT] + found[Beside.FOREIGN]:
        raise NotCopied("changed", table=table.name, n=unlike)
    if found[Beside.MISSING]:
        raise NotCopied("grown", table=table.name, n=found[Beside.MISSING])
    rows = found[Beside.SAME]
    assert rows == _count(here, table) == _count(there, table)
    return rows


def _side_by_side(
    table: Table, here: Connection, there: Connection, told: Told
) -> Generator[tuple[Beside, Row], None, None]:
    of = _count(here, table)
    walk = laid_side_by_side(table, in_order(here, table), in_order(there, table))
    for number, found in enumerate(walk, 1):
        yield found
        if number % BATCH == 0:
            told(table.name, number, of)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _key(table: Table, row: Row) -> str:
    """The key of a row, short enough for a sentence."""
    names = list(table.columns.keys())
    return " ".join(f"{row[names.index(column.name)]}"[:20] for column in table.primary_key)
