# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`measure --teams` and `measure --groups`, and the table with both."""

import numpy as np
import pytest

from leerlandschap.cli import main
from leerlandschap.opinions import Answers
from tests.cli.sheets import HEADER, Measuring, Record
from tests.opinions.conversations import with_groups, without_groups

TEAMS = f"{HEADER},team"
PARTS = ["D_total", "D_within", "D_between", "share", "share_unbiased", "p"]


def teams(*counts: tuple[int, ...], statement: str = "s1") -> list[str]:
    """One row a person, for teams counted by position."""
    return [
        f"{number}-{position}-{person},{statement},1,{position},team {number}"
        for number, team in enumerate(counts)
        for position, many in enumerate(team, 1)
        for person in range(many)
    ]


def rows(answers: Answers) -> list[str]:
    seen = np.argwhere(answers.codes.T > 0).tolist()
    return [f"p{person},s{number},1,{answers.codes[number, person] % 6 or ''}" for person, number in seen]


def test_disagreement_is_divided_over_teams(measuring: Measuring) -> None:
    record = measuring.one(teams((4, 1, 0, 0, 0), (0, 0, 1, 3, 1), (1, 1, 1, 1, 1)), "--teams", header=TEAMS)
    found = record["teams"]
    assert list(found) == PARTS
    assert [round(found[part], 6) for part in PARTS[:4]] == [0.826667, 0.426667, 0.4, 0.483871]
    assert found["p"] < 0.05
    assert record["team_cells"]["team 2"]["answers"] == 5


def test_without_the_option_nothing_is_said_about_teams(measuring: Measuring) -> None:
    assert "teams" not in measuring.one(teams((5, 0, 0, 0, 0), (0, 0, 0, 0, 5)), header=TEAMS)


def test_a_small_team_is_hidden_and_so_is_the_one_that_would_give_it_away(measuring: Measuring) -> None:
    cells = measuring.one(teams((0, 0, 2, 2, 0), (0, 3, 3, 0, 0), (0, 0, 9, 0, 9)), "--teams", header=TEAMS)[
        "team_cells"
    ]
    assert [name for name, cell in cells.items() if cell is None] == ["team 0", "team 1"]


def test_the_same_teams_are_hidden_in_every_statement(measuring: Measuring) -> None:
    lines = teams((0, 0, 4, 4, 0), (0, 4, 4, 0, 0), (0, 0, 9, 0, 9))
    lines += teams((0, 0, 2, 2, 0), (0, 4, 4, 0, 0), (0, 0, 9, 0, 9), statement="s2")
    cells = [each["team_cells"] for each in measuring(lines, "--teams", header=TEAMS)["statements"]]
    assert [[name for name, cell in each.items() if cell is None] for each in cells] == [["team 0", "team 1"]] * 2


def test_a_statement_that_hardly_anyone_answered_shows_no_team(measuring: Measuring) -> None:
    lines = teams((0, 0, 4, 4, 0), (0, 4, 4, 0, 0)) + teams((0, 0, 1, 1, 0), (0, 0, 1, 0, 0), statement="s2")
    first, second = measuring(lines, "--teams", header=TEAMS)["statements"]
    assert None not in first["team_cells"].values()
    assert set(second["team_cells"].values()) == {None}


def test_teams_of_one_are_all_hidden(measuring: Measuring) -> None:
    record = measuring.one(teams(*[(0, 0, 0, 0, 1)] * 3, *[(1, 0, 0, 0, 0)] * 3), "--teams", header=TEAMS)
    assert set(record["team_cells"].values()) == {None}
    assert record["teams"] == dict.fromkeys(PARTS)


def test_a_unanimous_team_does_not_betray_its_members(measuring: Measuring) -> None:
    cells = measuring.one(teams((0, 0, 0, 8, 0), (0, 0, 8, 0, 8)), "--teams", header=TEAMS)["team_cells"]
    assert cells["team 0"]["shares"]["agree"] == {"share": 0.9, "bound": "at_least"}
    assert cells["team 0"]["shares"]["disagree"] == {"share": 0.1, "bound": "at_most"}


