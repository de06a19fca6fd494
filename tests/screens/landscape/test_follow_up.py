# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one follow-up: what is asked, what was found, and what its owner or the writer of the policy can do."""

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role, Touch
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.follow_up import follow_up_link_page, follow_up_page
from leerlandschap.screens.page import Kept, Page, Responsible
from leerlandschap.views.disclosure import owners_part
from leerlandschap.views.landscape_shapes import FollowUpStatus, LandscapeView
from leerlandschap.web.forms import OF_A_LANDSCAPE
from tests.screens.reading import Form, commands_in
from tests.screens.reading import Page as Read

NL, EN = Language
FULL = example(NL)
WRITER, OWNER = Role.LANDSCAPE, Role.OWNER


def drawn(
    follow_up: str, role: Role = WRITER, kept: Kept | None = None, view: LandscapeView = FULL, **more: Any
) -> str:
    seen = view if role is WRITER else owners_part(replace(view, role=role), follow_up)
    page = replace(Page(NL, "https://leren.example", f"/l/lgallery/f/{follow_up}", kept=kept), **more)
    return str(follow_up_page(page, seen, {"follow_up": follow_up}))


def types(html: str) -> list[str]:
    return [dict(form.fields)["type"] for form in commands_in(html)]


def changed(follow_up: str, **fields: Any) -> LandscapeView:
    return replace(FULL, follow_ups=tuple(replace(f, **fields) if f.id == follow_up else f for f in FULL.follow_ups))


def asked(form: Form, **typed: str) -> Any:
    """The command that this form sends."""
    body = Form({})
    body.fields = [(name, typed.pop(name.replace(".", "_"), value)) for name, value in form.fields]
    assert typed == {}
    return OF_A_LANDSCAPE.form(body.body)


@pytest.mark.parametrize("role", [WRITER, OWNER])
def test_it_shows_the_follow_up_whole(role: Role) -> None:
    said = Read(drawn("f1", role)).text
    for words in ("De uren voor leren in de roosters optellen.", "Onduidelijk. Uit Leren bij ons, team Vergunningen",
                  "Het punt: Hoeveel uur leren staat er nu in de roosters?", "Aïsha", "26 oktober 2026",
                  "Als het maandag 9 uur is, dan bel ik roosterzaken.", "het aantal uren per team op papier staat.",
                  "Stelling 1: Alleen leren voor je functie"):  # fmt: skip
        assert words in said


def test_the_words_a_point_was_raised_in_are_kept_with_it() -> None:
    html = drawn("f1", view=changed("f1", sources=("Hoeveel uur?", "Hoe lang <dan>?")))
    assert "Hoe lang &lt;dan&gt;?" in html


def test_findings_can_be_pointed_at() -> None:
    html = drawn("f3")
    assert 'id="finding-b1"' in html
    said = Read(html).text
    assert "Uitgangspunt 1: vult aan, verwerkt" in said
    assert "Uitgangspunt 2: bevestigt" in said
    assert "Van de trekker, 30 december 2025" in said


def test_no_two_elements_share_an_id() -> None:
    for follow_up in ("f1", "f3", "f4"):
        ids = Read(drawn(follow_up)).ids
        assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("follow_up", "role", "commands"),
    [
        ("f1", WRITER, ["RecordFinding", "TakeOver", "Postpone", "Drop"]),
        ("f1", OWNER, ["RecordFinding", "TakeOver", "TakeOver", "Postpone", "Drop"]),
        ("f2", OWNER, ["RecordFinding", "TakeOver", "TakeOver", "Postpone", "Drop", "PickUp"]),
        ("f3", OWNER, ["RecordFinding", "PickUp"]),
        ("f4", WRITER, ["PickUp"]),
        ("f4", OWNER, []),
        ("f6", OWNER, ["RecordFinding", "TakeOver", "Postpone", "Drop"]),
    ],
)
def test_each_may_do_what_can_be_done(follow_up: str, role: Role, commands: list[str]) -> None:
    assert types(drawn(follow_up, role)) == commands


def test_the_forms_of_an_owner_say_which_follow_up_their_link_opens() -> None:
    assert {form.to for form in commands_in(drawn("f1", OWNER))} == {"/l/lgallery/do?about=f1"}
    assert {form.to for form in commands_in(drawn("f1"))} == {"/l/lgallery/do"}


def test_a_finding_says_how_it_touches_each_principle_that_stands() -> None:
    (form, *_) = commands_in(drawn("f1", OWNER))
    touched = [name for name, _ in form.fields if name.startswith("touches.")]
    assert touched == ["touches.p1", "touches.p2", "touches.p3", "touches.p5"]
    wanted = c.RecordFinding("f1", "Drie uur.", {"p2": Touch.CONTRADICTS})  # type: ignore[arg-type, dict-item]
    assert asked(form, text="Drie uur.", touches_p2="contradicts") == wanted


