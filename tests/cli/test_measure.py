# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap measure`: the figures of a file of answers."""

import random

import pytest

from tests.cli.sheets import HEADER, Measuring, rows_of

KEYS = ["statement", "n", "no_opinion", "shares", "class", "sublabel", "label", "certainty", "settled"]
KEYS += ["D", "D_unbiased", "O", "shift", "convergence", "quick"]
TIMED = f"{HEADER},seconds,length"


def test_a_statement_has_the_figures_other_programs_rely_on(measuring: Measuring) -> None:
    whole = measuring(rows_of((0, 1, 2, 4, 3), no_opinion=2))
    assert list(whole) == ["statements", "thresholds", "expected_wrong_labels", "groups"]
    (record,) = whole["statements"]
    assert list(record) == KEYS
    assert (record["n"], record["no_opinion"]) == (10, 2)
    assert record["shares"] == {"agree": 7 / 12, "middle": 4 / 12, "disagree": 1 / 12}
    assert (record["class"], record["sublabel"]) == ("mixed", "scattered")
    assert (record["D"], record["O"]) == (pytest.approx(0.51), pytest.approx(0.15556, abs=1e-5))
    assert record["D_unbiased"] == pytest.approx(0.51 * 10 / 9)
    assert (record["shift"], record["convergence"], record["quick"]) == (None, None, None)
    assert whole["thresholds"]["core_share"] == 0.7


# counts, class, and its probability among people like these: measures of the reference table (region_probs.csv)
@pytest.mark.parametrize(
    ("counts", "kind", "people"),
    [
        ((0, 0, 0, 5, 0), "core_agree", 0.769026),
        ((6, 0, 0, 0, 0), "core_disagree", 0.819149),
        ((0, 0, 1, 4, 5), "core_agree", 0.840800),
        ((5, 0, 0, 0, 5), "polarised", 0.895637),
        ((0, 1, 2, 0, 7), "core_agree", 0.343856),
        ((4, 0, 4, 0, 4), "polarised", 0.489836),
    ],
)
def test_classes_and_how_sure_they_are(measuring: Measuring, counts: list[int], kind: str, people: float) -> None:
    record = measuring.one(rows_of(counts))
    assert record["class"] == kind
    assert record["certainty"]["people"] == pytest.approx(people, abs=1e-6)


def test_the_label_claims_nothing_on_the_line_between_two_classes(measuring: Measuring) -> None:
    record = measuring.one(rows_of((0, 1, 2, 0, 7)))
    assert (record["class"], record["label"]) == ("core_agree", "too_few")
    assert measuring(rows_of((0, 1, 2, 0, 7)))["expected_wrong_labels"] == 0


def test_the_room_says_whether_the_missing_could_change_it(measuring: Measuring) -> None:
    some = measuring.one(rows_of((0, 0, 0, 8, 0)), "--room", "12")
    assert (some["certainty"]["room"], some["settled"]) == (pytest.approx(0.965871, abs=1e-6), False)
    nobody_missing = measuring.one(rows_of((0, 0, 0, 8, 0)))
    assert (nobody_missing["certainty"]["room"], nobody_missing["settled"]) == (1, True)


def test_the_room_is_everyone_in_the_file(measuring: Measuring) -> None:
    lines = rows_of((0, 0, 0, 8, 0)) + rows_of((0, 0, 12, 0, 0), statement="s2")
    assert measuring(lines)["statements"][0]["certainty"]["room"] == pytest.approx(0.965871, abs=1e-6)


def test_labels_that_are_probably_wrong_are_counted(measuring: Measuring) -> None:
    lines = rows_of((0, 0, 0, 5, 0)) + rows_of((0, 0, 1, 4, 5), statement="s2")
    whole = measuring(lines)
    assert whole["expected_wrong_labels"] == pytest.approx((1 - 0.769026) + (1 - 0.840800), abs=1e-5)


def test_below_the_floor_there_is_no_class(measuring: Measuring) -> None:
    record = measuring.one(rows_of((0, 0, 0, 0, 4)))
    assert (record["class"], record["sublabel"], record["label"], record["settled"]) == (None, None, "too_few", None)
    assert record["certainty"] == {"people": None, "room": None}


def test_shift_and_convergence_are_of_those_who_answered_twice(measuring: Measuring) -> None:
    before = ["a,s,1,1", "b,s,1,2", "c,s,1,4", "d,s,1,", "e,s,1,3"]
    after = ["a,s,2,4", "b,s,2,4", "c,s,2,3", "d,s,2,5", "f,s,2,5"]
    record = measuring.one(before + after)
    assert record["n"] == 5
    assert record["shift"] == {"up": 2, "down": 1, "stayed": 0, "p": pytest.approx(0.625)}
    assert record["convergence"]["delta"] < 0
    assert 0 < record["convergence"]["p"] <= 1


def test_the_sign_test_is_the_reference(measuring: Measuring) -> None:
    lines = [f"p{who},s,1,3" for who in range(10)] + [f"p{who},s,2,{5 if who < 8 else 1}" for who in range(10)]
    assert measuring.one(lines)["shift"]["p"] == pytest.approx(0.0654296875)