def test_who_has_no_team_is_in_none(measuring: Measuring) -> None:
    lines = [*teams((5, 0, 0, 0, 0), (0, 0, 0, 0, 5)), "loner,s1,1,3,"]
    record = measuring.one(lines, "--teams", header=TEAMS)
    assert record["n"] == 11
    assert record["teams"]["D_between"] == 1


@pytest.fixture(scope="module")
def divided() -> list[str]:
    return rows(with_groups(80, 20, 2)[0])


def test_groups_that_are_there_are_told(measuring: Measuring, divided: list[str]) -> None:
    whole = measuring(divided, "--groups")
    assert len(whole["groups"]) == 2
    assert sum(group["people"] for group in whole["groups"]) == 80
    voices = [voice for group in whole["groups"] for voice in group["statements"]]
    assert {voice["side"] for voice in voices} <= {"agree", "disagree"}
    assert all(1 <= len(group["statements"]) <= 5 for group in whole["groups"])
    assert whole["grouping"]["p"] <= 0.05
    assert whole["thresholds"]["groups"]["smallest"] == 5


def test_the_order_of_rows_gives_the_same_groups(measuring: Measuring, divided: list[str]) -> None:
    whole = measuring(divided, "--groups")
    assert measuring(sorted(divided, key=lambda line: line[::-1]), "--groups") == whole


@pytest.mark.parametrize(
    ("people", "statements", "reason"),
    [(19, 20, "too_few_people"), (40, 14, "too_few_statements"), (0, 0, "too_few_people")],
)
def test_no_groups_come_with_a_reason(measuring: Measuring, people: int, statements: int, reason: str) -> None:
    lines = rows(with_groups(people, statements, 2, answered=1)[0]) if people else []
    whole = measuring(lines, "--groups")
    assert (whole["groups"], whole["grouping"]) == ({"shown": False, "reason": reason}, None)


def test_noise_is_named_chance(measuring: Measuring) -> None:
    assert reason(measuring(rows(without_groups(60, 20, 1)), "--groups")) == "chance"


def reason(whole: Record) -> str:
    return str(whole["groups"]["reason"])


def test_groups_that_were_not_asked_for_are_not_looked_for(measuring: Measuring, divided: list[str]) -> None:
    assert measuring(divided)["groups"] is None


# --- the table ---


def test_the_table_is_aligned_and_in_the_words_of_the_language(measuring: Measuring) -> None:
    lines = teams((4, 1, 0, 0, 0), (0, 0, 1, 3, 1), statement="Iedereen leert wat de functie vraagt en niets anders")
    heading, row, *_ = measuring.table(lines, "--teams", "--language", "nl", header=TEAMS)
    words = "Stelling mening geen eens midden oneens Beeld Zekerheid verschil D tegenover O verschoof snel"
    assert " ".join(heading.split()) == words
    figures = "10 0 40 % 10 % 50 % twee kampen waarschijnlijk, staat vast in deze zaal 0,82 0,44 – –"
    assert " ".join(row.split()) == f"Iedereen leert wat de functie v… {figures}"
    assert row.index("twee") == heading.index("Beeld")


def test_the_table_tells_of_teams_groups_and_thresholds(measuring: Measuring, divided: list[str]) -> None:
    told = measuring.table([f"{line},{'north' if line < 'p4' else 'south'}" for line in divided], "--teams", "--groups",
                           "--language", "en", header=TEAMS)  # fmt: skip
    assert any(line.startswith("s0: ") and "between teams" in line for line in told)
    assert any(line.startswith("There are 2 groups") for line in told)
    assert any(line.startswith("Group B: ") for line in told)
    assert told[-1].startswith("Thresholds: core from 70 % on one side and less than 15 % on the other;")


def test_the_table_tells_why_there_are_no_groups(measuring: Measuring) -> None:
    told = measuring.table(rows(with_groups(10, 20, 2)[0]), "--groups", "--language", "en")
    assert "No groups: they need 20 people with at least 7 answers each." in told


@pytest.mark.parametrize("size", ["0", "-3", "many", "99999999999"])
def test_a_room_that_is_no_number_of_people_is_wrong_use(measuring: Measuring, size: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["measure", str(measuring.file), "--room", size])
    assert ended.value.code == 2
