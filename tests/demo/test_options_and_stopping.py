# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wrong options, and a demo that is stopped halfway."""

import http.client
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.demo.running import Run, command, surroundings


@pytest.mark.parametrize("number", ["0", "-3", "5001"])
def test_a_number_of_people_it_cannot_play_is_wrong_use(number: str, out: Path) -> None:
    run = Run(out, "--participants", number)
    assert run.status == 2
    assert run.complained.startswith(f"Met {number} deelnemers kan de demo niet spelen.")
    assert not out.exists()


@pytest.mark.parametrize("options", [("--pace", "slow"), ("--language", "de"), ("--participants", "many")])
def test_an_option_it_does_not_know_is_wrong_use(options: tuple[str, str], out: Path) -> None:
    run = Run(out, *options)
    assert run.status == 2
    assert "Traceback" not in run.complained


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = _into(tmp_path / "file")
    assert run.returncode == 1
    assert re.fullmatch(
        r"The folder .*file cannot be written \(.+\)\. Choose another folder with --out\.\n", run.stderr
    )
    assert run.stdout == ""


def _into(out: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command("--language", "en", "--out", str(out)),
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_without_a_folder_it_plays_and_checks_and_leaves_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        command("--participants", "2", "--language", "en"),
        env=surroundings(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "Checked: " in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_it_never_plays_in_the_database_of_the_house(tmp_path: Path) -> None:
    real = tmp_path / "real.db"
    around = {"LEERLANDSCHAP_DATABASE": f"sqlite:///{real}", "LEERLANDSCHAP_PORT": "1"}
    run = Run(tmp_path / "out", "--participants", "2", surrounded_by=around)
    assert run.status == 0, run.complained
    assert not real.exists()


def heeding_ctrl_c() -> None:
    """A shell makes what it starts in the background deaf to Ctrl+C; here it must hear it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopped_halfway_the_server_is_off_and_its_data_are_gone(how: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        command("--pace", "live", "--participants", "4"),
        env=surroundings(TMPDIR=str(tmp_path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=heeding_ctrl_c,
    ) as running:
        assert running.stdout is not None
        link = next(found for line in running.stdout if (found := re.search(r"127\.0\.0\.1:\d+", line)))
        assert _answers(link[0])
        assert len(list(tmp_path.iterdir())) == 1
        running.send_signal(how)
        _, complained = running.communicate(timeout=20)
    assert running.returncode == 130
    assert complained == "Gestopt. De server is uit en de gegevens zijn weg.\n"
    assert list(tmp_path.iterdir()) == []
    assert not _answers(link[0])


def _answers(address: str) -> bool:
    asking = http.client.HTTPConnection(address, timeout=2)
    try:
        asking.request("GET", "/health")
        return asking.getresponse().status == 200
    except OSError:
        return False
    finally:
        asking.close()


def test_played_live_it_shows_where_to_watch(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("--pace", "live", "--participants", "2", "--language", "en"),
        env=surroundings(TMPDIR=str(tmp_path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=heeding_ctrl_c,
    ) as running:
        assert running.stdout is not None
        lines = [next(running.stdout) for _ in range(6)]
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=20)
    links = [line.split(": ") for line in lines if "http://" in line]
    assert [who.strip() for who, _ in links] == ["facilitator", "big screen", "take part"]
    assert ["/k/" in links[0][1], "/k/" in links[1][1], "/j/" in links[2][1]] == [True] * 3
