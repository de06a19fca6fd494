# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the map is told: the same words as stand beside it, and nothing that must stay hidden."""

from __future__ import annotations

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import landscape_words as words
from leerlandschap.screens import outcomes
from leerlandschap.views.shapes import WorkshopView

from .forms_in import revealed_by
from .played import at

NL = Language.NL


def seen(moment: Moment) -> WorkshopView:
    return at(moment).seen_by(Role.PARTICIPANT)


def test_every_statement_has_its_place_with_the_verdict_under_its_name() -> None:
    view = seen(Moment.REVEAL)
    for place in words.places(view, NL):
        outcome = view.statements[place.number - 1].outcomes[-1]
        assert place.counts == outcome.counts
        assert [line.text for line in place.lines] == [outcomes.verdict_line(outcome, NL, view.thresholds)]


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.VOTE])
def test_before_the_reveal_there_is_no_map(moment: Moment) -> None:
    assert words.landscape(seen(moment), NL, "narrow") == ""
    assert words.places(seen(moment), NL) == []


def test_too_few_answers_hand_no_counts_to_the_picture() -> None:
    for place in words.places(revealed_by(4).seen_by(Role.PARTICIPANT), NL):
        assert place.counts is None
        assert place.zone == "too_few"


def test_lanes_stay_where_they_were_after_a_second_round() -> None:
    before, after = seen(Moment.REVEAL), seen(Moment.SHIFT)
    assert [p.number for p in words.places(before, NL)] == [p.number for p in words.places(after, NL)]
    assert words.found(after, NL, "wide").after


def test_who_moved_and_what_the_group_says_are_told_in_accent() -> None:
    places = {p.number: p for p in words.places(seen(Moment.SHIFT), NL)}
    assert [line.text for line in places[3].lines if line.accent] == ["5 naar eens, 3 naar oneens, 4 bleven"]
    assert places[3].before == (4, 2, 0, 3, 3)
    assert [(line.text, line.accent) for line in places[5].lines] == [
        ("Uitslag: verspreid", False),
        ("De groep zegt: kern", True),
    ]
    assert (places[5].zone, places[5].measured_zone) == ("core", "grey")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("sheet", ["wide", "narrow"])
def test_the_map_is_named_by_its_finding(language: Language, sheet: words.SheetName) -> None:
    view = seen(Moment.REVEAL)
    svg = words.landscape(view, language, sheet)
    assert svg.startswith("<svg")
    assert outcomes.headline(view, language)[0] in svg


def test_every_round_has_its_bar_with_its_figures_in_words() -> None:
    bars = words.bars(seen(Moment.SHIFT).statements[2], NL)
    assert [bar.round for bar in bars] == [1, 2]
    assert "Helemaal oneens 4, oneens 2, ertussenin 0, eens 3, helemaal eens 3, geen mening 0" in bars[0].svg
