# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other processes write, heard of as it is committed: one connection to PostgreSQL that listens, in a thread.

It comes back by itself, at first soon and then ever more slowly. What was said meanwhile is lost, so after every return
whoever follows is told that something may have been missed. When it was quiet for a while it asks the server something:
a connection that is only half there is noticed by that.
"""

import logging
import selectors
import socket
import threading
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from sqlalchemy import Engine

from leerlandschap.database.reach import CHANNEL, Away, alone

QUIET = 5.0  # seconds after which we ask whether anybody is still there
STOPPING = 2.0
PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0)  # seconds between tries; the last one again and again
log = logging.getLogger(__name__)


class Heard(Struct, frozen=True):
    """What was said: ``kind`` is "entries", "names", "keys" or "key"; ``about`` a stream, or the hash of a key ("": of
    any); of entries also the last place that was written (0: not said)."""

    kind: str
    about: str
    seq: int = 0


class Follower:
    """``heard`` is called for everything said, ``missed`` after every (re)connection; both in a thread of its own. When
    one of them raises Away, it is as if the connection had been lost."""

    def __init__(self, engine: Engine, heard: Callable[[Heard], None], missed: Callable[[], None]) -> None:
        self._engine = engine
        self._heard = heard
        self._missed = missed
        self._stopping = threading.Event()
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="following", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._wake.send(b".")
        self._thread.join(STOPPING)
        if not self._thread.is_alive():  # else it waits for a server that says nothing, and ends with the process
            self._wake.close()
            self._woken.close()

    def _run(self) -> None:
        import psycopg

        tries = 0
        while not self._stopping.is_set():
            try:
                kept = alone(self._engine)
            except Away:
                self._stopping.wait(PAUSES[min(tries, len(PAUSES) - 1)])
                tries += 1
                continue
            tries = 0
            try:
                self._listen(kept)
            except (psycopg.Error, Away) as trouble:
                log.warning("what other processes write is not heard for a moment: %s", trouble)
                self._stopping.wait(PAUSES[0])
            except Exception:  # whatever was made of it: we must go on listening
                log.exception("something that was heard could not be followed")
                self._stopping.wait(PAUSES[-1])
            finally:
                kept.close()

    def _listen(self, connection: Any) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._missed()
        with selectors.DefaultSelector() as either:
            either.register(connection, selectors.EVENT_READ)
            either.register(self._woken, selectors.EVENT_READ)
            while not self._stopping.is_set():
                if not either.select(QUIET):
                    connection.execute("SELECT 1")
                for said in connection.notifies(timeout=0):
                    if heard := _understood(said.payload):
                        self._heard(heard)


def _understood(words: str) -> Heard | None:
    """None for what a newer version may say."""
    match words.split():
        case ["entries", stream, seq] if seq.isdecimal():
            return Heard("entries", stream, int(seq))
        case ["names" | "key" | "keys" as kind, about]:
            return Heard(kind, about)
        case _:
            return None
