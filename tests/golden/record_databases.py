# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Databases in every shape that was ever released, made by the migrations themselves and filled as that version did.

    python -m tests.golden.record_databases

It writes database-<shape>.sql for every shape that has none yet, as SQLite tells it. A recording stays as it is: it is
what people have on their disks.
"""

import contextlib
import json
import sqlite3
import tempfile
from pathlib import Path

from leerlandschap.database import upgrade
from leerlandschap.database.engine import WRITES, engine_for

HERE = Path(__file__).parent
RECORDING = HERE / "workshop-0.1.0.jsonl"
STREAM = "w-westerveen"
KEY_HASH = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"
SECRET = "0f" * 32


def made(shape: str, file: Path) -> None:
    """An installation of that shape, with the recorded workshop, an owner, a key, a code and a secret in it."""
    engine = engine_for(f"sqlite:///{file}")
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        upgrade.migrate_to(connection, shape)
    engine.dispose()
    with contextlib.closing(sqlite3.connect(file)) as database, database:
        database.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", map(entry, recorded()))
        rows_of(database, shape)


def recorded() -> list[dict[str, object]]:
    return [json.loads(line) for line in RECORDING.read_text("utf-8").splitlines()]


def entry(line: dict[str, object]) -> tuple[object, ...]:
    event = json.dumps(line["event"], ensure_ascii=False, separators=(",", ":"))
    asked = f"sleutel-{line['seq']}#0123456789abcdef"
    return line["stream"], line["seq"], line["at"], line["by"], line["kind"], event, asked


def rows_of(database: sqlite3.Connection, shape: str) -> None:
    at = "2026-11-23 09:00:00.000000"
    later = shape > "0001"
    name = ("person-sanne", STREAM, "Sanne de Wit", *(("sanne@westerveen.example",) if later else ()))
    key = (KEY_HASH, STREAM, "facilitator", at, None, *((None,) if later else ()))
    for table, row in (
        ("names", name),
        ("keys", key),
        ("codes", ("AB23CD", STREAM)),
        ("seals", ("participants", SECRET)),
    ):
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    if later:
        letter = ("a", "l-westerveen", "n107", "person-sanne", "invitation", "2026-12-14", at, at, 1, at, None)
        database.execute(f"INSERT INTO letters VALUES ({', '.join('?' * len(letter))})", letter)


def main() -> None:
    for shape in upgrade.KNOWN:
        recording = HERE / f"database-{shape}.sql"
        if recording.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "leerlandschap.db"
            made(shape, file)
            with contextlib.closing(sqlite3.connect(file)) as database:
                recording.write_text("\n".join(database.iterdump()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
