# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock of the machine jumps an hour, on and back, in the middle of a workshop."""

import os
import time
from pathlib import Path

import pytest

from tests.server import Group, serving

LIBRARIES = [
    *Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"),
    *Path("/usr/lib").glob("faketime/libfaketimeMT.so.1"),
]
NEXT_LOOK = 0.5  # seconds: the server looks at its clock again with every command


@pytest.mark.skipif(not LIBRARIES, reason="needs a clock that can be set: install Debian's package faketime")
@pytest.mark.parametrize("jump", ["+3600", "-3600"])
def test_a_workshop_does_not_lose_an_hour_when_the_clock_jumps(tmp_path: Path, jump: str) -> None:
    said = tmp_path / "clock"
    said.write_text("+0\n")
    environment = {
        "LD_PRELOAD": str(LIBRARIES[0]),
        "FAKETIME_TIMESTAMP_FILE": str(said),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with serving(tmp_path / "data", environment=environment) as server:
        group = Group(server.url, 5)
        group.lead("OpenStatements")
        before = group.look(group.facilitator)["clock"]
        changed = tmp_path / "changed"
        changed.write_text(f"{jump}\n")
        os.replace(changed, said)
        for person in group.people:
            assert group.ask(person, "TakeStance", statement="s1", position=4).status_code == 200
        time.sleep(NEXT_LOOK)
        after = group.look(group.facilitator)["clock"]
        assert 0 <= after["used"] - before["used"] < 60
        assert group.look(group.facilitator)["statements"][0]["answers"] == 5
        assert "the clock of this machine jumped by" in server.log.read_text()
        group.lead("RevealStatements")
        assert group.look(group.people[0])["moment"] == "reveal"
