# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups in a calendar: a whole day each, with what is known of them, whatever was typed."""

import datetime
from typing import Any

import icalendar
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_ics import Appointment, appointments, calendar, report_ics
from tests.documents.meeting import Meeting, played
from tests.documents.papers import FORBIDDEN, MADE_AT, STRANGE

AGREED = Appointment(
    uid="p1.w1@leerlandschap",
    due_on=datetime.date(2026, 12, 8),
    text="Vraag het budget na",
    said_at=MADE_AT,
    owner="Anna",
    first_step="Ik bel Bob, maandag; 9:00 uur",
    done_when="Het bedrag staat op papier",
    organisation="Gemeente Voorbeeld",
    url="https://voorbeeld.example/f/1?a=1&b=2",
)
CALENDAR = ('komma, puntkomma; \\ en "aanhaling"', "BEGIN:VALARM\r\nEND:VALARM")


def events(file: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(file).walk("VEVENT"))


def test_a_follow_up_is_a_whole_day_with_all_that_is_known_of_it() -> None:
    (event,) = events(calendar([AGREED], Language.NL))
    assert (event["uid"], event["summary"]) == ("p1.w1@leerlandschap", "Vervolgactie: Vraag het budget na")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        datetime.date(2026, 12, 8),
        datetime.date(2026, 12, 9),
    )
    assert event.decoded("dtstamp") == MADE_AT
    assert event["description"].split("\n") == [
        "Trekker: Anna",
        "Eerste stap: Ik bel Bob, maandag; 9:00 uur",
        "Klaar als: Het bedrag staat op papier",
        "Voor: Gemeente Voorbeeld",
        "Hier staat de vervolgactie: https://voorbeeld.example/f/1?a=1&b=2",
    ]
    assert event["url"] == AGREED.url


def test_it_reminds_three_days_before() -> None:
    (event,) = events(calendar([AGREED], Language.EN))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == datetime.timedelta(days=-3)
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", "In 3 days: Vraag het budget na")


def test_only_follow_ups_with_a_day_stand_in_it() -> None:
    meeting = played()
    (event,) = events(report_ics(meeting.seen_by(), Language.NL))
    assert event["summary"] == f"Vervolgactie: {meeting.typed['follow_up_1']}"
    assert event.decoded("dtstamp") == meeting.seen_by().closed_at


def test_its_id_stays_whatever_is_written_in_it() -> None:
    once, again = (appointments(played({"follow_up_1": text}).seen_by())[0] for text in ("Bel Bob", "Bel Carla"))
    assert once.uid == again.uid
    assert once.text != again.text


def test_without_a_day_there_is_nothing_in_it() -> None:
    assert events(report_ics(Meeting().seen_by(), Language.NL)) == []


@pytest.mark.parametrize("text", STRANGE + CALENDAR, ids=range(len(STRANGE + CALENDAR)))
def test_whatever_people_type_stays_text(text: str) -> None:
    file = calendar([Appointment("u", AGREED.due_on, text, MADE_AT, done_when=text)], Language.NL, text)
    (event,) = events(file)
    assert event["summary"] == f"Vervolgactie: {' '.join(text.split())}"
    newline = text.replace("\r\n", "\n")
    assert event["description"] == f"Klaar als: {newline}"
    assert len(event.walk("VALARM")) == 1


@pytest.mark.parametrize("text", ["é" * 400, "👩🏽‍🏫" * 90, "x" * 10_000])
def test_no_line_is_longer_than_a_calendar_reads(text: str) -> None:
    file = calendar([Appointment("u", AGREED.due_on, text, MADE_AT)], Language.NL)
    lines = file.split(b"\r\n")
    assert [len(line) for line in lines if len(line) > 75] == []
    assert b"".join(lines).decode().isascii() == text.isascii()  # it can be read: no letter is cut in two
    (event,) = events(file)
    assert event["summary"] == f"Vervolgactie: {text}"


def test_what_no_file_may_hold_is_marked() -> None:
    (event,) = events(calendar([Appointment("u", AGREED.due_on, FORBIDDEN, MADE_AT)], Language.NL))
    assert event["summary"] == "Vervolgactie: a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh"
