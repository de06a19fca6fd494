# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names and addresses of owners, by an id that the journal may hold."""

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import Connection, Engine, delete, insert, select, update

from leerlandschap.core.vocabulary import PersonId
from leerlandschap.database.engine import WRITES
from leerlandschap.database.tables import letters, names


class Names:
    """``fresh`` makes an unused id. What was read of a stream is remembered until something of it is written."""

    def __init__(self, engine: Engine, fresh: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh = fresh
        self._names: dict[str, Mapping[PersonId, str]] = {}
        self._addresses: dict[str, Mapping[PersonId, str]] = {}

    def keep(self, stream: str, name: str, address: str | None = None) -> PersonId:
        """The id of this name in this stream; the same name there keeps the same id. An address replaces the former:
        what was written to that one has to be written again, and what did not arrive at this one is tried anew."""
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            known = select(names.c.id, names.c.address).where(names.c.stream == stream, names.c.name == name)
            before = connection.execute(known).first()
            found: str = before.id if before else self._fresh()
            if before is None:
                connection.execute(insert(names).values(id=found, stream=stream, name=name, address=address))
            elif address:
                _without_letters(connection, found, unsent_only=address == before.address)
                connection.execute(update(names).where(names.c.id == found).values(address=address))
        self._written(stream)
        return PersonId(found)

    def take_in(self, stream: str, known: Mapping[PersonId, str]) -> None:
        """Names that come with their ids, from another installation."""
        rows = [{"id": who, "stream": stream, "name": name} for who, name in known.items()]
        if rows:
            with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
                connection.execute(insert(names), rows)
        self._written(stream)

    def of(self, stream: str) -> Mapping[PersonId, str]:
        """Every name that belongs to a stream."""
        if stream not in self._names:
            self._read(stream)
        return self._names[stream]

    def reachable(self, stream: str) -> frozenset[PersonId]:
        """The people of a stream who have an address."""
        return frozenset(self.addresses(stream))

    def addresses(self, stream: str) -> Mapping[PersonId, str]:
        """For who writes the letters, and for nobody else."""
        if stream not in self._addresses:
            self._read(stream)
        return self._addresses[stream]

    def reach(self, person: PersonId) -> tuple[str, str] | None:
        """Name and address as they are at this moment, for a letter that is about to go; None when there is none."""
        with self._engine.connect() as connection:
            found = connection.execute(select(names.c.name, names.c.address).where(names.c.id == person)).first()
        return (found.name, found.address) if found and found.address else None

    def streams_with_addresses(self) -> tuple[str, ...]:
        """Where there may be something to write."""
        with self._engine.connect() as connection:
            return tuple(connection.scalars(select(names.c.stream).where(names.c.address.is_not(None)).distinct()))

    def erase_addresses(self, stream: str, still_needed: Collection[PersonId]) -> int:
        """How many addresses of a stream are gone now: those of everybody but these, with what was written to them."""
        gone = [person for person in self.addresses(stream) if person not in still_needed]
        if gone:
            with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
                for person in gone:
                    _without_letters(connection, person)
                connection.execute(update(names).where(names.c.id.in_(gone)).values(address=None))
            self._written(stream)
        return len(gone)

    def _read(self, stream: str) -> None:
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(names.c.id, names.c.name, names.c.address).where(names.c.stream == stream)
            ).all()
        self._names[stream] = {PersonId(each.id): each.name for each in rows}
        self._addresses[stream] = {PersonId(each.id): each.address for each in rows if each.address}

    def _written(self, stream: str) -> None:
        self._names.pop(stream, None)
        self._addresses.pop(stream, None)

    def forget(self, person: PersonId) -> bool:
        """True when there was such a name; it is gone now, with the address and with what was written to it."""
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            stream = connection.execute(select(names.c.stream).where(names.c.id == person)).scalar()
            _without_letters(connection, person)
            connection.execute(delete(names).where(names.c.id == person))
        if stream is not None:
            self._written(stream)
        return stream is not None


def _without_letters(connection: Connection, person: str, *, unsent_only: bool = False) -> None:
    """Nothing that waits is sent, and nothing tells any more what was."""
    change = delete(letters).where(letters.c.person == person)
    connection.execute(change.where(letters.c.sent_at.is_(None)) if unsent_only else change)
