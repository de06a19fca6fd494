# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery draws every screen in every phase, in both languages, the same every time."""

import re

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens.gallery import gallery, gallery_page
from leerlandschap.screens.gallery_script import SCRIPT, played
from leerlandschap.screens.gallery_situations import SITUATIONS, fallen
from leerlandschap.screens.page import Page
from leerlandschap.text import say

NL, EN = Language
LIVE = ("participant", "projector", "facilitator")
NAMES = sorted(gallery())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_every_exhibit_is_a_whole_page_in_its_language(name: str, language: Language) -> None:
    html = gallery()[name].draw(language)
    assert html.lstrip().startswith("<!doctype html>")
    assert f'<html lang="{language.value}"' in html
    assert html.rstrip().endswith("</html>")
    assert re.search(r"<h1[ >]", html)
    assert "hx-sse:connect" not in html


@pytest.mark.parametrize("language", Language)
def test_every_exhibit_has_a_title_of_its_own(language: Language) -> None:
    titles = [each.title(language) for each in gallery().values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("screen", LIVE)
def test_every_moment_of_the_card_is_shown_on_every_live_screen(screen: str) -> None:
    live = [each for each in gallery().values() if each.case != "situations"]
    shown = {played(e.case, e.stage, NL).view(e.role).moment for e in live if e.screen == screen}
    assert shown == set(Moment)


def test_the_index_leads_to_every_exhibit() -> None:
    html = gallery_page(Page(NL, "https://leren.example", "/gallery"))
    assert [each.name for each in gallery().values() if f'href="{each.url}"' not in html] == []


def test_the_group_is_the_same_every_time() -> None:
    first = played("full", "closed", NL).view(Role.PARTICIPANT)
    played.cache_clear()
    assert played("full", "closed", NL).view(Role.PARTICIPANT) == first


def test_the_full_case_has_all_that_can_be_seen() -> None:
    view = played("full", "closed", NL).view(Role.PARTICIPANT)
    before = played("full", "reveal", NL).view(Role.PARTICIPANT)
    kinds = [s.outcome.kind.value for s in before.statements if s.outcome]
    assert kinds == ["core_disagree", "core_agree", "polarised", "undecided", "scattered"]
    assert [s.number for s in view.statements if len(s.outcomes) == 2] == [3, 5]
    assert [s.number for s in view.statements if s.verdict] == [4]
    assert [f.owner is None for f in view.follow_ups] == [False, False, True]
    assert any(p.reservations for p in view.principles)
    assert any(not p.agreed and not p.parked for p in view.points)
    assert view.parked
    assert view.ratings


def test_three_people_are_too_few_everywhere() -> None:
    view = played("few", "closed", NL).view(Role.FACILITATOR)
    assert [s.outcome.answers for s in view.statements if s.outcome] == [None] * 5
    assert [p.consent for p in view.principles] == [None] * 3
    assert view.dots_too_few
    assert view.ratings is None


@pytest.mark.parametrize("language", Language)
def test_the_long_word_has_sixty_letters_and_is_everywhere(language: Language) -> None:
    word = say("gallery.sample.long", language)
    assert len(word) >= 60
    view = played("long", "closed", language).view(Role.PARTICIPANT)
    texts = [view.title, view.team, view.organisation, view.scope, *(p.text for p in view.points)]
    texts += [f.owner or word for f in view.follow_ups] + [p.statement for p in view.principles]
    texts += [s.text.spoken(language)[0] for s in view.statements]
    assert [text for text in texts if word not in text] == []


def test_a_stage_that_does_not_exist_is_not_drawn() -> None:
    with pytest.raises(LookupError, match="nowhere"):
        played("full", "nowhere", NL)
    assert "nowhere" not in SCRIPT


def test_twelve_situations_are_as_they_are_called() -> None:
    def kinds(name: str) -> list[str]:
        return [s.outcomes[-1].kind.value for s in fallen(name, NL).view(Role.PROJECTOR).statements]

    assert len(SITUATIONS) == 12
    assert set(kinds("unanimous")) == {"core_agree", "core_disagree"}
    assert {name: set(kinds(name)) for name in ("two_camps", "soft_camps", "scattered", "undecided", "too_few")} == {
        "two_camps": {"polarised"},
        "soft_camps": {"polarised"},
        "scattered": {"scattered"},
        "undecided": {"undecided"},
        "too_few": {"too_few"},
    }
    assert (len(kinds("three_statements")), len(kinds("twelve_statements"))) == (3, 12)


def test_what_is_settled_stands_beside_what_is_not() -> None:
    outcomes = [s.outcomes[-1] for s in fallen("settled", NL).view(Role.PROJECTOR).statements]
    assert all(each.answers is not None and each.answers < 12 for each in outcomes)
    assert {each.settled for each in outcomes} == {True, False}


@pytest.mark.parametrize(("name", "closer"), [("shifted_together", True), ("shifted_apart", False)])
def test_a_shift_goes_the_way_it_is_called(name: str, closer: bool) -> None:
    third = fallen(name, NL).view(Role.PROJECTOR).statements[2]
    moved = third.outcomes[-1].moved
    assert moved is not None
    assert moved.convergence is not None
    assert (moved.convergence < 0) is closer
