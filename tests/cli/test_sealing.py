# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap seal`: afterwards nobody reads from the files who chose what, and all that was seen is seen still."""

import asyncio
import datetime
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from leerlandschap.cli import main
from leerlandschap.database import engine_for
from leerlandschap.database.erasing import left_behind
from leerlandschap.journal import Journal
from leerlandschap.journal.sealing import last_entries
from leerlandschap.live.room import Outside
from leerlandschap.live.rooms import Rooms
from leerlandschap.live.sealing import Sealing
from leerlandschap.live.workshop_room import WorkshopRoom
from tests.server import Group, serving
from tests.traces import of_people, read_from, voted

PEOPLE = 6
KILLS = 6
NOW = datetime.datetime(2026, 11, 26, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Group, Path]:
    """A workshop that has closed, and the files that the server left when it stopped."""
    folder = tmp_path_factory.mktemp("played")
    with serving(folder) as server:
        group = Group(server.url, PEOPLE)
        voted(group, rounds=8)
    return group, folder


@pytest.fixture
def closed(played: tuple[Group, Path]) -> Group:
    return played[0]


@pytest.fixture
def data(played: tuple[Group, Path], tmp_path: Path) -> Path:
    """A copy of its files."""
    return Path(shutil.copytree(played[1], tmp_path / "data"))


def workshop(group: Group) -> str:
    return str(group.opened["workshop"])


def seal(data: Path, *options: str) -> int:
    return main(["seal", "--data", str(data), "--language", "nl", *options])


def report(data: Path, group: Group, out: Path) -> Any:
    assert main(["export", workshop(group), "--data", str(data), "--out", str(out)]) == 0
    return json.loads(out.read_text("utf-8"))


def test_before_it_everything_can_be_read_from_the_file(closed: Group, data: Path) -> None:
    """Else the next test would prove nothing."""
    telling = of_people(closed, PEOPLE)
    assert read_from(data, *telling) == telling


def test_after_it_no_participant_no_key_and_no_stance_can_be_read_from_the_files(closed: Group, data: Path) -> None:
    assert seal(data, "--now") == 0
    assert read_from(data, *of_people(closed, PEOPLE)) == []
    assert read_from(data, "WorkshopSealed", workshop(closed)) == ["WorkshopSealed", workshop(closed)]


def test_without_wiping_they_still_could(closed: Group, data: Path) -> None:
    engine = engine_for(f"sqlite:///{data / 'leerlandschap.db'}")
    outside = Outside(lambda: NOW, lambda: "an-id", lambda _: {}, lambda *_: None)
    rooms = Rooms(lambda stream: WorkshopRoom(stream, Journal(engine), outside))
    sealing = Sealing(engine, rooms, lambda: NOW, lambda: "an-id", datetime.timedelta(0))
    sealed = asyncio.run(sealing.seal(workshop(closed)))
    assert sealed is not None
    left = read_from(data, *of_people(closed, PEOPLE))
    assert "StanceTaken" in left
    assert left_behind(engine) == 1
    engine.dispose()


def test_the_report_is_the_same_to_the_byte(closed: Group, data: Path, tmp_path: Path) -> None:
    before = report(data, closed, tmp_path / "before.json")
    assert seal(data, "--now") == 0
    assert report(data, closed, tmp_path / "after.json") == before
    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()


def test_it_says_what_it_did(closed: Group, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seal(data) == 0
    assert capsys.readouterr().out == "Er is nu niets te verzegelen.\n"
    assert seal(data, workshop(closed)) == 1
    assert "is nog niet aan de beurt" in capsys.readouterr().err
    assert seal(data, workshop(closed), "--now") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Werksessie {workshop(closed)} is verzegeld: ")
    assert said.endswith("regels zijn vervangen door totalen.\n")
    assert seal(data, workshop(closed), "--now") == 0
    assert "is al verzegeld" in capsys.readouterr().out


def test_a_workshop_that_is_not_there_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seal(tmp_path, "wnergens") == 1
    assert "staat niet in deze database" in capsys.readouterr().err


def test_killed_at_any_moment_and_asked_again_it_ends_sealed_and_wiped(
    closed: Group, data: Path, tmp_path: Path
) -> None:
    before = report(data, closed, tmp_path / "before.json")
    command = [sys.executable, "-m", "leerlandschap", "seal", "--now", "--data", str(data)]
    began = time.monotonic()
    subprocess.run([*command, "wnergens"], check=False, capture_output=True)  # how long the program takes to begin
    takes = time.monotonic() - began
    dice = random.Random(5)
    for _ in range(KILLS):
        killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * dice.uniform(0.5, 1.2))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        engine = engine_for(f"sqlite:///{data / 'leerlandschap.db'}")
        of_it = [each.kind for each in last_entries(engine) if each.stream == workshop(closed)]
        engine.dispose()
        assert of_it in (["WorkshopClosed"], ["WorkshopSealed"])
        assert report(data, closed, tmp_path / "after.json") == before
    assert seal(data, "--now") == 0
    assert read_from(data, *of_people(closed, PEOPLE)) == []


def test_an_open_room_of_a_running_server_is_told(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as server:
        group = Group(server.url, PEOPLE)
        voted(group)
        assert group.look(group.people[0])["mine"] != {}
        assert seal(server.data, workshop(group), "--now") == 0
        end = time.monotonic() + 20
        while group.look(group.people[0])["mine"] and time.monotonic() < end:
            time.sleep(0.2)
        assert group.look(group.people[0])["mine"] == {}
        answer = group.ask(group.facilitator, "Reopen")
        assert (answer.status_code, answer.json()["refusal"]) == (409, "workshop_sealed")
        assert read_from(server.data, *of_people(group, PEOPLE)) == []


def test_a_server_seals_by_itself_what_is_due_when_it_starts(closed: Group, data: Path) -> None:
    engine = engine_for(f"sqlite:///{data / 'leerlandschap.db'}")
    with engine.begin() as connection:  # a day goes by
        connection.exec_driver_sql("UPDATE entries SET at = '2020-01-01T09:00:00+00:00' WHERE kind = 'WorkshopClosed'")
    engine.dispose()
    with serving(data):
        end = time.monotonic() + 20
        while read_from(data, *of_people(closed, PEOPLE)) and time.monotonic() < end:
            time.sleep(0.2)
        assert read_from(data, *of_people(closed, PEOPLE)) == []
