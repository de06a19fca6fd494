# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every bench runs in its shortest form, and tells the figures it promises. What they are is nobody's business here."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench import __main__ as benches
from bench import documents, fanout, groups, lags, measures, meeting, programs, replay, stances, start, workshops
from bench.clients import ANSWER, ARRIVAL, Asking, Screens
from bench.hall import Hall, serving
from bench.telling import Target

needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler: apt-get install gcc")


def told(bench: Any, folder: Path, *arguments: str) -> dict[str, Any]:
    out = folder / "figures.json"
    bench.main(["--short", "--out", str(out), *arguments])
    written: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert set(written) == {"bench", "tables", "targets", "left_out", "notes", "command", "machine"}
    assert written["bench"] == bench.__name__.removeprefix("bench.")
    assert {"processor", "cores", "system", "python"} <= set(written["machine"])
    return written


def columns(written: dict[str, Any], table: int = 0) -> set[str]:
    return {name for row in written["tables"][table]["rows"] for name in row}


def names(written: dict[str, Any], table: int, column: str) -> list[str]:
    return [row[column] for row in written["tables"][table]["rows"]]


def test_a_fan_out_tells_time_processor_memory_and_bytes(tmp_path: Path) -> None:
    written = told(fanout, tmp_path, "--no-peers", "--screens", "5")
    assert names(written, 0, "server") == ["leerlandschap", "leerlandschap, gzip"]
    assert {"frame ms", "cpu ms", "frame bytes", "counter ms", "KiB/screen after", "connect all s"} <= columns(written)
    plain, packed = written["tables"][0]["rows"]
    assert 0 < packed["frame bytes"] < plain["frame bytes"]
    assert [each.split()[0] for each in written["left_out"]] == ["bare", "nchan", "node", "socket.io"]


def test_stances_tell_their_number_and_how_long_people_wait(tmp_path: Path) -> None:
    written = told(stances, tmp_path, "--no-peers", "--no-postgres", "--no-slow-disk")
    assert {"a second", "p50 ms", "p99 ms", "p99.9 ms", "server cpu", "client cpu", "limit"} <= columns(written)
    assert written["left_out"] == [
        "PostgreSQL (asked for without)",
        "node + better-sqlite3 (asked for without peers)",
        "a slower disk (asked for without)",
    ]


def test_a_meeting_tells_what_people_notice(tmp_path: Path) -> None:
    written = told(meeting, tmp_path)
    assert names(written, 0, "moment") == [
        "stance to answer",
        "stance to counter on the big screen",
        "reveal to last phone",
        "back after it was killed",
        "back after it was stopped",
    ]
    assert {"p50", "p99", "worst"} <= columns(written)
    [kept] = [each for each in written["targets"] if each["name"].startswith("at once: stances in the journal")]
    assert kept["met"] is True


def test_many_workshops_tell_what_opening_and_working_costs(tmp_path: Path) -> None:
    written = told(workshops, tmp_path)
    assert names(written, 0, "what") == ["open a workshop", "come in", "open the statements", "connect a screen"]
    assert names(written, 1, "what") == ["answering", "revealing"]
    assert {"answer p99", "on the screens p99", "server cpu", "memory MiB"} <= columns(written, 1)


def test_reading_back_is_told_beside_a_bare_scan(tmp_path: Path) -> None:
    written = told(replay, tmp_path)
    assert names(written, 0, "way") == ["bare scan", "read and decoded", "opened as a room"]


def test_a_start_tells_the_first_page_and_memory(tmp_path: Path) -> None:
    written = told(start, tmp_path)
    assert "first page, empty folder" in names(written, 0, "what")
    assert names(written, 1, "what") == ["memory, MB"]


def test_measures_tell_few_and_many_people_apart(tmp_path: Path) -> None:
    written = told(measures, tmp_path)
    assert columns(written) == {"people", "stance µs", "first stance µs", "reveal of five ms"}
    assert columns(written, 1) == {"people", "server µs", "a second"}


