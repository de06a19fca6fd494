# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a page that is one file: to mail, to keep, to open without a network. Notes lead there and back."""

from markupsafe import Markup

from leerlandschap.documents.paper import Heading, Paper, Runs
from leerlandschap.screens.rendering import render
from leerlandschap.screens.summary import sheets

LOOKS = ("tokens", "base", "parts", "picture", "landscape", "document", "paper")
LINKED = ("https://", "http://")


def paper_html(paper: Paper) -> str:
    """Fetches nothing, and forbids itself to. Reads without style as well: headings, lists, tables with a caption."""
    naming = Naming()
    return str(
        render(
            "paper/saved.html",
            paper.language,
            paper=paper,
            blocks=[(type(block).__name__.lower(), block) for block in paper.blocks],
            contents=[
                block for block in paper.blocks if isinstance(block, Heading) and block.level == 1 and block.anchor
            ],
            runs=naming.runs,
            svg=Markup,
            linked=lambda address: address.startswith(LINKED),
            named=naming.named,
            looks=sheets(LOOKS),
        )
    )


class Naming:
    """Where each note is first named: that is where it leads back to."""

    def __init__(self) -> None:
        self.named: set[int] = set()

    def runs(self, runs: Runs) -> list[tuple[str, bool, list[tuple[int, bool]]]]:
        """Words, whether they are strong, and their notes, each with whether this is the first time."""
        return [(run.text, run.strong, [(n, self._first(n)) for n in run.notes]) for run in runs]

    def _first(self, number: int) -> bool:
        first = number not in self.named
        self.named.add(number)
        return first
