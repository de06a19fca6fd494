# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of all principles, the scope and the boundaries."""

import re

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import PrincipleOutcome, Words
from leerlandschap.core.vocabulary import BoundaryId, Language, PrincipleId, Refusal, Refused
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.principles import MOST_PAIRS, finding, principles_page
from leerlandschap.screens.page import Kept
from leerlandschap.screens.page import Page as PageFacts
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.web.forms import OF_A_LANDSCAPE
from tests.screens.landscape.lives import HOURS, LEARN, PAY, SHORT, Life, a_life, workshop
from tests.screens.reading import Form, Page, commands_in

NL, EN = Language
SCRIPT = "<script>alert(\"1\" + '2')</script>"


def page_of(view: LandscapeView, kept: Kept | None = None, language: Language = NL) -> str:
    facts = PageFacts(language, "https://leren.example", "/l/l1/principles", kept=kept)
    return str(principles_page(facts, view, {"landscape": "l1"}))


def form(html: str, name: str) -> Form:
    return next(each for each in commands_in(html) if each.id == name)


def posted(html: str, name: str, *more: tuple[str, str]) -> object:
    """The command of a form, after something was typed or chosen in it."""
    one = form(html, name)
    one.fields = [*(f for f in one.fields if f[0] not in dict(more) or f[0] == "principles"), *more]
    return OF_A_LANDSCAPE.form(one.body)


@pytest.mark.parametrize("language", Language)
def test_the_page_opens_with_how_the_principles_stand(language: Language) -> None:
    said = {
        NL: "3 uitgangspunten: 1 vastgesteld, 2 concept. 1 bevinding wacht op verwerking.",
        EN: "3 principles: 1 adopted, 2 draft. 1 finding waits to be worked in.",
    }
    assert finding(a_life().view(), language) == said[language]


def test_a_finding_that_touches_two_principles_is_counted_once() -> None:
    view = a_life().view()
    (open_one,) = view.principles[0].open_findings
    both = tuple(replace(p, open_findings=(open_one,)) if p.id in (HOURS, PAY) else p for p in view.principles)
    assert finding(replace(view, principles=both), NL).endswith("1 bevinding wacht op verwerking.")


def test_an_empty_landscape_says_what_to_do() -> None:
    view = example(NL, empty=True)
    assert (
        finding(view, NL)
        == "Er zijn nog geen uitgangspunten. Schrijf hieronder het eerste, of sluit een werksessie af."
    )
    assert [each.id for each in commands_in(page_of(view))] == ["write", "scope-form", "boundary-new"]


def test_a_card_tells_status_figures_and_reservations_in_words() -> None:
    text = Page(page_of(a_life().view())).text
    assert text.count("Uitgangspunt 1, vastgesteld op 30 november 2026, 2 verwoordingen") == 1
    assert text.count("9 zijn het eens, 2 kunnen ermee leven, 1 heeft een bezwaar. De groep nam het over.") == 1
    assert text.count("Bedenking: Wat als er brand is?") == 1
    assert text.count("Geen aantallen: niet gevraagd, of te weinig antwoorden om te tonen.") == 1


def test_a_finding_that_waits_stands_out_in_words_and_leads_to_its_form() -> None:
    html = page_of(a_life().view())
    assert html.count('href="/l/l1/principles/hours#finding-second"') == 1
    assert Page(html).text.count("1 bevinding wacht Bevinding 2 . Spreekt dit uitgangspunt tegen.") == 1


def test_the_one_filled_button_leads_to_a_finding_that_waits_or_else_writes() -> None:
    waiting, calm = page_of(a_life().view()), page_of(Life().view())
    assert [Page(html).filled for html in (waiting, calm)] == [1, 1]
    assert re.findall(r'll-button--now" href="([^"]*)"', waiting) == ["/l/l1/principles/hours#findings"]
    assert re.findall(r'll-button--now" href="([^"]*)"', calm) == []


@pytest.mark.parametrize("language", Language)
def test_what_any_form_posts_untouched_is_a_command_that_lacks_only_words(language: Language) -> None:
    life = a_life()
    html = page_of(life.view(), language=language)
    answers = {each.id: life.answer(OF_A_LANDSCAPE.form(each.body)) for each in commands_in(html)}  # type: ignore[arg-type]
    missing = Refused(Refusal.TEXT_MISSING, "text")
    assert {name: answer for name, answer in answers.items() if isinstance(answer, Refused)} == {
        "merge": Refused(Refusal.NOTHING_TO_MERGE, "principles"),
        "write": Refused(Refusal.TEXT_MISSING, "statement"),
        "boundary-new": missing,
        "lift-no-hobbies": Refused(Refusal.TEXT_MISSING, "reason"),
    }
    assert sorted(set(answers) - {"merge", "write", "boundary-new", "lift-no-hobbies"}) == [
        "back-cap", "boundary-form-no-hobbies", "merge-hours-short", "scope-form", "take-scope-w-Later",
    ]  # fmt: skip
    assert {dict(each.fields)["form"] for each in commands_in(html)} == set(answers)


def test_ids_are_given_once() -> None:
    ids = Page(page_of(a_life().view())).ids
    assert sorted(set(ids)) == sorted(ids)


def test_two_that_look_alike_stand_beside_each_other_with_their_own_words_marked_and_said() -> None:
    html = page_of(a_life().view())
    assert re.findall(r"<mark>(.*?)</mark>", html) == ["vier", "twee"]
    text = Page(html).text
    assert text.count("Alleen in uitgangspunt 1: vier.") == 1
    assert text.count("Alleen in uitgangspunt 3: twee.") == 1


