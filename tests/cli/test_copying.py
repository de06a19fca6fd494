# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""An installation goes to another database and back, whole; broken off it goes on; what does not fit is refused."""

import json
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from leerlandschap.database import engine_for
from leerlandschap.database.tables import metadata
from tests.cli.installations import TABLES, large, opened, played, rows
from tests.cli.test_command_line import leerlandschap
from tests.postgres import Postgres
from tests.server import Group, serving

MANY = 40_000
KILLS = 5


class Played:
    """An installation that something happened in; nothing may change in it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.group, self.landscape = played(data)
        self.rows = rows(data)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return Played(tmp_path_factory.mktemp("here"))


def copy(source: object, target: object, language: str = "nl") -> tuple[int, str, str]:
    ended = leerlandschap("copy", "--from", str(source), "--to", str(target), "--language", language)
    return ended.returncode, ended.stdout.strip(), ended.stderr.strip()


def told_rows(said: str) -> dict[str, tuple[int, int]]:
    """For each table that was told of: rows, and how many of them were new."""
    found = re.findall(r"^(\w+): (\d+) rij(?:en)?, waarvan (\d+) nieuw\.$", said, re.MULTILINE)
    return {table: (int(count), int(new)) for table, count, new in found}


def test_there_and_back_every_row_is_the_same_to_the_byte(here: Played, postgres: Postgres, tmp_path: Path) -> None:
    there = postgres.database()
    assert [table for table in TABLES if not here.rows[table]] == []  # otherwise nothing of it was put to the test
    for source, target in ((here.data, there), (there, tmp_path / "back")):
        status, said, trouble = copy(source, target)
        assert (status, trouble) == (0, "")
        assert told_rows(said) == {table: (len(here.rows[table]), len(here.rows[table])) for table in TABLES}
        assert f"Nagekeken: {sum(len(here.rows[table]) for table in TABLES)} rijen zijn aan beide" in said
    assert rows(tmp_path / "back") == here.rows


def test_a_server_on_the_copy_serves_the_same_report_and_knows_the_same_people(
    here: Played, postgres: Postgres, tmp_path: Path
) -> None:
    there = postgres.database()
    assert copy(here.data, there)[0] == 0
    reports = [
        leerlandschap("export", here.group.opened["workshop"], *options)
        for options in (("--data", str(here.data)), ("--database", there))
    ]
    assert [(each.returncode, each.stderr) for each in reports] == [(0, ""), (0, "")]
    assert reports[0].stdout == reports[1].stdout
    assert json.loads(reports[1].stdout)["statements"][0]["outcomes"][0]["counts"] == [1, 1, 1, 1, 1]
    with serving(tmp_path / "served", "--database", there) as server:
        mine = [look(server.url, here.group, person)["mine"]["s1"]["position"] for person in here.group.people]
    assert mine == [1, 2, 3, 4, 5]


def look(url: str, group: Group, key: str) -> dict[str, dict[str, dict[str, int]]]:
    answer = httpx.get(f"{url}{group.path}", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200
    view: dict[str, dict[str, dict[str, int]]] = answer.json()
    return view


def test_copied_again_nothing_is_new(here: Played, postgres: Postgres) -> None:
    there = postgres.database()
    assert copy(here.data, there)[0] == 0
    status, said, trouble = copy(here.data, there)
    assert (status, trouble) == (0, "")
    assert told_rows(said) == {table: (len(here.rows[table]), 0) for table in TABLES}


def test_what_came_since_the_last_copy_is_brought_too(here: Played, tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    assert copy(here.data, source)[0] == 0
    assert copy(source, target)[0] == 0
    with opened(source) as database:
        database.execute("INSERT INTO names VALUES ('0-first', 'w1', 'Sanne', NULL)")
        database.execute("INSERT INTO names VALUES ('zz-last', 'w1', 'Willem', NULL)")
    status, said, _ = copy(source, target)
    assert (status, told_rows(said)["names"]) == (0, (len(here.rows["names"]) + 2, 2))
    assert rows(target) == rows(source)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_at_any_moment_and_started_again_it_goes_on_and_ends_right(
    postgres: Postgres, tmp_path: Path, kind: str
) -> None:
    source, back = tmp_path / "source", tmp_path / "back"
    large(source, MANY)
    before = rows(source)
    target = postgres.database() if kind == "postgresql" else f"sqlite:///{tmp_path / 'target.db'}"
    dice = random.Random(11)
    stood = 0
    for number in range(KILLS):
        _killed_at(stood + dice.randint(0, 6000) if number else 0, source, target)
        stood = brought(target)
    assert 0 < stood < MANY  # it was killed at work
    status, said, trouble = copy(source, target)
    assert (status, trouble) == (0, "")
    assert told_rows(said)["entries"] == (MANY, MANY - stood)  # it did not begin anew
    assert copy(target, back)[0] == 0
    assert rows(back) == before
    assert rows(source) == before


def _killed_at(entries: int, source: Path, target: str) -> None:
    """Killed when more than so many have been brought, or when it has just said its first word."""
    command = [sys.executable, "-m", "leerlandschap", "copy", "--from", str(source), "--to", target]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        while entries and process.poll() is None and brought(target) <= entries:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)


def brought(target: str) -> int:
    """How many entries there are by now."""
    engine = engine_for(target)
    try:
        with engine.connect() as connection:
            return int(connection.execute(text("SELECT count(*) FROM entries")).scalar_one())
    except DBAPIError:  # there is no such table yet
        return 0
    finally:
        engine.dispose()


def test_what_it_copies_from_is_never_changed(here: Played, tmp_path: Path) -> None:
    before = (here.data / "leerlandschap.db").read_bytes()
    assert copy(here.data, tmp_path)[0] == 0
    assert (here.data / "leerlandschap.db").read_bytes() == before
    assert rows(here.data) == here.rows


def test_it_says_that_nobody_should_use_the_source_and_tells_no_password(postgres: Postgres, tmp_path: Path) -> None:
    with_password = postgres.database().replace("postgres@", "postgres:geheim@")
    status, said, trouble = copy(with_password, tmp_path)
    assert status == 1  # nothing is there
    assert said.startswith("Kopiëren van PostgreSQL 127.0.0.1:")
    assert said.endswith("stop het programma daar.")
    assert "geheim" not in said + trouble


@pytest.mark.parametrize(
    "spoil", ["INSERT INTO seals VALUES ('zegel', 'ab')", "UPDATE names SET name = 'Iemand anders'"]
)
def test_a_target_with_something_else_in_it_is_refused_and_left_alone(here: Played, tmp_path: Path, spoil: str) -> None:
    assert copy(here.data, tmp_path)[0] == 0
    with opened(tmp_path) as database:
        database.execute("DELETE FROM entries")
        database.execute(spoil)
    before = rows(tmp_path)
    status, _, trouble = copy(here.data, tmp_path)
    assert (status, rows(tmp_path) == before) == (1, True)
    place = "in seals, de rij zegel." if "seals" in spoil else "in names, de rij "
    assert f"staat iets wat niet van {here.data / 'leerlandschap.db'} komt: {place}" in trouble


def test_the_same_database_is_refused_however_it_is_written(here: Played, postgres: Postgres, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(here.data)
    there = postgres.database()
    assert copy(here.data, there)[0] == 0
    for source, target in ((here.data, link), (there, there.replace("127.0.0.1", "localhost"))):
        status, _, trouble = copy(source, target)
        assert (status, trouble.endswith("zijn dezelfde database. Er is niets gekopieerd.")) == (1, True)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_source_that_is_not_there_is_not_made(tmp_path: Path, language: str) -> None:
    ends = {"nl": "staat geen installatie. Kijk na wat er achter --from staat.", "en": "what stands behind --from."}
    status, said, trouble = copy(tmp_path / "nowhere", tmp_path / "target", language)
    assert (status, said, trouble.endswith(ends[language])) == (1, "", True)
    assert list(tmp_path.iterdir()) == []


def test_a_database_without_an_installation_is_no_source(postgres: Postgres, tmp_path: Path) -> None:
    status, _, trouble = copy(postgres.database(), tmp_path)
    assert (status, trouble.endswith("staat geen installatie. Kijk na wat er achter --from staat.")) == (1, True)


@pytest.mark.parametrize(
    ("version", "sentence"),
    [("9999", "De database is van een nieuwere versie (9999)"), ("0001", "is van een oudere versie (0001)")],
)
def test_a_source_of_another_version_is_refused(here: Played, tmp_path: Path, version: str, sentence: str) -> None:
    source = tmp_path / "source"
    assert copy(here.data, source)[0] == 0
    with opened(source) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (version,))
    status, _, trouble = copy(source, tmp_path / "target")
    assert (status, sentence in trouble) == (1, True)


def test_a_target_of_a_newer_version_is_refused(here: Played, tmp_path: Path) -> None:
    assert copy(here.data, tmp_path)[0] == 0
    with opened(tmp_path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = rows(tmp_path)
    status, _, trouble = copy(here.data, tmp_path)
    assert (status, "nieuwere versie (9999)" in trouble, rows(tmp_path) == before) == (1, True, True)


@pytest.mark.parametrize("address", ["mysql://geheim:geheim@localhost/x", "://", "postgresql://x:geheim@h/x?no=1"])
def test_an_address_we_cannot_use_is_said_without_what_is_secret_in_it(tmp_path: Path, address: str) -> None:
    for source, target in ((address, tmp_path), (tmp_path, address)):
        status, _, trouble = copy(source, target)
        assert (status, "geen database die we kunnen gebruiken" in trouble, "geheim" in trouble) == (1, True, False)


def test_a_database_that_cannot_be_reached_says_so_and_that_one_can_go_on(here: Played) -> None:
    status, _, trouble = copy(here.data, "postgresql://postgres@127.0.0.1:9/leerlandschap")
    assert (status, trouble.startswith("Het kopiëren stopte: ")) == (1, True)
    assert trouble.endswith("start het dan opnieuw: het gaat verder waar het was.")


def test_one_side_only_is_wrong_use(tmp_path: Path) -> None:
    assert leerlandschap("copy", "--from", str(tmp_path)).returncode == 2


def test_no_table_counts_for_itself() -> None:
    """A number that the database gives out would have to be set in the copy as well."""
    assert [table.name for table in metadata.sorted_tables if table.autoincrement_column is not None] == []
