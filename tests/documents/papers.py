# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers without a workshop behind them: with every kind of block, with whatever is typed, and as long as a policy."""

import datetime
from collections.abc import Iterable

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import (
    Block,
    Entries,
    Grid,
    Heading,
    NewPage,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    line,
)
from tests.documents.meeting import HOSTILE

MADE_AT = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" font-family="Verdana,sans-serif">'
    '<rect width="400" height="100" fill="#ddbd75"/><text x="20" y="60" font-size="40">Kern</text></svg>'
)
HEAD = ("Stelling", "Eens", "Uitslag")
LONG_WORD = "arbeidsmarktkrapteberoepskwalificatieontwikkelingstrajectplan"
RIGHT_TO_LEFT = "אנחנו לומדים יחד"
STRANGE = (
    *HOSTILE,
    "{{ 7*7 }}",
    "{_{ 7*7 }_}",
    "{% for each in all %}",
    "{# not said #}",
    "</w:t></w:r></w:p>",
    "</text:p><text:p>",
    "]]>",
    "a & b",
    "two  spaces, a\ttab and a\nnew line",
    " around ",
    RIGHT_TO_LEFT,
    "مرحبا بكم",
    "👩🏽‍🏫 leren 🇳🇱",
    LONG_WORD,
    "x" * 10_000,
    "_x0041_",
)
FORBIDDEN = "a\x00b\x08c\x0bd\x1be\ud800f\ufffeg\uffffh"


def whole_paper(language: Language = Language.NL) -> Paper:
    """Every kind of block in every look; the first note is named twice."""
    return Paper(
        title="Leren bij ons",
        subtitle="Verslag van een werksessie",
        facts=("Gemeente Voorbeeld", "23 november 2026"),
        organisation="Gemeente Voorbeeld",
        language=language,
        made_at=MADE_AT,
        notes_title="Noten",
        notes=(
            Note(1, "Stelling 1: 9 van 12 eens."),
            Note(2, "Stelling 2: 4 oneens, 6 eens.", "https://voorbeeld.example/s/2?a=1&b=2"),
        ),
        blocks=(
            Paragraph((Run("Jullie zijn het eens.", notes=(1, 2)),), "lead"),
            Picture(SVG, "Stelling 1 ligt in de kern.", "De kaart"),
            Heading(1, "Uitgangspunten", "principles"),
            Entries((((Run("Leren is werk.", strong=True),), (line("Omdat het telt."), line("Behalve als."))),)),
            Entries(((line("Eerst dit"), ()), (line("Dan dat"), ())), numbered=True),
            Entries(((line("Weer van voor af"), ()),), numbered=True),
            Heading(2, "Wat mensen zeiden"),
            Paragraph(line("Het kost tijd."), "quote"),
            Paragraph((Run("Zie boven.", notes=(1,)),)),
            Heading(3, "Getallen"),
            Grid("Alle stellingen", HEAD, (("1. Leren", "9", "Kern"), ("2. Tijd", "6", "Twee kampen"))),
            NewPage(),
            Heading(1, "Bijlage"),
            Paragraph(line("Zo kwam dit tot stand."), "small"),
            Paragraph(line("Nog in te vullen."), "gap"),
            Paragraph(line(RIGHT_TO_LEFT)),
        ),
    )  # fmt: skip


def paper_of(texts: Iterable[str]) -> Paper:
    """Each text in each place that people's words can come to stand."""
    said = tuple(texts)
    return Paper(
        title=said[0],
        subtitle=said[0],
        facts=said,
        organisation=said[0],
        language=Language.NL,
        made_at=MADE_AT,
        notes_title=said[0],
        notes=tuple(Note(number, text, text) for number, text in enumerate(said, 1)),
        blocks=tuple(block for number, text in enumerate(said, 1) for block in _places(text, number)),
    )


def _places(text: str, number: int) -> Iterable[Block]:
    yield Heading(1, text, text)
    yield Paragraph((Run(text, notes=(number,)), Run(text, strong=True)), "quote")
    yield Entries(((line(text), (line(text),)),))
    yield Grid(text, (text, text), ((text, text),))
    yield Picture(SVG, text, text)


def long_paper(principles: int = 200, findings: int = 500) -> Paper:
    """As large as a policy may become: every finding is a note, every principle has a heading, a text and a list."""
    blocks: list[Block] = []
    for number in range(principles):
        mine = range(number * findings // principles, (number + 1) * findings // principles)
        blocks.append(Heading(2, f"Uitgangspunt {number}", f"p{number}"))
        blocks.append(Paragraph((Run("Wij leren van en met elkaar. " * 5, notes=tuple(at + 1 for at in mine)),)))
        blocks.append(Entries(tuple((line(f"Bevinding {at}: het kost minder tijd dan gedacht."), ()) for at in mine)))
    rows = tuple((f"Bevinding {at}", str(at), "Kern") for at in range(findings))
    blocks.append(Grid("Alle bevindingen", ("Bevinding", "Aantal", "Uitslag"), rows))
    notes = tuple(Note(at + 1, f"Bevinding {at} uit werksessie {at % 9}.") for at in range(findings))
    return Paper("Opleidingsbeleid", Language.NL, tuple(blocks), notes, "Noten", made_at=MADE_AT)