def test_merging_keeps_the_words_that_were_chosen() -> None:
    life = a_life()
    chosen = form(page_of(life.view()), "merge-hours-short")
    radio, *both = (at for at, (name, _) in enumerate(chosen.fields) if name == "principles")
    assert [chosen.fields[at][1] for at in (radio, *both)] == [HOURS, HOURS, SHORT]
    chosen.fields[radio] = ("principles", SHORT)
    assert life.answer(OF_A_LANDSCAPE.form(chosen.body)) == (  # type: ignore[arg-type]
        e.PrinciplesMerged(SHORT, (HOURS,), "Elke medewerker leert twee uur per maand."),
    )


def test_any_set_can_be_ticked_and_merged_in_new_words() -> None:
    life = a_life()
    html = page_of(life.view())
    boxes = re.findall(r'type="checkbox" name="principles" value="(\w+)" form="merge"', html)
    assert boxes == [HOURS, PAY, SHORT]
    command = posted(html, "merge", ("principles", HOURS), ("principles", PAY), ("statement", "Leren mag."))
    assert life.answer(command) == (  # type: ignore[arg-type]
        e.PrinciplesMerged(HOURS, (PAY,), "Leren mag.", LEARN.because, LEARN.means, "er een storing is"),
    )


def test_what_was_ticked_stays_ticked_when_merging_is_refused() -> None:
    chosen = {"principles": (HOURS, SHORT)}
    refused = Refused(Refusal.TEXT_TOO_LONG, "statement", {"most": 400, "length": 401})
    html = page_of(a_life().view(), Kept("merge", {"statement": "x" * 401}, refused, chosen))
    ticked = re.findall(r'name="principles" value="(\w+)" form="merge" checked', html)
    assert ticked == [HOURS, SHORT]
    assert dict(form(html, "merge").fields)["statement"].strip() == "x" * 401


def test_more_pairs_than_a_reader_takes_in_are_counted() -> None:
    same = (PrincipleOutcome(PrincipleId(f"p{n}"), (Words("Elke medewerker leert.", f"reden {n}"),)) for n in range(8))
    html = page_of(Life(workshop("Leren", *same)).view())
    assert len(re.findall(r'id="merge-p\d-p\d"', html)) == MOST_PAIRS
    assert Page(html).text.count("Nog 8 paren lijken op elkaar.") == 1  # 8 × 7 / 2 pairs in all


def test_withdrawn_and_merged_ones_are_folded_with_their_reasons() -> None:
    life = a_life().goes_on(e.PrinciplesMerged(HOURS, (SHORT,), "Leren mag."))
    text = Page(page_of(life.view())).text
    assert text.count("2 uitgangspunten die niet meer gelden") == 1
    assert text.count("Ingetrokken, omdat: Het beslist niets.") == 1
    assert text.count("Opgegaan in uitgangspunt 1") == 1


def test_the_scope_of_another_workshop_can_be_taken_over() -> None:
    life = a_life()
    html = page_of(life.view())
    assert Page(html).text.count("Dit geldt nu.") == 1
    assert life.answer(posted(html, "take-scope-w-Later")) == (e.ScopeWorded("Voor vaste mensen."),)  # type: ignore[arg-type]


def test_the_scope_is_worded_anew_with_the_finding_behind_it() -> None:
    html = page_of(a_life().view())
    choices = html.partition('id="scope-form-finding"')[2].partition("</select>")[0]
    assert re.findall(r'<option value="(\w*)"', choices) == ["", "first", "second"]
    assert posted(html, "scope-form", ("text", "Voor iedereen."), ("finding", "")) == c.WordScope("Voor iedereen.")


def test_a_lifted_boundary_can_be_put_back() -> None:
    life = a_life()
    html = page_of(life.view())
    assert Page(html).text.count("Opgeheven, omdat: Het wordt per team bekeken.") == 1
    assert life.answer(posted(html, "back-cap")) == (e.BoundaryWorded(BoundaryId("cap"), "Tot 40 uur per jaar."),)  # type: ignore[arg-type]


def test_what_people_write_is_shown_as_they_wrote_it() -> None:
    life = Life(
        workshop(SCRIPT, PrincipleOutcome(HOURS, (Words(SCRIPT, SCRIPT, SCRIPT, SCRIPT),), True, (5, 0, 0), (SCRIPT,)),
                 PrincipleOutcome(PAY, (Words(SCRIPT, "x"),)), scope=SCRIPT),
        e.PrincipleWritten(PrincipleId("own"), SCRIPT), e.PrincipleWithdrawn(PrincipleId("own"), SCRIPT),
        e.ScopeWorded("'\"<b>"), e.BoundaryWorded(BoundaryId("b"), SCRIPT), e.BoundaryLifted(BoundaryId("b"), SCRIPT),
    )  # fmt: skip
    html = page_of(life.view())
    assert html.count("<script") == html.count("</script>") == 2  # our own words and our own module, in the head
    assert "<script" not in html.partition("<body")[2]
    assert "'\"<b>" not in html
    assert len([each for each in Page(html).words if each.strip() == SCRIPT]) >= 5
    assert dict(form(html, f"take-scope-w-{SCRIPT}").fields)["text"] == SCRIPT
