# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of the facilitator."""

import pytest

from leerlandschap.core.vocabulary import Consent, Language, PointKind, Refusal, Refused, Role, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment, Pacing, StepId
from leerlandschap.screens.door import Door
from leerlandschap.screens.facilitator import facilitator_page, facilitator_region
from leerlandschap.screens.flow import onward
from leerlandschap.screens.page import Kept
from leerlandschap.screens.page import Page as PageFacts
from leerlandschap.web.forms import OF_A_WORKSHOP
from tests.screens.played import Meeting, at, reveal_consent
from tests.screens.reading import Page, commands_in

DOOR = Door("https://leren.example/j/K7M4PX", "leren.example", "K7M4PX")


def facts(language: Language = Language.NL, kept: Kept | None = None) -> PageFacts:
    return PageFacts(language, "https://leren.example", "/w/w1/facilitator", code="K7M4PX", kept=kept)


def desk(meeting: Meeting, language: Language = Language.NL, kept: Kept | None = None) -> str:
    return str(facilitator_page(facts(language, kept), meeting.seen_by(Role.FACILITATOR), DOOR))


def next_of(meeting: Meeting) -> object:
    press = onward(meeting.seen_by(Role.FACILITATOR))
    return press and press.command


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("moment", Moment)
def test_every_moment_has_its_desk_with_one_filled_button(moment: Moment, language: Language) -> None:
    html = desk(at(moment), language)
    page = Page(html)
    assert page.filled == 1
    assert html.count("<h1") == 1
    assert sorted(set(page.ids)) == sorted(page.ids)


def test_a_moment_that_is_called_by_its_first_sentence_is_told_once() -> None:
    assert "<dd>Kun je hiermee leven?</dd>" in desk(at(Moment.WRITE))
    assert "<dd>Uitgangspunten schrijven: Maak met je buur één uitgangspunt" in desk(at(Moment.QUESTIONS))


def test_how_it_was_rated_is_told_as_a_number_for_each_mark() -> None:
    assert "<li>3: 0 keer</li><li>4: 12 keer</li>" in desk(at(Moment.CLOSED))


@pytest.mark.parametrize("moment", Moment)
def test_what_any_form_posts_untouched_is_a_command_with_its_fields(moment: Moment) -> None:
    for form in commands_in(desk(at(moment))):
        command = OF_A_WORKSHOP.form(form.body)
        assert not isinstance(command, Refused), (form.id, command)
        assert dict(form.fields)["form"] == form.id


@pytest.mark.parametrize("moment", Moment)
def test_no_button_on_the_desk_is_refused_for_its_moment_or_role(moment: Moment) -> None:
    """Only what still has to be typed may be missing."""
    meeting = at(moment)
    for form in commands_in(desk(meeting)):
        command = OF_A_WORKSHOP.form(form.body)
        assert not isinstance(command, Refused)
        answer = meeting.answer(command)
        if isinstance(answer, Refused):
            assert answer.code in (Refusal.TEXT_MISSING, Refusal.UNKNOWN_POINT), (form.id, answer)
            assert form.typed or form.id == "merge"


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.AGAIN])
def test_while_people_choose_the_desk_shows_the_same_whatever_they_chose(moment: Moment) -> None:
    one, other = at(moment), at(moment)
    open_now = other.state.open_statements
    for person in range(12):
        for statement in open_now:
            other.says(person, c.TakeStance(statement, 1 + person % 5))
    before, after = (str(facilitator_region(m.seen_by(Role.FACILITATOR), Language.NL, DOOR)) for m in (one, other))
    assert before == after


def test_the_button_leads_from_the_first_step_to_the_last() -> None:
    meeting, pressed = Meeting(), []
    for _ in range(40):
        press = onward(meeting.seen_by(Role.FACILITATOR))
        if press is None:
            break
        if press.waits:
            meeting.says(0, c.RaisePoint(PointKind.UNCLEAR, "Wie beslist?")) if press.type == "OpenDots" else None
            meeting.says(0, c.DraftPrinciple("Elke medewerker leert.")) if press.type == "AskConsent" else None
        meeting.leads(press.command)
        pressed.append(press.type)
        if press.type == "OpenStatements":
            meeting.vote()
        if press.type == "AskConsent":
            meeting.consent()
    assert pressed == [
        "OpenStatements", "RevealStatements", "PutStatement", "AskAgain", "RevealStatements", "PutStatement",
        "AskAgain", "RevealStatements", "GoTo", "OpenDots", "RevealDots", "GoTo", "RevealAnswers", "AskConsent",
        "RevealConsent", "KeepPrinciple", "GoTo", "Close",
    ]  # fmt: skip


