# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape says exactly what the group said: where things lie, in what order, and nothing where few answered."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from leerlandschap.screens.pictures import NARROW, WIDE, Line, Moved, Place, Sheet, draw_landscape, ranked
from leerlandschap.screens.pictures.words import balance, width, wrap
from tests.screens.test_pictures_situations import (
    FIVE,
    MOVED,
    OVERRULED,
    SITUATIONS,
    WORDS,
    again,
    drawn,
    every_situation,
    place,
)

Box = tuple[float, float, float, float]
both_sheets = pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])


def picture(*places: Place, sheet: Sheet = WIDE, keep_order: bool = False) -> Element:
    return ElementTree.fromstring(draw_landscape(places, WORDS, sheet, keep_order=keep_order))


def classed(root: Element, name: str) -> list[Element]:
    return [part for part in root.iter() if name in part.get("class", "").split()]


def lanes(root: Element) -> dict[str, Element]:
    return {group.attrib["data-statement"]: group for group in classed(root, "ll-place")}


def on_the_map(lane: Element, sheet: Sheet) -> list[float]:
    """Where discs lie, the one beside or above the name left out."""
    rings = [float(ring.attrib["cx"]) for ring in classed(lane, "ll-ring")]
    return rings[:-1]


def said(root: Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter() if text.tag.endswith("}text")]


# ---------------------------------------------------------------- where things lie


@both_sheets
def test_the_number_stands_at_the_mean(sheet: Sheet) -> None:
    lane = lanes(picture(*FIVE, sheet=sheet))["2"]
    assert on_the_map(lane, sheet) == [pytest.approx(sheet.at((2 + 2 * 3 + 5 * 4 + 4 * 5) / 12), abs=0.06)]


@both_sheets
def test_two_camps_have_a_number_each_at_the_mean_of_the_camp(sheet: Sheet) -> None:
    lane = lanes(picture(*FIVE, sheet=sheet))["3"]
    assert on_the_map(lane, sheet) == pytest.approx([sheet.at(8 / 6), sheet.at(27 / 6)], abs=0.06)
    assert len(classed(lane, "ll-tear")) == 1


@both_sheets
def test_counts_stand_under_their_position(sheet: Sheet) -> None:
    counts = classed(lanes(picture(*FIVE, sheet=sheet))["1"], "ll-spot")[0]
    assert [t.text for t in counts] == ["7", "4", "1"]
    assert [float(t.attrib["x"]) for t in counts] == pytest.approx([sheet.at(1), sheet.at(2), sheet.at(4)], abs=0.06)


def test_firm_ground_is_filled_and_grey_is_open() -> None:
    places = lanes(picture(*FIVE))
    assert {n for n, lane in places.items() if classed(lane, "ll-disc--firm")} == {"1", "2"}


def test_the_outline_tells_how_sure_it_is() -> None:
    sure, probably, open_ = FIVE[0], replace(FIVE[1], settled=False, probable=True), replace(FIVE[2], settled=False)
    outlines = {
        n: classed(lane, "ll-ring")[0].get("stroke-dasharray")
        for n, lane in lanes(picture(sure, probably, replace(open_, probable=False))).items()
    }
    assert outlines == {"1": None, "2": "14 10", "3": "2 7"}


def test_only_what_the_group_does_not_share_lies_in_mist() -> None:
    assert {m.attrib["data-statement"] for m in classed(picture(*FIVE), "ll-mist")} == {"3", "4", "5"}


def test_what_the_group_overrules_keeps_its_mist_and_gets_a_frame() -> None:
    root = picture(*FIVE[:4], OVERRULED)
    assert "5" in {m.attrib["data-statement"] for m in classed(root, "ll-mist")}
    assert {n for n, lane in lanes(root).items() if classed(lane, "ll-group")} == {"5"}
    assert classed(lanes(root)["5"], "ll-disc--firm")


def test_neighbours_on_the_same_side_join_and_opposites_never_do() -> None:
    same = picture(place(1, (0, 0, 0, 2, 10)), place(2, (0, 0, 0, 0, 12)))
    opposed = picture(place(1, (0, 0, 0, 0, 12)), place(2, (12, 0, 0, 0, 0)))
    assert len(classed(same, "ll-ground-1")) == 2  # the coast and the line of one tenth, for both together
    assert len(classed(opposed, "ll-ground-1")) == 4


# ---------------------------------------------------------------- order


def test_lanes_run_from_firm_ground_through_thicker_mist_to_white_spots() -> None:
    blank = place(6, (1, 1, 0, 0, 0))
    assert [p.number for p in ranked((blank, *FIVE))] == [2, 1, 5, 4, 3, 6]


def test_the_number_breaks_a_tie() -> None:
    twins = [place(n, (0, 0, 0, 6, 6)) for n in (4, 2, 9)]
    assert [p.number for p in ranked(twins)] == [2, 4, 9]


