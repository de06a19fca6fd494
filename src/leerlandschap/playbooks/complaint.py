# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is not right about a playbook file, and on which line."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct

from leerlandschap.core.vocabulary import Language

Path = tuple[str | int, ...]  # where something stands in a file: ("step", 2, "title", "nl")


class Fault(NamedTuple):
    """Something not right at a place in the file; its line is not looked up yet."""

    path: Path
    code: str
    parameters: Mapping[str, str | int] = {}


class Complaint(Struct, frozen=True):
    """Something not right on a line (the first is 1); the sentence is the text ``playbook.<code>``."""

    line: int
    code: str
    parameters: Mapping[str, str | int] = {}

    @property
    def key(self) -> str:
        """The key of its sentence in ``leerlandschap.text``."""
        return f"playbook.{self.code}"

    def sentence(self, say: Callable[..., str], language: Language) -> str:
        """``Regel 12: …``: the line, what is not right there, and what to do; ``say`` is that of ``text``."""
        said = say(self.key, language, **self.parameters)
        return say("playbook.at_line", language, line=self.line, sentence=said)


class BrokenPlaybookError(ValueError):
    """A playbook file that cannot be used; ``complaints`` says why, line by line."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(", ".join(f"{each.line}: {each.code}" for each in complaints))
        self.complaints = complaints
