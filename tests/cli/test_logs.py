# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One line an event, as text or as JSON, and of trouble nobody's words."""

import json
import logging
import os
import re
import sys

import pytest

from leerlandschap.cli.logs import AsJson, AsText

MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


def record(message: str, *facts: object, name: str = "leerlandschap.live.room") -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 1, message, facts, None)


def in_trouble() -> logging.LogRecord:
    """Something went wrong while Sanne was writing, because of something else."""
    said = record("it could not be settled")
    try:
        try:
            raise KeyError("sanne@voorbeeld.example")
        except KeyError as first:
            raise ValueError("Sanne de Wit vindt\nhet spannend") from first
    except ValueError:
        said.exc_info = sys.exc_info()
    return said


def test_text_says_when_how_bad_who_and_what() -> None:
    line = AsText().format(record("the journal waits %d seconds", 3))
    said = rf"{MOMENT} WARNING leerlandschap\.live\.room\[{os.getpid()}\]: the journal waits 3 seconds"
    assert re.fullmatch(said, line)


def test_json_says_the_same() -> None:
    said = json.loads(AsJson().format(record("the journal waits %d seconds", 3)))
    assert re.fullmatch(MOMENT, said.pop("time"))
    assert said == {
        "level": "warning",
        "logger": "leerlandschap.live.room",
        "process": os.getpid(),
        "message": "the journal waits 3 seconds",
    }


@pytest.mark.parametrize("form", [AsText(), AsJson()])
def test_an_event_is_one_line_whatever_is_handed_in(form: logging.Formatter) -> None:
    for said in (record("away: %s", "no route\r\n2026-01-01 ERROR forged\u2028too"), in_trouble(), record("")):
        assert len(form.format(said).splitlines()) == 1


@pytest.mark.parametrize("form", [AsText(), AsJson()])
def test_of_trouble_stand_its_kinds_and_places_and_not_its_words(form: logging.Formatter) -> None:
    line = form.format(in_trouble())
    assert re.findall(r"(\w+Error) at \S+/test_logs\.py:\d+ (\w+)", line) == [
        ("ValueError", "in_trouble"),
        ("KeyError", "in_trouble"),
    ]
    assert [word for word in ("Sanne", "sanne", "spannend") if word in line] == []
    assert "Traceback" in line


def test_what_a_task_was_doing_is_not_repeated() -> None:
    said = "Task exception was never retrieved\nfuture: <Task exception=ValueError('Sanne')>"
    assert AsText().format(record(said, name="asyncio")).endswith(": Task exception was never retrieved")
