# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bars, clock and QR code: as long as what they measure, and readable when it is little."""

import re
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import segno

from leerlandschap.screens.pictures import ClockStep, draw_bar, draw_bars, draw_clock, draw_qr, draw_spread


def parts(svg: str, name: str) -> list[Element]:
    return [part for part in ElementTree.fromstring(svg).iter() if name in part.get("class", "").split()]


def widths(svg: str, name: str = "ll-seg") -> list[float]:
    return [float(part.attrib["width"]) for part in parts(svg, name)]


def test_a_part_is_as_wide_as_its_people_are_many() -> None:
    svg = draw_spread((4, 2, 0, 3, 3), 0, "Eerst")
    assert widths(svg) == pytest.approx([133.3, 66.7, 100, 100])
    assert [t.text for t in parts(svg, "ll-seg__no")] == ["4", "2", "3", "3"]


def test_nobody_gets_no_part() -> None:
    svg = draw_spread((0, 0, 7, 0, 0), 1, "Nu")
    assert [p.attrib["class"] for p in parts(svg, "ll-seg")] == ["ll-seg ll-seg-3", "ll-seg ll-seg-0"]
    assert not parts(svg, "ll-hatch")


def test_disagree_is_hatched_and_strongly_disagree_twice_as_dense() -> None:
    strongly, mildly = parts(draw_spread((6, 6, 0, 0, 0), 0, "Nu"), "ll-hatch")
    assert strongly.attrib["d"].count("M") > 1.9 * mildly.attrib["d"].count("M")


def test_the_hatch_stays_within_its_part() -> None:
    svg = draw_spread((5, 1, 0, 0, 3), 0, "Nu")
    for rect, hatch in zip(parts(svg, "ll-seg"), parts(svg, "ll-hatch"), strict=False):
        left, right = float(rect.attrib["x"]), float(rect.attrib["x"]) + float(rect.attrib["width"])
        points = [(float(x), float(y)) for x, y in re.findall(r"[ML](\S+) ([^ML]+)", hatch.attrib["d"])]
        assert all(left - 0.2 <= x <= right + 0.2 and 1.9 <= y <= 34.1 for x, y in points)


def test_one_person_among_a_thousand_stays_legible() -> None:
    svg = draw_spread((1, 1, 1, 1, 995), 1, "Nu")
    assert min(widths(svg)) >= 20
    assert sum(widths(svg)) == pytest.approx(400, abs=0.5)


def test_a_bar_says_what_it_is_to_those_who_do_not_see_it() -> None:
    svg = draw_spread((1, 0, 0, 0, 0), 0, '"Nu" <script>')
    assert ElementTree.fromstring(svg).attrib["aria-label"] == '"Nu" <script>'


def test_a_group_that_gave_no_answers_gets_an_empty_bar() -> None:
    assert widths(draw_spread((0, 0, 0, 0, 0), 0, "Nu")) == []


def test_a_choice_is_as_long_as_its_share_of_the_group() -> None:
    assert widths(draw_bar(3, 12)) == [400, 100]
    assert widths(draw_bar(0, 12)) == [400]
    assert widths(draw_bar(0, 0)) == [400]


def test_choices_stand_in_a_list_with_their_words_and_figures() -> None:
    listed = ElementTree.fromstring(draw_bars([("Samen & zichtbaar", 3), ("<b>Alleen</b>", 0)], 12, "Hoe leren we?"))
    assert listed.attrib["aria-label"] == "Hoe leren we?"
    assert [[line[0].text, line[1].text] for line in listed] == [["Samen & zichtbaar", "3"], ["<b>Alleen</b>", "0"]]


# ---------------------------------------------------------------- clock

TWENTY = (
    ClockStep(2, 2, 0),
    ClockStep(7.5, 7.25, 1),
    ClockStep(3.5, 0, -1),
    ClockStep(5, 0, 0),
    ClockStep(2, 0, 0),
)


def test_the_clock_is_divided_as_the_minutes_are() -> None:
    (edges,) = parts(draw_clock(TWENTY, "Klok"), "ll-clock__edge")
    at = [float(x) for x in re.findall(r"M(\S+)", edges.attrib["d"])]
    assert [round((b - a) / 398 * 20, 2) for a, b in pairwise((1.0, *at, 399.0))] == pytest.approx(
        [2, 8.5, 2.5, 5, 2], abs=0.02
    )


def test_what_is_spent_is_filled_and_never_more_than_the_step() -> None:
    svg = draw_clock((ClockStep(5, 9, 0), ClockStep(5, 1, 0), ClockStep(10, 0, 0)), "Klok")
    assert widths(svg, "ll-clock__spent") == pytest.approx([99.5, 19.9])


def test_what_is_borrowed_is_hatched_at_the_end_of_the_step_that_borrowed() -> None:
    (lent,) = parts(draw_clock(TWENTY, "Klok"), "ll-clock__lent")
    starts = [float(x) for x in re.findall(r"M(\S+) ", lent.attrib["d"])]
    assert starts
    assert all(1 + 398 * 9.5 / 20 <= x <= 1 + 398 * 10.5 / 20 for x in starts)


def test_a_clock_without_loans_has_no_hatch() -> None:
    assert not parts(draw_clock((ClockStep(5, 0, 0), ClockStep(5, 0, 0)), "Klok"), "ll-clock__lent")


def test_a_clock_without_minutes_is_an_empty_bed() -> None:
    assert [p.attrib["class"] for p in ElementTree.fromstring(draw_clock((), "Klok"))] == ["ll-clock__bed"]


# ---------------------------------------------------------------- QR code


def test_the_code_is_the_code_of_the_address_with_white_around_it() -> None:
    url = "https://leren.example.org/K7M4PX"
    svg = ElementTree.fromstring(draw_qr(url, "QR-code om mee te doen"))
    rows = [list(row) for row in segno.make_qr(url, error="m").matrix]
    side = len(rows) + 8
    read = [[0] * side for _ in range(side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg[1].attrib["d"]):
        for i in range(int(length)):
            read[int(y)][int(x) + i] = 1
    assert svg.attrib["viewBox"] == f"0 0 {side} {side}"
    assert [row[4:-4] for row in read[4:-4]] == rows
    assert sum(map(sum, read)) == sum(map(sum, rows))


def test_a_code_is_small_and_says_what_it_is() -> None:
    svg = draw_qr("https://leren.example.org/K7M4PX", "Doe <mee>")
    assert ElementTree.fromstring(svg).attrib["aria-label"] == "Doe <mee>"
    assert len(svg) < 6000


def test_an_address_that_fits_in_no_code_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        draw_qr("https://leren.example.org/" + "a" * 3000, "te lang")