def test_a_map_after_a_second_round_keeps_the_order_it_is_given() -> None:
    root = picture(*reversed(FIVE), keep_order=True)
    assert list(lanes(root)) == ["5", "4", "3", "2", "1"]
    assert not classed(root, "ll-zone")


# ---------------------------------------------------------------- what moved


def test_a_place_that_moved_shows_where_it_lay() -> None:
    lane = lanes(picture(MOVED[5], keep_order=True))["5"]
    (ghost,) = classed(lane, "ll-ghost")
    assert float(ghost.attrib["cx"]) == pytest.approx(WIDE.at((1 + 2 + 12 + 16 + 5) / 11), abs=0.06)
    assert len(classed(lane, "ll-path")) == 1


def test_camps_that_came_together_leave_two_traces() -> None:
    assert len(classed(picture(MOVED[3], keep_order=True), "ll-ghost")) == 2


def test_a_place_that_parts_in_two_leaves_one_trace_with_two_ways() -> None:
    parted = again(place(2, (0, 2, 7, 3, 0)), (5, 1, 0, 1, 5), Moved(5, 5, 2))
    root = picture(parted, keep_order=True)
    assert (len(classed(root, "ll-ghost")), len(classed(root, "ll-path"))) == (1, 2)


def test_a_shift_shorter_than_a_disc_is_not_drawn() -> None:
    still = replace(FIVE[1], before=(0, 1, 2, 6, 3), before_kind="core_agree", moved=Moved(1, 0, 11))
    assert not classed(picture(still, keep_order=True), "ll-ghost")


def test_nothing_moved_when_everyone_stayed() -> None:
    others = replace(MOVED[5], moved=Moved(0, 0, 7))
    assert not classed(picture(others, keep_order=True), "ll-ghost")


# ---------------------------------------------------------------- too few


@both_sheets
@pytest.mark.parametrize("leaked", [None, (3, 0, 0, 1, 0)], ids=["hidden", "handed in by mistake"])
def test_of_too_few_answers_nothing_is_drawn(sheet: Sheet, leaked: tuple[int, int, int, int, int] | None) -> None:
    few = replace(place(1, (3, 0, 0, 1, 0)), counts=leaked, no_opinion=4, name="Een", before=(9, 0, 0, 0, 0))
    other = replace(few, answers=3, no_opinion=0, before=None)
    root = picture(few, sheet=sheet)
    assert {text for text in said(root) if any(c.isdigit() for c in text)} == {"1"}  # its own number
    assert not [c for c in ("ll-ground", "ll-pale", "ll-mist", "ll-dot", "ll-spot") if classed(root, c)]
    assert draw_landscape([few], WORDS, sheet) == draw_landscape([other], WORDS, sheet)


# ---------------------------------------------------------------- words


def test_under_the_name_stand_the_lines_or_else_the_verdict() -> None:
    told = replace(FIVE[0], verdict="Kern", lines=(Line("Een regel"), Line("Verschoven", accent=True)))
    assert [t.text for t in classed(picture(told), "ll-line")] == ["Een regel", "Verschoven"]
    assert [t.text for t in classed(picture(replace(told, lines=())), "ll-line")] == ["Kern"]


def test_who_does_not_see_the_picture_hears_every_place() -> None:
    desc = next(part for part in picture(*FIVE[:2]).iter() if part.tag.endswith("}desc"))
    assert desc.text == (
        "2. Altijd steun bij leerwens: Kern: 9 van 12 eens. 1. Alleen leren voor je functie: Kern: 11 van 12 oneens."
    )


HOSTILE = {
    "marks": "<script>alert('x')</script> & \"meer\" </text></svg>",
    "long": "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersraad",
    "emoji": "👩‍👩‍👧‍👦 " * 12 + "🏳️‍🌈" * 30,
    "unwritable": "nul\x00bel\x07keer\u202eom\ufffe",
    "wide": "学習する組織の風景を一緒に描くための言葉をここに書く",
    "empty": "",
}


@both_sheets
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_escaped_and_stays_in_its_place(name: str, sheet: Sheet) -> None:
    places = [replace(p, name=name, lines=(Line(name), Line(name, accent=True))) for p in SITUATIONS["twelve"]]
    svg = draw_landscape(places, WORDS, sheet)
    root = ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert not [part for part in root.iter() if part.tag.endswith("}script")]
    room = sheet.width if sheet.is_narrow else sheet.gutter
    assert [box for box in text_boxes(root, ("ll-name", "ll-line")) if box[2] > room] == []


def test_a_long_word_breaks_with_a_hyphen_and_ends_in_an_ellipsis() -> None:
    names = classed(picture(replace(FIVE[0], name=HOSTILE["long"] * 2)), "ll-name")
    assert [t.text and t.text[-1] for t in names] == ["-", "…"]


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (330, ["Waarschijnlijk twee kampen: 4 oneens,", "5 eens"]),
        (254, ["Waarschijnlijk twee", "kampen: 4 oneens, 5 eens"]),
    ],
)
def test_a_verdict_breaks_after_a_comma_only_where_both_lines_fit(room: float, lines: list[str]) -> None:
    text = "Waarschijnlijk twee kampen: 4 oneens, 5 eens"
    broken = balance(wrap(text, 15.5, room, 2), text, 15.5, room)
    assert broken == lines
    assert max(width(each, 15.5) for each in broken) <= room


