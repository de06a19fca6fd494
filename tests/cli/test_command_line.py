# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line: exit status 0, 1 (refused, with the reason) or 2 (wrong use), and never a traceback."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import Group, serving


def leerlandschap(*arguments: str, typed: bytes | str = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own; ``typed`` is what is piped into it."""
    command = [sys.executable, "-m", "leerlandschap", *arguments]
    spoken = {**os.environ, "LC_ALL": "nl_NL.UTF-8", **environment}
    piped = typed.encode() if isinstance(typed, str) else typed
    ended = subprocess.run(command, capture_output=True, input=piped, timeout=60, env=spoken, check=False)
    said, troubles = ended.stdout.decode(), ended.stderr.decode()
    assert "Traceback" not in troubles
    return subprocess.CompletedProcess(command, ended.returncode, said, troubles)


def test_help_names_every_command() -> None:
    ended = leerlandschap("--help")
    assert ended.returncode == 0
    assert all(each in ended.stdout for each in ("serve", "demo", "export", "measure", "coach", "playbook"))


def test_wrong_use_is_two() -> None:
    assert leerlandschap("dance").returncode == 2
    assert leerlandschap("serve", "--port", "many").returncode == 2


def test_the_packaged_playbook_is_whole() -> None:
    from leerlandschap import playbooks

    card = Path(str(playbooks.__file__)).parent / "leerlandschap-verkennen.toml"
    assert leerlandschap("playbook", "check", str(card)).returncode == 0


def test_a_broken_playbook_says_where(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('id = "x"\ntitle.nl = "Alleen Nederlands"\nminutes = [\n', "utf-8")
    ended = leerlandschap("playbook", "check", str(broken))
    assert ended.returncode == 1
    assert "Regel" in ended.stdout
    english = leerlandschap("playbook", "check", "--language", "en", str(broken))
    assert "Line" in english.stdout


def test_a_playbook_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert leerlandschap("playbook", "check", str(tmp_path / "absent.toml")).returncode == 1


def test_a_port_in_use_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", str(port))
    assert ended.returncode == 1
    assert f"Poort {port} is al bezet" in ended.stderr


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.9"])
def test_an_address_that_is_not_ours_says_so(tmp_path: Path, host: str) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", "0", "--host", host)
    assert ended.returncode == 1
    assert host in ended.stderr


def test_a_data_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("a file is no folder", "utf-8")
    ended = leerlandschap("serve", "--no-open", "--data", str(file / "data"))
    assert ended.returncode == 1
    assert "kan niet worden geschreven" in ended.stderr


def test_a_database_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "leerlandschap.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    before = database.read_bytes()
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", "0")
    assert ended.returncode == 1
    assert "nieuwere versie (9999)" in ended.stderr
    assert _tables(database) == {"alembic_version"}
    assert before[:16] == database.read_bytes()[:16]


def _tables(database: Path) -> set[str]:
    connection = sqlite3.connect(database)
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "leerlandschap.db").write_bytes(b"this is no database, " * 100)
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", "0")
    assert ended.returncode == 1
    assert "database" in ended.stderr


@pytest.mark.parametrize("address", ["nonsense", "postgres://x", "mysql://localhost/x"])
def test_a_database_address_we_cannot_use_says_so(tmp_path: Path, address: str) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), "--port", "0", "--database", address)
    assert ended.returncode == 1
    assert "database" in ended.stderr.lower()


@pytest.mark.parametrize(
    "setting", [{"LEERLANDSCHAP_PORT": "many"}, {"LEERLANDSCHAP_LANGUAGE": "fr"}, {"LEERLANDSCHAP_TERMS": "{"}]
)
def test_a_bad_setting_says_which(tmp_path: Path, setting: dict[str, str]) -> None:
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), **setting)
    assert ended.returncode == 1
    assert "instelling" in ended.stderr


def test_export_writes_the_report_of_a_workshop(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as server:
        group = Group(server.url, 5)
        group.lead("OpenStatements")
        for person in group.people:
            group.ask(person, "TakeStance", statement="s1", position=2)
        group.lead("RevealStatements")
    out = tmp_path / "report.json"
    ended = leerlandschap("export", group.opened["workshop"], "--data", str(tmp_path / "data"), "--out", str(out))
    assert ended.returncode == 0
    first = json.loads(out.read_text("utf-8"))["statements"][0]
    assert first["outcomes"][0]["counts"] == [0, 5, 0, 0, 0]


def test_export_of_what_is_not_there_says_so(tmp_path: Path) -> None:
    assert leerlandschap("export", "wnothing", "--data", str(tmp_path)).returncode == 1
    assert leerlandschap("export", "wnothing", "--data", str(tmp_path), "--kind", "papyrus").returncode == 1
