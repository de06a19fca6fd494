# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a participant sees and can say, at every moment, in both languages."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from leerlandschap.core.vocabulary import Language, ParticipantId, PointKind, PrincipleId, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.phases import PARTICIPANT
from leerlandschap.core.workshop.playbook import Moment, Pacing, StepId
from leerlandschap.screens.mine import remembered
from leerlandschap.screens.page import Kept, Page
from leerlandschap.screens.participant import participant_page, participant_region
from leerlandschap.views.workshop import mine_of
from leerlandschap.web.forms import OF_A_WORKSHOP

from .forms_in import filled_in, form_in, forms_in, revealed_by
from .played import Meeting, at

ME = ParticipantId("p0")
EVERY = [(moment, language) for moment in Moment for language in Language]


def page(language: Language = Language.NL, kept: Kept | None = None) -> Page:
    return Page(language, "https://leren.example", "/w/w1", code="K7M4PX", kept=kept)


def whole(meeting: Meeting, language: Language = Language.NL, kept: Kept | None = None) -> str:
    return participant_page(page(language, kept), meeting.seen_by(Role.PARTICIPANT), mine_of(meeting.state, ME))


def frame(meeting: Meeting, language: Language = Language.NL) -> str:
    return participant_region(meeting.seen_by(Role.PARTICIPANT), language)


@pytest.mark.parametrize(("moment", "language"), EVERY)
def test_every_moment_has_its_page_with_one_heading(moment: Moment, language: Language) -> None:
    html = whole(at(moment), language)
    assert f'<html lang="{language.value}">' in html
    assert html.count("<h1") == 1
    assert html.count("data-announce") == 1


@pytest.mark.parametrize("moment", Moment)
def test_a_page_has_at_most_one_filled_button(moment: Moment) -> None:
    assert whole(at(moment)).count("ll-button--now") <= 1


@pytest.mark.parametrize("moment", Moment)
def test_no_id_stands_twice_on_a_page(moment: Moment) -> None:
    ids = re.findall(r'\sid="([^"]+)"', whole(at(moment)))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("moment", Moment)
def test_there_is_no_script_or_style_inside_a_page(moment: Moment) -> None:
    html = whole(at(moment))
    assert " style=" not in html
    assert "<style" not in html
    assert not re.search(r"\son\w+=", html)
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", html) == []


@pytest.mark.parametrize(("moment", "language"), EVERY)
def test_every_form_is_a_command_that_a_participant_may_ask(moment: Moment, language: Language) -> None:
    meeting = at(moment)
    for form in forms_in(frame(meeting, language)):
        assert form.action == "/w/w1/do?as=participant"
        for values in filled_in(form):
            asked = OF_A_WORKSHOP.form(urlencode(values, doseq=True).encode())
            assert not isinstance(asked, Refused), (form.id, values, asked)
            assert type(asked) in PARTICIPANT
            assert meeting.state.step in PARTICIPANT[type(asked)]


@pytest.mark.parametrize("moment", Moment)
def test_every_form_can_be_kept_by_the_client(moment: Moment) -> None:
    for form in forms_in(frame(at(moment))):
        assert form.id
        assert form.keep
        assert form.way in ("change", "submit")
        assert form.after in ("keep", "clear")


@pytest.mark.parametrize("moment", Moment)
def test_every_text_field_says_its_limit(moment: Moment) -> None:
    texts = [f for form in forms_in(frame(at(moment))) for f in form.fields if f.kind == "text"]
    assert all(text.most for text in texts)


@pytest.mark.parametrize(("moment", "language"), EVERY)
def test_a_frame_holds_nothing_of_anybody(moment: Moment, language: Language) -> None:
    """Nothing is chosen, typed or marked as saved in what everybody gets."""
    html = frame(at(moment), language)
    for form in forms_in(html):
        assert not any(f.checked for f in form.fields)
        assert not any(f.value for f in form.fields if f.kind == "text")
        assert not any(f.value != "0" for f in form.fields if f.kind == "number")
    assert "Bewaard:" not in html
    assert "reden 1" not in html


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.AGAIN, Moment.QUESTIONS, Moment.DOTS, Moment.CONSENT])
def test_two_people_get_the_same_frame(moment: Moment) -> None:
    first, second = at(moment), at(moment)
    second.says(0, *([c.Ready()] if moment in (Moment.VOTE, Moment.AGAIN) else []))
    assert frame(first) == frame(second)


def test_my_own_choices_stand_in_my_page() -> None:
    html = whole(at(Moment.VOTE))
    stance = form_in(html, "stance-s1")
    assert stance.values["position"] == ["1"]
    assert stance.values["motivation"] == ["reden 1"]
    assert "Bewaard: helemaal oneens" in html


def test_no_opinion_is_a_choice_that_is_remembered() -> None:
    meeting = at(Moment.VOTE)
    meeting.says(0, c.TakeStance(meeting.state.playbook.statements[0].id, None))
    html = whole(meeting)
    chosen = [f for f in form_in(html, "stance-s1").fields if f.kind == "radio" and f.checked]
    assert [f.value for f in chosen] == [""]
    assert "Bewaard: geen mening" in html


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.AGAIN, Moment.QUESTIONS, Moment.DOTS, Moment.CONSENT])
def test_what_the_client_remembers_are_fields_that_stand_on_the_page(moment: Moment) -> None:
    meeting = at(moment)
    html = whole(meeting)
    for form in forms_in(html):
        mine = remembered(meeting.seen_by(Role.PARTICIPANT), mine_of(meeting.state, ME)).get(form.id, {})
        for name, value in mine.items():
            said = [value] if isinstance(value, str) else value
            if any(said) or name == "position":
                assert form.values.get(name) == said, (form.id, name)


