# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Progress is for whoever sits behind a terminal, and waits too long."""

import io
from contextlib import redirect_stderr

import pytest

from leerlandschap.cli import progress
from leerlandschap.cli.progress import Progress
from leerlandschap.core.vocabulary import Language


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with redirect_stderr(Terminal()) as terminal:
        told = Progress(Language.EN)
        told.rows(20_000)
        told.statements(3, of=40)
    assert terminal.getvalue().startswith("\r20000 rows read …")


def test_each_kind_of_work_has_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "BETWEEN", 0.0)
    with redirect_stderr(Terminal()) as terminal:
        told = Progress(Language.EN, "copying")
        told.copying("entries", 2000, of=4001)
        told.checking("names", 1, of=2)
    lines = [line.rstrip() for line in terminal.getvalue().split("\r")]
    assert lines == ["", "Copying entries: 2000 of 4001 …", "Comparing names: 1 of 2 …"]


def test_its_line_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with redirect_stderr(Terminal()) as terminal:
        told = Progress(Language.NL)
        told.say("grouping")
        told.clear()
    assert terminal.getvalue().endswith(f"\r{' ' * len('Groepen aan het zoeken …')}\r")


def test_short_work_says_nothing() -> None:
    with redirect_stderr(Terminal()) as terminal:
        told = Progress(Language.EN)
        told.rows(20_000)
        told.clear()
    assert terminal.getvalue() == ""


def test_a_program_that_reads_the_error_stream_is_spared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    Progress(Language.EN).rows(20_000)
    assert capsys.readouterr().err == ""
