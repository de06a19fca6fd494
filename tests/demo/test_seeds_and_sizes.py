# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same seed is the same workshop; another seed is another; a small group gets through too."""

import datetime
import re
from pathlib import Path
from typing import Any

from tests.demo.running import Run


def without_ids_and_times(report: Any) -> Any:
    """The report with every id replaced by its order of coming, and dates by days since it was opened."""
    opened = datetime.date.fromisoformat(report["workshop"]["opened_at"][:10])
    for each in report["follow_ups"]:
        each["due_on"] = (datetime.date.fromisoformat(each["due_on"]) - opened).days
    for moment in ("id", "landscape", "opened_at", "closed_at"):
        del report["workshop"][moment]
    return _renamed(report, {})


def _renamed(part: Any, names: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {key: _renamed(each, names) for key, each in part.items()}
    if isinstance(part, list):
        return [_renamed(each, names) for each in part]
    if isinstance(part, str) and re.fullmatch(r"[a-z0-9]{16}", part):
        return names.setdefault(part, f"id {len(names)}")
    return part


def test_the_same_seed_gives_the_same_report(dutch: Run, out: Path) -> None:
    again = Run(out, "--participants", "12", "--pace", "fast", "--seed", "1")
    assert without_ids_and_times(again.report) == without_ids_and_times(dutch.report)


def test_another_seed_gives_another_report(dutch: Run, out: Path) -> None:
    other = Run(out, "--participants", "12", "--seed", "2")
    assert other.status == 0, other.complained
    first = [each["outcomes"][0]["counts"] for each in dutch.report["statements"]]
    assert [each["outcomes"][0]["counts"] for each in other.report["statements"]] != first


def test_a_group_of_three_gets_through_and_is_told_too_few_everywhere(of_three: Run) -> None:
    assert of_three.status == 0, of_three.complained
    report = of_three.report
    outcomes = [outcome for each in report["statements"] for outcome in each["outcomes"]]
    assert {outcome["kind"] for outcome in outcomes} == {"too_few"}
    assert {outcome["counts"] for outcome in outcomes} == {None}
    assert {option["points"] for each in report["choices"] for option in each["options"]} == {None}
    assert {each["dots"] for each in report["points"]} == {None}
    assert [each["consent"] for each in report["principles"]] == [None] * 3
    assert report["ratings"] is None


def test_a_group_of_three_keeps_what_it_wrote(of_three: Run) -> None:
    report = of_three.report
    assert len(report["points"]) == 5
    assert len(report["follow_ups"]) == 3
    assert [each["status"] for each in report["principles"]] == ["kept", "kept", "revealed"]
    assert report["scope"]


def test_one_person_alone_gets_through(out: Path) -> None:
    alone = Run(out, "--participants", "1")
    assert alone.status == 0, alone.complained
    assert alone.report["workshop"]["in_room"] == 3
