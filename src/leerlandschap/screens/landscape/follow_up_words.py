# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a follow-up on the board and on its own page."""

from collections.abc import Iterator

from msgspec import Struct

from leerlandschap.core.landscape import limits
from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.screens.page import Page
from leerlandschap.text import date, say
from leerlandschap.views.landscape import STILL_TO_DO
from leerlandschap.views.landscape_shapes import FollowUpLine, FollowUpStatus, LandscapeView
from leerlandschap.views.letters import LetterLine

HOUR = 60


class Told(Struct, frozen=True):
    """A follow-up with its sentences."""

    line: FollowUpLine
    origin: str
    unowned: bool  # and still to do
    due: str
    letters: tuple[str, ...]  # what became of the mail to its owner; newest last


def told(page: Page, view: LandscapeView, line: FollowUpLine) -> Told:
    letters = (page.letters or {}).get(line.id, ())
    return Told(
        line=line,
        origin=origin(view, line, page.language),
        unowned=line.owner is None and line.status in STILL_TO_DO,
        due=due(line, page.language),
        letters=tuple(words for each in letters for words in letter_words(each, page.language)),
    )


def origin(view: LandscapeView, line: FollowUpLine, language: Language) -> str:
    """Of which workshop it is; "" when that is not known here."""
    workshop = next((each for each in view.workshops if each.id == line.workshop), None)
    if workshop is None:
        return ""
    key = "from_team" if workshop.team else "from"
    return say(f"follow_ups.{key}", language, workshop=workshop.title, team=workshop.team)


def due(line: FollowUpLine, language: Language) -> str:
    if line.due_on is None:
        return say("follow_ups.no_date", language)
    day = date(line.due_on, language)
    return say("follow_ups.overdue", language, day=day) if line.overdue else day


def standing(line: FollowUpLine, language: Language) -> str:
    """Where it is, in one sentence."""
    if line.status not in STILL_TO_DO:
        return say(f"follow_ups.one.{line.status.value}", language)
    if line.due_on is None:
        return say(f"follow_ups.one.{FollowUpStatus.OPEN.value}", language)
    ending = "_late" if line.overdue else "_by" if line.status is FollowUpStatus.OPEN else ""
    return say(f"follow_ups.one.{line.status.value}{ending}", language, day=date(line.due_on, language))


def letter_words(letter: LetterLine, language: Language) -> Iterator[str]:
    """What became of a letter; what the mail server said comes after it, for whoever looks after that."""
    if letter.sent_on is not None:
        yield say(f"follow_ups.letter.sent.{letter.kind.value}", language, day=date(letter.sent_on, language))
        return
    name = say(f"follow_ups.letter.name.{letter.kind.value}", language)
    if letter.minutes is None:
        yield say("follow_ups.letter.given_up", language, letter=name)
    elif not letter.trouble:
        yield say("follow_ups.letter.waits.new", language, letter=name)
    else:
        why = "refused" if letter.refused else "unreachable"
        again = again_words(letter.minutes, language)
        yield say(f"follow_ups.letter.waits.{why}", language, letter=name, again=again)
    if letter.trouble:
        yield say("follow_ups.letter.server_said", language, words=letter.trouble)


def again_words(minutes: int, language: Language) -> str:
    """How long from now: a clock time would need to know where the reader is."""
    if minutes <= HOUR:
        return say("follow_ups.letter.again.minutes", language, n=max(1, minutes))
    return say("follow_ups.letter.again.hours", language, n=round(minutes / HOUR))


def form_needs(page: Page, view: LandscapeView, line: FollowUpLine | None = None) -> dict[str, object]:
    """What the forms ask for: where they post, and what was typed and refused."""
    about = f"?about={line.id}" if line is not None and view.role is Role.OWNER else ""
    return {
        "page": page,
        "view": view,
        "limits": limits,
        "do": f"/l/{view.landscape}/do{about}",
        "filled": {page.kept.form: page.kept.fields} if page.kept else {},
        "kept": page.kept,
        "to_do": STILL_TO_DO,
    }
