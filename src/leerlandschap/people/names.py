# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names and addresses of owners, by an id that the journal may hold."""

import logging
import threading
from collections.abc import Callable, Collection, Mapping

from sqlalchemy import Connection, Engine, delete, insert, select, update

from leerlandschap.core.vocabulary import PersonId
from leerlandschap.database.reach import Away, reading, take_turns, tell, writing
from leerlandschap.database.tables import letters, names

log = logging.getLogger(__name__)


class Names:
    """``fresh`` makes an unused id. What was read of a stream is remembered, and read anew as soon as something of it
    is written, here or by another process (``refresh``): whoever reads what is remembered never waits for the
    database. Whatever is not remembered, and all writing, may raise Away."""

    def __init__(self, engine: Engine, fresh: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh = fresh
        self._names: dict[str, Mapping[PersonId, str]] = {}
        self._addresses: dict[str, Mapping[PersonId, str]] = {}
        self._turns: dict[str, threading.Lock] = {}

    def keep(self, stream: str, name: str, address: str | None = None) -> PersonId:
        """The id of this name in this stream; the same name there keeps the same id. An address replaces the former:
        what was written to that one has to be written again, and what did not arrive at this one is tried anew."""
        name = name.replace("\0", "")  # which PostgreSQL cannot keep
        with writing(self._engine) as connection:
            take_turns(connection, stream)
            known = select(names.c.id, names.c.address).where(names.c.stream == stream, names.c.name == name)
            before = connection.execute(known).first()
            found: str = before.id if before else self._fresh()
            if before is None:
                connection.execute(insert(names).values(id=found, stream=stream, name=name, address=address))
            elif address:
                _without_letters(connection, found, unsent_only=address == before.address)
                connection.execute(update(names).where(names.c.id == found).values(address=address))
            tell(connection, "names", stream)
        self._written(stream)
        return PersonId(found)

    def take_in(self, stream: str, known: Mapping[PersonId, str]) -> None:
        """Names that come with their ids, from another installation."""
        rows = [{"id": who, "stream": stream, "name": name} for who, name in known.items()]
        if rows:
            with writing(self._engine) as connection:
                connection.execute(insert(names), rows)
                tell(connection, "names", stream)
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
        with reading(self._engine) as connection:
            found = connection.execute(select(names.c.name, names.c.address).where(names.c.id == person)).first()
        return (found.name, found.address) if found and found.address else None

    def streams_with_addresses(self) -> tuple[str, ...]:
        """Where there may be something to write."""
        with reading(self._engine) as connection:
            return tuple(connection.scalars(select(names.c.stream).where(names.c.address.is_not(None)).distinct()))

    def streams(self) -> tuple[str, ...]:
        """Where there are names."""
        with reading(self._engine) as connection:
            return tuple(connection.scalars(select(names.c.stream).distinct()))

    def erase_addresses(self, stream: str, still_needed: Collection[PersonId]) -> int:
        """How many addresses of a stream are gone now: those of everybody but these, with what was written to them."""
        gone = [person for person in self.addresses(stream) if person not in still_needed]
        if gone:
            with writing(self._engine) as connection:
                for person in gone:
                    _without_letters(connection, person)
                connection.execute(update(names).where(names.c.id.in_(gone)).values(address=None))
                tell(connection, "names", stream)
            self._written(stream)
        return len(gone)

    def _read(self, stream: str) -> None:
        """One at a time: what was read last is what is remembered."""
        wanted = select(names.c.id, names.c.name, names.c.address).where(names.c.stream == stream)
        with self._turns.setdefault(stream, threading.Lock()):
            with reading(self._engine) as connection:
                rows = connection.execute(wanted).all()
            self._names[stream] = {PersonId(each.id): each.name for each in rows}
            self._addresses[stream] = {PersonId(each.id): each.address for each in rows if each.address}

    def _written(self, stream: str, forgotten: PersonId | None = None) -> None:
        """Something of a stream has changed. When it cannot be read now, it is as soon as the database is back."""
        if stream not in self._names:
            return
        if forgotten is not None:
            self._names[stream] = {who: name for who, name in self._names[stream].items() if who != forgotten}
            self._addresses[stream] = {who: at for who, at in self._addresses[stream].items() if who != forgotten}
        try:
            self._read(stream)
        except Away as trouble:
            log.warning("the names of %s could not be read again: %s", stream, trouble)

    def refresh(self, stream: str) -> bool:
        """Another process wrote something of this stream: read it again. False when nothing of it was remembered.
        Raises Away, and then what is remembered is as it was."""
        if stream not in self._names:
            return False
        self._read(stream)
        return True

    def remembered(self) -> tuple[str, ...]:
        """The streams of which something is remembered."""
        return tuple(self._names)

    def forget(self, person: PersonId) -> bool:
        """True when there was such a name; it is gone now, with the address and with what was written to it."""
        with writing(self._engine) as connection:
            stream = connection.execute(select(names.c.stream).where(names.c.id == person)).scalar()
            _without_letters(connection, person)
            connection.execute(delete(names).where(names.c.id == person))
            if stream is not None:
                tell(connection, "names", stream)
        if stream is not None:
            self._written(stream, forgotten=person)
        return stream is not None


def _without_letters(connection: Connection, person: str, *, unsent_only: bool = False) -> None:
    """Nothing that waits is sent, and nothing tells any more what was."""
    change = delete(letters).where(letters.c.person == person)
    connection.execute(change.where(letters.c.sent_at.is_(None)) if unsent_only else change)
