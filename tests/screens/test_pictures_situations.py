# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The situations a picture must hold, and what holds for every one of them: small, whole, the same every time."""

import gzip
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from leerlandschap.core.measures import Kind, Tally, Thresholds, kind_of
from leerlandschap.screens.pictures import (
    NARROW,
    WIDE,
    Heading,
    Line,
    Moved,
    Place,
    Sheet,
    Words,
    draw_landscape,
    ranked,
)
from leerlandschap.screens.pictures.place import Counts

WORDS = Words(
    title="Leerlandschap. Over 2 van de 5 stellingen zijn jullie het eens.",
    scale=("helemaal oneens", "oneens", "ertussenin", "eens", "helemaal eens"),
    core=Heading("Kern", "hier staan jullie samen"),
    grey=Heading("Grijs gebied", "hier zijn jullie er nog niet uit"),
    too_few=Heading("Wit vlak", "minder dan vijf antwoorden"),
    no_opinion=("geen", "mening"),
    white_spot="wit vlak op de kaart",
    disagree="← oneens",
    agree="eens →",
)
NAMES = (
    "Alleen leren voor je functie",
    "Altijd steun bij leerwens",
    "Talent boven functierol",
    "Leren meteen meetbaar",
    "Genoeg tijd voor soft skills",
    "Iedereen mag tijdens werktijd leren",
    "Leidinggevenden leren zelf zichtbaar",
    "Fouten bespreken we open",
    "Kennis delen hoort bij het werk",
    "Opleiden is ieders eigen taak",
    "We ruilen weleens van plek",
    "Diploma's tellen het zwaarst",
)
SAID = {
    Kind.CORE_AGREE: "Kern: {a} van {r} eens",
    Kind.CORE_DISAGREE: "Kern: {d} van {r} oneens",
    Kind.POLARISED: "Twee kampen: {d} oneens, {a} eens",
    Kind.UNDECIDED: "Onbeslist: {m} kozen geen kant",
    Kind.SCATTERED: "Verspreid: {d} oneens, {m} geen kant, {a} eens",
    Kind.TOO_FEW: "Nog niet in kaart: te weinig antwoorden",
}


def place(number: int, counts: Counts, no_opinion: int = 0, room: int = 12) -> Place:
    """As the product would hand it in."""
    tally = Tally(counts, no_opinion)
    kind = kind_of(tally, Thresholds())
    zone = str(kind.zone or "too_few")
    verdict = SAID[kind].format(d=tally.disagree, m=tally.middle, a=tally.agree, r=tally.answers)
    seen = None if kind is Kind.TOO_FEW else counts
    settled = tally.answers >= room
    return Place(
        number,
        NAMES[number - 1],
        kind.value,
        zone,
        zone,
        settled,
        not settled,
        seen,
        no_opinion,
        tally.answers,
        verdict=verdict,
        lines=(Line(verdict),),
    )


def again(first: Place, counts: Counts, moved: Moved) -> Place:
    """The same place after a second round."""
    now = place(first.number, counts)
    told = f"{moved.up} naar eens, {moved.down} naar oneens, {moved.stayed} bleven"
    return replace(
        now, before=first.counts, before_kind=first.kind, moved=moved, lines=(*now.lines, Line(told, accent=True))
    )


FIVE = (
    place(1, (7, 4, 0, 1, 0)),
    place(2, (0, 1, 2, 5, 4)),
    place(3, (4, 2, 0, 3, 3)),
    place(4, (1, 2, 6, 1, 0), 2),
    place(5, (1, 1, 4, 4, 1), 1),
)
MOVED = {3: again(FIVE[2], (1, 1, 5, 4, 1), Moved(4, 2, 6)), 5: again(FIVE[4], (0, 1, 1, 7, 3), Moved(5, 0, 6))}
OVERRULED = replace(FIVE[4], zone="core", lines=(Line("Uitslag: verspreid"), Line("De groep zegt: kern", accent=True)))
SITUATIONS: dict[str, tuple[Place, ...]] = {
    "core-and-grey": FIVE,
    "unanimous": (
        place(1, (10, 2, 0, 0, 0)),
        place(2, (0, 0, 0, 2, 10)),
        place(3, (0, 0, 1, 3, 8)),
        place(4, (9, 3, 0, 0, 0)),
        place(5, (0, 0, 0, 0, 12)),
    ),
    "two-camps": (place(3, (6, 0, 0, 0, 6)), place(2, (4, 3, 0, 2, 3)), place(5, (3, 3, 1, 1, 4))),
    "soft-camps": (place(3, (0, 6, 0, 6, 0)), place(2, (0, 5, 2, 5, 0)), place(5, (1, 4, 2, 5, 0))),
    "scattered": (place(2, (2, 2, 4, 2, 2)), place(5, (1, 1, 4, 3, 3)), place(3, (1, 1, 3, 5, 2))),
    "undecided": (place(2, (0, 1, 6, 2, 0), 3), place(5, (0, 1, 8, 1, 0), 2), place(4, (1, 1, 3, 1, 0), 6)),
    "too-few": (place(1, (2, 1, 0, 0, 0)), place(2, (0, 0, 0, 3, 3)), place(3, (1, 0, 0, 2, 1))),
    "twelve": (
        *FIVE,
        place(6, (0, 1, 0, 6, 5)),
        place(7, (3, 3, 1, 3, 2)),
        place(8, (0, 1, 1, 7, 3)),
        place(9, (0, 0, 0, 4, 8)),
        place(10, (2, 2, 3, 3, 1), 1),
        place(11, (1, 1, 5, 1, 0), 4),
        place(12, (4, 4, 0, 2, 2)),
    ),
    "shift": tuple(MOVED.get(p.number, p) for p in ranked(FIVE)),
    "overruled": (*FIVE[:4], OVERRULED),
    "hall": (
        place(1, (812, 104, 30, 25, 11), 18, 1400),
        place(2, (20, 61, 190, 480, 249), 0, 1000),
        place(3, (401, 99, 0, 250, 250), 0, 1000),
    ),
    "nobody-knows": (place(4, (0, 0, 0, 0, 0), 12), place(5, (3, 2, 0, 0, 0))),
    "one": (place(2, (0, 0, 0, 4, 8)),),
    "none": (),
}
ALL = [(name, sheet) for name in SITUATIONS for sheet in (WIDE, NARROW)]
every_situation = pytest.mark.parametrize(
    ("name", "sheet"), ALL, ids=[f"{name}-{'narrow' if sheet.is_narrow else 'wide'}" for name, sheet in ALL]
)


def drawn(name: str, sheet: Sheet = WIDE) -> str:
    return draw_landscape(SITUATIONS[name], WORDS, sheet, keep_order=name == "shift")


@every_situation
def test_a_picture_travels_light(name: str, sheet: Sheet) -> None:
    svg = drawn(name, sheet).encode()
    assert len(svg) <= 30_000
    assert len(gzip.compress(svg, mtime=0)) <= 8_000


@every_situation
def test_a_picture_is_well_formed(name: str, sheet: Sheet) -> None:
    root = ElementTree.fromstring(drawn(name, sheet))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


@every_situation
def test_the_same_answers_give_the_same_bytes(name: str, sheet: Sheet) -> None:
    assert drawn(name, sheet) == drawn(name, sheet)


@every_situation
def test_no_picture_carries_a_style_of_its_own(name: str, sheet: Sheet) -> None:
    names = {attribute for part in ElementTree.fromstring(drawn(name, sheet)).iter() for attribute in part.attrib}
    assert not {n for n in names if n == "style" or n.startswith("on")}