def test_nothing_said_of_choices_before_the_reveal() -> None:
    html = frame(at(Moment.VOTE))
    assert "ll-outcome" not in html
    assert "ll-table" not in html


def test_the_reveal_opens_with_its_finding() -> None:
    assert re.search(r"<h1[^>]*>Over 2 van de 5 stellingen zijn jullie het eens\.</h1>", frame(at(Moment.REVEAL)))


def test_the_second_round_opens_a_fresh_form_for_what_was_asked_again() -> None:
    [first] = [f for f in forms_in(frame(at(Moment.VOTE))) if f.id == "stance-s3"]
    again = [f for f in forms_in(frame(at(Moment.AGAIN))) if f.type == "TakeStance"]
    assert [f.id for f in again] == ["stance-s3"]
    assert again[0].keep != first.keep


def test_the_shift_is_told_in_totals() -> None:
    html = frame(at(Moment.SHIFT))
    assert "5 naar eens" in html
    assert "kwamen jullie dichter bij elkaar" in html


def test_between_statements_there_is_nothing_to_choose() -> None:
    meeting = at(Moment.WELCOME, pacing=Pacing.ONE_BY_ONE)
    meeting.leads(c.GoTo(StepId.STATEMENTS))
    html = frame(meeting)
    assert forms_in(html) == []
    assert "Zo meteen gaan we verder" in html


def test_statement_by_statement_asks_one_at_a_time() -> None:
    meeting = at(Moment.WELCOME, pacing=Pacing.ONE_BY_ONE)
    meeting.leads(c.OpenStatements())
    assert [f.id for f in forms_in(frame(meeting)) if f.type == "TakeStance"] == ["stance-s1"]


def test_my_own_points_are_listed_in_my_page_only() -> None:
    points = at(Moment.POINTS)
    points.says(0, c.RaisePoint(PointKind.UNCLEAR, "Wat mag ik zelf beslissen?"))
    assert "Wat mag ik zelf beslissen?" in whole(points)
    assert "Wat mag ik zelf beslissen?" not in frame(points)


def test_parked_points_take_no_dots() -> None:
    form = form_in(frame(at(Moment.DOTS)), "dots")
    assert len([f for f in form.fields if f.kind == "number"]) == 3


def test_a_refused_form_keeps_what_was_typed_and_says_why() -> None:
    refused = Refused(Refusal.TEXT_TOO_LONG, "text", {"length": 412, "most": 400})
    kept = Kept("point", {"kind": "contradictory", "text": "een heel lang punt"}, refused)
    html = whole(at(Moment.POINTS), kept=kept)
    form = form_in(html, "point")
    assert form.values["text"] == ["een heel lang punt"]
    assert form.values["kind"] == ["contradictory"]
    assert "Nog niet goed: Je tekst heeft 412 tekens en er passen er 400." in form.words
    assert 'aria-invalid="true"' in html


def test_what_was_refused_is_not_called_saved() -> None:
    kept = Kept("stance-s1", {"position": "4"}, Refused(Refusal.TOO_LATE, "statement"))
    form = form_in(whole(at(Moment.VOTE), kept=kept), "stance-s1")
    assert "Bewaard:" not in form.words
    assert "Nog niet bewaard" in form.words
    assert form.values["position"] == ["4"]


def test_who_is_too_late_hears_why_although_the_form_has_gone() -> None:
    kept = Kept("stance-s1", {"position": "4"}, Refused(Refusal.TOO_LATE, "statement"))
    assert "De uitslag is al getoond" in whole(at(Moment.REVEAL), kept=kept)
    assert "De uitslag is al getoond" not in whole(at(Moment.REVEAL))


def test_the_form_of_consent_is_new_when_the_words_are() -> None:
    meeting = at(Moment.CONSENT)
    [before, *_] = [f for f in forms_in(frame(meeting)) if f.type == "GiveConsent"]
    first = PrincipleId(before.id.removeprefix("consent-"))
    meeting.leads(c.EditPrinciple(first, "Iedereen krijgt 50 uur."), c.AskConsent())
    after = form_in(frame(meeting), before.id)
    assert after.keep != before.keep


def test_too_few_answers_show_no_figure() -> None:
    html = frame(revealed_by(4))
    assert "te weinig antwoorden" in html
    assert not re.search(r'<td class="ll-num">\d', html)


def test_the_closed_workshop_leads_to_its_summary() -> None:
    assert 'href="/w/w1/summary"' in frame(at(Moment.CLOSED))


def test_what_people_typed_is_escaped() -> None:
    meeting = at(Moment.SHIFT)
    meeting.leads(c.ShareInsight("<script>alert(1)</script>"))
    html = whole(meeting)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_who_has_no_script_can_send_everything_and_refresh() -> None:
    html = whole(at(Moment.VOTE))
    assert "<noscript>" in html
    for part in re.findall(r"<form.*?</form>", html, re.DOTALL):
        assert 'type="submit"' in part


def test_the_other_language_is_a_link_back_to_this_page() -> None:
    assert 'href="/language/en?back=/w/w1"' in whole(at(Moment.WELCOME))


@pytest.mark.parametrize("moment", Moment)
def test_a_posted_form_says_which_it_is(moment: Moment) -> None:
    """So that a refused one can be shown again with what was typed."""
    for form in forms_in(frame(at(moment))):
        assert form.values["form"] == [form.id]
