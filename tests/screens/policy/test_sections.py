# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each section says by itself, in sentences one would put into a policy; and what it leaves to hands."""

import datetime

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape.outcome import (
    ChoiceOutcome,
    OptionOutcome,
    ParkedOutcome,
    RoundOutcome,
    StatementOutcome,
    WorkshopOutcome,
)
from leerlandschap.core.landscape.state import Step
from leerlandschap.core.measures import Kind, Label, Thresholds
from leerlandschap.core.vocabulary import Language, SectionId, WorkshopId, Zone
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.policy import policy_of
from leerlandschap.screens.policy.sections import generated
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.views.landscape_shapes import Edition, LandscapeView
from tests.cast import CARD

NL, EN = Language
CLOSED = datetime.datetime(2025, 11, 24, 9, 20, tzinfo=datetime.UTC)
WORKSHOP = WorkshopId("w1")


def a_workshop(*statements: StatementOutcome, **more: object) -> WorkshopOutcome:
    outcome = WorkshopOutcome(
        workshop=WORKSHOP,
        title="Leren bij ons",
        team="",
        language=NL,
        playbook=CARD.title,
        opened_at=CLOSED,
        closed_at=CLOSED,
        in_room=12,
        thresholds=Thresholds(),
        statements=statements,
    )
    return replace(outcome, **more)


def a_statement(at: int, *rounds: RoundOutcome, zone: Zone | None = Zone.CORE, **more: object) -> StatementOutcome:
    its = CARD.statements[at]
    return replace(StatementOutcome(its.id, at + 1, its.name, its.text, rounds, zone), **more)


def a_round(
    counts: tuple[int, int, int, int, int], kind: Kind, *, settled: bool = True, number: int = 1
) -> RoundOutcome:
    return RoundOutcome(number, kind, Label.PROBABLE, settled, sum(counts), counts, 0)


def a_choice(question: str, answers: int, **points: int | None) -> ChoiceOutcome:
    its = next(q for q in CARD.questions if q.id == question)
    options = tuple(OptionOutcome(o.id, o.text, points.get(o.id, 0)) for o in its.options)
    return ChoiceOutcome(its.id, its.name, its.text, its.kind, answers, options)


def landscape(*outcomes: WorkshopOutcome, **more: object) -> LandscapeView:
    return replace(example(NL, empty=True), outcomes=outcomes, **more)


def said(view: LandscapeView, section: SectionId) -> list[str]:
    return [each.text for each in generated(view, section)]


MEASURABLE = "“Leren moet direct meetbare resultaten hebben.”"


def test_a_statement_is_told_with_its_day_its_group_and_its_numbers() -> None:
    agreed = a_statement(3, a_round((6, 4, 1, 1, 0), Kind.CORE_DISAGREE), note="Wat is meetbaar?")
    assert said(landscape(a_workshop(agreed)), SectionId.WHERE_WE_STAND) == [
        f"Op 24 november 2025 nam een groep van 12 een standpunt in over deze stelling: {MEASURABLE} "
        "10 van de 12 waren het oneens, één was het eens: hier staat de groep samen. "
        "De groep schreef erbij: “Wat is meetbaar?”"
    ]


def test_a_claim_is_never_stronger_than_its_label() -> None:
    """Nine of twelve answered: what the others would say can still change it, and then it is not said as a fact."""
    open_still = replace(a_round((0, 1, 2, 4, 2), Kind.SCATTERED, settled=False), label=Label.TOO_FEW)
    likely = a_round((5, 3, 1, 0, 0), Kind.CORE_DISAGREE, settled=False)
    for each, words in (
        (open_still, "te veel antwoorden om te zeggen waar"),
        (likely, "waarschijnlijk staat de groep"),
    ):
        (text,) = said(landscape(a_workshop(a_statement(3, each))), SectionId.WHERE_WE_STAND)
        assert words in text
        assert ": hier staat de groep samen" not in text


def test_too_few_answers_are_told_without_a_figure() -> None:
    hidden = a_statement(3, RoundOutcome(1, Kind.TOO_FEW, Label.TOO_FEW, False), zone=None)
    (text,) = said(landscape(a_workshop(hidden)), SectionId.WHERE_WE_STAND)
    assert text.endswith(f"{MEASURABLE} Er waren te weinig antwoorden om te tonen.")


def test_talking_is_told_by_who_moved() -> None:
    second = replace(a_round((0, 1, 1, 6, 4), Kind.CORE_AGREE, number=2), up=5, down=1, stayed=6)
    talked = a_statement(3, a_round((3, 2, 2, 3, 2), Kind.POLARISED), second)
    (text,) = said(landscape(a_workshop(talked)), SectionId.WHERE_WE_STAND)
    assert text.endswith("Na het gesprek: 5 naar eens, 1 naar oneens, 6 bleven.")


