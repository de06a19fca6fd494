# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Participants' keys: signed, not stored. A participant is a random id; the signature says that we gave it out."""

import hmac
from collections.abc import Callable
from functools import lru_cache

from sqlalchemy import Engine, insert, select

from leerlandschap.core.vocabulary import ParticipantId
from leerlandschap.database.engine import WRITES
from leerlandschap.database.tables import seals

REMEMBERED = 20_000  # keys that were looked at before: a phone sends its own with every stance
LENGTH = 32  # hexadecimal digits of the signature: 128 bits


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

    def _signature(self, stream: str, who: str) -> str:
        return hmac.digest(self._secret, f"{stream}\n{who}".encode(), "sha256").hex()[:LENGTH]


def _kept(engine: Engine, secret: Callable[[], str]) -> str:
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        found = connection.execute(select(seals.c.secret).where(seals.c.name == "participants")).scalar()
        if found is None:
            found = secret()
            connection.execute(insert(seals).values(name="participants", secret=found))
    return str(found)
