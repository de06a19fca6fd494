# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing, the poster and the printed card."""

import pytest

from leerlandschap.core.vocabulary import Language, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens.poster import poster_page
from leerlandschap.screens.prepare import prepare_page
from leerlandschap.web.forms import OF_A_WORKSHOP
from tests.screens.played import Meeting, at
from tests.screens.reading import Page, commands_in
from tests.screens.test_facilitator import DOOR, facts


def prepared(meeting: Meeting, language: Language = Language.NL) -> str:
    return str(prepare_page(facts(language), meeting.seen_by(Role.FACILITATOR), DOOR))


@pytest.mark.parametrize("language", Language)
def test_preparing_has_one_filled_button_and_it_leads_to_the_waiting_room(language: Language) -> None:
    html = prepared(Meeting(people=0), language)
    assert Page(html).filled == 1
    assert 'll-button--now ll-button--wide" href="/w/w1/facilitator"' in html


def test_saving_every_field_as_it_stands_changes_nothing() -> None:
    """So each field shows what there is, and each form is a command that is allowed."""
    meeting = Meeting(people=0)
    before = meeting.state
    for form in commands_in(prepared(meeting)):
        command = OF_A_WORKSHOP.form(form.body)
        assert not isinstance(command, Refused), (form.id, command)
        if form.id != "statement-new" and not isinstance(command, c.DropStatement):
            answer = meeting.answer(command)
            assert not isinstance(answer, Refused), (form.id, answer)
            assert answer == (), form.id
    assert meeting.state == before


def test_every_text_of_the_playbook_can_be_changed() -> None:
    meeting = Meeting(people=0)
    places = {place for place, _ in meeting.seen_by(Role.FACILITATOR).texts}
    forms = [dict(f.fields) for f in commands_in(prepared(meeting)) if dict(f.fields)["type"] == "EditText"]
    assert {f["place"] for f in forms} == places
    assert len(places) > 100


def test_the_minutes_are_added_up() -> None:
    meeting = Meeting(people=0)
    assert "Samen 20 minuten." in Page(prepared(meeting)).text
    meeting.leads(c.SetMinutes(meeting.state.playbook.steps[1].id, 10))
    assert "Samen 22,5 minuten." in Page(prepared(meeting)).text


def test_once_the_statements_opened_nothing_can_be_changed_here() -> None:
    assert list(commands_in(prepared(at(Moment.VOTE)))) == []


@pytest.mark.parametrize("language", Language)
def test_the_poster_has_the_way_in_and_the_card_every_statement_and_question(language: Language) -> None:
    view = Meeting(people=0).seen_by(Role.FACILITATOR)
    text = Page(str(poster_page(facts(language), view, DOOR))).text
    assert "K7M 4PX" in text
    assert all(s.text.spoken(language)[0] in text for s in view.statements)
    assert all(q.text.spoken(language)[0] in text for q in view.questions)
