# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do we know? Behind the sentence of a statement: by which lines, with which numbers, and how sure that is.

No sentence here claims more than the one it explains: what is still open gets no probability that sounds like a name.
"""

from collections.abc import Iterator
from math import floor

from leerlandschap.core.measures import Kind, Label, Thresholds
from leerlandschap.core.vocabulary import Language, Zone
from leerlandschap.screens import outcomes
from leerlandschap.text import number, say
from leerlandschap.views.shapes import Moved, Outcome, StatementView, WorkshopView


def known(view: WorkshopView, statement: StatementView, language: Language) -> tuple[str, ...]:
    """Sentences in plain words, in the order of the figures; empty while nothing of the statement is revealed."""
    return tuple(_known(view, statement, language))


def _known(view: WorkshopView, statement: StatementView, language: Language) -> Iterator[str]:
    outcome, lines = statement.outcome, view.thresholds
    if outcome is None:
        return
    if outcome.answers is None or outcomes.strength(outcome, lines) != "open":
        yield _class(outcome, lines, language)
    if outcome.answers is None:
        return
    yield _shares(outcome, language)
    yield _room(outcome, view, language)
    yield _people(outcome, lines, language)
    yield from _spread(outcome, language)
    yield from _shift(outcome.moved, outcome, language)
    yield from _quick(statement, language)
    if statement.verdict is not None and outcomes.is_overruled(statement):
        yield _say("overruled", language, zone=outcomes.zone_word(statement.verdict, language))
    yield _say("agreed_before", language)


def _say(key: str, language: Language, **parameters: str | int | float) -> str:
    return say(f"knowing.{key}", language, **parameters)


def _class(outcome: Outcome, lines: Thresholds, language: Language) -> str:
    shares = {"core": lines.core_share, "against": lines.against, "camp": lines.camp, "undecided": lines.undecided}
    said = {name: number(100 * share, language) for name, share in shares.items()}
    return _say(f"class.{outcomes.SPOKEN[outcome.kind]}", language, floor=lines.floor, **said)


def _shares(outcome: Outcome, language: Language) -> str:
    figures = outcomes.figures(outcome)
    people = figures["answers"] or 1
    parts = {f"{side}_share": round(100 * figures[side] / people) for side in ("agree", "disagree", "middle")}
    return _say("shares", language, **figures, **parts)


def _room(outcome: Outcome, view: WorkshopView, language: Language) -> str:
    missing = view.in_room - (outcome.answers or 0)
    if outcome.settled:
        return _say("room.settled", language, n=missing) if missing > 0 else _say("room.everybody", language)
    probable = _percent(view.thresholds.probable, language)
    if outcomes.strength(outcome, view.thresholds) == "open":
        return _say("room.open", language, probable=probable)
    return _say(
        "room.probably",
        language,
        chance=_percent(outcomes.chance(outcome.this_room, outcome.kind), language),
        probable=probable,
    )


def _people(outcome: Outcome, lines: Thresholds, language: Language) -> str:
    if outcome.label is Label.TOO_FEW:
        return _say("people.too_few", language)
    chance = _percent(outcomes.chance(outcome.people_like_these, outcome.kind), language)
    clear = _percent(lines.clear, language)
    return _say(f"people.{outcome.label.value}", language, chance=chance, clear=clear, clear_from=lines.clear_from)


def _spread(outcome: Outcome, language: Language) -> Iterator[str]:
    if outcome.disagreement is not None:
        yield _say("spread.distance", language, d=_two_decimals(outcome.disagreement, language))
    if outcome.opposition is not None:
        yield _say("spread.opposite", language, o=round(100 * outcome.opposition))


def _shift(moved: Moved | None, outcome: Outcome, language: Language) -> Iterator[str]:
    if moved is None:
        return
    yield _say("shift.who", language, moved=outcomes.moved_line(outcome, language))
    if moved.up + moved.down:
        yield _say("shift.chance", language, p=_percent(moved.p, language))
    if moved.convergence and moved.convergence_p is not None and abs(moved.convergence) >= outcomes.LITTLE:
        way = "closer" if moved.convergence < 0 else "apart"
        delta = _two_decimals(abs(moved.convergence), language)
        yield _say(f"shift.{way}", language, delta=delta, p=_percent(moved.convergence_p, language))


def _quick(statement: StatementView, language: Language) -> Iterator[str]:
    first = statement.outcomes[0]
    if first.quick is not None and first.zone is Zone.CORE and first.kind is not Kind.TOO_FEW:
        yield _say("quick.yes" if first.quick else "quick.no", language)


def _percent(part: float, language: Language) -> str:
    """Never 0 or 100: what could be otherwise is not called certain."""
    if 0.01 <= part <= 0.99:
        return str(floor(100 * part + 1e-9))
    return _say("almost_never" if part < 0.5 else "almost_always", language)


def _two_decimals(value: float, language: Language) -> str:
    return number(round(value, 2), language)
