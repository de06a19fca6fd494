# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database by its address. SQLite is one file; durable means on disk (WAL, synchronous=FULL). PostgreSQL is any
address that its own programs take (libpq), several machines and options included; its driver is imported only then."""

import sqlite3
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError

from leerlandschap.database.trouble import Trouble, UnusableDatabase

WRITES = {"writes": True}  # execution option: take the write lock at once, so that no reader turns writer half-way
POSTGRESQL = ("postgresql://", "postgres://")
READ_ONLY = "25006"  # SQLSTATE read_only_sql_transaction
HIDDEN = True  # what was asked with is in no trouble that is told: it may be somebody's name
TURN = 10.0  # seconds that SQLite waits for its turn to write
SOON = 0.02  # seconds until it is asked again where it does not wait by itself
POOL = 10  # connections that stay; as many again when it is busy
LONGEST_WAIT = 5.0  # seconds for one of them to come free


def engine_for(address: str) -> Engine:
    """An engine; nothing is opened yet. Raises UnusableDatabase for what is no address."""
    if address.startswith(POSTGRESQL):
        return _postgresql(address)
    try:
        url = make_url(address)
    except ArgumentError as trouble:
        raise UnusableDatabase(Trouble.WRONG_ADDRESS, reason=str(trouble)) from None
    if url.drivername != "sqlite":
        raise UnusableDatabase(Trouble.WRONG_ADDRESS, reason=url.drivername)
    engine = create_engine(url, hide_parameters=HIDDEN, connect_args={"check_same_thread": False, "timeout": TURN})
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", _begin)
    return engine


def is_postgresql(engine: Engine) -> bool:
    return engine.dialect.name == "postgresql"


def _postgresql(address: str) -> Engine:
    from leerlandschap.database.postgres import connecting

    connect = connecting(address)
    engine = create_engine(
        "postgresql+psycopg://",
        hide_parameters=HIDDEN,
        creator=connect,
        pool_pre_ping=True,
        pool_size=POOL,
        max_overflow=POOL,
        pool_timeout=LONGEST_WAIT,
        use_native_hstore=False,  # one question less for every connection
    )
    event.listen(engine, "handle_error", _leave_a_copy)
    return engine


def _leave_a_copy(trouble: ExceptionContext) -> None:
    """A server that may only be read any more is one to leave: the others of its address are asked for the new one."""
    if getattr(trouble.original_exception, "sqlstate", None) == READ_ONLY:
        trouble.is_disconnect = True


def _durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: see below
    _write_ahead(connection)
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is forgotten leaves no bytes behind in freed pages
    ):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any) -> None:
    """SQLite refuses at once to go over to a write-ahead log while somebody else writes in a new file: each would wait
    for the other to stop reading. So we wait, as long as it waits for anything else."""
    end = monotonic() + TURN
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as trouble:
            if trouble.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(SOON)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
