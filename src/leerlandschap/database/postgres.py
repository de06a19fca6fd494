# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections to PostgreSQL that notice when nobody answers, and what we ask of a server before we use it.

A server that is gone without a goodbye is noticed by the network (keep-alives) or, when its machine still answers for
it, by its silence: whoever waits gets an error after a few seconds, never a wait without end.
"""

from collections.abc import Callable, Generator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import Connection, text

from leerlandschap.database.tables import metadata
from leerlandschap.database.trouble import Trouble, UnusableDatabase

LEAST = 15  # the oldest that its makers still mend, and that our tests were played on
SILENCE = 8.0  # seconds without a word in answer to a question
LOOKING = 0.1  # seconds between looks at the clock while waiting
UNLESS_SAID = {
    "application_name": "leerlandschap",
    "client_encoding": "UTF8",
    "connect_timeout": 5,  # seconds, for each machine of the address
    "keepalives_idle": 4,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 8000,  # milliseconds
    "target_session_attrs": "read-write",  # of several machines the one that may be written to
}
FOR_A_WHILE = ("starting up", "shutting down", "not yet accepting", "too many clients", "reserved for")
T = TypeVar("T")


class Connected(psycopg.Connection[Any]):
    """A connection on which no question waits longer than ``SILENCE`` for the first or the next word of its answer."""

    def wait(self, gen: Any, interval: float = LOOKING, timeout: float | None = None) -> Any:
        try:
            return super().wait(_heard(gen), interval, timeout)
        except Silent:
            self.close()  # whatever the server still does with it: an answer that comes now is for nobody
            raise


class Silent(psycopg.OperationalError):
    """No answer came; whether the question was heard is not known."""


def _heard(asked: Generator[Any, Any, T]) -> Generator[Any, Any, T]:
    """The driver's own conversation, ended when the other side says nothing for too long."""
    ready, end = None, monotonic() + SILENCE
    while True:
        try:
            wants = asked.send(ready)
        except StopIteration as done:
            answer: T = done.value
            return answer
        ready = yield wants
        if ready:
            end = monotonic() + SILENCE
        elif monotonic() > end:
            raise Silent(f"the database said nothing for {SILENCE:g} seconds")


def connecting(address: str) -> Callable[[], Connected]:
    """Makes connections to this address (libpq), after a look at who answers. Raises UnusableDatabase for what is no
    address, and so does connecting to a server that is too old or cannot keep every character."""
    try:
        said = conninfo_to_dict(address)
    except psycopg.ProgrammingError as trouble:
        raise UnusableDatabase(Trouble.WRONG_ADDRESS, reason=_one_line(trouble)) from None
    unsaid: dict[str, Any] = {name: value for name, value in UNLESS_SAID.items() if name not in said}
    return lambda: _checked(Connected.connect(address, **unsaid))


def _checked(connected: Connected) -> Connected:
    version, encoding = (_said(connected, each) for each in ("server_version", "server_encoding"))
    if connected.info.server_version // 10_000 >= LEAST and encoding == "UTF8":
        return connected
    connected.close()
    if encoding == "UTF8":
        raise UnusableDatabase(Trouble.TOO_OLD, found=version, least=LEAST)
    raise UnusableDatabase(Trouble.NOT_UTF8, found=encoding)


def why_not(trouble: psycopg.OperationalError) -> UnusableDatabase:
    """Why no connection could be made."""
    reason = _one_line(trouble)
    if "session is read-only" in reason or "not read-write" in reason:
        return UnusableDatabase(Trouble.READ_ONLY)
    shut = "FATAL:" in reason and not any(each in reason for each in FOR_A_WHILE)
    return UnusableDatabase(Trouble.NOT_LET_IN if shut else Trouble.UNREACHABLE, reason=reason)


def may_make_tables(connection: Connection) -> None:
    """Raises UnusableDatabase for a user who may not."""
    asked = text("SELECT current_schema() IS NOT NULL AND has_schema_privilege(current_schema(), 'CREATE')")
    if not connection.execute(asked).scalar():
        raise UnusableDatabase(Trouble.NO_RIGHTS, user=_driver(connection).info.user)


def may_use_tables(connection: Connection) -> None:
    """Raises UnusableDatabase for a user who may not do everything that we do with our tables."""
    asked = text(
        "SELECT bool_and(has_table_privilege(name, right_))"
        " FROM unnest(CAST(:names AS text[])) AS name, unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) AS right_"
    )
    if not connection.execute(asked, {"names": list(metadata.tables)}).scalar():
        raise UnusableDatabase(Trouble.NO_RIGHTS, user=_driver(connection).info.user)


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    driver: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    return driver


def _said(connected: Connected, name: str) -> str:
    return connected.info.parameter_status(name) or ""


def _one_line(trouble: Exception) -> str:
    """What the driver says, as part of a sentence."""
    return " ".join(str(trouble).removeprefix("connection failed: ").split()).rstrip(".")
