# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as a table of plain text, in the words of a language."""

from collections.abc import Iterator, Sequence
from typing import Any

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say

WIDEST = 32  # characters of a statement
COLUMNS = ("statement", "n", "no_opinion", "agree", "middle", "disagree", "class", "sure", "d", "o", "shift", "quick")
TEXTS = ("statement", "class", "sure")  # the others are numbers, and stand to the right

Record = dict[str, Any]


def table(record: Record, language: Language) -> Iterator[str]:
    """Line by line: the statements, teams and groups where asked for, and the thresholds."""
    statements = record["statements"]
    if not any(each["n"] + each["no_opinion"] for each in statements):
        yield say("measure.nobody", language)
        return
    yield from aligned([_heading(COLUMNS, language), *(_row(each, language) for each in statements)])
    yield ""
    yield from _teams(statements, language)
    if record["groups"] is not None:
        yield from _groups(record, language)
    wrong = record["expected_wrong_labels"]
    yield say("measure.wrong_labels", language, number=decimal(wrong, language, 1))
    lines = {name: decimal(value * 100, language, 0) for name, value in record["thresholds"].items() if name in PARTS}
    lines["floor"], lines["clear_from"] = (str(record["thresholds"][name]) for name in ("floor", "clear_from"))
    yield say("measure.thresholds", language, **lines)


PARTS = ("core_share", "against", "camp", "undecided", "clear", "probable")


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as the widest in them; the heading says which stand to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            text.ljust(width) if COLUMNS[place] in TEXTS else text.rjust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def decimal(number: float | None, language: Language, digits: int = 2) -> str:
    """With a comma in Dutch; a dash for what is not known."""
    if number is None:
        return "–"
    text = f"{number:.{digits}f}"
    return text.replace(".", ",") if language is Language.NL else text


def _heading(columns: Sequence[str], language: Language) -> list[str]:
    return [say(f"measure.column.{name}", language) for name in columns]


def _row(record: Record, language: Language) -> list[str]:
    shares = record["shares"]
    quick = record["quick"]
    return [
        shortened(record["statement"]),
        str(record["n"]),
        str(record["no_opinion"]),
        *(_percent(shares[name], language) for name in ("agree", "middle", "disagree")),
        say(f"measure.class.{record['sublabel'] or record['class'] or 'too_few'}", language),
        _sure(record, language),
        decimal(record["D"], language),
        decimal(record["O"], language),
        _shift(record["shift"]),
        "–" if quick is None else say(f"measure.quick.{'yes' if quick else 'no'}", language),
    ]


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _percent(share: float | None, language: Language) -> str:
    return "–" if share is None else f"{decimal(share * 100, language, 0)} %"


def _sure(record: Record, language: Language) -> str:
    """How sure the class is among people like these; a fact where nobody is missing that could change it."""
    if record["class"] is None:
        return "–"
    words = say(f"measure.label.{record['label']}", language)
    return f"{words}, {say('measure.label.settled', language)}" if record["settled"] else words


def _shift(shift: Record | None) -> str:
    return "–" if shift is None else f"+{shift['up']} −{shift['down']} ={shift['stayed']}"


def _teams(statements: Sequence[Record], language: Language) -> Iterator[str]:
    for each in statements:
        if "teams" not in each:
            return
        parts, name = each["teams"], shortened(each["statement"])
        if parts["share_unbiased"] is None:
            yield say("measure.teams_hidden", language, statement=name)
        else:
            share = _percent(parts["share_unbiased"], language)
            p = decimal(parts["p"], language, 3)
            yield say("measure.teams", language, statement=name, share=share, p=p)
    yield ""


def _groups(record: Record, language: Language) -> Iterator[str]:
    if record["grouping"] is None:
        yield say(f"measure.no_groups.{record['groups']['reason']}", language, **_rules(record))
        yield ""
        return
    kind = "spectrum" if record["grouping"]["spectrum"] else "islands"
    yield say(f"measure.groups.{kind}", language, n=len(record["groups"]))
    for number, group in enumerate(record["groups"]):
        share = _percent(group["share"], language)
        yield say("measure.group", language, letter=chr(ord("A") + number), n=group["people"], share=share)
        for voice in group["statements"]:
            part = _percent(voice["chose"] / max(1, voice["seen"]), language)
            says = {"statement": shortened(voice["statement"]), "part": part}
            yield "  " + say(f"measure.voice.{voice['side']}", language, **says)
    shared = ", ".join(shortened(each["statement"]) for each in record["grouping"]["shared"])
    yield say("measure.shared", language, statements=shared)
    yield ""


def _rules(record: Record) -> dict[str, str | int]:
    rules = record["thresholds"]["groups"]
    return {name: rules[name] for name in ("people", "statements", "smallest", "answers_each")}