def test_documents_and_groups_tell_in_the_same_way(tmp_path: Path) -> None:
    assert columns(told(documents, tmp_path)) == {"kind", "cold", "processor", "warm"}
    assert {"seconds", "mebibytes"} <= columns(told(groups, tmp_path))


@needs_compiler
def test_the_load_clients_see_the_same_whatever_they_are_written_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(tmp_path) as server:
        hall = Hall(server.port, people=4)
        seen = {}
        for python in ("", "1"):
            monkeypatch.setenv("LEERLANDSCHAP_BENCH_PYTHON", python)
            assert programs.is_compiled() is not bool(python)
            seen[python] = what_is_seen(hall)
        assert seen[""] == seen["1"] == (8, [200], [4], 4)


def what_is_seen(hall: Hall) -> tuple[int, list[int], list[int], int]:
    """Eight stances of four people, then a step on four screens: answers, their statuses, screens, and frames."""
    statement = hall.open_statements()[0]
    screens = Screens(hall.port, [hall.stream("projector")], 4)
    try:
        screens.open()
        requests = [hall.stance(person, statement) for person in range(4)]
        asked = Asking(hall.port, requests, 2, rate=100, seconds=5, most=8).end()
        screens.wait(600)
        screens.mark()
        seq = hall.lead("GoTo", step="follow_ups")
        reached = screens.wait()["reached"]
        arrivals = screens.arrivals()
    finally:
        screens.close()
    hall.lead("GoTo", step="statements")
    frames_ = arrivals[arrivals["id"] == seq]
    return len(asked.answers), sorted(set(asked.answers["status"])), [reached], len(frames_)


def answers(*each: tuple[int, int, int]) -> Any:
    """From due, answered and seq, in nanoseconds."""
    return np.array([(due, due, answered, 200, seq, at) for at, (due, answered, seq) in enumerate(each)], ANSWER)


def frames(*each: tuple[int, int, int]) -> Any:
    """From id, when and which screen."""
    return np.array(list(each), ARRIVAL)


def test_a_stance_is_seen_with_the_first_frame_that_has_it() -> None:
    seen = lags.until_seen(answers((100, 110, 7), (200, 220, 8)), frames((6, 150, 0), (9, 900, 0), (12, 1900, 0)))
    assert seen.tolist() == [800, 700]


def test_a_stance_of_which_no_frame_came_is_left_out() -> None:
    assert lags.until_seen(answers((100, 110, 7)), frames((6, 150, 0))).tolist() == []


def test_numbers_of_another_workshop_are_not_taken_for_ours() -> None:
    stances_, shown = answers((100, 110, 7), (100, 110, 7)), frames((7, 300, 0), (8, 500, 1))
    assert lags.until_seen(stances_, shown, np.array([0, 1]), shown["screen"]).tolist() == [200, 400]
    assert lags.until_seen(stances_, shown[:1], np.array([0, 1]), shown[:1]["screen"]).tolist() == [200]


def test_a_frame_is_behind_the_newest_stance_in_it() -> None:
    assert lags.behind(answers((0, 10, 1), (0, 40, 2)), frames((1, 15, 0), (2, 100, 0))).tolist() == [5, 60]


def test_a_target_is_met_on_its_line_and_not_beyond_it() -> None:
    tried = [Target("t", each, at_most=2).met for each in (2.0, 2.1, None)]
    assert tried == [True, False, None]
    assert [Target("t", each, at_least=2).met for each in (2.0, 1.9)] == [True, False]


def test_benches_are_listed_and_one_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert benches.main([]) == 0
    listed = capsys.readouterr().out
    assert [name for name in benches.BENCHES if f"  {name} " not in listed] == []
    assert benches.main(["fan-out"]) == 2
    assert capsys.readouterr().err.startswith("There is no bench fan-out.")
