# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A follow-up of a landscape in a calendar, under the same id as in the report of its workshop."""

import datetime

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.as_ics import Appointment, calendar
from leerlandschap.views.landscape_shapes import FollowUpLine, LandscapeView


def follow_up_ics(view: LandscapeView, line: FollowUpLine, language: Language, url: str) -> bytes:
    """One follow-up as ``.ics``, with the address of its page; without a date a calendar that is empty."""
    made = appointment(view, line, url)
    return calendar((made,) if made else (), language, line.text)


def appointment(view: LandscapeView, line: FollowUpLine, url: str) -> Appointment | None:
    """The follow-up as it is today; None when it has no date."""
    if line.due_on is None:
        return None
    return Appointment(
        uid=f"{line.id}.{line.workshop}@leerlandschap",
        due_on=line.due_on,
        text=line.text,
        said_at=datetime.datetime.combine(view.today, datetime.time(), datetime.UTC),
        owner=line.owner or "",
        first_step=line.first_step,
        done_when=line.done_when,
        organisation=view.organisation,
        url=url,
    )
