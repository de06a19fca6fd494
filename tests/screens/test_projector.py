# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The big screen."""

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens.projector import projector_page, projector_region
from leerlandschap.screens.walls import clip, wall
from tests.screens.played import Meeting, at, reveal_consent
from tests.screens.reading import Page
from tests.screens.test_facilitator import DOOR, facts


def screen(meeting: Meeting, language: Language = Language.NL) -> str:
    return str(projector_region(meeting.seen_by(Role.PROJECTOR), language, DOOR))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("moment", Moment)
def test_every_moment_has_its_sheet_and_nothing_to_press(moment: Moment, language: Language) -> None:
    html = str(projector_page(facts(language), at(moment).seen_by(Role.PROJECTOR), DOOR))
    page = Page(html)
    assert page.forms == []
    assert page.filled == 0
    assert html.count("<h1") == 1


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.AGAIN])
def test_while_people_choose_the_screen_shows_the_same_whatever_they_chose(moment: Moment) -> None:
    one, other = at(moment), at(moment)
    for person in range(12):
        for statement in other.state.open_statements:
            other.says(person, c.TakeStance(statement, 1 + person % 5))
    assert screen(one) == screen(other)


def test_where_dots_were_spent_does_not_show_before_they_are_shown() -> None:
    one, other = at(Moment.DOTS), at(Moment.DOTS)
    points = other.points
    for person in range(12):
        other.says(person, c.SpendDots({points[1]: 3}))
    assert screen(one) == screen(other)


def test_the_waiting_room_shows_the_code_the_way_in_and_how_many_are_there() -> None:
    text = Page(screen(Meeting(people=9))).text
    assert "K7M 4PX" in text
    assert "leren.example" in text
    assert "9 zijn er al" in text


def test_while_choosing_the_screen_counts_who_is_ready() -> None:
    meeting = Meeting()
    meeting.leads(c.OpenStatements())
    for person in range(9):
        meeting.says(person, c.Ready())
    assert "9 van 12 zijn klaar" in Page(screen(meeting)).text


def test_a_follow_up_without_an_owner_stands_out_in_words() -> None:
    text = Page(screen(at(Moment.AGREE))).text
    assert "Nog geen trekker" in text
    assert "Sanne de Wit, uiterlijk 14 december 2026" in text


def test_points_stay_unread_while_everybody_writes() -> None:
    assert "Hoeveel uur" not in screen(at(Moment.POINTS))


def test_objections_show_only_after_the_check_is_shown() -> None:
    meeting = at(Moment.CONSENT)
    assert "bezwaar" not in Page(screen(meeting)).text.replace("wat is je bezwaar", "")
    reveal_consent(meeting)
    assert "10 mee eens, 0 kan ermee leven, 2 bezwaar" in Page(screen(meeting)).text


def test_more_than_eight_statements_come_on_two_sheets() -> None:
    meeting = Meeting()
    for number in range(6, 11):
        meeting.leads(c.EditStatement(f"Stelling nummer {number}", f"Naam {number}"))
    meeting.leads(c.OpenStatements())
    for statement in range(10):
        meeting.choose(statement, (1, 2, 3, 4, 5, 1, 2, 4, 5, 3, None, 4))
    meeting.leads(c.RevealStatements())
    html = screen(meeting)
    assert html.count('name="sheets"') == 2
    assert "Stelling 1 – 5" in html


def test_what_does_not_fit_is_counted_and_nothing_is_lost() -> None:
    crowded = wall([120] * 40)
    assert crowded.many
    assert crowded.shown + crowded.more == 40
    assert crowded.shown > 0
    assert wall([20, 20, 20]).more == 0
    assert not wall([20, 20, 20]).many


def test_a_long_text_is_cut_between_words() -> None:
    assert clip("kort") == "kort"
    assert clip("woord " * 60).endswith("woord…")
