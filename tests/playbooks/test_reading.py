# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Playbooks of one's own: read from a file, and built on another one."""

from pathlib import Path

import pytest

from leerlandschap.playbooks import BrokenPlaybookError, check, check_file, known, read, read_text

CARD_ID = "leerlandschap-verkennen"
STATEMENT = """
[[statement]]
id = "own"
name.nl = "Eigen"
name.en = "Own"
text.nl = "Wij leren van klanten."
text.en = "We learn from customers."
"""


def write(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.write_text(text, "utf-8")
    return place


def test_a_file_with_the_card_is_the_card(tmp_path: Path, card: str) -> None:
    assert read(write(tmp_path, "a.toml", card)) == known()[CARD_ID]


def test_a_file_from_an_editor_that_marks_its_bytes_can_be_read(tmp_path: Path, card: str) -> None:
    place = tmp_path / "a.toml"
    place.write_bytes(b"\xef\xbb\xbf" + card.replace("\n", "\r\n").encode())
    assert read(place).statements == known()[CARD_ID].statements


def test_own_statements_replace_those_of_the_card() -> None:
    own = read_text(f'id = "ours"\nextends = "{CARD_ID}"\n{STATEMENT}')
    assert [each.id for each in own.statements] == ["own"]
    assert (own.id, own.script) == ("ours", known()[CARD_ID].script)


def test_a_playbook_may_build_on_a_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "basis.toml", f'id = "basis"\nextends = "{CARD_ID}"\n{STATEMENT}')
    place = write(tmp_path, "top.toml", 'id = "top"\nextends = "basis.toml"\ntitle.nl = "Top"\ntitle.en = "Top"\n')
    assert (read(place).title.nl, len(read(place).statements)) == ("Top", 1)


def test_a_playbook_needs_an_id_of_its_own() -> None:
    (found,) = check(f'\nextends = "{CARD_ID}"\n')
    assert (found.line, found.code, found.parameters) == (2, "missing_key", {"key": "id"})


def test_playbooks_that_build_on_each_other_in_a_loop_are_told(tmp_path: Path) -> None:
    a = write(tmp_path, "a.toml", 'id = "a"\nextends = "b.toml"\n')
    write(tmp_path, "b.toml", 'id = "b"\nextends = "c.toml"\n')
    write(tmp_path, "c.toml", 'id = "c"\nextends = "b.toml"\n')
    (found,) = check(a.read_text("utf-8"), tmp_path)
    assert (found.line, found.code) == (2, "extends_loop")


def test_a_playbook_that_builds_on_itself_is_told(tmp_path: Path) -> None:
    a = write(tmp_path, "a.toml", 'id = "a"\nextends = "a.toml"\n')
    with pytest.raises(BrokenPlaybookError) as raised:
        read(a)
    assert [each.code for each in raised.value.complaints] == ["extends_loop"]


def test_a_basis_that_is_broken_itself_is_named_with_its_line(tmp_path: Path, card: str) -> None:
    write(tmp_path, "basis.toml", card.replace("minutes = 7.5", "minutes = 0"))
    (found,) = check('id = "a"\nextends = "basis.toml"\n', tmp_path)
    line = card[: card.index("minutes = 7.5")].count("\n") + 1
    assert (found.code, found.parameters) == ("extends_broken", {"name": "basis.toml", "first": line})


NOWHERE = ["nobody", "nobody.toml", "../a.toml", "/etc/passwd", "sub/a.toml", ".toml", "x" * 500]


@pytest.mark.parametrize("name", NOWHERE)
def test_a_basis_that_cannot_be_found_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.toml", "")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert [each.code for each in check(f'id = "a"\nextends = "{name}"\n', inner)] == ["extends_unknown"]


def test_without_a_folder_no_file_is_read() -> None:
    assert [each.code for each in check('id = "a"\nextends = "pyproject.toml"\n')] == ["extends_unknown"]


def test_a_basis_that_is_no_text_is_told() -> None:
    assert [each.code for each in check("extends = 3")] == ["not_a_text"]


def test_a_broken_file_is_never_half_read(tmp_path: Path, card: str) -> None:
    place = write(tmp_path, "a.toml", card.replace('id = "s2"', 'id = "s1"'))
    with pytest.raises(BrokenPlaybookError, match="double_id"):
        read(place)


def test_a_file_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    place = tmp_path / "a.toml"
    place.write_bytes(b'id = "a"\n\xff\xfe\x00')
    assert [(each.line, each.code) for each in check_file(place)] == [(2, "not_text")]


def test_a_huge_file_is_told(tmp_path: Path) -> None:
    place = tmp_path / "a.toml"
    place.write_bytes("é".encode() * 1_000_000)
    assert [each.code for each in check_file(place)] == ["too_large"]


@pytest.mark.parametrize("name", ["absent.toml", "."])
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    assert [each.code for each in check_file(tmp_path / name)] == ["not_found"]
