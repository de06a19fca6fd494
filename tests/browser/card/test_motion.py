# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""After a second round the map moves on the big screen: once, in less than a second, and not for who wants it still."""

from typing import Any

import pytest

from tests.browser.card.conftest import Meet, Open, let_in
from tests.browser.card.table import SHOTS
from tests.browser.card.window import Window
from tests.server import Group

FIRST = (1, 2, 1, 2, 1, 2, 4, 1, 2, 3)  # on the third statement
AGAIN = (4, 4, 5, 4, 2, 5, 4, 4, 5, 4)
CAMPS = (1, 5, 1, 5, 1, 5, 2, 4, 1, 5)
MAP = "svg.ll-picture--moves"
# The disc on the map, its dotted ring where it lay, and the land of both rounds.
SEEN = """() => {
  const map = document.querySelector("svg.ll-picture--moves"), middle = (e) => { const r = e.getBoundingClientRect();
    return [r.x + r.width / 2, r.y + r.height / 2]; };
  const opacity = (name) => Number(getComputedStyle(map.querySelector(name)).opacity);
  return { discs: [...map.querySelectorAll("[class^=ll-from] .ll-ring")].map(middle),
    rings: [...map.querySelectorAll(".ll-ghost")].map(middle),
    land: opacity(".ll-land"), before: opacity(".ll-land-before"), path: opacity(".ll-path") };
}"""
AT = """ms => document.getAnimations().filter((a) => a.effect.target.closest("svg.ll-picture--moves"))
  .map((a) => { a.pause(); a.currentTime = ms; return a.effect.getComputedTiming().endTime; })"""
FINISHED = """() => document.getAnimations().filter((a) => a.effect.target.closest("svg.ll-picture--moves"))
  .map((a) => { a.finish(); return a.playState; })"""


def asked_again(meet: Meet, first: tuple[int, ...] = FIRST, then: tuple[int, ...] = AGAIN) -> Group:
    """Everybody has chosen for the second time, and it has not been revealed."""
    group = meet(10)
    group.lead("OpenStatements")
    for positions in (first, then):
        for key, position in zip(group.people, positions, strict=True):
            assert group.ask(key, "TakeStance", statement="s3", position=position).status_code == 200
        if positions is first:
            group.lead("RevealStatements")
            group.lead("AskAgain", statement="s3")
    return group


def big_screen(window: Open, group: Group, still: bool) -> Window:
    screen = let_in(window("projector", still=still), group, "projector")
    screen.sees("projector.ready.again_help")
    screen.is_connected()
    return screen


def reveal(screen: Window, group: Group, moment: float) -> dict[str, Any]:
    """What is seen so many milliseconds after the reveal; time stands still there."""
    group.lead("RevealStatements")
    screen.page.wait_for_selector(MAP)
    ends = screen.page.evaluate(AT, moment)
    assert set(ends) == {900}
    found: dict[str, Any] = screen.page.evaluate(SEEN)
    return found


@pytest.mark.parametrize(("first", "discs"), [(FIRST, 1), (CAMPS, 2)], ids=["one place", "two camps come together"])
def test_a_place_slides_from_where_it_lay_to_where_it_lies(
    window: Open, meet: Meet, first: tuple[int, ...], discs: int
) -> None:
    group = asked_again(meet, first)
    screen = big_screen(window, group, still=False)
    start = reveal(screen, group, 0)
    assert len(start["discs"]) == discs
    for disc, ring in zip(sorted(start["discs"]), sorted(start["rings"]), strict=True):
        assert disc == pytest.approx(ring, abs=1)
    assert (start["land"], start["before"], start["path"]) == (0, 1, 0)
    screen.page.evaluate(AT, 450)
    half = screen.page.evaluate(SEEN)
    screen.page.screenshot(path=SHOTS / f"motion-{discs}-half.png")
    screen.page.evaluate(FINISHED)
    end = screen.page.evaluate(SEEN)
    screen.page.screenshot(path=SHOTS / f"motion-{discs}-end.png")
    assert (end["land"], end["before"], end["path"]) == (1, 0, 1)
    for before, between, after in zip(start["discs"], half["discs"], end["discs"], strict=True):
        low, high = sorted((before[0], after[0]))
        assert low + 10 < between[0] < high - 10
    assert {tuple(map(round, disc)) for disc in end["discs"]} == {tuple(map(round, end["discs"][0]))}


def test_it_moves_once_and_not_with_every_frame(window: Open, meet: Meet) -> None:
    group = asked_again(meet)
    screen = big_screen(window, group, still=False)
    reveal(screen, group, 450)
    screen.page.evaluate(FINISHED)
    settled = screen.page.evaluate(SEEN)
    screen.page.evaluate("document.querySelector('svg.ll-picture--moves').seenBefore = true")
    for words in ("We praten te weinig.", "Het rooster gaat voor."):
        key = group.people[0]
        answer = group.ask(key, "ShareInsight", text=words)
        screen.is_at(answer.json()["seq"])
        screen.reads(words)
        assert screen.page.evaluate("document.querySelector('svg.ll-picture--moves').seenBefore") is True
        assert screen.page.evaluate(SEEN) == settled
    running = "document.getAnimations().filter((a) => a.playState === 'running').length"
    assert screen.page.evaluate(running) == 0


def test_another_round_moves_again(window: Open, meet: Meet) -> None:
    group = asked_again(meet)
    screen = big_screen(window, group, still=False)
    reveal(screen, group, 900)
    first = screen.page.get_attribute(MAP, "id")
    group.lead("AskAgain", statement="s3")
    screen.sees("projector.ready.again_help")
    for key, position in zip(group.people, FIRST, strict=True):
        group.ask(key, "TakeStance", statement="s3", position=position)
    start = reveal(screen, group, 0)
    assert (first, screen.page.get_attribute(MAP, "id")) == ("shift3round2", "shift3round3")
    assert (len(start["discs"]), start["before"]) == (1, 1)


def test_who_wants_no_motion_sees_the_end_at_once(window: Open, meet: Meet) -> None:
    group = asked_again(meet)
    screen = big_screen(window, group, still=True)
    group.lead("RevealStatements")
    screen.page.wait_for_selector(MAP)
    at_once = screen.page.evaluate(SEEN)
    assert (at_once["land"], at_once["before"], at_once["path"]) == (1, 0, 1)
    screen.page.wait_for_timeout(1_000)
    assert screen.page.evaluate(SEEN) == at_once


def test_at_the_reveal_the_land_comes_up_under_the_numbers(window: Open, meet: Meet) -> None:
    group = meet(10)
    group.lead("OpenStatements")
    for key, position in zip(group.people, AGAIN, strict=True):
        group.ask(key, "TakeStance", statement="s3", position=position)
    screen = let_in(window("projector", still=False), group, "projector")
    screen.is_connected()
    group.lead("RevealStatements")
    screen.page.wait_for_selector(".ll-picture")
    names = screen.page.evaluate("document.getAnimations().map((a) => [a.animationName, a.effect.target.classList[0]])")
    assert names == [["ll-comes", "ll-land"]]
