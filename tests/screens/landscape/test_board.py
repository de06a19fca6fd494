# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The board of follow-ups: what nobody owns and what is overdue stands first, and each card has its ways on."""

import datetime
import re

import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, PointId, Refusal, Refused
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.board import board_page
from leerlandschap.screens.landscape.follow_up_words import again_words
from leerlandschap.screens.page import Kept, Page
from leerlandschap.views.landscape_shapes import FollowUpStatus, LandscapeView
from leerlandschap.views.letters import LetterKind, LetterLine
from tests.screens.reading import Page as Read
from tests.screens.reading import commands_in

NL, EN = Language
FULL = example(NL)
TODAY = FULL.today
DAY = datetime.date(2026, 11, 18)


def drawn(view: LandscapeView = FULL, kept: Kept | None = None, language: Language = NL, **more: object) -> str:
    page = replace(Page(language, "https://leren.example", "/l/lgallery/follow-ups", kept=kept), **more)
    return str(board_page(page, view, {}))


def columns(html: str) -> list[list[str]]:
    """The follow-ups in each column, from above."""
    parts = html.split('class="ll-lanes__name"')[1:]
    return [re.findall(r'<article id="follow-up-(\w+)"', part) for part in parts]


def card(html: str, follow_up: str) -> str:
    return html.split(f'<article id="follow-up-{follow_up}"')[1].split("</article>")[0]


def with_status(status: FollowUpStatus) -> LandscapeView:
    return replace(FULL, follow_ups=tuple(replace(f, status=status, overdue=False) for f in FULL.follow_ups))


def test_each_column_begins_with_what_nobody_owns_and_what_is_overdue() -> None:
    assert columns(drawn()) == [["f6", "f1"], ["f2"], ["f5", "f3"], ["f4"]]


def test_within_a_column_what_is_due_soonest_comes_first() -> None:
    days = {"f1": 9, "f2": None, "f3": 2, "f4": 5, "f5": -3, "f6": -8}
    follow_ups = tuple(
        replace(
            f,
            status=FollowUpStatus.OPEN,
            owner=None if f.id == "f4" else "Aïsha",
            due_on=TODAY + datetime.timedelta(days=due) if (due := days[f.id]) is not None else None,
            overdue=(days[f.id] or 0) < 0,
        )
        for f in FULL.follow_ups
    )
    assert columns(drawn(replace(FULL, follow_ups=follow_ups)))[0] == ["f4", "f6", "f5", "f3", "f1", "f2"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (NL, "2 vervolgacties open, 1 wacht, 1 te laat, 1 zonder trekker."),
        (EN, "2 follow-ups open, 1 waiting, 1 overdue, 1 without an owner."),
    ],
)
def test_the_board_opens_with_what_it_found(language: Language, said: str) -> None:
    assert f'<p class="ll-lead">{said}</p>' in drawn(example(language), language=language)


def test_it_does_not_count_what_is_not_there() -> None:
    assert '<p class="ll-lead">6 vervolgacties open, 2 zonder trekker.</p>' in drawn(with_status(FollowUpStatus.OPEN))


def test_when_all_is_done_it_says_so() -> None:
    assert "Alle vervolgacties zijn klaar of gestopt." in drawn(with_status(FollowUpStatus.FOUND))


@pytest.mark.parametrize("language", Language)
def test_an_empty_board_says_what_to_do(language: Language) -> None:
    html = drawn(example(language, empty=True), language=language)
    assert Read(html).filled == 1
    assert 'href="/l/lgallery"' in html
    assert list(commands_in(html)) == []


def test_what_nobody_owns_stands_out_in_words() -> None:
    html = card(drawn(), "f6")
    assert "ll-card--unowned" in html
    assert '<dd class="ll-missing">Nog geen trekker</dd>' in html


def test_what_is_overdue_stands_out_in_words() -> None:
    html = card(drawn(), "f1")
    assert "ll-card--overdue" in html
    assert '<dd class="ll-missing">26 oktober 2026: dat is al voorbij</dd>' in html


def test_a_card_says_all_that_was_agreed() -> None:
    said = Read(f'<article id="x"{card(drawn(), "f2")}').text
    for words in ("Tegenstrijdig. Uit Leren bij ons, team Vergunningen", "2. Uitzoeken wat de cao zegt",
                  "Het punt: Leren", "Bram", "15 december 2026", "Als het maandag 9 uur is",
                  "De cao-uitkomst over leertijd"):  # fmt: skip
        assert words in said


