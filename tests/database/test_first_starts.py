# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes that start at the same moment on an empty database: all of them come up, with the same tables."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from leerlandschap.database import engine, engine_for
from leerlandschap.database.upgrade import TODAY

PROCESSES = 3
START = """
import sys, time
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.people import Tokens
print("ready", flush=True)
sys.stdin.readline()
engine = engine_for(sys.argv[1])
bring_up_to_date(engine)
tokens = Tokens(engine, lambda: sys.argv[2] * 32)
print(tokens.for_participant("w1", "aisha"))
"""


def test_processes_that_start_at_once_all_come_up_and_know_each_others_keys(address: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", START, address, f"{number:02x}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for each in processes:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in processes:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    said = [each.communicate(timeout=60) for each in processes]
    assert [error for _, error in said] == [""] * PROCESSES
    assert len({key for key, _ in said}) == 1
    engine = engine_for(address)
    with engine.connect() as connection:
        assert list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars()) == [TODAY]
        assert connection.execute(text("SELECT count(*) FROM seals")).scalar() == 1
    engine.dispose()


@pytest.fixture
def somebody_writes(file: Path) -> Iterator[sqlite3.Connection]:
    """In a file that has no write-ahead log yet, as the very first process does."""
    first = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN IMMEDIATE")
    first.execute("CREATE TABLE first (number)")
    yield first
    first.close()


def test_who_opens_a_file_while_the_first_process_writes_in_it_waits(
    file: Path, somebody_writes: sqlite3.Connection
) -> None:
    opened = engine_for(f"sqlite:///{file}")
    soon = threading.Timer(0.3, somebody_writes.execute, ["COMMIT"])
    soon.start()
    with opened.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    soon.join()
    opened.dispose()


def test_it_does_not_wait_for_ever(
    file: Path, somebody_writes: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "TURN", 0.1)
    opened = engine_for(f"sqlite:///{file}")
    with pytest.raises(OperationalError, match="locked"):
        opened.connect()
    somebody_writes.execute("ROLLBACK")
    opened.dispose()