def test_a_key_that_is_no_name_is_refused() -> None:
    with pytest.raises(ValueError, match="not a key"):
        draw_landscape(FIVE, WORDS, WIDE, key='a" onload="x')


# ---------------------------------------------------------------- collisions, by the room that words take, about


def walk(part: Element, inherited: dict[str, str]) -> Iterator[tuple[Element, dict[str, str]]]:
    own = {k: v for k, v in part.attrib.items() if k in ("font-size", "text-anchor")}
    given: dict[str, str] = {**inherited, **own}
    yield part, given
    for child in part:
        yield from walk(child, given)


def text_boxes(root: Element, classes: tuple[str, ...] = ()) -> list[Box]:
    found = []
    for part, given in walk(root, {}):
        mine = part.get("class", "").split()
        if not part.tag.endswith("}text") or (classes and not set(classes) & set(mine)):
            continue
        size, x, y = float(given["font-size"]), float(part.attrib["x"]), float(part.attrib["y"])
        wide = width("".join(part.itertext()), size) * (0.93 if mine == ["ll-line"] else 1)
        left = {"middle": x - wide / 2, "end": x - wide}.get(given.get("text-anchor", "start"), x)
        if wide and "ll-no" not in mine:
            found.append((left, y - size * 0.72, left + wide, y))
    return found


def disc_boxes(root: Element) -> list[Box]:
    return [
        (x - r, y - r, x + r, y + r)
        for c in (*classed(root, "ll-ring"), *classed(root, "ll-ghost"))
        for x, y, r in [(float(c.attrib["cx"]), float(c.attrib["cy"]), float(c.attrib["r"]) * 0.95)]
    ]


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def collisions(root: Element) -> list[tuple[Box, Box]]:
    texts = text_boxes(root)
    pairs = [(a, b) for i, a in enumerate(texts) for b in texts[i + 1 :]]
    return [(a, b) for a, b in (*pairs, *((a, b) for a in texts for b in disc_boxes(root))) if meet(a, b)]


@every_situation
def test_no_words_meet_words_or_discs(name: str, sheet: Sheet) -> None:
    root = ElementTree.fromstring(drawn(name, sheet))
    assert collisions(root) == []
    height = float(root.attrib["viewBox"].split()[3])
    assert [b for b in text_boxes(root) if b[0] < -1 or b[2] > sheet.width + 1 or b[3] > height] == []


@both_sheets
@pytest.mark.parametrize("many", [3, 5, 8, 12])
def test_long_names_meet_nothing_either(sheet: Sheet, many: int) -> None:
    long = "Leidinggevenden en medewerkers leren samen, zichtbaar en elke week opnieuw"
    places = [
        replace(p, name=long, lines=(*p.lines, Line("4 naar eens, 2 naar oneens, 6 bleven", accent=True)))
        for p in SITUATIONS["twelve"][:many]
    ]
    assert collisions(picture(*places, sheet=sheet)) == []


def test_a_planted_collision_is_seen() -> None:
    root = picture(*FIVE)
    name = classed(root, "ll-name")[0]
    root.append(Element(name.tag, {**name.attrib, "x": str(float(name.attrib["x"]) + 20)}))
    root[-1].text = "hier staat al iets"
    assert len(collisions(root)) == 1


# ---- the back row


LONG = "Uitslag: verspreid, en dat met heel veel woorden erbij, 12 geen kant"
SMALLEST = 24  # a unit is a pixel on a screen of 1920


@pytest.mark.parametrize("many", [1, 3, 5, 6, 8])
@pytest.mark.parametrize("lines", [(LONG,), (LONG, LONG), (LONG, LONG, LONG)], ids=["one", "two", "three"])
def test_no_words_on_the_big_screen_are_too_small_for_the_back_row(many: int, lines: tuple[str, ...]) -> None:
    """However much there is to say: then the lane becomes higher, and words still meet nothing."""
    said = tuple(Line(text) for text in lines)
    places = [replace(p, name="Een naam van twee en dertig teken", lines=said) for p in SITUATIONS["twelve"][:many]]
    root = picture(*places)
    words = [(part, at) for part, at in walk(root, {}) if part.tag.endswith("}text")]
    sizes = [float(at["font-size"]) for part, at in words if "ll-no" not in part.get("class", "")]
    assert min(sizes) >= SMALLEST
    assert collisions(root) == []


def test_the_words_of_one_map_are_of_one_size() -> None:
    wordy = replace(FIVE[4], lines=(Line(LONG), Line(LONG, accent=True)))
    sizes = {at["font-size"] for part, at in walk(picture(*FIVE[:4], wordy), {}) if part.get("class") == "ll-name"}
    assert len(sizes) == 1
