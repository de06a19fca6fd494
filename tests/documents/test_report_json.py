# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON report holds everything that was sent, as it was sent, and nothing of anybody."""

import json
from functools import cache
from typing import Any

import pytest

from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.documents import as_json, report_json
from tests.documents.meeting import OWNER, PEOPLE, POSITIONS, Meeting, played

KEYS = ["format", "version", "workshop", "statements", "choices", "principles", "insights", "points", "follow_ups",
        "scope", "boundaries", "parked", "thresholds", "ratings"]  # fmt: skip


@cache
def told() -> tuple[Meeting, dict[str, Any]]:
    meeting = played()
    return meeting, json.loads(report_json(meeting.seen_by()))


def test_the_keys_are_the_contract() -> None:
    _, report = told()
    assert list(report) == KEYS
    assert (report["format"], report["version"]) == ("leerlandschap.report", 1)


def test_every_key_is_explained_where_it_is_made() -> None:
    _, report = told()
    words = as_json.__doc__ or ""
    assert [key for key in KEYS if f"``{key}``" not in words] == []
    parts = [report["statements"][0], report["choices"][0], report["principles"][0], report["points"][0],
             report["follow_ups"][0], report["workshop"]]  # fmt: skip
    assert [key for part in parts for key in part if key not in words] == []


def test_all_statements_are_there_with_their_figures() -> None:
    meeting, report = told()
    assert [s["id"] for s in report["statements"]] == [s.id for s in meeting.state.playbook.statements]
    second, third = report["statements"][1:3]
    assert second["text"] == {"nl": meeting.typed["statement"]}
    assert second["outcomes"][0]["counts"] == [POSITIONS.count(n) for n in range(1, 6)]
    assert second["outcomes"][0]["no_opinion"] == 1
    assert (third["outcomes"][0]["zone"], third["verdict"], third["zone"]) == ("grey", "core", "core")


def test_both_rounds_are_there_with_who_moved_as_totals() -> None:
    meeting, report = told()
    first = report["statements"][0]
    assert [o["round"] for o in first["outcomes"]] == [1, 2]
    assert {key: first["outcomes"][1]["moved"][key] for key in ("up", "down", "stayed")} == {
        "up": 5, "down": 2, "stayed": 4,
    }  # fmt: skip
    assert first["note"] == meeting.typed["note"]


def test_every_point_is_there_and_what_became_of_it() -> None:
    meeting, report = told()
    points = {p["text"]: p for p in report["points"]}
    typed = meeting.typed
    assert set(points) == {typed["merged"], typed["point_2"], typed["point_3"], typed["point_4"]}
    assert points[typed["merged"]]["sources"] == [typed["point_1"], typed["point_5"]]
    assert points[typed["merged"]]["dots"] == 24
    assert points[typed["merged"]]["statements"] == ["s1", "s2"]
    assert points[typed["point_2"]]["kind"] == "contradictory"
    assert points[typed["point_4"]]["parked"]
    assert [p["text"] for p in report["points"] if p["agreed"]] == [typed["merged"], typed["point_2"]]


def test_every_follow_up_is_there_with_owner_and_date() -> None:
    meeting, report = told()
    owned, unowned = report["follow_ups"]
    typed = meeting.typed
    names = ("text", "owner", "due_on", "first_step", "done_when")
    assert [owned[n] for n in names] == [
        typed["follow_up_1"], typed["owner"], "2026-12-08", typed["first_step"], typed["done_when"],
    ]  # fmt: skip
    assert [unowned[n] for n in names] == [typed["follow_up_2"], None, None, "", ""]


def test_every_choice_is_there() -> None:
    meeting, report = told()
    assert [q["id"] for q in report["choices"]] == [q.id for q in meeting.state.playbook.questions]
    for question, asked in zip(report["choices"], meeting.state.playbook.questions, strict=True):
        points = [option["points"] for option in question["options"]]
        each = asked.most if asked.kind == "divide" else 1
        assert points == [len(PEOPLE) * each] + [0] * (len(points) - 1)


def test_every_principle_is_there_with_its_consent_and_reservations() -> None:
    meeting, report = told()
    by_text = {p["statement"]: p for p in report["principles"]}
    first, second = by_text[meeting.typed["principle_1"]], by_text[meeting.typed["principle_2"]]
    assert [first[key] for key in ("because", "means", "except")] == [
        meeting.typed[key] for key in ("because", "means", "except")
    ]
    assert (first["status"], first["consent"]) == ("kept", {"agree": 10, "can_live_with": 2, "object": 0})
    assert (second["status"], second["consent"]) == ("revealed", {"agree": 10, "can_live_with": 0, "object": 2})
    assert second["reservations"] == [meeting.typed["reservation"]]


def test_scope_boundaries_insights_and_what_was_parked_are_there() -> None:
    meeting, report = told()
    typed = meeting.typed
    assert report["scope"] == typed["scope"]
    assert [b["text"] for b in report["boundaries"]] == [typed["boundary"]]
    assert [i["text"] for i in report["insights"]] == [typed["insight"]]
    assert [p["text"] for p in report["parked"]] == [typed["point_4"], typed["thought"]]
    assert report["ratings"] == [0, 0, 0, 12, 0]
    assert report["thresholds"]["core_share"] == 0.7


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.FACILITATOR, Role.LANDSCAPE])
def test_nobody_is_in_it(role: Role) -> None:
    meeting = told()[0]
    words = report_json(meeting.seen_by(role)).decode()
    assert [who for who in (*PEOPLE, OWNER, meeting.typed["motivation"], meeting.typed["fill"]) if who in words] == []


def test_before_the_reveal_no_figure_is_in_it() -> None:
    meeting = Meeting()
    meeting.leads(c.OpenStatements())
    for person in range(len(PEOPLE)):
        meeting.says(person, c.TakeStance(meeting.state.playbook.statements[0].id, 5))
    report = json.loads(report_json(meeting.seen_by()))
    assert [s["outcomes"] for s in report["statements"]] == [[]] * 5
    assert report["ratings"] is None
