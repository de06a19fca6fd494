# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape goes to another installation through the command line, whole; what is not whole is refused in words."""

import json
import re
from pathlib import Path

import pytest

from tests.afterwards import Afterwards, Reader
from tests.cli.test_command_line import leerlandschap
from tests.screens.reading import Page
from tests.server import serving

NAMES = ("שרה לוי", "Chen 🌱👩🏽‍🏫")
WORDS = "אנחנו לומדים יחד 🇳🇱 <b>{{ 7*7 }}</b>"


class Away:
    """The folder that a landscape comes from: its id, and the file that was made of it."""

    def __init__(self, place: Path) -> None:
        self.data, self.file = place / "from", place / "landscape.json"
        with serving(self.data) as server:
            after = Afterwards(server.url)
            after.tell("TakeOver", follow_up=after.who, owner=NAMES[0], address="sarah@westerveen.example")
            after.tell("TakeOver", follow_up=after.hours, owner=NAMES[1])
            after.tell("RecordFinding", follow_up=after.hours, text=WORDS, touches={after.principle: "confirms"})
            after.tell("WritePassage", section="direction", text=WORDS)
            after.client.close()
        self.landscape, self.writer = after.landscape, after.writer
        self.exported = self.file_of(self.data, self.file)

    def file_of(self, data: Path, file: Path) -> bytes:
        ended = leerlandschap("export", self.landscape, "--data", str(data), "--out", str(file))
        assert (ended.returncode, ended.stderr) == (0, "")
        return file.read_bytes()


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Away:
    return Away(tmp_path_factory.mktemp("away"))


def read_in(file: Path, data: Path, language: str = "nl") -> tuple[int, str, str]:
    ended = leerlandschap("import", str(file), "--data", str(data), "--language", language)
    return ended.returncode, ended.stdout.strip(), ended.stderr.strip()


def test_read_in_and_exported_again_it_is_the_same_to_the_byte(away: Away, tmp_path: Path) -> None:
    here = tmp_path / "here"
    status, said, trouble = read_in(away.file, here)
    assert (status, trouble) == (0, "")
    assert re.fullmatch(r"Ingelezen: \d+ gebeurtenissen\. Dit is de link .*: http\S+/k/\S+", said)
    assert away.file_of(here, tmp_path / "again.json") == away.exported
    assert all(name in away.exported.decode() for name in (*NAMES, WORDS))
    assert b"westerveen.example" not in away.exported


def test_the_link_that_is_printed_opens_the_landscape_there_and_its_policy(away: Away, tmp_path: Path) -> None:
    _, said, _ = read_in(away.file, tmp_path)
    (path,) = re.findall(r"http://[^/]+(/k/\S+)", said)
    with serving(tmp_path) as server:
        writer = Reader(server.url)
        home = writer.opens(path)
        assert (home.status_code, home.url.path) == (200, f"/l/{away.landscape}")
        policy = writer.opens(f"/l/{away.landscape}/policy")
        assert (policy.status_code, WORDS in Page(policy.text).text) == (200, True)
        board = Page(writer.opens(f"/l/{away.landscape}/follow-ups").text).text
        assert [name for name in NAMES if name not in board] == []
        stranger = Reader(server.url)
        assert stranger.opens(f"/k/{away.landscape}/{away.writer}").status_code != 200  # keys stay behind
        for each in (writer, stranger):
            each.client.close()


def test_it_is_read_in_once(away: Away, tmp_path: Path) -> None:
    assert read_in(away.file, tmp_path)[0] == 0
    assert read_in(away.file, tmp_path) == (
        1, "", f"Landschap {away.landscape} is er al in deze installatie. Er is niets veranderd.",
    )  # fmt: skip
    assert away.file_of(tmp_path, tmp_path / "again.json") == away.exported


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("cut off", "{file} is geen JSON, of het bestand is afgebroken. Exporteer het opnieuw."),
        ("no json", "{file} is geen JSON, of het bestand is afgebroken. Exporteer het opnieuw."),
        ("no text", "{file} is geen JSON, of het bestand is afgebroken. Exporteer het opnieuw."),
        ("a report", "{file} is geen export van een leerlandschap. Exporteer het landschap als JSON."),
        ("newer", "{file} komt uit een nieuwere versie (2). Werk dit programma eerst bij."),
        ("another stream", "In {file} klopt iets niet, bij entries[0]. Exporteer het opnieuw."),
        ("impossible", "Wat in {file} staat, kan niet zo zijn gebeurd. Exporteer het opnieuw."),
    ],
)
def test_a_file_that_is_not_whole_is_refused_and_nothing_is_made(
    away: Away, tmp_path: Path, name: str, sentence: str
) -> None:
    file, data = tmp_path / "given.json", tmp_path / "data"
    file.write_bytes(spoilt(away.exported)[name])
    assert read_in(file, data) == (1, "", sentence.format(file=file))
    assert not data.exists()


def spoilt(exported: bytes) -> dict[str, bytes]:
    whole = json.loads(exported)
    return {
        "cut off": exported[: len(exported) // 2],
        "no json": b"Beste collega,",
        "no text": b"\xff\xfe\x00\x00",
        "a report": b'{"format": "leerlandschap.report", "version": 1}',
        "newer": json.dumps({**whole, "version": 2}).encode(),
        "another stream": json.dumps({**whole, "landscape": "lelsewhere"}).encode(),
        "impossible": json.dumps({**whole, "entries": []}).encode(),
    }


@pytest.mark.parametrize(("language", "end"), [("nl", "Controleer de naam en de rechten."), ("en", "and the rights.")])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, language: str, end: str) -> None:
    for file in (tmp_path / "absent.json", tmp_path):
        status, said, trouble = read_in(file, tmp_path / "data", language)
        assert (status, said, trouble.startswith(str(file)), trouble.endswith(end)) == (1, "", True, True)
