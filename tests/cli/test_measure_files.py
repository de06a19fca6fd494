# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file that is not as expected gets a sentence with its row, its column, and what is expected."""

from pathlib import Path

import pytest

from leerlandschap.cli import main
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import catalogue
from tests.cli.sheets import HEADER, Measuring

GOOD = "anna,s1,1,4"
FIRST = "participant,group-id,n-votes,s1,s2"


@pytest.mark.parametrize("position", ["0", "6", "-1", "3.5", "eens", "11", "١"])
def test_a_position_outside_the_scale(measuring: Measuring, position: str) -> None:
    sentence = measuring.refused([GOOD, f"bas,s1,1,{position}"])
    assert sentence == (
        f"Row 3, column position: it says '{position}'. Expected: 1, 2, 3, 4, 5, or empty for no opinion."
    )


def test_a_sentence_comes_in_dutch(measuring: Measuring) -> None:
    sentence = measuring.refused(["bas,s1,1,9"], language="nl")
    assert sentence == "Rij 2, kolom position: er staat '9'. Verwacht: 1, 2, 3, 4, 5, of leeg voor geen mening."


@pytest.mark.parametrize("number", ["", "0", "-1", "1.5", "eerste", "9" * 30, "²"])
def test_a_round_that_is_no_whole_number(measuring: Measuring, number: str) -> None:
    assert measuring.refused([GOOD, f"bas,s1,{number},4"]).startswith(f"Row 3, column round: it says '{number}'.")


def test_who_answers_twice_is_refused_with_both_rows(measuring: Measuring) -> None:
    sentence = measuring.refused([GOOD, "bas,s1,1,4", "anna,s1,2,4", "", " anna,s1 ,01,2"])
    assert sentence == "Row 6: anna answered statement s1 in round 1 on row 2 already. Expected: once."


@pytest.mark.parametrize(("line", "column"), [(",s1,1,4", "participant"), ("bas, ,1,4", "statement")])
def test_a_row_without_a_name(measuring: Measuring, line: str, column: str) -> None:
    assert measuring.refused([GOOD, line]) == f"Row 3, column {column}: this cell is empty. Expected: a name or number."


@pytest.mark.parametrize("line", ["bas,s1,1", "bas,s1,1,4,5"])
def test_a_row_that_is_too_short_or_too_long(measuring: Measuring, line: str) -> None:
    assert measuring.refused([GOOD, line]).startswith(f"Row 3: there are {line.count(',') + 1} columns, and 4 are")


def test_an_unknown_column_is_named(measuring: Measuring) -> None:
    sentence = measuring.refused([], header=f"{HEADER},mood")
    assert sentence.startswith("Row 1, column mood: we do not know this name. Expected: participant, statement,")


@pytest.mark.parametrize("column", ["participant", "statement", "round", "position"])
def test_a_missing_column_is_named(measuring: Measuring, column: str) -> None:
    header = ",".join(name for name in HEADER.split(",") if name != column)
    assert measuring.refused([], header=header).startswith(f"Row 1: column {column} is missing.")


def test_a_column_that_is_there_twice(measuring: Measuring) -> None:
    assert measuring.refused([], header=f"{HEADER},round").startswith("Row 1, column round: this name is there twice.")
    assert measuring.refused([], header="participant,s1,s1").startswith("Row 1, column s1: this name is there twice.")


@pytest.mark.parametrize("seconds", ["-1", "snel", "nan", "inf"])
def test_seconds_that_are_no_time(measuring: Measuring, seconds: str) -> None:
    sentence = measuring.refused([f"{GOOD},{seconds}"], header=f"{HEADER},seconds")
    assert sentence == f"Row 2, column seconds: it says '{seconds}'. Expected: a number from 0, or empty."


def test_a_statement_without_length(measuring: Measuring) -> None:
    assert "above 0" in measuring.refused([f"{GOOD},0"], header=f"{HEADER},length")


def test_a_statement_of_two_lengths(measuring: Measuring) -> None:
    sentence = measuring.refused([f"{GOOD},40", "bas,s1,1,4,41"], header=f"{HEADER},length")
    assert sentence.startswith("Row 3, column length: it says 41, and earlier this statement had 40.")


def test_somebody_in_two_teams(measuring: Measuring) -> None:
    sentence = measuring.refused([f"{GOOD},noord", "anna,s2,1,4,zuid"], header=f"{HEADER},team")
    assert sentence.startswith("Row 3, column team: it says 'zuid', and earlier this person was in 'noord'.")


