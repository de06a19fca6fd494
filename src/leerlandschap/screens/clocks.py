# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock in words: what is left, what was borrowed from whom. It advises; nothing closes by itself."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.screens.pictures import ClockStep, draw_clock
from leerlandschap.text import minutes_seconds, number, say
from leerlandschap.views.shapes import StepView, WorkshopView

LITTLE = 5 / 60  # minutes: a loan shorter than this is not worth a sentence


class ClockWords(Struct, frozen=True):
    """The clock of the present step. Moments are milliseconds of the epoch, as the scripts count."""

    left: str  # 1:10; −0:20 when the step runs over
    whole: str  # what the step may take, loans counted
    until: int
    now: int
    stands: bool  # it does not run: the scripts must not count
    over: bool
    state: str | None  # why it stands still
    nudge: str | None  # half time, the last minute, or over time
    loans: tuple[str, ...]


def clock_words(view: WorkshopView, language: Language) -> ClockWords:
    here = present_step(view)
    now = round(view.clock.now.timestamp() * 1000)
    return ClockWords(
        left=minutes_seconds(view.clock.left),
        whole=minutes_seconds((here.minutes + here.lent) * 60),
        until=now + round(view.clock.left * 1000),
        now=now,
        stands=not view.clock.running,
        over=view.clock.left < 0,
        state=_state(view, language),
        nudge=_nudge(view, here, language),
        loans=tuple(_loans(view, language)),
    )


def present_step(view: WorkshopView) -> StepView:
    return next(s for s in view.steps if s.current)


def _state(view: WorkshopView, language: Language) -> str | None:
    if view.clock.running:
        return None
    started = any(s.spent for s in view.steps)
    return say(f"facilitator.clock.{'paused' if view.clock.paused else 'at_rest' if started else 'stopped'}", language)


def _nudge(view: WorkshopView, here: StepView, language: Language) -> str | None:
    """Groups look up at half time and near the end."""
    if not view.clock.running:
        return None
    left = view.clock.left
    if left < 0:
        return say("facilitator.clock.over", language)
    if left <= 60:
        return say("facilitator.clock.last_minute", language)
    return say("facilitator.clock.half", language) if left <= (here.minutes + here.lent) * 30 else None


def _loans(view: WorkshopView, language: Language) -> Iterator[str]:
    """Who lent to the step we are in and to those before it, and what is left there."""
    at = next(n for n, s in enumerate(view.steps) if s.current)
    here = view.steps[at]
    if here.lent < -LITTLE:
        yield say("facilitator.clock.given", language, amount=amount(-here.lent, language))
    for step in view.steps[at + 1 :]:
        if step.lent < -LITTLE:
            yield say(
                "facilitator.clock.borrowed",
                language,
                amount=amount(-step.lent, language),
                step=step.title.spoken(language)[0],
                left=minutes_seconds(step.left * 60),
            )
    extra = sum(s.lent for s in view.steps)
    if extra > LITTLE:
        yield say("facilitator.clock.extra", language, amount=amount(extra, language))


def amount(minutes: float, language: Language) -> str:
    """1 minuut, 2 minuten, and 1:20 for what is not whole."""
    if abs(minutes - round(minutes)) < 1 / 120:
        return say("general.minutes", language, n=round(minutes))
    return minutes_seconds(minutes * 60)


def planned(minutes: float, language: Language) -> str:
    """7,5 minuten: as one plans."""
    whole = minutes == round(minutes)
    return say("general.minutes", language, n=round(minutes) if whole else number(minutes, language))


def clock_picture(view: WorkshopView, language: Language) -> Markup:
    """The minutes of the whole meeting as a bar, the lobby left out."""
    steps = [s for s in view.steps if s.id is not StepId.WELCOME]
    drawn = [ClockStep(s.minutes, s.spent / 60, s.lent) for s in steps]
    whole, used = round(sum(s.minutes for s in steps)), minutes_seconds(sum(s.spent for s in steps))
    return draw_clock(drawn, say("facilitator.clock.picture", language, n=whole, used=used))
