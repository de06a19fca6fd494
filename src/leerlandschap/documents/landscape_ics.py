# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is still to be done in a landscape, in a calendar; each appointment is the one its workshop gave as well."""

from leerlandschap.documents.as_ics import Appointment, calendar
from leerlandschap.screens.policy.sections.follow_ups import still_to_do
from leerlandschap.views.landscape_shapes import FollowUpLine, LandscapeView


def landscape_ics(view: LandscapeView, base_url: str) -> bytes:
    """Every open or waiting follow-up with a date, with the way to its page."""
    dated = (_appointment(each, view, base_url) for each in still_to_do(view))
    return calendar((each for each in dated if each), view.language, view.organisation)


def _appointment(each: FollowUpLine, view: LandscapeView, base_url: str) -> Appointment | None:
    outcome = view.outcome(each.workshop)
    if each.due_on is None or outcome is None:
        return None
    return Appointment(
        uid=f"{each.id}.{each.workshop}@leerlandschap",
        due_on=each.due_on,
        text=each.text,
        said_at=outcome.closed_at,
        owner=each.owner or "",
        first_step=each.first_step,
        done_when=each.done_when,
        organisation=view.organisation,
        url=f"{base_url}/l/{view.landscape}/f/{each.id}" if base_url else "",
    )
