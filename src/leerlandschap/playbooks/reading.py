# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a file to a playbook."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.playbooks.checking import judged
from leerlandschap.playbooks.complaint import BrokenPlaybookError
from leerlandschap.playbooks.parsing import UnreadableError, content
from leerlandschap.playbooks.shape import built


def read(source: Traversable) -> Playbook:
    """The playbook in a file (a path, or a file inside a package); raises BrokenPlaybookError with all complaints."""
    try:
        return read_text(content(source), source.parent if isinstance(source, Path) else None)
    except UnreadableError as trouble:
        raise BrokenPlaybookError([trouble.complaint]) from None


def read_text(text: str, beside: Traversable | None = None) -> Playbook:
    """The playbook in a text; ``beside`` is the folder of the files it may extend. Raises BrokenPlaybookError."""
    found = judged(text, beside)
    if found.complaints:
        raise BrokenPlaybookError(found.complaints)
    return built(Playbook, found.tables)


@cache
def known() -> Mapping[str, Playbook]:
    """The playbooks that come with the product, by id; read once."""
    sources = sorted(
        (each for each in files("leerlandschap.playbooks").iterdir() if each.name.endswith(".toml")),
        key=lambda each: each.name,
    )
    return MappingProxyType({each.id: each for each in map(read, sources)})
