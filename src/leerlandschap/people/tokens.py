# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is signed, not stored: participants' keys, and invitations. A participant is a random id, an invitation a join
code; the signature says that we gave it out."""

import hmac
from collections.abc import Callable
from functools import lru_cache

from sqlalchemy import Engine, Insert, select
from sqlalchemy.dialects import postgresql, sqlite

from leerlandschap.core.vocabulary import ParticipantId
from leerlandschap.database.engine import is_postgresql
from leerlandschap.database.reach import reading, writing
from leerlandschap.database.tables import seals

NAME = "participants"
REMEMBERED = 20_000  # keys that were looked at before: a phone sends its own with every stance
LENGTH = 32  # hexadecimal digits of the signature: 128 bits
SHORT = 12  # of an invitation, which has to fit in a QR code and opens no more than the code in it does: 48 bits
DOOR = "door"  # in the place of a stream, which it cannot be: those begin with a w or an l


class Tokens:
    """HMAC-SHA-256 (RFC 2104) under a secret of this installation, kept in its database."""

    def __init__(self, engine: Engine, secret: Callable[[], str]) -> None:
        self._secret = bytes.fromhex(_kept(engine, secret))
        self._participant = lru_cache(REMEMBERED)(self._checked)

    def for_participant(self, stream: str, participant: ParticipantId) -> str:
        return f"{participant}.{self._signature(stream, participant)}"

    def participant(self, stream: str, token: str) -> ParticipantId | None:
        """Whose key this is; None when we did not give it out for this stream."""
        return self._participant(stream, token)

    def _checked(self, stream: str, token: str) -> ParticipantId | None:
        who, _, signature = token.partition(".")
        right = token.isascii() and hmac.compare_digest(signature, self._signature(stream, who))
        return ParticipantId(who) if right else None

    def invitation(self, code: str) -> str:
        """A join code for who scans it: it cannot be guessed, so nobody has to wait who holds it."""
        return f"{code}.{self._signature(DOOR, code)[:SHORT]}"

    def invited(self, typed: str) -> str | None:
        """The join code in an invitation; None when we did not give it out."""
        code, _, signature = typed.partition(".")
        right = typed.isascii() and hmac.compare_digest(signature, self._signature(DOOR, code)[:SHORT])
        return code if right else None

    def _signature(self, stream: str, who: str) -> str:
        return hmac.digest(self._secret, f"{stream}\n{who}".encode(), "sha256").hex()[:LENGTH]


def _kept(engine: Engine, secret: Callable[[], str]) -> str:
    """The secret of this installation. Who comes first makes it; whoever comes at the same moment takes the other's."""
    wanted = select(seals.c.secret).where(seals.c.name == NAME)
    with reading(engine) as connection:
        found = connection.execute(wanted).scalar()
    if found is None:
        with writing(engine) as connection:
            connection.execute(_unless_there(engine).values(name=NAME, secret=secret()))
        with reading(engine) as connection:
            found = connection.execute(wanted).scalar_one()
    return str(found)


def _unless_there(engine: Engine) -> Insert:
    insert = postgresql.insert if is_postgresql(engine) else sqlite.insert
    return insert(seals).on_conflict_do_nothing()
