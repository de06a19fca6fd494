# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap delete` and `forget`: said first, then gone, from the bytes too, and a server that runs follows."""

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from sqlalchemy import text

from leerlandschap.cli import main
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.tables import metadata
from tests.afterwards import Afterwards
from tests.postgres import Postgres
from tests.server import serving
from tests.traces import read_from

SANNE, ADDRESS = "Sanne de Wit", "sanne@westerveen.example"
KILLS = 5


class House(Struct):
    """A running server with a workshop that came to something, and its landscape."""

    data: Path
    database: str
    after: Afterwards

    @property
    def workshop(self) -> str:
        return str(self.after.opened["workshop"])

    @property
    def landscape(self) -> str:
        return self.after.landscape

    def asks(self, *words: str) -> int:
        return main([*words, "--language", "nl", "--database", self.database])

    def rows(self) -> dict[str, int]:
        """How many rows there are of each table that has to do with a workshop or a landscape."""
        engine = engine_for(self.database)
        with engine.connect() as connection:
            tables = [t.name for t in metadata.sorted_tables if t.name not in ("erasures", "logins", "seals")]
            counts = {t: connection.execute(text(f"SELECT count(*) FROM {t}")).scalar_one() for t in tables}
        engine.dispose()
        return counts

    def kinds(self, stream: str) -> list[str]:
        engine = engine_for(self.database)
        asked = text("SELECT kind FROM entries WHERE stream = :stream ORDER BY seq")
        with engine.connect() as connection:
            found = list(connection.execute(asked, {"stream": stream}).scalars())
        engine.dispose()
        return found


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    data, database = tmp_path / "data", f"sqlite:///{tmp_path / 'data' / 'leerlandschap.db'}"
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        database = postgres.database()
    with serving(data, "--database", database) as server:
        after = Afterwards(server.url)
        after.tell("TakeOver", follow_up=after.who, owner=SANNE, address=ADDRESS)
        yield House(data, database, after)
        after.client.close()


def until(right: Callable[[], bool], within: float = 15.0) -> bool:
    end = time.monotonic() + within
    while not right() and time.monotonic() < end:
        time.sleep(0.1)
    return right()


def status(house: House, path: str, key: str) -> int:
    answer = house.after.client.get(path, headers={"Authorization": f"Bearer {key}"})
    return answer.status_code


# ---- a workshop


