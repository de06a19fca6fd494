# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The least that storing can cost: rows as the journal writes them, so many in a transaction, nothing around it.

`python -m bench.commits FILE` answers lines of "rows seconds" with how many rows a second it wrote; a process of its
own, so that it can be started on a slower disk.
"""

import contextlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psycopg

from bench.processes import ROOT
from bench.rounds import Figures

TABLE = (
    "CREATE TABLE IF NOT EXISTS bare (stream varchar(40), seq integer, at varchar(32), by varchar(40), "
    "kind varchar(60), data text, asked varchar(120), PRIMARY KEY (stream, seq))"
)
BODY = '{"type":"StanceTaken","participant":"abcdefghijkmnpqr","statement":"s1","position":3}'
ASKED = "bench-000000000000#0123456789abcdef"
REST = (
    "2026-11-23T12:00:00.000000+00:00",
    "abcdefghijkmnpqr",
    "StanceTaken",
    BODY,
    ASKED,
)
Row = tuple[str | int, ...]


def rows_from(seq: int, count: int) -> list[Row]:
    return [("wabcdefghijkmnpqr", seq + each, *REST) for each in range(count)]


@contextlib.contextmanager
def bare(file: Path, environment: Mapping[str, str]) -> Iterator[Callable[[int, float], Figures]]:
    """What writes to SQLite in batches of so many rows, for so many seconds."""
    command = [sys.executable, "-m", "bench.commits", str(file)]
    both = {**os.environ, **environment}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=both, cwd=ROOT
    ) as writer:

        def written(batch: int, seconds: float) -> Figures:
            assert writer.stdin is not None
            assert writer.stdout is not None
            writer.stdin.write(f"{batch} {seconds}\n")
            writer.stdin.flush()
            return {"a second": float(writer.stdout.readline())}

        try:
            yield written
        finally:
            writer.kill()


def postgres_each(address: str, seconds: float) -> Figures:
    """A commit for each row, one after another, as a server without batches does."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(TABLE)
        [[written]] = connection.execute("SELECT count(*) FROM bare").fetchall()
        insert = "INSERT INTO bare VALUES (%s, %s, %s, %s, %s, %s, %s)"
        count, begun = 0, time.perf_counter()
        while time.perf_counter() - begun < seconds:
            connection.execute(insert, rows_from(written + count + 1, 1)[0])
            count += 1
        return {"a second": count / (time.perf_counter() - begun)}


def _sqlite(file: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(TABLE + " WITHOUT ROWID")
    seq = 1
    for line in sys.stdin:
        batch, seconds = int(line.split()[0]), float(line.split()[1])
        first, begun = seq, time.perf_counter()
        while time.perf_counter() - begun < seconds:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?)", rows_from(seq, batch))
            connection.execute("COMMIT")
            seq += batch
        print((seq - first) / (time.perf_counter() - begun), flush=True)


if __name__ == "__main__":
    _sqlite(sys.argv[1])
