# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds what was sent against what the report says."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.demo import sent as s
from leerlandschap.demo.sent import Sent
from leerlandschap.text import say

Report = dict[str, Any]
Pair = tuple[str, Any, Any]  # name of the part, what was sent, what was found
Naming = Callable[..., str]


class Difference(Struct, frozen=True):
    """A part that the report gives otherwise than it was sent."""

    what: str
    sent: str
    found: str


def checked(sent: Sent, report: Report, language: Language) -> tuple[int, list[Difference]]:
    """How many parts were compared, and those that differ."""

    def name(key: str, **facts: Any) -> str:
        return say(f"demo.name.{key}", language, **facts)

    return compared([pair for part in PARTS for pair in part(sent, report, name)])


def compared(pairs: list[Pair]) -> tuple[int, list[Difference]]:
    """How many pairs there are, and those that differ."""
    apart = [_difference(*pair) for pair in pairs if pair[1] != pair[2]]
    return len(pairs), apart


def _difference(what: str, there: Any, found: Any) -> Difference:
    """Of two with the same fields, only the fields that differ."""
    if isinstance(there, dict) and isinstance(found, dict):
        fields = [field for field in there | found if there.get(field) != found.get(field)]
        there, found = ({field: each.get(field) for field in fields} for each in (there, found))
    return Difference(what, str(there), str(found))


def _workshop(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    yield name("workshop"), sent.workshop, {field: report["workshop"][field] for field in sent.workshop}


# ---- statements


def _statements(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    found = {each["id"]: each for each in report["statements"]}
    for each in sent.statements:
        for what, there, told in _statement(sent, each, found.get(each.id, {}), name):
            yield name("title", number=each.number, what=what), there, told


def _statement(sent: Sent, each: s.Statement, found: Report, name: Naming) -> Iterator[Pair]:
    yield name("text"), each.text, found.get("text")
    yield name("note"), each.note, found.get("note")
    yield name("verdict"), each.verdict, found.get("verdict")
    outcomes = found.get("outcomes", ())
    told = [_told(outcome) for outcome in outcomes]
    for at, given in enumerate(each.rounds):
        before = each.rounds[at - 1] if at else None
        yield name("round", round=at + 1), _fell(sent, given, before), told[at] if at < len(told) else None
    yield name("round", round=len(each.rounds) + 1), len(each.rounds), len(told)


def _told(outcome: Report) -> Report:
    moved = outcome["moved"]
    return {
        "too_few": outcome["kind"] == "too_few",
        **{field: outcome[field] for field in ("answers", "counts", "no_opinion")},
        "moved": {way: moved[way] for way in ("up", "down", "stayed")} if moved else None,
    }


def _fell(sent: Sent, given: s.Round, before: s.Round | None) -> Report:
    """What may be told of a round: nothing at all below the floor."""
    if given.answers < sent.floor:
        return {"too_few": True, "answers": None, "counts": None, "no_opinion": None, "moved": None}
    shown = {"answers": given.answers, "counts": given.counts, "no_opinion": given.no_opinion}
    return {"too_few": False, **shown, "moved": _moved(sent, before, given) if before else None}


def _moved(sent: Sent, before: s.Round, after: s.Round) -> Report | None:
    steps = [
        now - earlier
        for person, now in after.stances.items()
        if now is not None and (earlier := before.stances.get(person)) is not None
    ]
    if len(steps) < sent.floor:
        return None
    up, down = sum(1 for each in steps if each > 0), sum(1 for each in steps if each < 0)
    return {"up": up, "down": down, "stayed": len(steps) - up - down}


# ---- follow-ups


def _points(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    shown = sent.dotters >= sent.floor
    agreed = {each.point for each in sent.follow_ups}
    there = [
        [number, p.kind, p.text, p.statements, p.sources, p.parked, p.dots if shown else None, number in agreed]
        for number, p in enumerate(sent.points, 1)
        if not p.merged
    ]
    fields = ("number", "kind", "text", "statements", "sources", "parked", "dots", "agreed")
    yield from _one_by_one(name("points"), there, sorted(_picked(report["points"], fields)))


def _follow_ups(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    numbers = {each["id"]: each["number"] for each in report["points"]}
    there = [
        [f.point, f.kind, f.text, f.owner, f.due_on.isoformat(), f.first_step, f.done_when]
        for f in sorted(sent.follow_ups, key=lambda each: each.point)
    ]
    told = [{**each, "point": numbers.get(each["point"])} for each in report["follow_ups"]]
    fields = ("point", "kind", "text", "owner", "due_on", "first_step", "done_when")
    yield from _one_by_one(name("follow_ups"), there, _picked(told, fields))


def _parked(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    yield name("parked"), [list(each) for each in sent.parked], _picked(report["parked"], ("kind", "text"))


# ---- principles


def _choices(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    found = {each["id"]: each for each in report["choices"]}
    for number, each in enumerate(sent.questions, 1):
        few = each.answers < sent.floor
        there = {option: None if few else n for option, n in each.points.items()}
        told = {option["id"]: option["points"] for option in found.get(each.id, {}).get("options", ())}
        yield name("choice", number=number), (each.answers, there), (found.get(each.id, {}).get("answers"), told)


def _principles(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    found = sorted(report["principles"], key=lambda each: each["number"])
    yield name("principles"), len(sent.principles), len(found)
    for number, (each, told) in enumerate(zip(sent.principles, found, strict=False), 1):
        yield name("principle", number=number), _principle(sent, each), {field: told[field] for field in OF_A_PRINCIPLE}


OF_A_PRINCIPLE = (
    *("statement", "because", "means", "except", "earlier", "status", "parked", "answers", "consent", "reservations"),
)


def _principle(sent: Sent, each: s.Principle) -> Report:
    enough = len(each.consents) >= sent.floor
    positions = ("agree", "can_live_with", "object")
    return {
        **{part: each.words.get(part, "") for part in ("statement", "because", "means", "except")},
        "earlier": each.earlier,
        "status": "kept" if each.kept else "revealed",
        "parked": each.parked,
        "answers": len(each.consents),
        "consent": {position: each.agreeing(position) for position in positions} if enough else None,
        "reservations": sorted({words for _, words in each.consents.values() if words}) if enough else [],
    }


def _rest(sent: Sent, report: Report, name: Naming) -> Iterator[Pair]:
    yield name("insights"), sent.insights, [each["text"] for each in report["insights"]]
    yield name("scope"), sent.scope, report["scope"]
    yield name("boundaries"), sent.boundaries, [each["text"] for each in report["boundaries"]]
    counts = [sent.ratings.count(each) for each in range(1, 6)]
    yield name("ratings"), counts if len(sent.ratings) >= sent.floor else None, report["ratings"]


# ---- lists


def _picked(rows: list[Report], fields: tuple[str, ...]) -> list[list[Any]]:
    return [[row[field] for field in fields] for row in rows]


def _one_by_one(what: str, there: list[list[Any]], found: list[list[Any]]) -> Iterator[Pair]:
    """Each line with its like, so that a difference is told of that one; and that there are as many."""
    for sent, told in zip(there, found, strict=False):
        yield what, sent, told
    yield what, len(there), len(found)


PARTS = (_workshop, _statements, _points, _follow_ups, _parked, _choices, _principles, _rest)