def test_quick_is_agreed_at_once_and_no_slower_than_usual(measuring: Measuring) -> None:
    lines = [f"p{who},fast,1,5,2,40" for who in range(8)] + [f"p{who},slow,1,5,6,40" for who in range(8)]
    lines += [f"p{who},split,1,{1 + who % 2 * 4},2,40" for who in range(8)]
    quick = {each["statement"]: each["quick"] for each in measuring(lines, header=TIMED)["statements"]}
    assert quick == {"fast": True, "slow": False, "split": False}


def test_a_long_statement_may_take_longer(measuring: Measuring) -> None:
    seconds = {"s1": (2, 20), "s2": (4, 40), "s3": (7, 80)}
    lines = [
        f"p{who},{name},1,5,{took * (1 + who)},{long}" for who in range(8) for name, (took, long) in seconds.items()
    ]
    assert measuring(lines, header=TIMED)["statements"][2]["quick"] is True
    without_length = [line.rpartition(",")[0] for line in lines]
    assert measuring(without_length, header=f"{HEADER},seconds")["statements"][2]["quick"] is False


def test_the_order_of_rows_changes_nothing(measuring: Measuring) -> None:
    dice = random.Random(3)
    lines = [f"p{who},s{what},{turn},{dice.choice(['', 1, 2, 3, 4, 5])},{dice.randint(1, 30)},{what + 9}"
             for who in range(30) for what in range(12) for turn in (1, 2)]  # fmt: skip
    whole = measuring(lines, header=TIMED)
    dice.shuffle(lines)
    assert measuring(lines, header=TIMED) == whole


def test_statements_stand_in_the_order_of_their_numbers(measuring: Measuring) -> None:
    names = [each["statement"] for each in measuring(["a,s10,1,1", "a,s9,1,1", "a,intro,1,1"])["statements"]]
    assert names == ["intro", "s9", "s10"]


def test_columns_may_stand_in_any_order(measuring: Measuring) -> None:
    lines = [f"{position},1,s1,p{person}" for person, position in enumerate("44555")]
    record = measuring.one(lines, header="Position,Round,Statement,Participant")
    assert (record["n"], record["class"]) == (5, "core_agree")


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheet_may_separate_in_its_own_way(measuring: Measuring, separator: str) -> None:
    header, *lines = (line.replace(",", separator) for line in [HEADER, *rows_of((0, 0, 0, 5, 0))])
    assert measuring.one([f"\ufeff{header}", *lines][1:], header=f"\ufeff{header}")["n"] == 5


def test_blank_lines_and_spaces_are_no_answers(measuring: Measuring) -> None:
    record = measuring.one(["a,s1,1,5", "", " a , s1 , 2 , 4 ", ""])
    assert record["shift"] == {"up": 0, "down": 1, "stayed": 0, "p": 0.5}


# --- the edges ---


def test_nobody_answered(measuring: Measuring) -> None:
    assert measuring([])["statements"] == []
    assert measuring.table([], "--language", "en") == ["There are no answers in this file."]


def test_one_person(measuring: Measuring) -> None:
    record = measuring.one(["a,s1,1,4"])
    assert (record["n"], record["D"], record["D_unbiased"], record["O"]) == (1, 0, None, None)


def test_all_without_an_opinion(measuring: Measuring) -> None:
    record = measuring.one(rows_of((), no_opinion=9))
    assert (record["n"], record["D"], record["O"]) == (0, None, None)
    assert (record["class"], record["sublabel"], record["label"]) == ("mixed", "undecided", "clear")


def test_one_answer_in_the_first_round_and_none_in_the_second(measuring: Measuring) -> None:
    lines = ["a,s1,1,4", *rows_of((0, 0, 5, 0, 0), statement="s2", number=2)]
    first = measuring(lines)["statements"][0]
    assert (first["n"], first["label"], first["shift"]) == (1, "too_few", None)


def test_nobody_answered_both_rounds(measuring: Measuring) -> None:
    record = measuring.one(["a,s1,1,4", "b,s1,2,4"])
    assert record["shift"] == {"up": 0, "down": 0, "stayed": 0, "p": 1}
    assert record["convergence"] == {"delta": None, "p": None}


def test_five_against_five_at_the_ends(measuring: Measuring) -> None:
    record = measuring.one(rows_of((5, 0, 0, 0, 5)))
    assert (record["D"], record["D_unbiased"]) == (1, pytest.approx(10 / 9))
    assert record["class"] == "polarised"


def test_a_million_rows(measuring: Measuring) -> None:
    people = "".join(f"p{who},s{what},1,{1 + (who + what) % 5}\n" for who in range(100_000) for what in range(10))
    whole = measuring(f"{HEADER}\n{people}".encode())
    assert [each["n"] for each in whole["statements"]] == [100_000] * 10
    assert whole["statements"][0]["certainty"]["room"] is None  # nobody says how large the room was