def test_the_word_of_the_group_stands_beside_the_figures() -> None:
    overruled = a_statement(3, a_round((3, 2, 2, 3, 2), Kind.POLARISED), zone=Zone.CORE, overruled=True)
    (text,) = said(landscape(a_workshop(overruled)), SectionId.WHERE_WE_STAND)
    assert text.endswith("5 waren het oneens en 5 waren het eens: hier zijn twee kampen. De groep zegt zelf: kern.")


def test_a_statement_that_was_parked_is_not_told_as_an_outcome() -> None:
    its = a_statement(3, a_round((6, 4, 1, 1, 0), Kind.CORE_DISAGREE))
    parked = a_workshop(its, parked=(ParkedOutcome("statement", wording=its.name),))
    assert said(landscape(parked), SectionId.WHERE_WE_STAND) == []


def test_the_starting_point_is_ours_when_more_than_half_chose_it() -> None:
    chose = a_workshop(choices=(a_choice("start", 12, both=7, employee_first=5),))
    (first, *_) = said(landscape(chose), SectionId.VIEW_OF_LEARNING)
    assert first == "Ons vertrekpunt is “Allebei evenveel”: 7 van de 12 deelnemers kozen dit op 24 november 2025."


def test_less_than_half_is_only_chosen_most_often() -> None:
    chose = a_workshop(choices=(a_choice("start", 12, both=5, employee_first=4, mostly_employee=3),))
    (first, *_) = said(landscape(chose), SectionId.VIEW_OF_LEARNING)
    assert first.startswith("Het vaakst gekozen als vertrekpunt is “Allebei evenveel”: 5 van de 12 deelnemers")


def test_a_tie_is_told_as_a_tie() -> None:
    chose = a_workshop(
        choices=(
            a_choice("start", 12, both=6, employee_first=6),
            a_choice("aim", 12, organisation=30, career=21, talent=21),
        )
    )
    start, aim = said(landscape(chose), SectionId.VIEW_OF_LEARNING)
    assert start == (
        "Als vertrekpunt zijn “Allebei evenveel” en “De medewerker voorop” even vaak gekozen: "
        "elk door 6 van de 12 deelnemers, op 24 november 2025."
    )
    assert aim == (
        "Leren richt zich vooral op “Organisatieontwikkeling”: 30 van de 72 punten. "
        "Daarna even sterk op “Loopbaanontwikkeling” en “Talentontwikkeling”: elk 21 punten. "
        "Zo verdeelden 12 deelnemers hun punten op 24 november 2025."
    )


@pytest.mark.parametrize("points", [None, 0])
def test_without_figures_nothing_is_said_of_a_question(points: int | None) -> None:
    options = {o.id: points for q in CARD.questions if q.id == "start" for o in q.options}
    silent = a_workshop(choices=(a_choice("start", 3, **options),))
    assert said(landscape(silent), SectionId.VIEW_OF_LEARNING) == []
    assert said(landscape(silent), SectionId.ON_ONE_PAGE) == []


def test_two_teams_are_both_heard_and_neither_is_called_us() -> None:
    zorg = a_workshop(team="team Zorg", choices=(a_choice("start", 12, both=9, employee_first=3),))
    beheer = a_workshop(workshop="w2", team="team Beheer", choices=(a_choice("start", 10, organisation_first=8),))
    texts = said(landscape(zorg, beheer), SectionId.VIEW_OF_LEARNING)
    assert [text.partition(":")[0] for text in texts] == [
        "Deze groep koos als vertrekpunt “Allebei evenveel”",
        "Deze groep koos als vertrekpunt “De organisatie voorop”",
    ]


def test_the_same_team_a_year_on_is_heard_in_its_last_words() -> None:
    first = a_workshop(choices=(a_choice("start", 12, both=9),))
    later = a_workshop(workshop="w2", choices=(a_choice("start", 10, employee_first=8),))
    (now,) = generated(landscape(first, later), SectionId.VIEW_OF_LEARNING)
    assert now.id == "view_of_learning-start-w1"
    assert now.evidence == (Evidence("choice", "start", "w2"),)


def test_another_playbook_feeds_only_where_we_stand() -> None:
    """Its ids may be the same by chance, and mean something else."""
    own = a_workshop(
        a_statement(3, a_round((6, 4, 1, 1, 0), Kind.CORE_DISAGREE)),
        playbook=Wording(nl="Eigen kaart"),
        choices=(a_choice("start", 12, both=7),),
    )
    view = landscape(own)
    assert [s.number for s in policy_of(view).sections if s.passages and not s.is_annex] == ["2", "3"]
    assert said(view, SectionId.WHERE_WE_STAND)[1].endswith("Zo vaak is elk antwoord gekozen: Allebei evenveel (7).")


def test_forms_of_learning_are_counted_by_group() -> None:
    chose = a_workshop(choices=(a_choice("forms", 12, online=8, coaching=5, mentor=6, shadowing=1),))
    table = list(generated(landscape(chose), SectionId.FORMS_OF_LEARNING))[1]
    assert [(group, form, n) for form, group, n in table.rows if n != "0"] == [
        ("Op de werkplek", "Meelopen en ruilen", "1"),
        ("Van en met elkaar", "Mentor of buddy", "6"),
        ("Van en met elkaar", "Coaching", "5"),
        ("Georganiseerd", "Online leren", "8"),
    ]


