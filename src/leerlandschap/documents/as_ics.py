# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups in a calendar: a whole day each, because every mail program and every calendar shows that.

An appointment keeps its id, so that importing it again changes it rather than adding one (RFC 5545).
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.writable import writable
from leerlandschap.text import say
from leerlandschap.views.shapes import FollowUpView, WorkshopView

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MAKER = "-//Leerlandschap//Leerlandschap//{language}"
DAYS_BEFORE = 3


class Appointment(Struct, frozen=True):
    """A follow-up as a calendar knows it; ``said_at`` is when it was agreed or last changed."""

    uid: str  # the same for ever, whatever changes
    due_on: datetime.date
    text: str
    said_at: datetime.datetime
    owner: str = ""
    first_step: str = ""
    done_when: str = ""
    organisation: str = ""
    url: str = ""


def report_ics(view: WorkshopView, language: Language) -> bytes:
    """Every follow-up with a date; a calendar without appointments when there is none."""
    return calendar(appointments(view), language, view.title)


def appointments(view: WorkshopView) -> tuple[Appointment, ...]:
    """The follow-ups of a workshop that have a date, in the order in which they were agreed."""
    return tuple(_appointment(each, each.due_on, view) for each in view.follow_ups if each.due_on)


def _appointment(each: FollowUpView, due_on: datetime.date, view: WorkshopView) -> Appointment:
    return Appointment(
        uid=f"{each.point}.{view.workshop}@leerlandschap",
        due_on=due_on,
        text=each.text,
        said_at=view.closed_at or view.opened_at,
        owner=each.owner or "",
        first_step=each.first_step,
        done_when=each.done_when,
        organisation=view.organisation,
    )


def calendar(agreed: Iterable[Appointment], language: Language, name: str = "") -> bytes:
    """The bytes of an ``.ics`` with these appointments."""
    from icalendar import Calendar, vText

    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", MAKER.format(language=language.value.upper()))
    made.add("method", "PUBLISH")
    if name:
        made.add("x-wr-calname", vText(_one_line(name)))
    for each in agreed:
        made.add_component(_event(each, language))
    return bytes(made.to_ical())


def _event(each: Appointment, language: Language) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", each.uid)
    made.add("dtstamp", each.said_at.astimezone(datetime.UTC))
    made.add("dtstart", each.due_on)
    made.add("dtend", each.due_on + datetime.timedelta(days=1))
    made.add("summary", _in_a_line("summary", each, language))
    description = "\n".join(_told(each, language))
    if description:
        made.add("description", description)
    if each.url:
        made.add("url", each.url)
    made.add("transp", "TRANSPARENT")  # it takes nobody's day
    made.add("class", "PUBLIC")
    made.add_component(_reminder(each, language))
    return made


def _in_a_line(key: str, each: Appointment, language: Language) -> str:
    return say(f"office.calendar.{key}", language, n=DAYS_BEFORE, text=_one_line(each.text))


def _one_line(text: str) -> str:
    return " ".join(writable(text).split())


def _told(each: Appointment, language: Language) -> Iterator[str]:
    """A line for all that is known of it."""
    known = (
        ("owner", each.owner),
        ("first_step", each.first_step),
        ("done_when", each.done_when),
        ("organisation", each.organisation),
        ("url", each.url),
    )
    for key, words in known:
        if words:
            yield say(f"office.calendar.{key}", language, text=writable(words))


def _reminder(each: Appointment, language: Language) -> "Alarm":
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", _in_a_line("reminder", each, language))
    made.add("trigger", datetime.timedelta(days=-DAYS_BEFORE))
    return made
