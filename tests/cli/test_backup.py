# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap backup` while people vote, and `restore` to either kind of database."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from sqlalchemy import text

from bench.clients import Asked, Asking
from bench.hall import Hall
from leerlandschap.cli import main
from leerlandschap.database import engine_for
from leerlandschap.journal import Journal
from tests.cli.installations import TABLES, large, opened, played, rows
from tests.postgres import Postgres
from tests.server import Group, serving
from tests.traces import read_from

PEOPLE = 40
A_SECOND, VOTING = 220, 4  # stances, and for how many seconds
KINDS = ("sqlite", "postgresql")


class Voting(Struct):
    """People who go on choosing, so many times a second."""

    address: str
    stream: str
    asking: Asking

    def ended(self) -> Asked:
        """When the last of them has an answer."""
        asked = self.asking.end()
        assert (asked.refused, asked.said["unheard"]) == (0, 0)
        return asked


@pytest.fixture(params=KINDS)
def voting(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Voting]:
    data = tmp_path / "data"
    address = f"sqlite:///{data / 'leerlandschap.db'}"
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        address = postgres.database()
    with serving(data, "--database", address) as server:
        hall = Hall(server.port, PEOPLE)
        statement = hall.open_statements()[0]
        stances = [hall.stance(person, statement) for person in range(PEOPLE)]
        yield Voting(address, hall.workshop, Asking(server.port, stances, 16, rate=A_SECOND, seconds=VOTING))


def target_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{folder / 'restored.db'}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.mark.parametrize("to", KINDS)
def test_a_backup_taken_while_people_vote_has_everything_acknowledged_before_it(
    voting: Voting, to: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = tmp_path / "backup"
    time.sleep(1.0)  # they are at full speed
    began = time.monotonic_ns()
    assert main(["backup", str(file), "--database", voting.address]) == 0
    ended = time.monotonic_ns()
    asked = voting.ended()
    answers = asked.answers
    before = answers[answers["answered"] < began]["seq"].max()
    assert len(answers) >= 200 * VOTING  # a second, before, during and after it
    assert (answers["answered"] > ended).any()
    target = target_of(to, request, tmp_path)
    assert main(["restore", str(file), "--database", target]) == 0
    engine = engine_for(target)
    there = list(Journal(engine).entries(voting.stream))
    engine.dispose()
    assert [entry.seq for entry in there] == list(range(1, len(there) + 1))  # no gaps
    assert before <= len(there) <= answers["seq"].max()
    engine = engine_for(voting.address)
    assert there == list(Journal(engine).entries(voting.stream))[: len(there)]  # and the very same
    engine.dispose()


# ---- everything, and nothing else


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A played installation with a landscape, owners and a letter."""
    folder = tmp_path_factory.mktemp("played")
    played(folder)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_of_every_table_comes_back(
    here: Path, tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    source, file, back = str(here), tmp_path / "backup", tmp_path / "back"
    where = ["--data", source]
    if kind == "postgresql":
        address = target_of(kind, request, tmp_path)
        assert main(["copy", "--from", source, "--to", address]) == 0
        where = ["--database", address]
    assert main(["backup", str(file), *where]) == 0
    assert main(["restore", str(file), "--data", str(back)]) == 0
    assert {t: rows(back)[t] for t in TABLES} == {t: rows(here)[t] for t in TABLES}


def test_the_file_is_one_file_that_only_its_owner_reads(here: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    assert main(["backup", str(folder / "monday"), "--data", str(here)]) == 0
    assert [each.name for each in folder.iterdir()] == ["monday"]
    assert stat.S_IMODE((folder / "monday").stat().st_mode) == 0o600


def test_nothing_that_was_freed_is_in_it(tmp_path: Path) -> None:
    played(tmp_path)
    with opened(tmp_path) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.execute("DELETE FROM letters")
    assert "westerveen" in " ".join(read_from(tmp_path, "sarah@westerveen.example"))
    with opened(tmp_path) as database:
        database.execute("UPDATE names SET address = NULL")
    assert main(["backup", str(tmp_path / "copy" / "it"), "--data", str(tmp_path)]) == 1  # there is no such folder
    (tmp_path / "copy").mkdir()
    assert main(["backup", str(tmp_path / "copy" / "it"), "--data", str(tmp_path)]) == 0
    assert read_from(tmp_path / "copy", "sarah@westerveen.example", "geen gehoor") == []


def test_the_restored_installation_serves_the_same_people(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as server:
        group = Group(server.url, 1)
        group.lead("OpenStatements")
        group.ask(group.people[0], "TakeStance", statement="s1", position=4)
        assert main(["backup", str(tmp_path / "backup"), "--data", str(server.data)]) == 0
    assert main(["restore", str(tmp_path / "backup"), "--data", str(tmp_path / "back")]) == 0
    with serving(tmp_path / "back") as server:
        group.client.base_url = server.url
        assert group.look(group.people[0])["mine"] == {"s1": {"position": 4}}


# ---- not


def test_what_is_there_already_is_not_written_over(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "backup"
    file.write_text("van maandag")
    assert main(["backup", str(file), "--data", str(here), "--language", "nl"]) == 1
    assert "is er al en blijft zoals hij is" in capsys.readouterr().err
    assert file.read_text() == "van maandag"


@pytest.mark.parametrize("kind", KINDS)
def test_an_installation_is_not_restored_over(
    here: Path, tmp_path: Path, kind: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "backup"
    assert main(["backup", str(file), "--data", str(here)]) == 0
    where = ["--database", target_of(kind, request, tmp_path)]
    with serving(tmp_path / "other", *where) as server:
        Group(server.url, 1)
    assert main(["restore", str(file), *where, "--language", "nl"]) == 1
    assert "Hier staat al een installatie" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "says"),
    [("a text", "is geen reservekopie"), ("another database", "is geen reservekopie"), ("cut off", "is beschadigd"),
     ("nothing", "No such file")],
)  # fmt: skip
def test_what_is_no_whole_backup_is_said_so_and_makes_nothing(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str, says: str
) -> None:
    file = tmp_path / "backup"
    if what == "a text":
        file.write_text("Beste mensen,")
    if what == "another database":
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE recipes (id INTEGER)")
        database.close()
    if what == "cut off":
        assert main(["backup", str(file), "--data", str(here)]) == 0
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) * 2 // 3])
    capsys.readouterr()
    assert main(["restore", str(file), "--data", str(tmp_path / "back"), "--language", "nl"]) == 1
    assert says in capsys.readouterr().err
    assert not (tmp_path / "back" / "leerlandschap.db").exists()


def test_a_backup_of_an_older_version_is_brought_to_today(tmp_path: Path) -> None:
    from tests.golden.test_databases import on_disk, tells_the_same

    file = on_disk("0001", tmp_path / "old")
    assert main(["restore", str(file), "--data", str(tmp_path / "back")]) == 0
    engine = engine_for(f"sqlite:///{tmp_path / 'back' / 'leerlandschap.db'}")
    tells_the_same(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM erasures")).scalar() == 0
    engine.dispose()


def test_killed_at_any_moment_there_is_no_half_a_backup(tmp_path: Path) -> None:
    large(tmp_path, 60_000)
    file = tmp_path / "backup"
    command = [sys.executable, "-m", "leerlandschap", "backup", str(file), "--data", str(tmp_path)]
    dice = random.Random(2)
    for _ in range(6):
        killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.4, 2.5))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        if file.exists():
            assert main(["restore", str(file), "--data", str(tmp_path / f"back-{os.urandom(4).hex()}")]) == 0
            file.unlink()