def test_a_limit_in_money_is_told_where_money_is_spoken_of() -> None:
    chose = a_workshop(choices=(a_choice("limits", 12, money=7, agreed=3),))
    assert said(landscape(chose), SectionId.TIME_AND_MONEY) == [
        "Bij de denkvraag “Grenzen” kozen 7 van de 12 deelnemers op 24 november 2025: “Een grens in geld”."
    ]


def test_a_principle_is_followed_by_what_it_has_behind_it() -> None:
    texts = said(example(NL), SectionId.PRINCIPLES)
    assert texts[3] == (
        "Uitgangspunt 2 is vastgesteld. Zo koos de groep op 20 november 2025 (team Vergunningen): "
        "8 zijn het eens, 3 kunnen ermee leven, 1 heeft een bezwaar. "
        "Bedenking: Wat doen we met mensen die net begonnen zijn? "
        "1 bevinding over dit uitgangspunt is nog niet verwerkt."
    )


def test_the_firmest_principles_stand_first_on_one_page() -> None:
    ids = [g.id for g in generated(example(NL), SectionId.ON_ONE_PAGE) if "-principle-" in g.id]
    assert ids == [f"on_one_page-principle-{p}" for p in ("p2", "p3", "p1", "p5")]


def test_the_action_agenda_names_who_has_what_and_what_nobody_has() -> None:
    (table,) = generated(example(NL), SectionId.ACTION_AGENDA)
    assert [(row[1], row[2]) for row in table.rows] == [
        ("Aïsha", "26 oktober 2026"),
        ("Bram", "15 december 2026; wacht: De cao-uitkomst over leertijd komt in december."),
        ("nog niemand", "nog geen datum"),
    ]


def test_annex_b_shows_the_chain_from_follow_up_to_principle() -> None:
    (table,) = generated(example(NL), SectionId.ANNEX_FINDINGS)
    assert [(row[0][:2], row[1][:2], row[2][:2], row[3], row[4]) for row in table.rows] == [
        ("3.", "1,", "1.", "vult aan", "verwerkt op 30 december 2025"),
        ("3.", "1,", "2.", "bevestigt", "–"),
        ("5.", "2,", "2.", "spreekt tegen", "nog niet verwerkt"),
    ]
    assert table.sources[0] == (
        Evidence("follow_up", "f3"),
        Evidence("finding", "b1"),
        Evidence("principle", "p1"),
    )


def test_the_decision_route_is_told_step_by_step() -> None:
    day = datetime.date(2026, 12, 1)
    route = (
        Step("sent", CLOSED, day, "Directieteam"),
        Step("consent_asked", CLOSED, day),
        Step("consent_given", CLOSED, day, number="OR-2026-14", remark="Kijk na een jaar."),
        Step("adopted", CLOSED, day, "de directeur", version=1),
        Step("reopened", CLOSED),
    )
    edition = Edition(1, NL, "Westerveen", day, "de directeur", valid_until=datetime.date(2029, 12, 31))
    assert said(landscape(route=route, editions=(edition,)), SectionId.ADOPTION) == [
        "Op 1 december 2026 is dit beleid gestuurd naar: Directieteam.",
        "Op 1 december 2026 is instemming gevraagd.",
        "Op 1 december 2026 is instemming gegeven, onder nummer OR-2026-14. Daarbij is opgemerkt: Kijk na een jaar.",
        "Op 1 december 2026 is versie 1 vastgesteld door: de directeur. Deze versie geldt tot en met 31 december 2029.",
        "Op 24 november 2025 is het werk aan de volgende versie begonnen.",
    ]


@pytest.mark.parametrize("section", [SectionId.DIRECTION, SectionId.ROLES, SectionId.LEGAL_FRAME])
def test_what_no_workshop_says_is_left_to_hands(section: SectionId) -> None:
    assert list(generated(example(NL), section)) == []


@pytest.mark.parametrize("language", Language)
def test_of_an_empty_landscape_nothing_is_told_but_what_words_mean(language: Language) -> None:
    policy = policy_of(example(language, empty=True))
    assert [s.number for s in policy.sections if s.passages] == ["D"]
    assert (policy.filled, policy.of, policy.notes) == (0, 16, ())


def test_a_sentence_that_rests_on_nothing_does_not_exist() -> None:
    for wrong in ({"evidence": ()}, {"rows": (("a",),), "sources": ((),)}):
        with pytest.raises(ValueError, match="rests on nothing"):
            Generated("g", text="Wij leren graag.", **wrong)


def test_a_table_says_the_source_of_every_row_or_of_none() -> None:
    with pytest.raises(ValueError, match="without a source"):
        Generated("g", rows=(("a",), ("b",)), sources=((Evidence("scope"),),))