def test_a_finding_is_one_press_away() -> None:
    assert 'href="/l/lgallery/f/f3#finding-b1"' in card(drawn(), "f3")


@pytest.mark.parametrize(
    ("follow_up", "types"),
    [
        ("f6", ["TakeOver", "Postpone", "Drop"]),
        ("f2", ["TakeOver", "Postpone", "Drop", "PickUp"]),
        ("f3", ["PickUp"]),
        ("f4", ["PickUp"]),
    ],
)
def test_each_card_has_the_ways_on_that_it_has(follow_up: str, types: list[str]) -> None:
    forms = list(commands_in(f'<article id="x"{card(drawn(), follow_up)}'))
    assert [dict(form.fields)["type"] for form in forms] == types
    assert {dict(form.fields)["follow_up"] for form in forms} == {follow_up}
    assert {form.to for form in forms} == {"/l/lgallery/do"}


def test_no_two_forms_or_fields_share_an_id() -> None:
    ids = Read(drawn()).ids
    assert sorted(set(ids)) == sorted(ids)


def test_a_link_is_offered_for_what_is_still_to_do() -> None:
    offered = re.findall(r'action="/l/lgallery/f/(\w+)/link"', drawn())
    assert sorted(offered) == ["f1", "f2", "f6"]


def test_what_was_refused_stands_on_its_card_with_what_was_typed() -> None:
    fields = {"owner": "Samira", "address": "samira"}
    html = drawn(kept=Kept("owner-f6", fields, Refused(Refusal.ADDRESS_NOT_VALID, "address")))
    assert 'href="#owner-f6"' in html
    form = next(each for each in Read(html).forms if each.id == "owner-f6")
    assert dict(form.fields)["address"] == "samira"
    assert html.count('<details class="ll-more" open>') == 1
    assert "Nog niet goed: Dit is geen e-mailadres." in card(html, "f6")


def test_what_people_typed_cannot_become_part_of_the_page() -> None:
    tricky = tuple(replace(f, text="<script>x</script>", owner='"><b>', reason="<i>") for f in FULL.follow_ups)
    html = drawn(replace(FULL, follow_ups=tricky))
    assert [each for each in ("<script>x", '"><b>', "<i>") if each in html] == []


# ---- letters


def test_without_a_mail_server_it_says_what_to_do_instead() -> None:
    assert "Er is geen mailserver ingesteld." in drawn()
    assert "Er is geen mailserver ingesteld." not in drawn(letters={})


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        (LetterLine(LetterKind.INVITATION, DAY, sent_on=DAY), ["Uitgenodigd op 18 november 2026."]),
        (LetterLine(LetterKind.INVITATION, DAY, minutes=0), ["De uitnodiging gaat zo weg."]),
        (
            LetterLine(LetterKind.REMINDER, DAY, refused=True, trouble="550 no <b>", minutes=5),
            [
                "De herinnering is nog niet verzonden: de mailserver weigerde. We proberen het over 5 minuten weer.",
                "De mailserver zei: 550 no &lt;b&gt;",
            ],
        ),
        (
            LetterLine(LetterKind.OVERDUE, DAY, trouble="timed out", minutes=1440),
            [
                "De mail over de datum is nog niet verzonden: de mailserver was niet bereikbaar. "
                "We proberen het over 24 uur weer.",
                "De mailserver zei: timed out",
            ],
        ),
        (
            LetterLine(LetterKind.INVITATION, DAY, refused=True, trouble="550 no"),
            [
                "De uitnodiging is niet verzonden, na acht keer proberen. Vul het adres opnieuw in, of geef de trekker "
                "zelf de link.",
                "De mailserver zei: 550 no",
            ],
        ),
    ],
)
def test_what_became_of_a_letter_stands_on_its_card(letter: LetterLine, said: list[str]) -> None:
    html = drawn(letters={PointId("f1"): (letter,)})
    assert re.findall(r'<p class="ll-small">((?:De|Uit)[^<]*)</p>', card(html, "f1")) == said


@pytest.mark.parametrize(("minutes", "said"), [(0, "1 minuut"), (60, "60 minuten"), (61, "1 uur"), (119, "2 uur")])
def test_when_it_is_tried_again_is_said_roughly(minutes: int, said: str) -> None:
    assert again_words(minutes, NL) == f"We proberen het over {said} weer."
