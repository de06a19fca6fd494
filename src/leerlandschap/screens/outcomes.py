# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outcomes in words and in figures, the same on every screen. A claim is never stronger than what it rests on.

*Sure*: no missing answer can change it, so for this room it is a fact. *Probably*: more likely than not, and the label
allows it. *Open*: then only the counts are said.
"""

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.measures import Kind, Label, Thresholds, found_by_talking, lost_by_talking
from leerlandschap.core.vocabulary import Language, Zone
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens.rendering import wording
from leerlandschap.text import say
from leerlandschap.views.shapes import Chances, Outcome, StatementView, WorkshopView

Strength = Literal["sure", "probably", "open"]

LITTLE = 0.05  # a change of disagreement (0..1) smaller than this is not called a change

SPOKEN = {
    Kind.CORE_AGREE: "core",
    Kind.CORE_DISAGREE: "core",
    Kind.POLARISED: "two_camps",
    Kind.SCATTERED: "scattered",
    Kind.UNDECIDED: "undecided",
    Kind.TOO_FEW: "too_few",
}


class Row(Struct, frozen=True):
    """One round of one statement in figures: from strongly disagree to strongly agree, then no opinion.

    ``counts`` is None where too few answered to show any.
    """

    number: int
    name: Markup
    counts: tuple[int, ...] | None
    verdict: str
    group_says: str
    moved: str
    quick: str
    last: bool  # the statement's newest round


def strength(outcome: Outcome, thresholds: Thresholds) -> Strength:
    """How firmly its kind may be said."""
    if outcome.settled:
        return "sure"
    likely = chance(outcome.this_room, outcome.kind) >= thresholds.probable
    return "probably" if outcome.label is not Label.TOO_FEW and likely else "open"


def chance(chances: Chances | None, kind: Kind) -> float:
    """The probability of its region; 0 where there is none."""
    if chances is None or kind.region is None:
        return 0.0
    return float(getattr(chances, kind.region.value))


def figures(outcome: Outcome) -> dict[str, int]:
    """The numbers its sentences are made of; nothing where they are not shown."""
    if outcome.answers is None:
        return {}
    return {
        "answers": outcome.answers,
        "disagree": outcome.disagree or 0,
        "middle": outcome.middle or 0,
        "agree": outcome.agree or 0,
        "n": outcome.middle or 0,
    }


def verdict_line(outcome: Outcome, language: Language, thresholds: Thresholds) -> str:
    """Short, for the map and for tables: *Kern: 9 van 12 eens*."""
    if outcome.kind is Kind.TOO_FEW:
        return say("general.verdict.too_few", language)
    how = strength(outcome, thresholds)
    if how == "open":
        return say("outcome.so_far", language, **figures(outcome))
    spoken = "two_camps" if outcome.kind is Kind.POLARISED else outcome.kind.value
    return say(f"general.verdict{'.probably' if how == 'probably' else ''}.{spoken}", language, **figures(outcome))


def moved_line(outcome: Outcome, language: Language) -> str:
    """*5 naar eens, 1 naar oneens, 6 bleven*; empty when no earlier round can be compared with."""
    if outcome.moved is None:
        return ""
    parts = (
        ("general.shift.to_agree", outcome.moved.up),
        ("general.shift.to_disagree", outcome.moved.down),
        ("general.shift.stayed", outcome.moved.stayed),
    )
    return ", ".join(say(key, language, n=n) for key, n in parts if n)


def quick_line(statement: StatementView, language: Language, thresholds: Thresholds) -> str:
    """*Snel eens* beside the sentence of a statement that still lies where it lay before the talk; else empty."""
    first, last = statement.outcomes[:1], statement.outcomes[-1:]
    stays = [o.kind for o in first] == [o.kind for o in last] and not is_overruled(statement)
    return quick_word(last[0], language, thresholds, first[0].quick) if last and stays else ""


def quick_word(outcome: Outcome, language: Language, thresholds: Thresholds, quick: bool | None = None) -> str:
    """As firm as its verdict, so nothing while that is open. A later round is as quick as the first was."""
    how = strength(outcome, thresholds)
    if not (outcome.quick or quick) or outcome.zone is not Zone.CORE or how == "open":
        return ""
    side = "agree" if outcome.kind is Kind.CORE_AGREE else "disagree"
    return say(f"general.quick.{'probably_' if how == 'probably' else ''}{side}", language)


def talk_line(statement: StatementView, language: Language) -> str:
    """What talking did to a statement: who moved, and whether common ground was found or lost; empty without a talk."""
    if len(statement.outcomes) < 2:
        return ""
    first, last = statement.outcomes[0], statement.outcomes[-1]
    did = (
        "found" if found_by_talking(first.kind, last.kind) else "lost" if lost_by_talking(first.kind, last.kind) else ""
    )
    parts = (moved_line(last, language), say(f"outcome.talked.{did}", language) if did else "")
    return ". ".join(part for part in parts if part)


def kind_word(outcome: Outcome, language: Language) -> str:
    return say(f"general.kind.{SPOKEN[outcome.kind]}", language)


def zone_word(zone: Zone, language: Language) -> str:
    """As it stands within a sentence."""
    return say(f"general.zone.{zone.value}", language).lower()


def is_overruled(statement: StatementView) -> bool:
    """The group says otherwise than the figures."""
    measured = statement.outcome.zone if statement.outcome else None
    return measured is not None and statement.verdict is not None and statement.verdict is not measured


def overruled_lines(statement: StatementView, language: Language) -> tuple[str, ...]:
    """*Uitslag: verspreid* and *De groep zegt: kern*: both are kept, both are said; nothing when they are one."""
    if statement.outcome is None or statement.verdict is None or not is_overruled(statement):
        return ()
    return (
        say("general.outcome", language, kind=kind_word(statement.outcome, language).lower()),
        say("general.group_says", language, zone=zone_word(statement.verdict, language)),
    )


def sentence(
    statement: StatementView, language: Language, thresholds: Thresholds | None = None, voice: str = "outcome"
) -> str:
    """What a statement came to, in plain words with its numbers; empty while nothing of it is revealed.

    ``voice`` is where the words stand: to the group itself, or about it (``policy.outcome``), by the same rules.
    """
    outcome = statement.outcome
    if outcome is None:
        return ""
    measured = _measured(outcome, language, thresholds or Thresholds(), voice)
    if not is_overruled(statement) or statement.verdict is None:
        return measured
    return f"{measured} {say(f'{voice}.group_says', language, zone=zone_word(statement.verdict, language))}"


def _measured(outcome: Outcome, language: Language, thresholds: Thresholds, voice: str) -> str:
    if outcome.kind is Kind.TOO_FEW:
        return say(f"{voice}.open.too_few", language)
    how = strength(outcome, thresholds)
    key = f"{voice}.open.any" if how == "open" else f"{voice}.{how}.{outcome.kind.value}"
    sides = {"against": _few("against", outcome.disagree or 0, language, voice)}
    sides["in_favour"] = _few("in_favour", outcome.agree or 0, language, voice)
    return say(key, language, **figures(outcome), **sides)


def _few(side: str, n: int, language: Language, voice: str) -> str:
    return say(f"{voice}.{side}.none" if n == 0 else f"{voice}.{side}", language, n=n)


def shown(view: WorkshopView) -> list[StatementView]:
    """The statements that have an outcome and were not parked, by number."""
    return [s for s in view.statements if s.outcomes and not s.parked]


def table(view: WorkshopView, language: Language) -> list[Row]:
    """Everything the map shows, in figures: a row for every revealed round."""
    return [_row(view, s, at, language) for s in shown(view) for at in range(len(s.outcomes))]


def _row(view: WorkshopView, statement: StatementView, at: int, language: Language) -> Row:
    outcome, last = statement.outcomes[at], at == len(statement.outcomes) - 1
    name = wording(language, statement.name)
    if len(statement.outcomes) > 1:
        rounds = say("outcome.round", language, n=outcome.round)
        name = Markup(say("outcome.name_and_round", language, name="{}", round="{}")).format(name, rounds)  # noqa: S704
    counts = None if outcome.counts is None else (*outcome.counts, outcome.no_opinion or 0)
    overruled = overruled_lines(statement, language) if last else ()
    return Row(
        number=statement.number,
        name=name,
        counts=counts,
        verdict=verdict_line(outcome, language, view.thresholds),
        group_says=overruled[-1] if overruled else "",
        moved=moved_line(outcome, language),
        quick=quick_word(outcome, language, view.thresholds),
        last=last,
    )


def headline(view: WorkshopView, language: Language) -> tuple[str, str]:
    """The finding a page opens with, and a second sentence: what that means or asks."""
    if view.moment is Moment.SHIFT:
        for put in (s for s in shown(view) if s.current and len(s.outcomes) > 1):
            return _shift(put, language, view.thresholds)
    found = shown(view)
    if not found:
        return say("outcome.headline.nothing_yet", language), say("outcome.headline.waiting", language)
    if all(s.zone is None for s in found):
        return say("general.picture.nothing", language), _headline("floor", language, floor=view.thresholds.floor)
    return _agreed(found, language, view.thresholds), _rest(found, language)


def _headline(key: str, language: Language, **parameters: str | int) -> str:
    return say(f"outcome.headline.{key}", language, **parameters)


def _agreed(found: Sequence[StatementView], language: Language, thresholds: Thresholds) -> str:
    core = [s for s in found if s.zone is Zone.CORE]
    if not core:
        return _headline("one_grey", language) if len(found) == 1 else say("general.picture.none", language)
    numbers = {"core": len(core), "all": len(found)}
    key = "only" if len(found) == 1 else "all" if len(core) == len(found) else "some"
    if all(_is_firm(s, thresholds) for s in core):
        return say(f"general.picture.{key}", language, **numbers)
    return _headline(f"probably_{key}", language, **numbers)


def _is_firm(statement: StatementView, thresholds: Thresholds) -> bool:
    """What the group said itself is firm, whatever the figures leave open."""
    outcome = statement.outcome
    return statement.verdict is not None or (outcome is not None and strength(outcome, thresholds) == "sure")


def _rest(found: Sequence[StatementView], language: Language) -> str:
    grey = [s.number for s in found if s.zone is Zone.GREY]
    blank = [s.number for s in found if s.zone is None]
    if grey:
        return _headline("talk" if len(found) == 1 else "grey", language, n=len(grey), numbers=listed(grey, language))
    return _headline("blank" if blank else "all_core", language, n=len(blank), numbers=listed(blank, language))


def listed(numbers: Sequence[int], language: Language) -> str:
    """1, 3 en 4."""
    *first, last = [str(n) for n in numbers] or [""]
    return say("outcome.and", language, first=", ".join(first), last=last) if first else last


def _shift(statement: StatementView, language: Language, thresholds: Thresholds) -> tuple[str, str]:
    before, after = statement.outcomes[-2:]
    second = say("outcome.after_talk", language, moved=moved_line(after, language)) if after.moved else ""
    return _change(statement.number, before, after, language), second or sentence(statement, language, thresholds)


def _change(number: int, before: Outcome, after: Outcome, language: Language) -> str:
    if before.disagreement is None or after.disagreement is None:
        return _headline("not_compared", language, number=number)
    if before.zone is Zone.GREY and after.zone is Zone.CORE:
        return say("general.picture.mist_lifted", language, number=number)
    change = after.disagreement - before.disagreement
    if abs(change) < LITTLE:
        return _headline("little_changed", language, number=number)
    return say(f"general.picture.{'came_closer' if change < 0 else 'moved_apart'}", language, number=number)
