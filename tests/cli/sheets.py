# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of answers, and what `measure` makes of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from leerlandschap.cli import main

HEADER = "participant,statement,round,position"

Record = dict[str, Any]


def rows_of(counts: Sequence[int], no_opinion: int = 0, statement: str = "s1", number: int = 1) -> list[str]:
    """A row for each of the people counted by position."""
    positions = [str(place) for place, many in enumerate(counts, 1) for _ in range(many)] + [""] * no_opinion
    return [f"p{person},{statement},{number},{position}" for person, position in enumerate(positions)]


class Measuring:
    """Writes a file, measures it in this process, and keeps what was said."""

    def __init__(self, place: Path, heard: pytest.CaptureFixture[str]) -> None:
        self.file, self._heard = place / "answers.csv", heard

    def __call__(self, lines: Sequence[str] | bytes, *options: str, header: str = HEADER) -> Record:
        """The JSON, of a file that is accepted."""
        self.write(lines, header)
        assert self.run("--json", *options) == (0, "")
        record: Record = json.loads(self.said)
        return record

    def one(self, lines: Sequence[str], *options: str, header: str = HEADER) -> Record:
        """The record of the only statement."""
        (record,) = self(lines, *options, header=header)["statements"]
        return dict(record)

    def refused(self, lines: Sequence[str] | bytes, *options: str, header: str = HEADER, language: str = "en") -> str:
        """The sentence, of a file that is refused."""
        self.write(lines, header)
        status, sentence = self.run("--language", language, *options)
        assert (status, self.said) == (1, "")
        assert sentence.count("\n") == 1
        return sentence.strip()

    def table(self, lines: Sequence[str], *options: str, header: str = HEADER) -> list[str]:
        self.write(lines, header)
        assert self.run(*options) == (0, "")
        return self.said.splitlines()

    def write(self, lines: Sequence[str] | bytes, header: str) -> None:
        whole = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in (header, *lines)).encode()
        self.file.write_bytes(whole)

    def run(self, *options: str) -> tuple[int, str]:
        """Exit status and what the error stream says."""
        self._heard.readouterr()
        status = main(["measure", str(self.file), *options])
        self.said, said_wrong = self._heard.readouterr()
        return status, said_wrong
