# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap doctor`: what can be wrong with an installation is found, said with what to do, and left alone."""

from pathlib import Path

import pytest

from leerlandschap.cli import main
from leerlandschap.core.vocabulary import Language
from leerlandschap.database.upgrade import TODAY
from leerlandschap.text import say
from tests.cli.installations import opened
from tests.golden.test_databases import on_disk
from tests.postgres import Postgres

WELL = {
    "LEERLANDSCHAP_PUBLIC_URL": "https://leren.westerveen.example",
    "LEERLANDSCHAP_ORGANISATION": "Gemeente Westerveen",
    "LEERLANDSCHAP_CONTACT": "leren@westerveen.example",
    "LEERLANDSCHAP_DATA_PROTECTION_OFFICER": "fg@westerveen.example",
}
OLD = "2020-01-01T09:00:00+00:00"


class Doctor:
    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys
        self._told: list[str] = []

    def comes(self, *options: str) -> int:
        status = main(["doctor", "--language", "nl", "--data", str(self.data), *options])
        self._told = self._capsys.readouterr().out.splitlines()
        return status

    @property
    def to_mend(self) -> list[str]:
        return [line.removeprefix("✗ ") for line in self._told if line.startswith("✗ ")]

    @property
    def says(self) -> str:
        return "\n".join(self._told)


@pytest.fixture
def doctor(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Doctor:
    """Of an installation that is well."""
    for name, value in WELL.items():
        monkeypatch.setenv(name, value)
    data = tmp_path / "data"
    assert main(["migrate", "--data", str(data)]) == 0
    capsys.readouterr()
    return Doctor(data, capsys)


def sentence(code: str, **facts: str | int) -> str:
    return say(f"doctor.{code}", Language.NL, **facts)


def test_a_healthy_installation_has_nothing_to_mend(doctor: Doctor) -> None:
    assert doctor.comes() == 0
    assert doctor.to_mend == []
    assert doctor.says.endswith("Er is niets te herstellen.")


def test_so_has_one_that_was_not_started_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in WELL.items():
        monkeypatch.setenv(name, value)
    here = Doctor(tmp_path, capsys)
    assert here.comes() == 0
    assert list(tmp_path.iterdir()) == []  # looking makes nothing
    assert sentence("no_database", folder=str(tmp_path)) in here.says


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ({"PUBLIC_URL": "http://leren.westerveen.example"}, "public_url_without_tls"),
        ({"PUBLIC_URL": "leren.westerveen.example"}, "public_url_unreadable"),
        ({"PUBLIC_URL": "https://westerveen.example/leren"}, "public_url_with_path"),
        ({"CONTACT": ""}, "notice_incomplete"),
        ({"WORKERS": "3"}, "workers_need_postgresql"),
        ({"SMTP": "smtp://127.0.0.1:1?starttls=no", "MAIL_FROM": "leren@westerveen.example"}, "mail_unreachable"),
    ],
)
def test_settings_that_do_not_fit_are_found(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], wrong: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(f"LEERLANDSCHAP_{name}", value)
    assert doctor.comes() == 1
    url = settings.get("PUBLIC_URL", "")
    said = sentence(wrong, url=url, n=3, server="127.0.0.1:1", reason="Connection refused")
    assert doctor.to_mend == [said]


def test_a_host_that_is_no_address_for_people_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEERLANDSCHAP_PUBLIC_URL")
    monkeypatch.setenv("LEERLANDSCHAP_HOST", "0.0.0.0")
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("no_public_url", host="0.0.0.0")]


def test_a_file_that_is_gone_is_found(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERLANDSCHAP_THEME", "/nowhere/theme.css")
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("no_such_file", setting="THEME", file="/nowhere/theme.css")]


def test_files_that_others_may_read_are_found(doctor: Doctor) -> None:
    doctor.data.chmod(0o755)
    (doctor.data / "leerlandschap.db").chmod(0o644)
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("open_to_others", folder=str(doctor.data), files="leerlandschap.db")]


def test_a_folder_that_is_not_there_is_found(doctor: Doctor) -> None:
    assert doctor.comes("--data", "/nowhere/at/all") == 1
    assert doctor.to_mend == [sentence("no_folder", folder="/nowhere/at/all")]


def write(doctor: Doctor, stream: str, *lines: tuple[int, str, str]) -> None:
    with opened(doctor.data) as database:
        for seq, kind, at in lines:
            database.execute(
                "INSERT INTO entries VALUES (?, ?, ?, 'facilitator', ?, '{}', NULL)", (stream, seq, at, kind)
            )


def test_a_workshop_that_waits_too_long_for_its_sealing_is_found(doctor: Doctor) -> None:
    write(doctor, "w1", (1, "WorkshopOpened", OLD), (2, "WorkshopClosed", OLD))
    write(doctor, "w2", (1, "WorkshopOpened", OLD), (9, "WorkshopSealed", OLD))
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("unsealed", n=1)]


def test_events_that_are_missing_are_found(doctor: Doctor) -> None:
    write(doctor, "w1", (1, "WorkshopOpened", OLD), (3, "NoteWritten", OLD))
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("gaps", n=1)]


def test_events_from_the_future_are_found(doctor: Doctor) -> None:
    write(doctor, "w1", (1, "WorkshopOpened", "2199-01-01T09:00:00+00:00"))
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("clock_behind")]


def test_what_was_erased_and_not_wiped_is_found(doctor: Doctor) -> None:
    with opened(doctor.data) as database:
        database.execute("INSERT INTO erasures VALUES ('a', 'sealed', 'w1', ?, NULL)", (OLD,))
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("not_wiped", n=1)]


@pytest.mark.parametrize(("shape", "wrong"), [("0001", "older"), ("0002", "older")])
def test_an_older_shape_is_found_and_left(tmp_path: Path, doctor: Doctor, shape: str, wrong: str) -> None:
    doctor.data = tmp_path / "old"
    file = on_disk(shape, doctor.data)
    doctor.data.chmod(0o700)
    before = file.read_bytes()
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence(wrong, found=shape, today=TODAY)]
    assert file.read_bytes() == before


def test_a_newer_shape_is_found(doctor: Doctor) -> None:
    with opened(doctor.data) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert doctor.comes() == 1
    assert doctor.to_mend == [sentence("newer", found="9999")]


def test_a_damaged_file_is_found(doctor: Doctor) -> None:
    file = doctor.data / "leerlandschap.db"
    whole = bytearray(file.read_bytes())
    with opened(doctor.data) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'names'").fetchone()
    whole[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(whole)
    assert doctor.comes() == 1
    assert len(doctor.to_mend) == 1
    assert "beschadigd" in doctor.to_mend[0] or "niet worden gebruikt" in doctor.to_mend[0]


def test_postgresql_is_looked_at_too(doctor: Doctor, postgres: Postgres) -> None:
    address = postgres.database()
    assert doctor.comes("--database", address) == 0
    assert sentence("empty_database") in doctor.says
    assert main(["migrate", "--database", address]) == 0
    assert doctor.comes("--database", address) == 0
    assert "PostgreSQL 1" in doctor.says


def test_a_database_that_gives_no_answer_is_found(doctor: Doctor) -> None:
    assert doctor.comes("--database", "postgresql://nobody@127.0.0.1:1/nowhere") == 1
    assert len(doctor.to_mend) == 1
    assert doctor.to_mend[0].startswith("De database kan niet worden gebruikt: ")
