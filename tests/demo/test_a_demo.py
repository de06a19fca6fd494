# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole card, played over HTTP from the command line; the report is read without the demo's own checks."""

import datetime
from typing import Any

import pytest

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import Language
from tests.demo.running import Run, texts_under

PHONES = {Language.NL: 12, Language.EN: 6}
HANDS = 2


@pytest.fixture(params=Language, scope="session")
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(scope="session")
def run(language: Language, dutch: Run, english: Run) -> Run:
    return dutch if language is Language.NL else english


@pytest.fixture(scope="session")
def report(run: Run) -> Any:
    assert run.status == 0, run.complained
    return run.report


def test_a_demo_of_twelve_is_over_well_within_a_minute(dutch: Run) -> None:
    assert dutch.status == 0, dutch.complained
    assert dutch.seconds < 60


def test_it_tells_every_moment_and_where_the_report_stands(run: Run, language: Language) -> None:
    assert run.said.count("\n0:") >= 15
    for kind in ("json", "md", "html"):
        assert str(run.out / f"report.{kind}") in run.said
    assert f": {PHONES[language]}. " in run.said.splitlines()[-1]
    assert run.complained == ""


def test_the_statements_of_the_card_are_all_there(report: Any, language: Language) -> None:
    card = playbooks.known()["leerlandschap-verkennen"].statements
    assert [each["text"][language] for each in report["statements"]] == [s.text.spoken(language)[0] for s in card]


def test_everybody_with_and_without_a_phone_is_counted_once_in_the_first_round(report: Any, language: Language) -> None:
    for each in report["statements"]:
        first = each["outcomes"][0]
        assert sum(first["counts"]) + first["no_opinion"] == first["answers"] == PHONES[language] + HANDS


def test_two_statements_were_talked_about_and_asked_again(report: Any) -> None:
    again = [each for each in report["statements"] if len(each["outcomes"]) == 2]
    assert len(again) == 2
    assert all(each["discussed"] and each["note"] for each in again)
    assert all(sum(each["outcomes"][1]["moved"][way] for way in ("up", "down", "stayed")) >= 4 for each in again)


def test_the_groups_own_verdict_stands_beside_the_measured_one(report: Any) -> None:
    [overruled] = [each for each in report["statements"] if each["verdict"]]
    assert overruled["zone"] == overruled["verdict"] == "grey"


def test_everybody_raised_a_point_and_two_phones_that_sent_twice_made_no_more(report: Any, language: Language) -> None:
    sources = [text for each in report["points"] for text in each["sources"]]
    assert len(report["points"]) + len(sources) - 1 == PHONES[language]  # the merged one keeps its own words as well
    [merged] = [each for each in report["points"] if each["sources"]]
    single = {each["text"] for each in report["points"] if each is not merged} | set(sources)
    assert single <= texts_under("point", language)
    assert sources[0] in merged["text"]


def test_the_dots_of_everybody_who_spent_them_are_there(report: Any) -> None:
    dots = sum(each["dots"] for each in report["points"])
    assert dots > 0
    assert dots % 3 == 0


def test_three_follow_ups_carry_what_was_agreed(report: Any, language: Language) -> None:
    opened = datetime.datetime.fromisoformat(report["workshop"]["opened_at"]).date()
    assert len(report["follow_ups"]) == 3
    for each in report["follow_ups"]:
        assert {each["text"], each["first_step"], each["done_when"]} <= texts_under("follow_up", language)
        assert opened < datetime.date.fromisoformat(each["due_on"])
    owners = [each["owner"] for each in report["follow_ups"]]
    assert owners.count(None) == 1
    assert {owner for owner in owners if owner} <= texts_under("owner", language)


def test_every_thinking_question_was_answered_in_its_own_way(report: Any, language: Language) -> None:
    assert len(report["choices"]) == 4
    for each in report["choices"]:
        total = sum(option["points"] for option in each["options"])
        assert each["answers"] == PHONES[language]
        fewest = each["most"] if each["kind"] == "divide" else 1
        assert fewest * each["answers"] <= total <= each["most"] * each["answers"]


def test_kept_principles_carry_their_consent_and_the_contested_one_is_parked(report: Any, language: Language) -> None:
    *kept, contested = sorted(report["principles"], key=lambda each: each["number"])
    assert [each["status"] for each in kept] == ["kept"] * 3
    assert contested["parked"]
    for each in (*kept, contested):
        assert each["statement"] in texts_under("principle", language)
        assert sum(each["consent"].values()) == each["answers"] >= 5
        assert set(each["reservations"]) <= texts_under("reservation", language)
    assert [len(each["earlier"]) for each in kept] == [0, 1, 0]


def test_scope_boundaries_insights_and_what_is_parked_are_there(report: Any, language: Language) -> None:
    assert report["scope"] in texts_under("scope", language)
    boundaries = {each["text"] for each in report["boundaries"]}
    assert len(boundaries) == 2
    assert boundaries <= texts_under("boundary", language)
    assert len(report["insights"]) == 2
    assert [each["kind"] for each in report["parked"]] == ["point", "thought", "principle"]


def test_the_workshop_is_closed_and_rated(report: Any) -> None:
    assert report["workshop"]["closed_at"]
    assert sum(report["ratings"]) >= 5


def test_the_same_stands_on_paper_for_people(run: Run, report: Any) -> None:
    for each in (*report["follow_ups"], *(p for p in report["principles"] if p["status"] == "kept")):
        words = each.get("statement") or each["text"]
        assert words in run.paper("md")
        assert words.replace("'", "&#39;") in run.paper("html").replace("&#x27;", "&#39;")
