# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house style that an operator names: Word files come in it, and one that cannot be used stops the start."""

import io
from pathlib import Path

import docx
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.house_style import Complaint
from tests.cli.test_command_line import leerlandschap
from tests.server import Group, serving


def word_file(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(str(path))
    return path


def test_word_files_come_in_the_house_style_over_http_and_from_the_command_line(tmp_path: Path) -> None:
    named = {"LEERLANDSCHAP_HOUSE_STYLE": str(word_file(tmp_path / "house.docx", "Gemeente Voorbeeld", "{{p body }}"))}
    with serving(tmp_path / "data", environment=named) as server:
        group = Group(server.url, 1)
        address = f"/api/v1/workshops/{group.opened['workshop']}/documents/docx"
        fetched = group.client.get(address, headers={"authorization": f"Bearer {group.facilitator}"}).content
    out = tmp_path / "report.docx"
    asked = ("export", group.opened["workshop"], "--kind", "docx", "--data", str(tmp_path / "data"), "--out", str(out))
    assert leerlandschap(*asked, **named).returncode == 0
    for made in (fetched, out.read_bytes()):
        assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "Gemeente Voorbeeld"


@pytest.mark.parametrize("command", ["serve", "export"])
def test_a_house_style_without_a_place_for_the_text_stops_the_start_with_a_sentence(
    tmp_path: Path, command: str
) -> None:
    path = str(word_file(tmp_path / "house.docx", "Gemeente Voorbeeld"))
    options = ("--no-open", "--port", "0") if command == "serve" else ("w1", "--kind", "docx", "--language", "nl")
    ended = leerlandschap(command, *options, "--data", str(tmp_path), LEERLANDSCHAP_HOUSE_STYLE=path)
    assert (ended.returncode, ended.stderr.strip()) == (
        1,
        f"Een instelling klopt niet: {path}: Er is geen plek voor de tekst. Zet {{{{p body }}}} in een eigen alinea, "
        "waar de tekst moet komen. Pas hem aan en begin opnieuw.",
    )


def test_a_house_style_that_is_not_there_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    path = str(tmp_path / "nothing.docx")
    ended = leerlandschap("serve", "--no-open", "--data", str(tmp_path), LEERLANDSCHAP_HOUSE_STYLE=path)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Een instelling klopt niet: {path}: ")


def test_a_word_file_can_be_looked_through_beforehand(tmp_path: Path) -> None:
    path = str(word_file(tmp_path / "house.docx", "{{ title }}", "{{p body }}"))
    for language, said in (("nl", "kan de huisstijl zijn. Er ontbreekt niets aan."), ("en", "can be the house style.")):
        ended = leerlandschap("house-style", "check", path, "--language", language)
        assert (ended.returncode, ended.stdout.startswith(f"{path} {said}"), ended.stderr) == (0, True, "")


def test_everything_that_is_wrong_with_it_is_said_on_a_line_of_its_own(tmp_path: Path) -> None:
    path = str(word_file(tmp_path / "house.docx", "{{ titel }}", "{{ title|upper }}", "Gemeente Voorbeeld"))
    ended = leerlandschap("house-style", "check", path)
    complaints = (Complaint("unknown_field", "titel"), Complaint("expression"), Complaint("no_body"))
    assert (ended.returncode, ended.stdout.splitlines()) == (1, [each.sentence(Language.NL) for each in complaints])
    english = leerlandschap("house-style", "check", path, "--language", "en")
    assert (english.returncode, len(english.stdout.splitlines())) == (1, 3)


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (("{% for each in all %}{{p body }}{% endfor %}",), "statement"),
        (("{{ title }}",), "no_body"),
        (("{{p body }}", "{{p body }}"), "body_twice"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_what_is_wrong_is_said_in_the_language_of_the_reader(
    tmp_path: Path, paragraphs: tuple[str, ...], code: str, language: Language
) -> None:
    path = str(word_file(tmp_path / "house.docx", *paragraphs))
    ended = leerlandschap("house-style", "check", path, "--language", language.value)
    assert (ended.returncode, ended.stdout.splitlines()) == (1, [Complaint(code).sentence(language)])


def test_a_file_that_is_no_word_file_or_not_there_is_told_in_words(tmp_path: Path) -> None:
    plain = tmp_path / "plain.docx"
    plain.write_text("Beste collega,", "utf-8")
    ended = leerlandschap("house-style", "check", str(plain))
    assert (ended.returncode, ended.stdout.strip()) == (1, Complaint("no_docx").sentence(Language.NL))
    absent = leerlandschap("house-style", "check", str(tmp_path / "absent.docx"))
    assert (absent.returncode, absent.stderr.endswith("Controleer de naam en de rechten.\n")) == (1, True)