def test_what_would_go_is_said_and_nothing_goes(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    before = house.rows()
    assert house.asks("delete", house.landscape) == 0
    said = capsys.readouterr().out
    assert f"Werksessie Leren ({house.workshop}) gaat weg: " in said
    assert f"Leerlandschap van Gemeente Westerveen ({house.landscape}) gaat weg: " in said
    assert said.endswith("Er is nog niets verwijderd. Doe het met --yes.\n")
    assert house.rows() == before


def test_a_deleted_workshop_is_gone_and_its_outcome_stays(house: House) -> None:
    outcomes = house.after.keeps()["outcomes"]
    assert house.asks("delete", house.workshop, "--yes") == 0
    assert house.kinds(house.workshop) == ["StreamEnded"]
    rows = house.rows()
    assert (rows["codes"], rows["keys"], rows["names"]) == (0, 1, 2)  # those of the landscape
    assert house.after.keeps()["outcomes"] == outcomes


def test_a_running_server_knows_it_no_more(house: House) -> None:
    after = house.after
    assert status(house, after.path, after.facilitator) == 200
    assert house.asks("delete", house.workshop, "--yes") == 0
    assert until(lambda: status(house, after.path, after.facilitator) in (401, 404))
    answer = after.client.post("/api/v1/join", json={"code": after.opened["code"]})
    assert answer.json()["refusal"] == "wrong_code"


def test_whoever_writes_at_that_moment_leaves_no_ghost(house: House) -> None:
    """The server has not heard of it yet: what it writes meets what stands in the place of the workshop."""
    after = house.after
    after.lead("Reopen")
    assert house.asks("delete", house.workshop, "--yes") == 0
    answer = after.ask(after.facilitator, "WriteNote", statement="s1", text="Is er nog iemand?")
    assert answer.status_code in (401, 404)
    assert house.kinds(house.workshop) == ["StreamEnded"]


def test_a_screen_that_looks_at_it_is_let_go(house: House) -> None:
    after = house.after
    headers = {"Authorization": f"Bearer {after.facilitator}"}
    with after.client.stream("GET", f"{after.path}/stream", headers=headers, timeout=20) as stream:
        frames = stream.iter_bytes()
        first = next(frames)
        assert house.asks("delete", house.workshop, "--yes") == 0
        shown = re.findall(rb"^id: (\d+)$", first + b"".join(frames), re.MULTILINE)  # it ends by itself
        assert len(set(shown)) == 1  # and nothing new was shown


# ---- a landscape


def test_a_deleted_landscape_takes_its_workshops_along(house: House) -> None:
    after = house.after
    assert house.asks("delete", house.landscape, "--yes") == 0
    assert house.rows() == {"entries": 2, "names": 0, "keys": 0, "codes": 0, "letters": 0}
    assert {*house.kinds(house.landscape), *house.kinds(house.workshop)} == {"StreamEnded"}
    path = f"/api/v1/landscapes/{house.landscape}"
    assert until(lambda: status(house, path, after.writer) in (401, 404))


def test_what_is_deleted_is_not_there_a_second_time(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert house.asks("delete", house.landscape, "--yes") == 0
    capsys.readouterr()
    assert house.asks("delete", house.landscape, "--yes") == 1
    assert "staat niet in deze database" in capsys.readouterr().err


def test_its_export_can_be_read_in_again(house: House, tmp_path: Path) -> None:
    file = tmp_path / "landscape.json"
    assert main(["export", house.landscape, "--out", str(file), "--database", house.database]) == 0
    before = house.after.keeps()["principles"]
    assert house.asks("delete", house.landscape, "--yes") == 0
    assert house.asks("import", str(file)) == 0
    again = tmp_path / "again.json"
    assert main(["export", house.landscape, "--out", str(again), "--database", house.database]) == 0
    assert again.read_bytes() == file.read_bytes()
    assert before != []


# ---- a person


def test_who_is_known_is_said_and_nothing_is_forgotten(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    before = house.rows()
    assert house.asks("forget", SANNE, "--in", house.landscape) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{SANNE} (")
    assert "de naam en het e-mailadres gaan weg" in said
    assert ADDRESS not in said
    assert house.rows() == before


def test_a_forgotten_person_is_forgotten_everywhere_and_at_once(house: House) -> None:
    after = house.after
    assert after.follow_up(after.who)["owner"] == SANNE
    assert house.asks("forget", SANNE, "--in", house.landscape, "--yes") == 0
    assert until(lambda: after.follow_up(after.who)["owner"] is None)
    assert after.follow_up(after.hours)["owner"] == "Bram"


def test_somebody_is_forgotten_in_the_workshop_too_where_the_name_came_from(house: House) -> None:
    assert house.rows()["names"] == 3  # Bram in the workshop, and Bram and Sanne in the landscape
    assert house.asks("forget", "Bram", "--in", house.landscape, "--yes") == 0
    assert house.rows()["names"] == 1


def test_a_name_that_somebody_typed_is_said(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.after.tell("RecordFinding", follow_up=house.after.who, text=f"{SANNE} zegt: veertig uur.")
    assert house.asks("forget", SANNE, "--in", house.landscape) == 0
    assert "In 1 tekst die iemand typte staat deze naam ook." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("forget", "Niemand"), "Geef bij een naam ook het leerlandschap"),
        (("forget", "Niemand", "--in", "lnergens"), "lnergens staat niet in deze database"),
        (("delete", "wnergens"), "wnergens staat niet in deze database"),
    ],
)
def test_what_is_not_there_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert main([*words, "--data", str(tmp_path), "--language", "nl"]) == 1
    assert says in capsys.readouterr().err


# ---- the bytes, and the power cut


@pytest.fixture
def played(tmp_path: Path) -> Afterwards:
    with serving(tmp_path) as server:
        after = Afterwards(server.url)
        after.tell("TakeOver", follow_up=after.who, owner=SANNE, address=ADDRESS)
        after.client.close()
    return after


def test_a_forgotten_name_cannot_be_read_from_the_files(played: Afterwards, tmp_path: Path) -> None:
    assert read_from(tmp_path, SANNE, ADDRESS) == [SANNE, ADDRESS]
    assert main(["forget", SANNE, "--in", played.landscape, "--yes", "--data", str(tmp_path)]) == 0
    assert read_from(tmp_path, SANNE, ADDRESS) == []


def test_a_deleted_landscape_cannot_be_read_from_the_files(played: Afterwards, tmp_path: Path) -> None:
    words = ("Hoeveel uur is er?", "Iedereen leert vier uur per maand.", "Gemeente Westerveen", SANNE, "Bram")
    assert read_from(tmp_path, *words) == [*words]
    assert main(["delete", played.landscape, "--yes", "--data", str(tmp_path)]) == 0
    assert read_from(tmp_path, *words) == []


def test_killed_at_any_moment_it_is_there_or_it_is_gone(played: Afterwards, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "leerlandschap", "delete", played.landscape, "--yes", "--data", str(tmp_path)]
    dice = random.Random(3)
    seen: set[tuple[Any, ...]] = set()
    for _ in range(KILLS):
        killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.5, 3.0))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        seen.add(_left(tmp_path))
    main(["delete", played.landscape, "--yes", "--data", str(tmp_path)])
    seen.add(_left(tmp_path))
    assert (2, 0, 0) in seen
    assert len(seen) <= 2  # all of it, or nothing of it
    main(["seal", "--data", str(tmp_path)])  # wipes what a killed one could not
    assert read_from(tmp_path, SANNE, "Iedereen leert vier uur per maand.") == []


def _left(data: Path) -> tuple[Any, ...]:
    engine = engine_for(f"sqlite:///{data / 'leerlandschap.db'}")
    bring_up_to_date(engine)
    with engine.connect() as connection:
        left = tuple(
            connection.execute(text(f"SELECT count(*) FROM {t}")).scalar_one() for t in ("entries", "names", "keys")
        )
    engine.dispose()
    return left
