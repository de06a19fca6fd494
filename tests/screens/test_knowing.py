# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do we know? The lines and the numbers behind a sentence, and never a claim that the sentence does not make."""

from __future__ import annotations

import re

import msgspec
import pytest

from leerlandschap.core.measures import Kind, Label
from leerlandschap.core.vocabulary import Language, Role, Zone
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import outcomes
from leerlandschap.screens.door import Door
from leerlandschap.screens.facilitator import facilitator_region
from leerlandschap.screens.knowing import known
from leerlandschap.screens.participant import participant_region
from leerlandschap.screens.projector import projector_region
from leerlandschap.screens.summary import summary_body
from leerlandschap.views.shapes import Chances, Moved, Outcome, StatementView, WorkshopView

from .played import at

NL, EN = Language
VIEW = at(Moment.REVEAL).seen_by(Role.PARTICIPANT)
FIRST, SECOND, THIRD, FOURTH, FIFTH = VIEW.statements
DOOR = Door("https://leren.example/j/K7M4PX", "leren.example", "K7M4PX")


def lately(statement: StatementView, **parts: object) -> StatementView:
    """The same with its newest outcome otherwise."""
    *earlier, last = statement.outcomes
    return msgspec.structs.replace(statement, outcomes=(*earlier, msgspec.structs.replace(last, **parts)))


def loosely(statement: StatementView, chance: float, label: Label) -> StatementView:
    """Answers are missing: in this room its kind has this chance."""
    region = statement.outcomes[-1].kind.region
    assert region
    chances = msgspec.structs.replace(Chances(0, 0, 0, 0), **{region.value: chance})
    return lately(statement, settled=False, this_room=chances, label=label)


def quickly(view: WorkshopView) -> WorkshopView:
    """The first two statements were agreed on at once."""
    first, second, *others = view.statements
    both = lately(first, quick=True), lately(second, quick=True)
    return msgspec.structs.replace(view, statements=(*both, *others))


def said(statement: StatementView, language: Language = NL) -> str:
    return " ".join(known(VIEW, statement, language))


def test_a_fact_is_explained_by_its_lines_and_its_numbers() -> None:
    assert list(known(VIEW, SECOND, NL)) == [
        "We noemen iets kern als minstens 70 % aan één kant staat en minder dan 15 % aan de andere.",
        "Eens 9 van de 12 (75 %), oneens 1 (8 %), geen kant 2 (17 %). Wie geen mening heeft, telt bij geen kant.",
        "Iedereen in de zaal antwoordde. Voor deze zaal staat dit dus vast.",
        "Over mensen buiten deze zaal zegt dit te weinig.",
        "Hoe ver twee mensen die je willekeurig kiest uit elkaar staan: 0,49. Daarin is 0: allemaal hetzelfde, en 1: "
        "twee helften aan de uiteinden.",
        "De kans dat twee mensen die je willekeurig kiest tegenover elkaar staan: 14 %.",
        "Deze grenzen lagen vast voordat iemand koos.",
    ]


@pytest.mark.parametrize(
    ("statement", "line"),
    [(THIRD, "minstens 25 %"), (FOURTH, "minstens 50 % geen kant"), (FIFTH, "minder dan 50 % geen kant")],
)
def test_every_kind_has_its_line(statement: StatementView, line: str) -> None:
    assert line in known(VIEW, statement, NL)[0]


def test_people_like_these_are_told_apart_from_the_room() -> None:
    assert known(VIEW, FIRST, NL)[3] == (
        "Zou je het vragen aan veel mensen zoals jullie, dan is de kans op dezelfde uitslag 72 %. Dat is "
        "waarschijnlijk, niet duidelijk: dat is het vanaf 80 % en 8 antwoorden."
    )
    assert "Dat is duidelijk: vanaf 80 % en 8 antwoorden." in known(VIEW, THIRD, NL)[3]


