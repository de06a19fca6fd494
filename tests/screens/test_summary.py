# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The summary says what was found, in both languages, for everyone, before and after the closing."""

import re

import pytest
from markupsafe import Markup

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens.gallery_script import played
from leerlandschap.screens.page import Page
from leerlandschap.screens.summary import KINDS, summary_page
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView
from tests.screens.played import at

NL, EN = Language
ROLES = [Role.PARTICIPANT, Role.PROJECTOR, Role.FACILITATOR, Role.LANDSCAPE]


def drawn(view: WorkshopView, language: Language = NL) -> Markup:
    return summary_page(Page(language, "https://leren.example", f"/w/{view.workshop}/summary"), view)


def words(page: str) -> str:
    """What a reader reads, pictures apart."""
    spaced = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page, flags=re.DOTALL)
    return re.sub(r" (?=[.,:;])", "", " ".join(Markup(spaced).unescape().split()))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("moment", Moment)
def test_it_can_be_opened_at_every_moment(moment: Moment, language: Language) -> None:
    page = drawn(at(moment).seen_by(Role.PARTICIPANT), language)
    assert f'lang="{language.value}"' in page
    assert say("report.principles.title", language) in page
    assert (say("report.not_closed", language) in page) == (moment is not Moment.CLOSED)


def test_it_opens_with_what_was_found() -> None:
    page = drawn(at(Moment.CLOSED).seen_by(Role.PARTICIPANT))
    assert "<h1>Over 3 van de 5 stellingen zijn jullie het eens.</h1>" in page
    assert "12 mensen deden mee." in words(page)


def test_the_finding_is_about_the_whole_also_when_one_statement_is_talked_about() -> None:
    page = drawn(at(Moment.SHIFT).seen_by(Role.PARTICIPANT))
    assert re.search("<h1>Over 3 van de 5 stellingen", page)


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.VOTE])
def test_before_the_reveal_it_shows_no_figure(moment: Moment) -> None:
    page = drawn(at(moment).seen_by(Role.FACILITATOR))
    assert "<svg" not in page
    assert "ll-outcome" not in page


def test_it_tells_of_everything() -> None:
    said = words(drawn(at(Moment.CLOSED).seen_by(Role.PARTICIPANT)))
    for each in (
        "Elke medewerker krijgt 40 uur per jaar om te leren.",
        "Omdat leren bij het werk hoort",
        "Behalve als het team anders stilvalt",
        "2 hebben een bezwaar.",
        "Bedenking: Wat is nodig?",
        "Alles wat we in werktijd leren, voor iedereen met een contract.",
        "Hobby's betalen we niet.",
        "We willen vanuit talent werken, maar het rooster gaat uit van functies.",
        "Sanne de Wit, uiterlijk 14 december 2026: Uitzoeken hoeveel uur",
        "Eerste stap: Als het maandag 9 uur is, dan bel ik HR.",
        "Klaar als het in het teamoverleg is verteld",
        "Nog niemand, nog geen datum: Navragen wie beslist",
        "Talent of functie: wat telt bij een sollicitatie?",
        "Het rooster laat geen ruimte.",
        "Hoe doen andere gemeenten dit?",
        "5 naar eens, 3 naar oneens, 4 bleven.",
        "'Talent' betekent voor de één aanleg, voor de ander wens.",
        "Uitslag: verspreid De groep zegt: kern",
        "Organisatieontwikkeling 24",
        "12 van de 12 zeggen een 4 of een 5",
        "Vul deze uitgangspunten later aan",
        "minstens 70 % aan één kant",
    ):
        assert each in said


def test_a_follow_up_without_an_owner_stands_out() -> None:
    page = drawn(at(Moment.CLOSED).seen_by(Role.PARTICIPANT))
    assert page.count("ll-summary__follow-up--unowned") == 1
    assert '<p class="ll-missing">1 vervolgactie heeft nog geen trekker.</p>' in page


def test_everyone_reads_the_same() -> None:
    meeting = at(Moment.CLOSED)
    bodies = {re.sub(r"<footer.*</footer>", "", drawn(meeting.seen_by(role)), flags=re.DOTALL) for role in ROLES}
    assert len(bodies) == 1


def test_it_leads_back_and_to_the_documents() -> None:
    links = {role: re.findall(r'href="(/w/[^"]*)"', drawn(at(Moment.CLOSED).seen_by(role))) for role in ROLES}
    kinds = ("pdf", "odt", "docx", "html", "xlsx", "ics", "md", "json", "pdfa")
    documents = [f"/w/w1/documents/{kind}" for kind in kinds]
    assert links[Role.PARTICIPANT] == [*documents, "/w/w1"]
    assert links[Role.FACILITATOR] == [*documents, "/w/w1/facilitator"]
    assert links[Role.LANDSCAPE] == documents


def test_without_a_day_there_is_nothing_for_a_calendar() -> None:
    assert "/documents/ics" not in drawn(at(Moment.WELCOME).seen_by(Role.PARTICIPANT))


def test_a_small_group_hears_why_it_sees_nothing() -> None:
    said = words(drawn(played("few", "closed", NL).view(Role.PARTICIPANT)))
    assert "Te weinig antwoorden: daarom tonen we hier niets." in said
    assert "Te weinig antwoorden om te tonen hoe de groep koos." in said
    assert "3 van de 3" not in said


def test_every_statement_can_be_linked_to() -> None:
    """Notes of a policy lead here."""
    view = at(Moment.CLOSED).seen_by(Role.LANDSCAPE)
    assert re.findall(r'id="(statement-\d+)"', drawn(view)) == [f"statement-{s.number}" for s in view.statements]


def test_a_document_says_when_it_takes_a_while_and_the_word_file_is_not_folded_away() -> None:
    html = str(drawn(played("full", "closed", NL).view(Role.PARTICIPANT)))
    every = re.findall(r'href="/w/[^"]+/documents/(\w+)" download data-making', html)
    assert sorted(every) == sorted(KINDS)
    assert html.count('role="status" data-made') == 1
    before_the_fold = html.partition(say("report.documents.more", NL))[0]
    assert re.findall(r"/documents/(\w+)", before_the_fold) == ["pdf", "odt", "docx"]
