# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Capability keys (kept as hashes) and join codes."""

import asyncio
import datetime
import hashlib
from collections.abc import Callable

from msgspec import Struct
from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from leerlandschap.core.vocabulary import Role
from leerlandschap.database.reach import reading, tell, writing
from leerlandschap.database.tables import codes, keys

REMEMBERED = 10_000  # grants kept in memory, so that a command does not ask the database who is asking


class Grant(Struct, frozen=True):
    """What a key opens: one stream, in one role; an owner's only the follow-up it is about."""

    stream: str
    role: Role
    about: str | None = None


class Doors:
    """``fresh_key`` makes a key of 128 random bits, ``fresh_code`` a join code. Whatever asks the database may raise
    Away."""

    def __init__(self, engine: Engine, fresh_key: Callable[[], str], fresh_code: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh_key = fresh_key
        self._fresh_code = fresh_code
        self._grants: dict[str, Grant] = {}
        self._streams: dict[str, str] = {}
        self._ends = 0

    def key_for(
        self, stream: str, role: Role, at: datetime.datetime, about: str | None = None, *, alone: bool = False
    ) -> str:
        """A new key; it is shown once and kept only as a hash. ``alone``: every earlier one to the same ends."""
        key = self._fresh_key()
        row = {"hash": _hash(key), "stream": stream, "role": role.value, "made_at": at, "about": about}
        with writing(self._engine) as connection:
            if alone:
                _end_all(connection, stream, role, at, about)
            connection.execute(insert(keys).values(row))
        if alone:
            self.ended_in(stream)
        return key

    def end_all(self, stream: str, role: Role, at: datetime.datetime, about: str | None = None) -> int:
        """How many keys to this opened it until now; none of them opens anything any more, in no process."""
        with writing(self._engine) as connection:
            ended = _end_all(connection, stream, role, at, about)
        self.ended_in(stream)
        return ended

    def end(self, key: str, at: datetime.datetime) -> bool:
        """True when this key opened something; from now on it opens nothing, in no process."""
        hashed = _hash(key)
        ends = update(keys).where(keys.c.hash == hashed, keys.c.ended_at.is_(None)).values(ended_at=at)
        with writing(self._engine) as connection:
            ended = connection.execute(ends).rowcount == 1
            tell(connection, "key", hashed)
        self.ended(hashed)
        return ended

    def ended(self, hashed: str | None) -> None:
        """Another process ended the key with this hash; None: it may have ended any."""
        self._ends += 1
        if hashed is None:
            self._grants.clear()
        else:
            self._grants.pop(hashed, None)

    def ended_in(self, stream: str) -> None:
        """Keys to this stream have ended, here or in another process."""
        self._ends += 1
        for hashed, grant in list(self._grants.items()):
            if grant.stream == stream:
                self._grants.pop(hashed, None)

    async def granted(self, key: str) -> Grant | None:
        """What this key opens, without holding up the event loop. A key that was used before costs no journey."""
        return self._grants.get(_hash(key)) or await asyncio.to_thread(self.grant, key)

    def grant(self, key: str) -> Grant | None:
        """What this key opens; None for no key of ours, or one that has ended. That is not remembered: another process
        may make it the next moment."""
        hashed = _hash(key)
        if found := self._grants.get(hashed):
            return found
        ends = self._ends
        found = self._looked_up(hashed)
        if found and ends == self._ends:  # else it may have ended while we looked
            if len(self._grants) >= REMEMBERED:
                self._grants.clear()
            self._grants[hashed] = found
        return found

    def _looked_up(self, hashed: str) -> Grant | None:
        with reading(self._engine) as connection:
            found = connection.execute(
                select(keys.c.stream, keys.c.role, keys.c.about).where(keys.c.hash == hashed, keys.c.ended_at.is_(None))
            ).first()
        return Grant(found.stream, Role(found.role), found.about) if found else None

    def code_for(self, stream: str) -> str:
        """The join code of a workshop, made when it has none yet."""
        for _ in range(20):
            if found := self.code_of(stream):
                return found
            try:
                with writing(self._engine) as connection:
                    connection.execute(insert(codes).values(code=self._fresh_code(), stream=stream))
            except IntegrityError:  # taken, which one in many millions is
                continue
        raise RuntimeError("no free join code was found in twenty tries")

    def code_of(self, stream: str) -> str | None:
        with reading(self._engine) as connection:
            return connection.execute(select(codes.c.code).where(codes.c.stream == stream)).scalar()

    def stream_of(self, code: str) -> str | None:
        """The workshop that a code, as typed, leads to."""
        with reading(self._engine) as connection:
            found = connection.execute(select(codes.c.stream).where(codes.c.code == tidy(code))).scalar()
        if found is not None:
            if len(self._streams) >= REMEMBERED:
                self._streams.clear()
            self._streams[tidy(code)] = found
        return found

    def remembered(self, code: str) -> str | None:
        """The same, when it was asked before, without asking the database: a whole hall types the same code."""
        return self._streams.get(tidy(code))


def tidy(code: str) -> str:
    """A code as people type it: without spaces and dashes, in capitals."""
    return "".join(each for each in code if each.isalnum()).upper()


def _end_all(connection: Connection, stream: str, role: Role, at: datetime.datetime, about: str | None) -> int:
    to_this = (keys.c.stream == stream, keys.c.role == role.value, keys.c.ended_at.is_(None))
    which = keys.c.about.is_(None) if about is None else keys.c.about == about
    ended: int = connection.execute(update(keys).where(*to_this, which).values(ended_at=at)).rowcount
    tell(connection, "keys", stream)
    return ended


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()