def test_teams_that_are_not_there(measuring: Measuring) -> None:
    assert measuring.refused([GOOD], "--teams") == "Column team is missing or empty. It is needed for --teams."


@pytest.mark.parametrize("whole", [b"", b"\n", b",,,\n", b"\xef\xbb\xbf"])
def test_an_empty_file(measuring: Measuring, whole: bytes) -> None:
    assert measuring.refused(whole).startswith("The file is empty. Row 1 holds the names of the columns")


def test_a_file_that_is_not_utf_8(measuring: Measuring) -> None:
    sentence = measuring.refused(f"{HEADER}\n{GOOD}\nzoë,s1,1,4\n".encode("latin-1"))
    assert sentence == "Row 3, character 3: this is not UTF-8. Save the file as CSV UTF-8."


def test_a_file_that_is_no_csv(measuring: Measuring) -> None:
    assert measuring.refused(f'{HEADER}\n"anna"x,s1,1,4\n'.encode()).startswith("Row 2: this is not CSV (")


def test_a_cell_without_end(measuring: Measuring) -> None:
    assert "this is not CSV" in measuring.refused(f'{HEADER}\n"anna,s1,1,4\n{"x" * 200_000}'.encode())


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path / "absent.csv", tmp_path):
        assert main(["measure", str(place), "--language", "en"]) == 1
        assert capsys.readouterr().err.startswith(f"The file {place} cannot be read (")


def test_a_file_of_something_else(measuring: Measuring) -> None:
    sentence = measuring.refused(["1,2"], header="price,colour")
    assert sentence.startswith("Row 1, column price: expected are the columns participant, statement, round, position")


# --- exports of Polis ---


def test_an_export_of_polis_is_recognised(measuring: Measuring) -> None:
    lines = [f"{who},0,2,{first},{second}" for who, (first, second) in enumerate([(1, -1)] * 6 + [(0, ""), ("", "")])]
    first, second = measuring(lines, header=FIRST)["statements"]
    assert (first["statement"], first["n"], first["no_opinion"], first["class"]) == ("s1", 7, 0, "core_agree")
    assert (second["n"], second["class"], second["shift"]) == (6, "core_disagree", None)


def test_disagreement_on_three_points_uses_the_whole_scale(measuring: Measuring) -> None:
    lines = [f"{who},{vote}" for who, vote in enumerate([1, 1, 0, -1])]
    shares = (1 / 4, 2 / 4)  # at or below disagree, at or below pass
    assert measuring.one(lines, header="participant,s1")["D"] == pytest.approx(2 * sum(f * (1 - f) for f in shares))


@pytest.mark.parametrize("vote", ["2", "eens", "-", "5"])
def test_a_vote_that_is_none(measuring: Measuring, vote: str) -> None:
    sentence = measuring.refused(["1,0,2,1, -1 ", f"2,0,2,1,{vote}"], header=FIRST)
    assert sentence == f"Row 3, column s2: it says '{vote}'. Expected: -1, 0, 1, or empty for not seen."


def test_somebody_with_two_rows_of_votes(measuring: Measuring) -> None:
    sentence = measuring.refused(["1,0,2,1,1", "2,0,2,1,1", "1,0,2,1,1"], header=FIRST)
    assert sentence == "Row 4, column participant: 1 is on row 2 already. Expected: one row a person."


def test_votes_without_a_voter(measuring: Measuring) -> None:
    assert measuring.refused([" ,0,2,1,1"], header=FIRST).startswith("Row 2, column participant: this cell is empty.")


def test_votes_without_statements(measuring: Measuring) -> None:
    assert "name of a statement" in measuring.refused([], header="participant,n-votes")
    assert "name of a statement" in measuring.refused([], header="participant,s1,")


def test_a_row_of_votes_that_is_too_short(measuring: Measuring) -> None:
    assert measuring.refused(["1,0,2,1"], header=FIRST).startswith("Row 2: there are 4 columns, and 5 are expected")


def test_every_refusal_is_tried_here() -> None:
    tried = {
        "empty",
        "unreadable",
        "not_utf8",
        "not_csv",
        "unknown_column",
        "missing_column",
        "column_twice",
        "neither",
    }
    tried |= {"no_statement", "width", "no_name", "round", "position", "vote", "seconds", "length", "two_teams"}
    tried |= {"two_lengths", "twice", "person_twice", "no_teams"}
    there = {key.removeprefix("measure.wrong.") for key in catalogue(Language.NL) if key.startswith("measure.wrong.")}
    assert there == tried
