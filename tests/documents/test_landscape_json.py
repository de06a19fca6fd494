# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape as one file: read in elsewhere it is the same landscape, and what is not whole is not read in."""

import json
from pathlib import Path
from typing import Any

import pytest

from leerlandschap.compose import Building
from leerlandschap.core.landscape import events as e
from leerlandschap.core.vocabulary import LandscapeId, Language, PersonId
from leerlandschap.documents.landscape_json import Unreadable, landscape_entries, landscape_json
from leerlandschap.journal import Entry
from leerlandschap.screens.gallery_landscape import LANDSCAPE, NOW, Saying, story
from leerlandschap.settings import Settings

NAMES = {PersonId("p1"): "Aïsha", PersonId("p2"): "Bram", PersonId("p3"): "Chen شنتال 🌱"}


def a_year() -> tuple[Entry, ...]:
    told = story(Saying(Language.NL, long=False))
    return tuple(Entry(LANDSCAPE, seq, at, by, event) for seq, (event, at, by) in enumerate(told, 1))


def exported() -> bytes:
    return landscape_json(a_year(), NAMES)


def changed(**parts: Any) -> bytes:
    return json.dumps({**json.loads(exported()), **parts}).encode()


def why_not(file: bytes) -> str:
    with pytest.raises(Unreadable) as trouble:
        landscape_entries(file)
    return trouble.value.reason


def test_what_is_exported_is_read_in_as_it_was() -> None:
    entries, names = landscape_entries(exported())
    assert entries == a_year()
    assert names == NAMES


def test_read_in_and_exported_again_it_is_the_same_to_the_byte(tmp_path: Path) -> None:
    building = Building(Settings(data=tmp_path, database=f"sqlite:///{tmp_path / 'elsewhere.db'}"))
    link = building.take_in(*landscape_entries(exported()))
    assert link is not None
    assert f"/k/{LANDSCAPE}/" in link
    assert building.whole(LANDSCAPE) == exported()
    building.close()


def test_a_landscape_that_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    building = Building(Settings(data=tmp_path, database=f"sqlite:///{tmp_path / 'here.db'}"))
    first = a_year()[:1]
    assert building.take_in(first, {}) is not None
    assert building.take_in(*landscape_entries(exported())) is None
    assert building.whole(LANDSCAPE) == landscape_json(first, {})
    building.close()


@pytest.mark.parametrize("where", [0, 1, 200, -2])
def test_a_file_that_was_cut_off_is_not_read_in(where: int) -> None:
    assert why_not(exported()[:where]) == "import_no_json"


def test_something_else_is_not_a_landscape() -> None:
    assert why_not(b'{"format": "leerlandschap.report", "version": 1}') == "import_other_format"
    assert why_not(b"[]") == "import_other_format"


def test_a_newer_version_says_so() -> None:
    assert why_not(changed(version=2)) == "import_newer"


def test_entries_of_another_landscape_are_not_read_in() -> None:
    assert why_not(changed(landscape="lelsewhere")) == "import_broken"


def test_a_gap_in_the_record_is_seen() -> None:
    entries = json.loads(exported())["entries"]
    assert why_not(changed(entries=[*entries[:3], *entries[4:]])) == "import_broken"
    assert why_not(changed(entries=[])) == "import_impossible"


def test_an_event_of_a_workshop_does_not_belong_in_it() -> None:
    entries = json.loads(exported())["entries"]
    stray = {**entries[1], "kind": "StepEntered", "event": {"type": "StepEntered", "step": "closing"}}
    assert why_not(changed(entries=[entries[0], stray])) == "import_broken"


def test_what_could_not_have_happened_is_not_read_in() -> None:
    entries = json.loads(exported())["entries"]
    adopted = {**entries[1], "kind": "PrincipleAdopted", "event": {"type": "PrincipleAdopted", "principle": "nowhere"}}
    assert why_not(changed(entries=[entries[0], adopted])) == "import_impossible"


def test_addresses_and_keys_are_not_in_it(tmp_path: Path) -> None:
    building = Building(Settings(data=tmp_path, database=f"sqlite:///{tmp_path / 'mail.db'}"))
    opened = e.LandscapeOpened(LandscapeId(LANDSCAPE), "Westerveen")
    link = building.take_in((Entry(LANDSCAPE, 1, NOW, "facilitator", opened),), {})
    assert link is not None
    building.names.keep(LANDSCAPE, "Dewi", "dewi@westerveen.example")
    whole = building.whole(LANDSCAPE)
    assert whole is not None
    assert b"Dewi" in whole
    assert b"westerveen.example" not in whole
    assert link.rpartition("/")[2].encode() not in whole
    building.close()
