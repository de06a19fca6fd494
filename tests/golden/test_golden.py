# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workshops recorded by earlier versions tell the same story for ever."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.golden.record import record, replay, seen

RECORDINGS = sorted(Path(__file__).parent.glob("workshop-*.jsonl"))


def changed(before: Any, now: Any, place: str = "view") -> list[str]:
    """The places where something that was seen then is otherwise now. A view may have grown since."""
    if isinstance(before, dict) and isinstance(now, dict):
        return [x for key, value in before.items() for x in changed(value, now.get(key), f"{place}.{key}")]
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        pairs = enumerate(zip(before, now, strict=True))
        return [x for at, (one, other) in pairs for x in changed(one, other, f"{place}.{at}")]
    same = math.isclose(before, now) if isinstance(before, float) and isinstance(now, float) else before == now
    return [] if same else [f"{place}: {before!r} became {now!r}"]


def test_there_is_a_recording_to_replay() -> None:
    assert [file.name for file in RECORDINGS][:1] == ["workshop-0.1.0.jsonl"]


@pytest.mark.parametrize("file", RECORDINGS, ids=lambda file: file.stem)
def test_a_recorded_workshop_is_seen_as_it_was(file: Path) -> None:
    recording = file.read_text("utf-8")
    then = json.loads(file.with_suffix(".view.json").read_text("utf-8"))
    assert changed(then, json.loads(seen(replay(recording), len(recording.splitlines())))) == []


def test_a_difference_would_be_noticed() -> None:
    then = {"a": [1, {"b": None}], "c": "x"}
    assert changed(then, {"a": [1, {"b": None, "new": 1}], "c": "x"}) == []
    assert changed(then, {"a": [1, {"b": 2}]}) == ["view.a.1.b: None became 2", "view.c: 'x' became None"]


def test_the_story_still_asks_every_command_and_replays() -> None:
    """So that the next version can be recorded too; a command without a place in the story fails here."""
    recording, state = record()
    assert replay(recording) == state
