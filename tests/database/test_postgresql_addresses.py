# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL by its address: used when it can be, and else a sentence that says what to do."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import sql
from sqlalchemy import text

from leerlandschap.core.vocabulary import Language
from leerlandschap.database import Trouble, UnusableDatabase, bring_up_to_date, engine_for
from leerlandschap.text import say
from tests.cli.test_command_line import leerlandschap
from tests.line import Loses, line_to
from tests.old_postgres import OldPostgres
from tests.postgres import Postgres
from tests.server import free_port


def trouble_with(address: str) -> Trouble:
    engine = engine_for(address)
    with pytest.raises(UnusableDatabase) as found:
        bring_up_to_date(engine)
    engine.dispose()
    for language in Language:
        assert "\n" not in say(f"cli.database.{found.value.trouble.value}", language, **found.value.facts)
    return found.value.trouble


@pytest.fixture
def old() -> Iterator[OldPostgres]:
    with OldPostgres("9.6.24").listening() as server:
        yield server


# ---- that works


def test_the_first_of_several_machines_that_answers_is_used(postgres: Postgres) -> None:
    database = postgres.database().rpartition("/")[2]
    machines = f"127.0.0.1:{free_port()},127.0.0.1:{postgres.port}"
    engine = engine_for(f"postgres://postgres@{machines}/{database}?target_session_attrs=any&application_name=two")
    bring_up_to_date(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SHOW application_name")).scalar() == "two"
    engine.dispose()


def test_a_server_that_says_nothing_is_noticed(address_of_postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leerlandschap.database.postgres.SILENCE", 0.5)
    engine = engine_for(address_of_postgresql)
    with engine.connect() as connection, pytest.raises(Exception, match="the database said nothing"):
        connection.execute(text("SELECT pg_sleep(20)"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 'here again'")).scalar() == "here again"
    engine.dispose()


@pytest.fixture
def address_of_postgresql(postgres: Postgres) -> str:
    return postgres.database()


def test_whoever_uses_a_file_does_not_load_the_driver(tmp_path: Path) -> None:
    script = (
        "import sys; from leerlandschap.database import engine_for, bring_up_to_date;"
        f"bring_up_to_date(engine_for('sqlite:///{tmp_path / 'a.db'}')); print('psycopg' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"


# ---- that does not work


@pytest.mark.parametrize(
    "address", ["postgresql://x?colour=blue", "postgres://[", "postgresql://x:port/y?", "nonsense", "mysql://x/y"]
)
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with pytest.raises(UnusableDatabase) as found:
        bring_up_to_date(engine_for(address))
    assert found.value.trouble in (Trouble.WRONG_ADDRESS, Trouble.UNREACHABLE)


def test_where_nobody_answers_is_unreachable() -> None:
    assert trouble_with(f"postgresql://127.0.0.1:{free_port()}/x") is Trouble.UNREACHABLE
    assert trouble_with("postgresql://no.such.host.invalid/x") is Trouble.UNREACHABLE


def test_who_takes_the_call_and_says_nothing_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert trouble_with(f"postgresql://127.0.0.1:{port}/x?connect_timeout=2") is Trouble.UNREACHABLE


def test_a_name_or_database_that_is_not_there_is_not_let_in(postgres: Postgres) -> None:
    assert trouble_with(postgres.address_of("nowhere")) is Trouble.NOT_LET_IN
    assert trouble_with(postgres.address_of("postgres", "nobody_here")) is Trouble.NOT_LET_IN


def test_a_server_that_is_too_old_is_said_to_be(old: OldPostgres) -> None:
    assert trouble_with(old.address) is Trouble.TOO_OLD


def test_who_may_not_make_tables_is_told_so(postgres: Postgres) -> None:
    address = postgres.database()
    database = address.rpartition("/")[2]
    postgres.run(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(f"guest_{database}")))
    as_guest = postgres.address_of(database, f"guest_{database}")
    assert trouble_with(as_guest) is Trouble.NO_RIGHTS
    owned = engine_for(address)
    bring_up_to_date(owned)
    with owned.begin() as connection:
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest_{database}"))
    owned.dispose()
    assert trouble_with(as_guest) is Trouble.NO_RIGHTS


def test_a_database_that_loses_characters_is_not_used(postgres: Postgres) -> None:
    make = "CREATE DATABASE {} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    name = f"latin_{free_port()}"
    postgres.run(sql.SQL(make).format(sql.Identifier(name)))
    assert trouble_with(postgres.address_of(name)) is Trouble.NOT_UTF8


def test_a_copy_that_can_only_be_read_is_not_used(postgres: Postgres) -> None:
    address = postgres.database()
    name = sql.Identifier(address.rpartition("/")[2])
    postgres.run(sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = on").format(name))
    assert trouble_with(address) is Trouble.READ_ONLY


# ---- on the command line


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl_NL.UTF-8", "De database is niet te bereiken: "), ("en_GB.UTF-8", "The database cannot be reached: ")],
)
def test_serve_says_that_nobody_answers(tmp_path: Path, language: str, words: str) -> None:
    address = f"postgresql://127.0.0.1:{free_port()}/x"
    asked = ("serve", "--no-open", "--data", str(tmp_path), "--port", "0", "--database", address)
    ended = leerlandschap(*asked, LC_ALL=language)
    assert (ended.returncode, ended.stderr.startswith(words), ended.stderr.count("\n")) == (1, True, 1)


def test_serve_says_that_the_server_is_too_old(tmp_path: Path, old: OldPostgres) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", "0", "--database", old.address)
    assert (ended.returncode, ended.stderr) == (
        1,
        "Deze PostgreSQL is te oud: versie 9.6.24. Gebruik versie 15 of nieuwer.\n",
    )


def test_a_line_that_breaks_during_a_command_is_said_so(tmp_path: Path, postgres: Postgres) -> None:
    address = postgres.database()
    with line_to(postgres.port) as line:
        engine = engine_for(address)
        bring_up_to_date(engine)
        engine.dispose()
        line.marker, line.loses = b"FROM entries", Loses.QUESTION
        through = address.replace(str(postgres.port), str(line.port))
        ended = leerlandschap("export", "w1", "--kind", "md", "--database", through, "--data", str(tmp_path))
    assert (ended.returncode, ended.stderr.startswith("De database is niet te bereiken: ")) == (1, True)
    assert line.loses is Loses.NOTHING
