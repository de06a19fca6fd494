# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap coach`: advice on every line of a file, and never a refusal because of what stands in it."""

import json
from pathlib import Path

import pytest

from tests.cli.test_command_line import leerlandschap

NO_RULE = "Elke medewerker leert vier uur per maand.\n"
HEDGED = "Elke medewerker leert eventueel vier uur per maand."


@pytest.fixture
def principles(tmp_path: Path) -> Path:
    file = tmp_path / "uitgangspunten.txt"
    file.write_text(f"{NO_RULE}\n{HEDGED}\r\nElke cursus wordt door HR vergoed.\n", "utf-8")
    return file


def test_each_hint_says_its_line_how_much_it_matters_and_the_words(principles: Path) -> None:
    ended = leerlandschap("coach", "--language", "nl", str(principles))
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        "Regel 3, belangrijk: Schrap 'eventueel', of zeg wanneer het wel en niet geldt.",
        "Regel 4, advies: Wie doet dit? Begin met die persoon. (wordt door HR vergoed)",
    ]


def test_as_json_each_hint_is_an_object_on_a_line(principles: Path) -> None:
    ended = leerlandschap("coach", "--json", str(principles))
    said = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [{key: each[key] for key in ("line", "rule", "level", "span")} for each in said] == [
        {"line": 3, "rule": "R2", "level": "strong", "span": [22, 31]},
        {"line": 4, "rule": "R4", "level": "hint", "span": [12, 33]},
    ]
    assert said[0]["message"] == "Schrap 'eventueel', of zeg wanneer het wel en niet geldt."
    assert HEDGED[22:31] == "eventueel"


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_without_a_file_it_reads_what_is_piped_in(arguments: tuple[str, ...]) -> None:
    ended = leerlandschap("coach", "--language", "en", *arguments, typed=b"Each team pays where possible.")
    assert (ended.returncode, ended.stdout) == (
        0,
        "Line 1, important: Drop 'where possible', or say when it does and does not apply.\n",
    )


def test_a_good_principle_is_told_so_and_json_says_nothing() -> None:
    assert leerlandschap("coach", typed=NO_RULE.encode()).stdout == "Geen opmerkingen.\n"
    assert leerlandschap("coach", "--json", typed=NO_RULE.encode()).stdout == ""


def test_words_the_organisation_allows_are_left_alone(principles: Path) -> None:
    ended = leerlandschap("coach", "--json", str(principles), LEERLANDSCHAP_COACH_ALLOWS="misschien, Eventueel")
    assert [json.loads(line)["rule"] for line in ended.stdout.splitlines()] == ["R4"]


UNFIT = {
    "a program": (b"\x7fELF\x00\x01", "is geen tekst"),
    "another encoding": ("Eén\nzin\n".encode("latin-1"), "regel 1: dit is geen UTF-8"),
    "half a character": (b"Een zin\nen \xe2\x82", "regel 2: dit is geen UTF-8"),
}


@pytest.mark.parametrize("told", UNFIT)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, told: str) -> None:
    written, sentence = UNFIT[told]
    file = tmp_path / "file"
    file.write_bytes(written)
    for ended in (leerlandschap("coach", str(file)), leerlandschap("coach", typed=written)):
        assert ended.returncode == 1
        assert ended.stdout == ""
        assert sentence in ended.stderr
        assert ended.stderr.count("\n") == 1


def test_a_file_that_is_not_there_or_a_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for place in (tmp_path / "absent", tmp_path):
        ended = leerlandschap("coach", str(place))
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
        assert f"Het bestand {place} kan niet worden gelezen" in ended.stderr


def test_a_mark_of_byte_order_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"\xef\xbb\xbf" + HEDGED.encode())
    assert json.loads(leerlandschap("coach", "--json", str(file)).stdout)["span"] == [22, 31]


def test_an_unknown_language_is_wrong_use() -> None:
    assert leerlandschap("coach", "--language", "fr", typed=b"").returncode == 2
