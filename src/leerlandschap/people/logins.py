# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has logged in with the organisation's own provider, where one is set: what they may, and until when.

Nothing is kept of who it is. A row says that somebody with this key may do this until then; it is erased at logging
out, and otherwise at the first login after its end.
"""

import datetime
import hashlib
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import Engine, delete, insert, select

from leerlandschap.database.reach import reading, writing
from leerlandschap.database.tables import logins

LASTS = datetime.timedelta(hours=10)  # a working day


class Standing(StrEnum):
    """What somebody of the organisation may, besides what the keys they hold open."""

    ADMINISTRATOR = "administrator"  # sees which workshops and landscapes there are, not what is in them
    FACILITATOR = "facilitator"  # makes workshops
    READER = "reader"  # reads policies that were adopted


class Logins:
    """``fresh_key`` makes a key of 128 random bits. Everything may raise Away."""

    def __init__(self, engine: Engine, fresh_key: Callable[[], str]) -> None:
        self._engine = engine
        self._fresh_key = fresh_key

    def begin(self, standings: Collection[Standing], now: datetime.datetime) -> str:
        """A key that says so; kept as a hash only."""
        key = self._fresh_key()
        said = " ".join(sorted(each.value for each in standings))
        with writing(self._engine) as connection:
            connection.execute(delete(logins).where(logins.c.ends_at <= now))
            connection.execute(insert(logins).values(hash=_hash(key), standings=said, ends_at=now + LASTS))
        return key

    def standings(self, key: str, now: datetime.datetime) -> frozenset[Standing] | None:
        """What the holder of this key may; None for a key that nobody was given, or whose time is over."""
        with reading(self._engine) as connection:
            said = connection.execute(
                select(logins.c.standings).where(logins.c.hash == _hash(key), logins.c.ends_at > now)
            ).scalar()
        return None if said is None else frozenset(Standing(each) for each in said.split())

    def end(self, key: str) -> None:
        with writing(self._engine) as connection:
            connection.execute(delete(logins).where(logins.c.hash == _hash(key)))


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()


class Roles(Struct, frozen=True):
    """What the provider's roles mean here. ``claim`` is where it says them, a path with dots where it lies deeper."""

    claim: str
    administrators: tuple[str, ...] = ()  # nobody
    facilitators: tuple[str, ...] = ()  # everybody who can log in
    readers: tuple[str, ...] = ()  # nobody

    def of(self, claims: Mapping[str, Any]) -> frozenset[Standing]:
        """What somebody of whom this is said may here."""
        held = self._held(claims)
        found = {
            Standing.ADMINISTRATOR: bool(held & set(self.administrators)),
            Standing.FACILITATOR: not self.facilitators or bool(held & set(self.facilitators)),
            Standing.READER: bool(held & set(self.readers)),
        }
        return frozenset(standing for standing, is_so in found.items() if is_so)

    def _held(self, claims: Mapping[str, Any]) -> set[str]:
        said: Any = claims.get(self.claim)  # a claim may have a dot in its own name, as an address has
        if said is None:
            said = claims
            for part in self.claim.split("."):
                said = said.get(part) if isinstance(said, Mapping) else None
        held = said if isinstance(said, list) else [said]
        return {each for each in held if isinstance(each, str)}