def test_giving_back_leaves_nobody() -> None:
    forms = list(commands_in(drawn("f1", OWNER)))
    assert asked(forms[2]) == c.TakeOver("f1", "")  # type: ignore[arg-type]


def test_ten_thousand_characters_stay_when_they_are_refused() -> None:
    text = "\n<b>Drie uur</b> 👩‍👩‍👧 ثلاث" * 400
    fields = {"text": text, "touches.p1": "confirms"}
    html = drawn("f1", OWNER, Kept("finding-f1-form", fields, Refused(Refusal.TOO_MANY, "text", {"most": 2000})))
    (form, *_) = commands_in(html)
    assert dict(form.fields)["text"].removeprefix("\n") == text
    assert dict(form.fields)["touches.p1"] == "confirms"
    assert "Nog niet goed:" in html


def test_what_was_refused_stays_open() -> None:
    html = drawn("f1", OWNER, Kept("postpone-f1", {"reason": "De cao."}, Refused(Refusal.DATE_NOT_VALID, "due_on")))
    assert html.count('<details class="ll-more" open>') == 1
    assert "De cao." in html


def test_after_a_finding_its_owner_is_thanked_and_told_what_comes() -> None:
    assert "Dank je. Je bevinding staat erbij." in drawn("f3", OWNER)
    assert "Dank je." not in drawn("f3", WRITER)
    assert "Dank je." not in drawn("f1", OWNER)


def test_of_a_dropped_follow_up_an_owner_reads_why_and_can_do_nothing() -> None:
    html = drawn("f4", OWNER)
    said = Read(html).text
    assert "Hij is gestopt. Je kunt hier nog lezen." in said
    assert "De directie heeft dit zelf al besloten." in said
    assert Read(html).forms == []


def test_what_was_sent_after_it_was_dropped_is_refused_in_words() -> None:
    html = drawn("f4", OWNER, Kept("finding-f4-form", {"text": "Te laat."}, Refused(Refusal.FOLLOW_UP_DROPPED)))
    assert "Deze vervolgactie is gestopt." in html


@pytest.mark.parametrize(
    ("status", "days", "said"),
    [
        (FollowUpStatus.OPEN, None, "Hij staat open."),
        (FollowUpStatus.OPEN, 1, "Hij staat open tot 26 november 2026."),
        (FollowUpStatus.OPEN, -1, "Hij staat open, en 24 november 2026 is al voorbij."),
        (FollowUpStatus.WAITING, 1, "Hij wacht tot 26 november 2026."),
        (FollowUpStatus.WAITING, -1, "Hij wachtte tot 24 november 2026, en die dag is voorbij."),
        (FollowUpStatus.FOUND, -1, "Er is iets gevonden."),
        (FollowUpStatus.DROPPED, None, "Hij is gestopt."),
    ],
)
def test_where_it_stands_is_one_sentence(status: FollowUpStatus, days: int | None, said: str) -> None:
    due_on = None if days is None else FULL.today + datetime.timedelta(days=days)
    view = changed("f1", status=status, due_on=due_on, overdue=(days or 0) < 0)
    assert f'<p class="ll-lead">{said}</p>' in drawn("f1", view=view)


def test_an_owner_is_told_what_is_kept_and_whom_to_ask() -> None:
    html = drawn("f1", OWNER, responsible=Responsible(contact="leren@westerveen.example"))
    assert "Wat bewaren we van jou?" in html
    assert "leren@westerveen.example" in html
    assert "Wat bewaren we van jou?" not in drawn("f1")


def test_the_date_is_one_press_from_a_calendar() -> None:
    assert 'href="/l/lgallery/f/f1/follow-up.ics"' in drawn("f1", OWNER)
    assert "follow-up.ics" not in drawn("f6", OWNER)


@pytest.mark.parametrize("role", [WRITER, OWNER])
def test_what_is_not_there_has_no_page(role: Role) -> None:
    page = Page(NL, "https://leren.example", "/")
    assert follow_up_page(page, replace(FULL, role=role), {"follow_up": "f99"}) is None


@pytest.mark.parametrize(("language", "title"), [(NL, "Link voor Aïsha"), (EN, "Link for Aïsha")])
def test_a_link_is_shown_to_be_copied_scanned_or_mailed(language: Language, title: str) -> None:
    line = FULL.follow_up("f1")
    assert line is not None
    url = "https://leren.example/k/lgallery/abc"
    html = str(follow_up_link_page(Page(language, "https://leren.example", "/"), FULL, line, url))
    assert f"<h1>{title}</h1>" in html
    assert f'value="{url}" readonly' in html
    assert "mailto:?subject=" in html
    assert "https%3A//leren.example/k/lgallery/abc" in html
