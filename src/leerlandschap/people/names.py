# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of owners, by an id that the journal may hold."""

from collections.abc import Callable

from sqlalchemy import Engine, delete, insert, select

from leerlandschap.core.vocabulary import PersonId
from leerlandschap.database.engine import WRITES
from leerlandschap.database.tables import names


class Names:
    """``fresh`` makes an unused id."""

    def __init__(self, engine: Engine, fresh: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh = fresh

    def keep(self, stream: str, name: str) -> PersonId:
        """The id of this name in this stream; the same name there keeps the same id."""
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            known = select(names.c.id).where(names.c.stream == stream, names.c.name == name)
            found = connection.execute(known).scalar()
            if found is None:
                found = self._fresh()
                connection.execute(insert(names).values(id=found, stream=stream, name=name))
        return PersonId(found)

    def of(self, stream: str) -> dict[PersonId, str]:
        """Every name that belongs to a stream."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(names.c.id, names.c.name).where(names.c.stream == stream))
            return {PersonId(each.id): each.name for each in rows}

    def forget(self, person: PersonId) -> bool:
        """True when there was such a name; it is gone now."""
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            return connection.execute(delete(names).where(names.c.id == person)).rowcount > 0
