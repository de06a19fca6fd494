# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one principle: its whole life, and what can be done with it."""

import re

import pytest

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import PrincipleOutcome, Words
from leerlandschap.core.vocabulary import FindingId, Language, Refusal, Refused, Touch
from leerlandschap.screens.landscape.principle import principle_page
from leerlandschap.screens.page import Kept
from leerlandschap.screens.page import Page as PageFacts
from leerlandschap.web.forms import OF_A_LANDSCAPE
from tests.screens.landscape.lives import ASKING, HOURS, LEARN, SECOND, SHORT, Life, a_life, workshop
from tests.screens.reading import Form, Page, commands_in

NL, EN = Language
SCRIPT = "<script>alert(\"1\" + '2')</script>"


def page_of(life: Life, principle: str = HOURS, kept: Kept | None = None, language: Language = NL) -> str:
    facts = PageFacts(language, "https://leren.example", f"/l/l1/principles/{principle}", kept=kept)
    return str(principle_page(facts, life.view(), {"landscape": "l1", "principle": principle}))


def form(html: str, name: str) -> Form:
    return next(each for each in commands_in(html) if each.id == name)


def test_a_principle_that_is_not_there_has_no_page() -> None:
    facts = PageFacts(NL, "https://leren.example", "/l/l1/principles/nowhere")
    assert principle_page(facts, a_life().view(), {"landscape": "l1", "principle": "nowhere"}) is None


@pytest.mark.parametrize("language", Language)
def test_what_any_form_posts_untouched_is_a_command_that_lacks_only_a_reason(language: Language) -> None:
    life = a_life()
    html = page_of(life, language=language)
    answers = {each.id: life.answer(OF_A_LANDSCAPE.form(each.body)) for each in commands_in(html)}  # type: ignore[arg-type]
    assert answers == {
        "supplement-second": (
            e.PrincipleSupplemented(HOURS, SECOND, LEARN.statement, LEARN.because, LEARN.means, "er een storing is"),
        ),
        "revise": (),
        "withdraw": Refused(Refusal.TEXT_MISSING, "reason"),
    }
    assert {dict(each.fields)["form"] for each in commands_in(html)} == set(answers)


def test_a_draft_can_be_adopted() -> None:
    life = a_life()
    adopt = form(page_of(life, SHORT), "adopt")
    assert life.answer(OF_A_LANDSCAPE.form(adopt.body)) == (e.PrincipleAdopted(SHORT),)  # type: ignore[arg-type]


@pytest.mark.parametrize(("principle", "filled"), [(HOURS, 1), (SHORT, 1), ("own", 0)])
def test_there_is_at_most_one_thing_to_do_now(principle: str, filled: int) -> None:
    page = Page(page_of(a_life(), principle))
    assert page.filled == filled
    assert sorted(set(page.ids)) == sorted(page.ids)


def test_every_wording_is_told_oldest_first_with_who_when_and_what_it_came_from() -> None:
    life = a_life().goes_on(e.PrincipleRevised(HOURS, "Zes uur is meer.", "Elke medewerker leert zes uur."))
    html = page_of(life)
    text = Page(html.partition('id="life"')[2]).text
    told = [
        "Verwoording 1: 24 november 2026, door de begeleider Uit de werksessie Leren",
        "Verwoording 2: 29 november 2026, door de schrijver van het beleid Met bevinding 1",
        "Verwoording 3: 4 december 2026, door de schrijver van het beleid Herzien, omdat: Zes uur is meer.",
    ]
    places = [text.find(each) for each in told]
    assert places == sorted(places)
    assert min(places) >= 0
    assert html.count('href="/l/l1/f/asking#finding-first"') == 1
    assert html.count('href="/w/w-Leren/summary"') == 2  # in the timeline, and among the workshops


def test_each_step_says_word_by_word_what_came_and_what_went_to_eye_and_ear() -> None:
    life = a_life().goes_on(
        e.PrincipleRevised(
            HOURS, "Zes uur is meer.", LEARN.statement.replace("vier", "zes"), LEARN.because, LEARN.means
        )
    )
    html = page_of(life)
    step = html.partition('id="wording-3"')[2].partition("</details>")[0]
    tags = re.findall(r"<(del|ins)>(.*?)</\1>", step)
    assert [(tag, re.sub(r"<.*?>", "", said)) for tag, said in tags] == [
        ("del", "weg: vier einde."),
        ("ins", "toegevoegd: zes einde."),
        ("del", "weg: er een storing is einde."),
    ]
    whole = html.partition("Van de eerste naar de laatste verwoording")[2].partition("</details>")[0]
    assert re.findall(r"<(del|ins)>", whole) == ["del", "ins"]


