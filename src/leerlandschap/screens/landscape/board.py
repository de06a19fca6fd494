# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The board of follow-ups: open, waiting, found, dropped. Nobody's and overdue ones stand first, and stand out."""

import datetime
from collections.abc import Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.landscape.follow_up_words import Told, form_needs, told
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import say
from leerlandschap.views.landscape import STILL_TO_DO
from leerlandschap.views.landscape_shapes import FollowUpLine, FollowUpStatus, LandscapeView


class Column(Struct, frozen=True):
    status: FollowUpStatus
    cards: tuple[Told, ...]


def board_page(page: Page, view: LandscapeView, _about: Mapping[str, str]) -> Markup:
    """The page at /l/{id}/follow-ups. A form that was refused keeps what was typed, on its card."""
    return render(
        "landscape/board.html",
        page.language,
        finding=finding(view, page.language),
        columns=tuple(Column(status, _cards(page, view, status)) for status in FollowUpStatus),
        **form_needs(page, view),
    )


def _cards(page: Page, view: LandscapeView, status: FollowUpStatus) -> tuple[Told, ...]:
    lines = (line for line in view.follow_ups if line.status is status)
    return tuple(told(page, view, line) for line in sorted(lines, key=_urgency))


def _urgency(line: FollowUpLine) -> tuple[bool, bool, datetime.date, int]:
    """What nobody has comes first, then what is overdue, then what is due soonest; what is over: the newest first."""
    if line.status not in STILL_TO_DO:
        return (False, False, datetime.date.min, -line.number)
    return (line.owner is not None, not line.overdue, line.due_on or datetime.date.max, line.number)


def finding(view: LandscapeView, language: Language) -> str:
    """*3 vervolgacties open, 1 te laat, 1 zonder trekker.*"""
    if not view.follow_ups:
        return say("follow_ups.empty", language)
    if not any(line.status in STILL_TO_DO for line in view.follow_ups):
        return say("follow_ups.all_done", language)
    return say("follow_ups.found.end", language, parts=", ".join(_parts(view, language)))


def _parts(view: LandscapeView, language: Language) -> Iterator[str]:
    to_do = [line for line in view.follow_ups if line.status in STILL_TO_DO]
    counts = {
        "open": sum(line.status is FollowUpStatus.OPEN for line in to_do),
        "waiting": sum(line.status is FollowUpStatus.WAITING for line in to_do),
        "overdue": sum(line.overdue for line in to_do),
        "unowned": sum(line.owner is None for line in to_do),
    }
    for what, n in counts.items():
        if n or what == "open":
            yield say(f"follow_ups.found.{what}", language, n=n)
