# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of a strategic training policy and the law around it, as files beside this one.

They stand apart from the playbooks: every file in the folder above is a meeting.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

from msgspec import Struct

from leerlandschap.core.landscape.outline import LegalFrame, Outline
from leerlandschap.core.vocabulary import Country
from leerlandschap.playbooks.checking import located
from leerlandschap.playbooks.complaint import BrokenPlaybookError
from leerlandschap.playbooks.parsing import UnreadableError, content, parsed
from leerlandschap.playbooks.shape import built, in_table

Whole = TypeVar("Whole", bound=Struct)


@cache
def outline() -> Outline:
    """The outline that comes with the product; read once. Raises BrokenPlaybookError."""
    return shipped(Outline, "strategic-training-policy")


@cache
def legal_frame(country: Country) -> LegalFrame:
    """What the law of a country asks of a training policy; read once. Raises BrokenPlaybookError."""
    return shipped(LegalFrame, f"legal-{country}")


def shipped(kind: type[Whole], name: str) -> Whole:
    """What stands in a file of this folder."""
    try:
        return read_text(kind, content(files(__name__).joinpath(f"{name}.toml")))
    except UnreadableError as trouble:
        raise BrokenPlaybookError([trouble.complaint]) from None


def read_text(kind: type[Whole], text: str) -> Whole:
    """A text as an outline or a legal frame: every key known, every wording in both languages.

    Raises BrokenPlaybookError with all complaints, line by line.
    """
    try:
        tables = parsed(text)
    except UnreadableError as trouble:
        raise BrokenPlaybookError([trouble.complaint]) from None
    complaints = located(list(in_table(kind, tables, ())), text)
    if complaints:
        raise BrokenPlaybookError(complaints)
    return built(kind, tables)
