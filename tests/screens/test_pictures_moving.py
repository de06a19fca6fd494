# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A picture that comes out of the round before: drawn is the end, so that without a style sheet nothing is wrong."""

import gzip
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from leerlandschap.screens.pictures import NARROW, WIDE, Moved, Place, Sheet, draw_landscape
from tests.screens.test_pictures_situations import FIVE, MOVED, WORDS, again, place

SVG = "{http://www.w3.org/2000/svg}"
CAMPS, APART = place(3, (5, 1, 0, 1, 5)), place(2, (0, 1, 8, 2, 1))
TOGETHER = again(CAMPS, (0, 1, 1, 7, 3), Moved(6, 3, 3))
PARTED = again(APART, (5, 1, 0, 1, 5), Moved(5, 5, 2))
STAYED = again(FIVE[1], (0, 1, 2, 5, 4), Moved(0, 0, 12))


def drawn(*places: Place, sheet: Sheet = WIDE, moving: bool = True) -> str:
    return draw_landscape(places, WORDS, sheet, keep_order=True, moving=moving, key="shift3round2")


def ways(svg: str) -> list[tuple[str, float]]:
    """Of every number that comes from elsewhere: from which side, and how far."""
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    return [(g.attrib["class"], float(g.attrib["font-size"])) for g in groups if "ll-from" in g.get("class", "")]


def sideways(svg: str) -> list[tuple[str, float]]:
    return [way for way in ways(svg) if way[0] in ("ll-from-left", "ll-from-right")]


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("one", [*MOVED.values(), TOGETHER, PARTED, STAYED], ids=lambda p: p.kind)
def test_both_rounds_together_still_travel_light(one: Place, sheet: Sheet) -> None:
    svg = drawn(one, sheet=sheet).encode()
    assert len(svg) <= 30_000
    assert len(gzip.compress(svg, mtime=0)) <= 8_000


def test_a_number_comes_from_exactly_where_it_lay() -> None:
    one = again(place(2, (0, 0, 10, 0, 0)), (0, 0, 0, 10, 0), Moved(10, 0, 0))
    assert sideways(drawn(one)) == [("ll-from-left", round(WIDE.unit, 1))]
    back = again(place(2, (0, 0, 0, 10, 0)), (0, 0, 10, 0, 0), Moved(0, 10, 0))
    assert sideways(drawn(back)) == [("ll-from-right", round(WIDE.unit, 1))]


def test_two_camps_come_together_and_one_place_parts_in_two() -> None:
    assert [side for side, _ in sideways(drawn(TOGETHER))] == ["ll-from-left", "ll-from-right"]
    assert [side for side, _ in sideways(drawn(PARTED))] == ["ll-from-right", "ll-from-left"]


def test_where_nobody_moved_nothing_slides() -> None:
    assert ways(drawn(STAYED)) == []


def test_the_land_of_before_lies_there_unseen() -> None:
    root = ElementTree.fromstring(drawn(TOGETHER))
    lands = [g for g in root.iter(f"{SVG}g") if g.get("class") in ("ll-land", "ll-land-before")]
    assert [(g.get("class"), g.get("opacity")) for g in lands] == [("ll-land-before", "0"), ("ll-land", None)]
    before, now = (ElementTree.tostring(g, "unicode") for g in lands)
    assert "ll-mist" in before
    assert 'class="ll-mist"' not in now


def test_the_land_of_before_is_drawn_as_it_was_then() -> None:
    """No opinion counts in the whole, so it must be that of then."""
    first = place(4, (1, 2, 6, 1, 0), 2)
    now = replace(again(first, (0, 0, 1, 8, 3), Moved(9, 0, 1)), before_no_opinion=2)
    was = now.as_it_was
    assert (was.kind, was.measured_zone, was.counts, was.answers) == ("undecided", "grey", (1, 2, 6, 1, 0), 12)
    assert first.as_it_was is first


def test_a_picture_that_does_not_move_says_nothing_of_moving() -> None:
    still = drawn(TOGETHER, moving=False)
    assert [
        word for word in ("ll-from", "ll-land-before", "ll-picture--moves", ' id="shift3round2"') if word in still
    ] == []


def test_a_moving_picture_is_known_by_its_round() -> None:
    assert ElementTree.fromstring(drawn(TOGETHER)).get("id") == "shift3round2"


@pytest.mark.parametrize("one", [TOGETHER, PARTED], ids=["together", "parted"])
def test_no_part_carries_a_style_of_its_own(one: Place) -> None:
    names = {attribute for part in ElementTree.fromstring(drawn(one)).iter() for attribute in part.attrib}
    assert not {n for n in names if n == "style" or n.startswith("on")}
