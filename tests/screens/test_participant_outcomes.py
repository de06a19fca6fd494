# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outcomes in words: with their numbers, and never more than they can bear."""

from __future__ import annotations

import msgspec
import pytest

from leerlandschap.core.measures import Kind, Label
from leerlandschap.core.vocabulary import Language, Role, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import outcomes
from leerlandschap.views.shapes import Chances, Outcome, StatementView, WorkshopView

from .forms_in import revealed_by
from .played import at

REVEALED = at(Moment.REVEAL).seen_by(Role.PARTICIPANT)
LINES = REVEALED.thresholds
NL = Language.NL


def loosely(statement: StatementView, chance: float, label: Label = Label.PROBABLE) -> StatementView:
    """The same with answers missing: in this room its kind has this chance."""
    outcome = statement.outcomes[-1]
    region = outcome.kind.region
    assert region
    chances = msgspec.structs.replace(Chances(0, 0, 0, 0), **{region.value: chance})
    loose = msgspec.structs.replace(outcome, settled=False, this_room=chances, label=label)
    return msgspec.structs.replace(statement, outcomes=(loose,))


def test_a_fact_of_the_room_is_said_with_its_numbers() -> None:
    assert [outcomes.sentence(s, NL) for s in REVEALED.statements] == [
        "11 van de 12 zijn het oneens, één is het eens: hier staan jullie samen.",
        "9 van de 12 zijn het eens, één is het oneens: hier staan jullie samen.",
        "6 zijn het oneens en 6 zijn het eens: hier zijn twee kampen.",
        "8 van de 12 kozen geen kant: hier zijn jullie er nog niet uit.",
        "De antwoorden liggen uiteen: 2 oneens, 5 geen kant, 5 eens.",
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("statement", REVEALED.statements, ids=lambda s: s.id)
def test_what_is_likely_is_said_as_likely(statement: StatementView, language: Language) -> None:
    said = outcomes.sentence(loosely(statement, 0.7), language).lower()
    assert "waarschijnlijk" in said or "probably" in said


@pytest.mark.parametrize("statement", REVEALED.statements, ids=lambda s: s.id)
@pytest.mark.parametrize(("chance", "label"), [(0.4, Label.PROBABLE), (0.9, Label.TOO_FEW)])
def test_what_nobody_can_tell_yet_gets_counts_only(statement: StatementView, chance: float, label: Label) -> None:
    open_yet = loosely(statement, chance, label)
    said = outcomes.sentence(open_yet, NL)
    assert "te veel antwoorden" in said
    assert not any(word in said for word in ("samen", "kampen", "uiteen"))
    assert outcomes.verdict_line(open_yet.outcomes[-1], NL, LINES).startswith("Nog open")


def test_verdict_lines_are_as_on_the_map() -> None:
    lines = [outcomes.verdict_line(s.outcomes[-1], NL, LINES) for s in REVEALED.statements]
    assert lines[1] == "Kern: 9 van 12 eens"
    assert lines[2] == "Twee kampen: 6 oneens, 6 eens"
    likely = loosely(REVEALED.statements[1], 0.7).outcomes[-1]
    assert outcomes.verdict_line(likely, NL, LINES) == "Waarschijnlijk kern: 9 van 12 eens"


def test_too_few_answers_say_nothing_but_that() -> None:
    few = Outcome(round=1, kind=Kind.TOO_FEW, zone=None, label=Label.TOO_FEW, settled=False)
    statement = msgspec.structs.replace(REVEALED.statements[0], outcomes=(few,))
    assert not any(letter.isdigit() for letter in outcomes.sentence(statement, NL))


def test_the_page_opens_with_how_many_they_agree_on_and_which_are_left() -> None:
    first, second = outcomes.headline(REVEALED, NL)
    assert first == "Over 2 van de 5 stellingen zijn jullie het eens."
    assert second == "Bij de stellingen 3, 4 en 5 zijn jullie er nog niet uit."


def test_agreement_that_may_still_change_is_not_announced_as_certain() -> None:
    statements = tuple(loosely(s, 0.7) for s in REVEALED.statements)
    view = msgspec.structs.replace(REVEALED, statements=statements)
    assert outcomes.headline(view, NL)[0] == "Over 2 van de 5 stellingen zijn jullie het waarschijnlijk eens."


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("moment", Moment)
def test_there_is_a_headline_at_every_moment(moment: Moment, language: Language) -> None:
    first, second = outcomes.headline(at(moment).seen_by(Role.PARTICIPANT), language)
    assert first.endswith(".")
    assert second.endswith(".")


@pytest.mark.parametrize("people", [1, 4, 5, 7])
def test_a_small_group_is_told_figures_from_five_on(people: int) -> None:
    view = revealed_by(people).seen_by(Role.PARTICIPANT)
    said = [*outcomes.headline(view, NL), *(outcomes.sentence(s, NL) for s in view.statements)]
    assert any("te weinig antwoorden" in each.lower() for each in said) == (people < 5)


def test_both_are_said_when_the_group_overrules() -> None:
    view = at(Moment.POINTS).seen_by(Role.PARTICIPANT)
    fifth = view.statements[4]
    assert outcomes.overruled_lines(fifth, NL) == ("Uitslag: verspreid", "De groep zegt: kern")
    assert outcomes.sentence(fifth, NL).endswith("De groep zegt zelf: kern.")


def test_a_group_that_says_what_the_figures_say_overrules_nothing() -> None:
    agreed = msgspec.structs.replace(REVEALED.statements[1], verdict=Zone.CORE)
    assert outcomes.overruled_lines(agreed, NL) == ()


def test_after_a_second_round_the_table_has_both() -> None:
    view = at(Moment.SHIFT).seen_by(Role.PARTICIPANT)
    rows = [row for row in outcomes.table(view, NL) if row.number == 3]
    assert [row.counts for row in rows] == [(4, 2, 0, 3, 3, 0), (1, 1, 5, 4, 1, 0)]
    assert rows[1].moved == "5 naar eens, 3 naar oneens, 4 bleven"
    assert [row.last for row in rows] == [False, True]


def test_mist_that_lifts_is_told_first() -> None:
    assert headline_after((4,) * 12) == "Bij stelling 3 trok de mist op."


def test_a_second_round_that_changes_little_is_not_called_a_change() -> None:
    assert headline_after((1, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5)) == "Bij stelling 3 veranderde er weinig."


def talked_again(positions: tuple[int, ...]) -> WorkshopView:
    meeting = at(Moment.DISCUSS)
    meeting.leads(c.AskAgain(meeting.state.playbook.statements[2].id))
    meeting.choose(2, positions)
    meeting.leads(c.RevealStatements())
    view: WorkshopView = meeting.seen_by(Role.PARTICIPANT)
    return view


def headline_after(positions: tuple[int, ...]) -> str:
    return outcomes.headline(talked_again(positions), NL)[0]


def test_parked_statements_are_not_counted() -> None:
    parked = (msgspec.structs.replace(REVEALED.statements[0], parked=True), *REVEALED.statements[1:])
    view = msgspec.structs.replace(REVEALED, statements=parked)
    assert outcomes.headline(view, NL)[0] == "Over 1 van de 4 stellingen zijn jullie het eens."


def test_the_report_says_what_talking_did() -> None:
    def line(positions: tuple[int, ...]) -> str:
        return outcomes.talk_line(talked_again(positions).statements[2], NL)

    assert line((4,) * 12).endswith("Eerst grijs gebied, na het gesprek kern")
    assert "kern" not in line((1, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5))
    assert outcomes.talk_line(REVEALED.statements[2], NL) == ""