def test_the_lines_are_those_of_this_workshop() -> None:
    lines = msgspec.structs.replace(VIEW.thresholds, core_share=0.75, against=0.125)
    stricter = msgspec.structs.replace(VIEW, thresholds=lines)
    assert "minstens 75 % aan één kant staat en minder dan 12,5 %" in known(stricter, SECOND, NL)[0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("statement", VIEW.statements, ids=lambda s: s.id)
def test_what_is_open_is_given_no_name_and_no_chance(statement: StatementView, language: Language) -> None:
    words = said(loosely(statement, 0.9, Label.TOO_FEW), language).lower()
    names = ("kern", "kampen", "onbeslist", "verspreid", "core", "camps", "undecided", "scattered", "90 %", "feit")
    assert [name for name in names if name in words] == []


@pytest.mark.parametrize("chance", [0.5, 0.9])
def test_what_is_likely_is_not_called_a_fact(chance: float) -> None:
    words = said(loosely(SECOND, chance, Label.PROBABLE))
    assert f"met {100 * chance:.0f} % kans" in words
    assert "staat dit dus vast" not in words
    assert "waarschijnlijk" in words


@pytest.mark.parametrize(("chance", "told"), [(0.9999, "meer dan 99 %"), (0.979, "97 %")])
def test_a_probability_never_reads_as_certain(chance: float, told: str) -> None:
    assert f"met {told} kans" in said(loosely(SECOND, chance, Label.PROBABLE))
    assert "100 %" not in said(loosely(SECOND, chance, Label.CLEAR))


def test_missing_answers_that_change_nothing_are_counted() -> None:
    more = msgspec.structs.replace(VIEW, in_room=13)
    assert known(more, SECOND, NL)[2].startswith("Er mist 1 antwoord, en dat kan de uitslag niet meer veranderen.")


def test_too_few_answers_explain_only_that() -> None:
    few = Outcome(round=1, kind=Kind.TOO_FEW, zone=None, label=Label.TOO_FEW, settled=False)
    only = msgspec.structs.replace(FIRST, outcomes=(few,))
    assert known(VIEW, only, NL) == (
        "Bij minder dan 5 antwoorden tonen we niets. Anders zou je kunnen zien wie wat koos.",
    )


def test_before_the_reveal_there_is_nothing_to_explain() -> None:
    assert known(VIEW, msgspec.structs.replace(FIRST, outcomes=()), NL) == ()


def test_a_shift_is_explained_with_what_chance_alone_would_do() -> None:
    moved = lately(THIRD, moved=Moved(8, 2, 2, 0.0654, -0.25, 0.016))
    assert list(known(VIEW, moved, NL))[-4:-1] == [
        "Van wie twee keer een kant of het midden koos: 8 naar eens, 2 naar oneens, 2 bleven.",
        "Schoof iedereen willekeurig, dan zag je zo veel verschil tussen beide richtingen in 6 van de 100 keer.",
        "Deze mensen kwamen 0,25 dichter bij elkaar, op dezelfde schaal van 0 tot 1. Door toeval gebeurt zoiets in 1 "
        "van de 100 keer.",
    ]


def test_when_nobody_moved_chance_has_nothing_to_explain() -> None:
    words = said(lately(THIRD, moved=Moved(0, 0, 12, 1.0, 0.0, 1.0)))
    assert "12 bleven" in words
    assert "100 keer" not in words


def test_what_the_group_says_itself_does_not_change_the_numbers() -> None:
    ours = msgspec.structs.replace(FOURTH, verdict=Zone.CORE)
    assert "De groep zegt zelf: kern. De getallen blijven zoals ze zijn." in known(VIEW, ours, NL)


# ---- quick


def test_quick_is_a_word_beside_what_is_core() -> None:
    view = quickly(VIEW)
    words = [outcomes.quick_line(s, NL, view.thresholds) for s in view.statements]
    assert words == ["Snel oneens", "Snel eens", "", "", ""]
    assert [row.quick for row in outcomes.table(view, NL)] == words


def test_quick_is_said_no_firmer_than_the_verdict() -> None:
    likely = loosely(lately(SECOND, quick=True), 0.7, Label.PROBABLE)
    assert outcomes.quick_line(likely, NL, VIEW.thresholds) == "Waarschijnlijk snel eens"
    open_yet = loosely(lately(SECOND, quick=True), 0.7, Label.TOO_FEW)
    assert outcomes.quick_line(open_yet, NL, VIEW.thresholds) == ""


def test_what_the_group_calls_grey_is_not_called_quickly_agreed() -> None:
    ours = msgspec.structs.replace(lately(SECOND, quick=True), verdict=Zone.GREY)
    assert outcomes.quick_line(ours, NL, VIEW.thresholds) == ""


def test_quick_outlives_a_second_round_that_changed_nothing() -> None:
    first = lately(SECOND, quick=True).outcomes[0]
    again = msgspec.structs.replace(SECOND, outcomes=(first, msgspec.structs.replace(SECOND.outcomes[0], round=2)))
    lost = msgspec.structs.replace(SECOND, outcomes=(first, THIRD.outcomes[0]))
    assert [outcomes.quick_line(s, NL, VIEW.thresholds) for s in (again, lost)] == ["Snel eens", ""]


@pytest.mark.parametrize("told", [True, False])
def test_slow_or_quick_is_explained_where_it_is_core(told: bool) -> None:
    words = said(lately(SECOND, quick=told))
    assert ("Snel is niet hetzelfde als juist" in words, "Niet snel" in words) == (told, not told)
    assert "nel:" not in said(lately(THIRD, quick=told))


# ---- where it stands


def test_phone_desk_and_summary_explain_every_statement() -> None:
    desk = msgspec.structs.replace(VIEW, role=Role.FACILITATOR)
    pages = (
        participant_region(VIEW, NL),
        facilitator_region(desk, NL, DOOR),
        summary_body(VIEW, NL),
    )
    assert [html.count('class="ll-more ll-known"') for html in pages] == [5, 5, 5]


def test_the_big_screen_keeps_to_the_sentence() -> None:
    assert "ll-known" not in projector_region(at(Moment.DISCUSS).seen_by(Role.PROJECTOR), NL, DOOR)


def test_quick_carries_its_word_beside_its_mark_on_every_screen() -> None:
    view = quickly(VIEW)
    for html in (participant_region(view, NL), summary_body(view, NL)):
        assert len(re.findall(r'<(p|span) class="ll-quick"><svg .*?</svg> Snel (?:on)?eens</\1>', html)) == 2
