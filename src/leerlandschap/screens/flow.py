# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator may press: the one button for what comes next, and what stands beside it.

A press is a command of the core, so that no screen can name one that does not exist.
"""

import re
import zlib
from collections.abc import Iterator
from typing import assert_never

import msgspec
from msgspec import Struct

from leerlandschap.core.vocabulary import Consent
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.commands import Command
from leerlandschap.core.workshop.playbook import Moment, Pacing, StepId
from leerlandschap.views.shapes import OrderLine, PrincipleView, StatementView, WorkshopView


class Press(Struct, frozen=True):
    """One button: what it asks, the key of its label under ``facilitator.press`` and what belongs in that.

    ``waits`` is the key of a sentence saying why it cannot be pressed yet; ``twice`` that of the sentence that asks
    for a second press.
    """

    command: Command
    label: str
    facts: dict[str, int] = {}
    step: StepId | None = None  # its title belongs in the label
    waits: str | None = None
    twice: str | None = None

    @property
    def type(self) -> str:
        return type(self.command).__name__

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """What a form posts beside the type; what is left out of the command is left out here."""
        return tuple(_fields(self.command))

    @property
    def form(self) -> str:
        """What its form is called: the same for the same press, so that a refusal finds it back."""
        return "-".join((self.type, *(_plain(value) for _, value in self.fields)))


def _plain(value: str) -> str:
    """Words people typed cannot stand in an id."""
    return value if re.fullmatch(r"[\w-]*", value, re.ASCII) else f"{zlib.crc32(value.encode()):x}"


def _fields(command: Command) -> Iterator[tuple[str, str]]:
    for name, value in msgspec.to_builtins(command).items():
        if name == "type" or value is None:
            continue
        for each in value if isinstance(value, (list, tuple)) else (value,):
            yield name, str(each)


def onward(view: WorkshopView) -> Press | None:
    """What comes next in the flow of the card; None when the workshop is closed."""
    match view.moment:
        case Moment.WELCOME:
            return _open(view, "open_one" if _is_one_by_one(view) else "open_all")
        case Moment.VOTE:
            return _reveal(view, "reveal") if _open_now(view) else _open(view, "open_all")
        case Moment.AGAIN:
            return _reveal(view, "reveal_again")
        case Moment.DISCUSS:
            return _after_talk(view)
        case Moment.REVEAL | Moment.SHIFT:
            return next_statement(view) or _go(view, 1)
        case Moment.POINTS:
            return Press(c.OpenDots(), "open_dots", waits=None if view.points else "no_points")
        case Moment.DOTS:
            return Press(c.RevealDots(), "reveal_dots")
        case Moment.AGREE:
            return _go(view, 1)
        case Moment.QUESTIONS:
            return Press(c.RevealAnswers(), "reveal_answers")
        case Moment.WRITE:
            return Press(c.AskConsent(), "ask_consent", waits=None if standing(view) else "no_principles")
        case Moment.CONSENT:
            return _consent(view)
        case Moment.CLOSING:
            return Press(c.Close(), "close", twice="close_twice")
        case Moment.CLOSED:
            return None
        case _:
            assert_never(view.moment)


def aside(view: WorkshopView) -> tuple[Press, ...]:
    """What else may be pressed now: the less usual ways on, skipping ahead, and back."""
    if view.moment is Moment.CLOSED:
        return () if view.sealed_at else (Press(c.Reopen(), "reopen"),)
    now = onward(view)
    skip = None if view.moment is Moment.WELCOME else _go(view, 1, "skip")
    ways = (*_of_the_moment(view), skip, _go(view, -1, "back"))
    return tuple(way for way in ways if way is not None and (now is None or way.command != now.command))


def _of_the_moment(view: WorkshopView) -> Iterator[Press | None]:
    current = next((s for s in view.statements if s.current), None)
    if view.moment in (Moment.DISCUSS, Moment.SHIFT) and current and current.outcome:
        yield Press(c.AskAgain(current.id), "ask_again", {"number": current.number})
    if view.moment in (Moment.REVEAL, Moment.DISCUSS, Moment.SHIFT):
        yield next_statement(view)
    if view.moment is Moment.CONSENT and any(p.status == "draft" for p in standing(view)):
        yield Press(c.AskConsent(), "ask_consent_too")


def next_statement(view: WorkshopView) -> Press | None:
    """The next to talk about: statement by statement the next to open, or else the next most divided."""
    unopened = next((s for s in view.statements if s.status == "waiting" and not s.parked), None)
    if unopened and _is_one_by_one(view):
        return Press(c.OpenStatements(), "open_next", {"number": unopened.number})
    by_id = {s.id: s for s in view.statements}
    lines = (line for line in view.order if line.advice == "discuss" and not by_id[line.statement].discussed)
    line: OrderLine | None = next(lines, None)
    return put(by_id[line.statement]) if line else None


def put(statement: StatementView) -> Press:
    open_talk = statement.outcome is not None and statement.outcome.zone is None
    return Press(c.PutStatement(statement.id), "talk_openly" if open_talk else "put", {"number": statement.number})


def standing(view: WorkshopView) -> tuple[PrincipleView, ...]:
    """The principles that are not parked."""
    return tuple(p for p in view.principles if not p.parked)


def steps(view: WorkshopView) -> tuple[tuple[StepId, Press | None], ...]:
    """The walk over the steps; the one we are in cannot be pressed."""
    return tuple((s.id, None if s.current else Press(c.GoTo(s.id), "walk", step=s.id)) for s in view.steps)


def _is_one_by_one(view: WorkshopView) -> bool:
    return view.pacing is Pacing.ONE_BY_ONE


def _open_now(view: WorkshopView) -> tuple[StatementView, ...]:
    return tuple(s for s in view.statements if s.status == "open")


def _open(view: WorkshopView, label: str) -> Press:
    begun = any(s.status != "waiting" for s in view.statements)
    return Press(c.OpenStatements(), "go_on_with_statements" if begun else label, {"n": len(view.statements)})


def _reveal(view: WorkshopView, label: str) -> Press:
    somebody = any(s.answers for s in _open_now(view))
    return Press(c.RevealStatements(), label, twice=None if somebody else "reveal_twice")


def _after_talk(view: WorkshopView) -> Press | None:
    """Take a stance again on what was talked about; not where too few answered, nor statement by statement."""
    current = next((s for s in view.statements if s.current), None)
    known = current is not None and current.outcome is not None and current.outcome.zone is not None
    if current is None or not known or _is_one_by_one(view):
        return next_statement(view) or _go(view, 1)
    return Press(c.AskAgain(current.id), "ask_again", {"number": current.number})


def _consent(view: WorkshopView) -> Press | None:
    """Show the outcome; then keep what nobody objects to, one by one; then on."""
    if any(p.status == "asked" for p in standing(view)):
        return Press(c.RevealConsent(), "reveal_consent")
    keepable = next((p for p in standing(view) if p.status == "revealed" and not _is_objected_to(p)), None)
    if keepable:
        return Press(c.KeepPrinciple(keepable.id), "keep", {"number": keepable.number})
    return _go(view, 1)


def _is_objected_to(principle: PrincipleView) -> bool:
    """An objection, or too few answers to tell."""
    return principle.consent is None or bool(getattr(principle.consent, Consent.OBJECT))


def _go(view: WorkshopView, by: int, label: str = "go") -> Press | None:
    at = next(n for n, s in enumerate(view.steps) if s.current) + by
    if not 0 <= at < len(view.steps):
        return None
    step = view.steps[at].id
    return Press(c.GoTo(step), label, step=step)