def test_statement_by_statement_the_next_one_opens_after_each_talk() -> None:
    meeting = Meeting(pacing=Pacing.ONE_BY_ONE)
    meeting.leads(c.OpenStatements())
    first = meeting.state.open_statements
    assert first == ("s1",)
    meeting.choose(0, (1, 2, 3, 4, 5, 1, 2))
    meeting.leads(c.RevealStatements())
    assert next_of(meeting) == c.OpenStatements()
    meeting.leads(c.OpenStatements())
    assert meeting.state.open_statements == ("s2",)


def test_with_too_few_answers_the_desk_offers_an_open_conversation() -> None:
    meeting = Meeting(people=3)
    meeting.leads(c.OpenStatements())
    meeting.vote()
    meeting.leads(c.RevealStatements())
    press = onward(meeting.seen_by(Role.FACILITATOR))
    assert press is not None
    assert (press.label, press.command) == ("talk_openly", c.PutStatement(meeting.state.playbook.statements[0].id))


def test_a_principle_with_an_objection_is_not_kept_by_the_flow() -> None:
    meeting = at(Moment.CONSENT)
    reveal_consent(meeting)
    kept = []
    while isinstance(command := next_of(meeting), c.KeepPrinciple):
        kept.append(command.principle)
        meeting.leads(command)
    assert kept == meeting.principles[:2]
    assert command == c.GoTo(StepId.CLOSING)


def test_revealing_before_anybody_chose_asks_for_a_second_press() -> None:
    meeting = Meeting()
    meeting.leads(c.OpenStatements())
    press = onward(meeting.seen_by(Role.FACILITATOR))
    assert press is not None
    assert (press.type, press.twice) == ("RevealStatements", "reveal_twice")


def test_what_was_typed_and_refused_comes_back_with_the_reason() -> None:
    kept = Kept("insight", {"text": "x" * 1200}, Refused(Refusal.TEXT_TOO_LONG, "text", {"most": 1000, "length": 1200}))
    html = desk(at(Moment.SHIFT), kept=kept)
    form = next(f for f in Page(html).forms if f.id == "insight")
    assert ("text", "x" * 1200) in form.fields
    assert "Je tekst heeft 1200 tekens en er passen er 1000." in Page(html).text


def test_a_verdict_is_withdrawn_by_choosing_the_outcome_again() -> None:
    meeting = at(Moment.SHIFT)
    statement = meeting.state.playbook.statements[4].id
    assert meeting.state.discussion(statement).verdict is Zone.CORE
    form = next(f for f in commands_in(desk(meeting)) if f.id == f"verdict-{statement}")
    assert OF_A_WORKSHOP.form(form.body) == c.OverruleVerdict(statement, Zone.CORE)
    withdrawn = [(name, "" if name == "verdict" else value) for name, value in form.fields]
    form.fields = withdrawn
    assert OF_A_WORKSHOP.form(form.body) == c.OverruleVerdict(statement, None)


def test_hands_are_posted_as_five_counts() -> None:
    form = next(f for f in commands_in(desk(at(Moment.VOTE))) if f.id == "hands-s1")
    assert OF_A_WORKSHOP.form(form.body) == c.CountHands("s1", (0, 0, 0, 0, 0), 0)  # type: ignore[arg-type]


def test_a_follow_up_without_an_owner_stands_out_in_words() -> None:
    assert Page(desk(at(Moment.AGREE))).text.count("Nog geen trekker") == 1


def test_reservations_are_hidden_until_the_check_is_shown() -> None:
    meeting = at(Moment.CONSENT)
    assert "Wat is nodig?" not in desk(meeting)
    reveal_consent(meeting)
    assert "Wat is nodig?" in desk(meeting)
    assert "10 mee eens, 0 kan ermee leven, 2 bezwaar" in Page(desk(meeting)).text
    assert Consent.OBJECT in [g.position for p in meeting.state.principles.values() for g in p.consents.values()]
