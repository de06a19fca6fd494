# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole installation in one file, as it was at one moment, while others go on writing; and one made of such a file.

The file is a SQLite database, whatever it was made from, and so it can be restored to either kind. It has no freed
space in which something older could still be read.
"""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, text

from leerlandschap.database.copying import check_source, copied
from leerlandschap.database.engine import WRITES, engine_for, is_postgresql
from leerlandschap.database.reading import AT_ONCE, in_order, snapshot
from leerlandschap.database.tables import metadata
from leerlandschap.database.upgrade import bring_up_to_date

OURS_ALONE = 0o600  # the file holds names, and what people said
PAGE = b"SQLite format 3\0"


class NotRestored(Exception):
    """Why not: *no_backup*, *broken* or *occupied*."""

    def __init__(self, why: str, /, **facts: str | int) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def back_up(engine: Engine, file: Path) -> int:
    """Write the file and see that it is whole; its size in bytes. It is there whole, or not at all.

    Raises FileExistsError and other OSErrors, NotCopied (of PostgreSQL in an older shape) and what SQLAlchemy raises.
    """
    if file.exists():
        raise FileExistsError(file)
    with _beside(file) as made:
        if is_postgresql(engine):
            _copied_by_row(engine, made)
        else:
            _copied_by_page(engine, made)
        _is_whole(made)
        _put(made, file)
    return file.stat().st_size


@contextlib.contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """An empty file next to it that nobody else may read; gone afterwards."""
    made = file.with_name(f".{file.name}-{os.getpid()}")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OURS_ALONE))
    try:
        yield made
    finally:
        for each in ("", "-wal", "-shm", "-journal"):
            made.with_name(made.name + each).unlink(missing_ok=True)


def _copied_by_page(engine: Engine, made: Path) -> None:
    """VACUUM INTO reads at one moment, holds nobody up, and leaves out what was freed."""
    lent = engine.raw_connection()
    try:
        driver = lent.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("VACUUM INTO ?", [str(made)])
    finally:
        lent.close()


def _copied_by_row(engine: Engine, made: Path) -> None:
    check_source(engine)
    target = engine_for(f"sqlite:///{made}")
    try:
        bring_up_to_date(target)
        with snapshot(engine) as here, target.connect().execution_options(**WRITES) as there, there.begin():
            for table in metadata.sorted_tables:
                rows = in_order(here, table)
                names = list(table.columns.keys())
                while batch := list(islice(rows, AT_ONCE)):
                    there.execute(insert(table), [dict(zip(names, row, strict=True)) for row in batch])
    finally:
        target.dispose()
    with contextlib.closing(sqlite3.connect(made)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it


def _is_whole(made: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"file:{made}?mode=ro", uri=True)) as alone:
        said = [row[0] for row in alone.execute("PRAGMA integrity_check")]
    if said != ["ok"]:
        raise NotRestored("broken", reason=str(said[0]))


def _put(made: Path, file: Path) -> None:
    """In its place, and on disk."""
    _to_disk(made)
    made.rename(file)
    _to_disk(file.parent)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def restore(file: Path, target: Engine, telling: Callable[[str, int, int], None]) -> None:
    """Make an installation of the file, brought to today's shape on the way. Into a SQLite file it comes whole or not
    at all; into PostgreSQL row by row, and asked for again it goes on where it was.

    Raises NotRestored, OSErrors, NewerDatabase, NotCopied (*occupied*: something else is there) and what SQLAlchemy
    raises.
    """
    check_backup(file)
    place = None if is_postgresql(target) else Path(target.url.database or "")
    if place is not None and place.exists():
        raise NotRestored("occupied")
    with tempfile.TemporaryDirectory() as elsewhere, _beside(place or Path(elsewhere) / "restoring") as made:
        shutil.copyfile(file, made)
        source = engine_for(f"sqlite:///{made}")
        try:
            bring_up_to_date(source)
            if place is None:
                copied(source, target, telling, telling)
        finally:
            source.dispose()
        if place is not None:
            _put(made, place)


def check_backup(file: Path) -> None:
    """Raises NotRestored for what is no backup, or no whole one, and OSErrors."""
    with file.open("rb") as opened:
        if opened.read(len(PAGE)) != PAGE:
            raise NotRestored("no_backup")
    try:
        _is_whole(file)
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as alone:
            alone.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as trouble:
        no_table = "no such table" in str(trouble)
        raise NotRestored("no_backup" if no_table else "broken", reason=str(trouble)) from None


def counted(engine: Engine) -> tuple[int, int]:
    """How many streams and entries there are."""
    with engine.connect() as connection:
        return _count(connection, "count(DISTINCT stream)"), _count(connection, "count(*)")


def _count(connection: Connection, what: str) -> int:
    return int(connection.execute(text(f"SELECT {what} FROM entries")).scalar_one())  # noqa: S608 - our own words
