# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything about people and access that belongs to a stream, taken out when the stream is deleted."""

from msgspec import Struct
from sqlalchemy import Connection, Table, delete, select

from leerlandschap.database.reach import tell
from leerlandschap.database.tables import codes, keys, letters, names


class TakenOut(Struct, frozen=True):
    """How many of each."""

    names: int = 0
    letters: int = 0
    keys: int = 0
    codes: int = 0

    def __add__(self, other: "TakenOut") -> "TakenOut":
        return TakenOut(
            self.names + other.names,
            self.letters + other.letters,
            self.keys + other.keys,
            self.codes + other.codes,
        )


def take_out(connection: Connection, stream: str) -> TakenOut:
    """In a transaction of yours; every process hears that these keys open nothing any more."""
    for hashed in connection.scalars(select(keys.c.hash).where(keys.c.stream == stream)).all():
        tell(connection, "key", hashed)
    tell(connection, "names", stream)
    return TakenOut(*(_gone(connection, table, stream) for table in (names, letters, keys, codes)))


def counted(connection: Connection, stream: str) -> TakenOut:
    """How many there are to take out."""
    return TakenOut(*(_found(connection, table, stream) for table in (names, letters, keys, codes)))


def _gone(connection: Connection, table: Table, stream: str) -> int:
    return connection.execute(delete(table).where(table.c.stream == stream)).rowcount


def _found(connection: Connection, table: Table, stream: str) -> int:
    return len(connection.execute(select(table.c.stream).where(table.c.stream == stream)).all())