def test_a_finding_that_waits_is_shown_whole_with_who_found_it_and_how_it_touches() -> None:
    text = Page(page_of(a_life())).text
    waits = "Bevinding 2 Spreekt dit uitgangspunt tegen Twee teams doen het anders."
    who = "Vastgelegd door de schrijver van het beleid op 1 december 2026."
    assert text.count(f"{waits} {who}") == 1


def test_a_finding_that_only_confirms_does_not_wait() -> None:
    life = a_life().goes_on(e.FindingRecorded(FindingId("third"), ASKING, "Het werkt.", {SHORT: Touch.CONFIRMS}))
    assert Page(page_of(life, SHORT)).text.count("Er wacht geen bevinding.") == 1


def test_reservations_and_figures_of_the_workshop_stand_beside_it() -> None:
    text = Page(page_of(a_life())).text
    assert text.count("9 zijn het eens, 2 kunnen ermee leven, 1 heeft een bezwaar. De groep nam het over.") == 1
    assert text.count("Bedenking: Wat als er brand is?") == 1


def test_a_merged_principle_leads_to_where_it_went_and_asks_nothing() -> None:
    life = a_life().goes_on(e.PrinciplesMerged(HOURS, (SHORT,), "Leren mag."))
    gone, kept = page_of(life, SHORT), page_of(life)
    assert list(commands_in(gone)) == []
    assert re.findall(r'href="(/l/l1/principles/hours)">(.*?)</a>', gone) == [
        ("/l/l1/principles/hours", "Dit uitgangspunt is opgegaan in uitgangspunt 1: Leren mag.")
    ]
    assert kept.count('href="/l/l1/principles/short"') == 1
    assert Page(kept).text.count("Hier opnieuw verwoord") == 1
    assert Page(kept).text.count("5 zijn het eens, 0 kunnen ermee leven, 0 hebben een bezwaar.") == 1  # its source


def test_a_withdrawn_principle_says_when_and_why_and_asks_nothing() -> None:
    html = page_of(a_life(), "own")
    assert list(commands_in(html)) == []
    assert Page(html).text.count("ingetrokken op 27 november 2026, omdat: Het beslist niets.") == 1


def test_a_second_writer_sees_the_newest_words_and_keeps_their_own() -> None:
    life = a_life().goes_on(e.PrincipleRevised(HOURS, "Meer.", "Elke medewerker leert zes uur."))
    typed = {
        "statement": "Elke medewerker leert acht uur.",
        "because": "",
        "means": "",
        "except": "",
        "reason": "Nog meer.",
        "wordings": "2",
    }
    html = page_of(life, kept=Kept("revise", typed, Refused(Refusal.WORDING_CHANGED, "statement")))
    again = form(html, "revise")
    fields = {name: value.strip() for name, value in again.fields}
    assert (fields["statement"], fields["reason"], fields["wordings"]) == (
        "Elke medewerker leert acht uur.",
        "Nog meer.",
        "3",
    )
    advice = html.partition('class="ll-advice"')[2].partition("</div>\n<div")[0]
    assert "Elke medewerker leert zes uur." in Page(f"<div {advice}").text
    assert life.answer(OF_A_LANDSCAPE.form(again.body)) == (  # type: ignore[arg-type]
        e.PrincipleRevised(HOURS, "Nog meer.", "Elke medewerker leert acht uur."),
    )


def test_what_people_write_is_shown_as_they_wrote_it() -> None:
    life = Life(
        workshop(SCRIPT, PrincipleOutcome(HOURS, (Words(SCRIPT, SCRIPT, SCRIPT, SCRIPT),), True, (5, 0, 0), (SCRIPT,))),
        e.PrincipleRevised(HOURS, SCRIPT, "'\"<b>"),
    )
    html = page_of(life)
    assert html.count("<script") == html.count("</script>") == 2  # our own words and our own module, in the head
    assert "<script" not in html.partition("<body")[2]
    assert "'\"<b>" not in html
    assert dict(form(html, "revise").fields)["statement"].strip() == "'\"<b>"
    assert Page(html).text.count(f"Herzien, omdat: {SCRIPT}") == 1
