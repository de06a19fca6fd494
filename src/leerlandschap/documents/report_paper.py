# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a workshop as it stands on paper: what the summary page says, in the same words, block by block."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import (
    Block,
    Entries,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Run,
    Runs,
    line,
)
from leerlandschap.documents.report_annex import annex
from leerlandschap.documents.report_notes import Notes
from leerlandschap.screens import outcomes
from leerlandschap.screens.paper_picture import landscape_on_paper
from leerlandschap.screens.rendering import plain
from leerlandschap.screens.summary_shapes import (
    ChoiceLine,
    FollowUpLine,
    ParkedLine,
    PointLine,
    PrincipleLine,
    StatementLine,
    Summary,
)
from leerlandschap.screens.summary_words import principles, summary_of, whole
from leerlandschap.text import say
from leerlandschap.views.shapes import PrincipleView, WorkshopView

Blocks = Iterator[Block]
Entry = tuple[Runs, tuple[Runs, ...]]

POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree", "no_opinion")


class Telling(Struct):
    """What the parts are told of; the notes fill up as the parts come by."""

    view: WorkshopView
    found: Summary
    language: Language
    notes: Notes


def report_paper(view: WorkshopView, language: Language) -> Paper:
    """The whole report in one language; every sentence about answers has a note with the figures it rests on."""
    everything = whole(view)
    found = summary_of(view, language)
    telling = Telling(everything, found, language, Notes(everything, language))
    blocks = tuple(block for part in PARTS for block in part(telling))
    return Paper(
        title=found.title,
        language=language,
        blocks=blocks,
        notes=telling.notes.written,
        notes_title=say("paper.notes", language),
        subtitle=say("paper.report", language),
        facts=tuple(
            each for each in (found.organisation, found.team, found.day, found.took_part, found.not_closed) if each
        ),
        organisation=found.organisation,
        made_at=view.closed_at or view.opened_at,
    )


def _opening(telling: Telling) -> Blocks:
    """The finding, and the map."""
    found, statements = telling.found, outcomes.shown(telling.view)
    yield Paragraph((Run(found.finding, notes=telling.notes.about(statements)),), "lead")
    yield Paragraph(line(found.second))
    drawn = landscape_on_paper(telling.view, telling.language)
    if drawn:
        yield Picture(drawn.svg, drawn.words, say("paper.map_caption", telling.language))
        yield Paragraph(line(" ".join(drawn.legend)), "small")


def _principles(telling: Telling) -> Blocks:
    yield _heading("principles", telling)
    pairs = zip(telling.found.principles, principles(telling.view), strict=True)
    yield from _listed("principles", (_principle(each, its, telling) for each, its in pairs), telling, numbered=True)


def _principle(each: PrincipleLine, its: PrincipleView, telling: Telling) -> Entry:
    reasons = (_labelled(label, words) for label, words in each.reasons)
    held = [_labelled(each.reservations_label.rstrip(":"), "; ".join(each.reservations))] if each.reservations else []
    consent = (Run(each.consent, notes=telling.notes.behind(its)),)
    return (Run(each.statement, strong=True),), (*reasons, consent, *held)


def _labelled(label: str, words: str) -> Runs:
    return Run(f"{label}:", strong=True), Run(f" {words}")


def _scope(telling: Telling) -> Blocks:
    yield _heading("scope", telling)
    yield Paragraph(line(telling.found.scope)) if telling.found.scope else _none("scope", telling)


def _boundaries(telling: Telling) -> Blocks:
    yield _heading("boundaries", telling)
    yield from _listed("boundaries", ((line(each.text), ()) for each in telling.found.boundaries), telling)


def _insights(telling: Telling) -> Blocks:
    yield _heading("insights", telling)
    yield from (Paragraph(line(each.text), "quote") for each in telling.found.insights)
    if not telling.found.insights:
        yield _none("insights", telling)


def _follow_ups(telling: Telling) -> Blocks:
    yield _heading("follow_ups", telling)
    if telling.found.unowned:
        yield Paragraph((Run(telling.found.unowned, strong=True),))
    yield from _listed("follow_ups", map(_follow_up, telling.found.follow_ups), telling)


def _follow_up(each: FollowUpLine) -> Entry:
    return (Run(each.owner, strong=True), Run(f", {each.by}: {each.text}")), tuple(map(line, each.steps))


def _points(telling: Telling) -> Blocks:
    if telling.found.has_points:
        yield _heading("points", telling)
        yield from _listed("points", map(_point, telling.found.points), telling)


def _point(each: PointLine) -> Entry:
    dots = f" ({each.dots})" if each.dots else ""
    return _labelled(each.kind, f"{each.text}{dots}"), (line(each.merged),) if each.merged else ()


def _statements(telling: Telling) -> Blocks:
    if not telling.found.statements:
        return
    yield Heading(1, say("report.statements", telling.language), "statements")
    for each in telling.found.statements:
        yield from _statement(each, telling)
    yield _figures(telling)


def _statement(each: StatementLine, telling: Telling) -> Blocks:
    its = next(s for s in outcomes.shown(telling.view) if s.number == each.number)
    said = (each.sentence, _sentence(each.moved), _sentence(each.outcome), _sentence(each.ours))
    yield Heading(2, f"{each.number}. {plain(telling.language, each.text)}", f"statement-{each.number}")
    words = " ".join(words for words in said if words)
    yield Paragraph((Run(words, notes=telling.notes.about((its,))),))
    if each.note:
        yield Paragraph(line(each.note), "quote")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _figures(telling: Telling) -> Grid:
    """Everything the map shows: a row for every revealed round."""
    language = telling.language
    head = (
        say("general.picture.statement", language),
        *(say(f"general.position.{name}", language).capitalize() for name in POSITIONS),
        say("general.picture.verdict", language),
    )
    rows = (
        (
            f"{row.number}. {row.name.striptags()}",
            *(("–",) * len(POSITIONS) if row.counts is None else map(str, row.counts)),
            ". ".join(words for words in (row.verdict, row.group_says, row.moved) if words),
        )
        for row in outcomes.table(telling.view, language)
    )
    return Grid(say("paper.figures", language), head, tuple(rows))


def _choices(telling: Telling) -> Blocks:
    yield _heading("choices", telling)
    yield from (block for each in telling.found.choices for block in _choice(each, telling))
    if not telling.found.choices:
        yield _none("choices", telling)


def _choice(each: ChoiceLine, telling: Telling) -> Blocks:
    language = telling.language
    yield Heading(2, plain(language, each.name))
    yield Paragraph(line(plain(language, each.text)))
    if each.otherwise:
        yield Paragraph(line(_sentence(each.otherwise)))
    else:
        how = "divided" if each.divided else "chosen"
        head = say("paper.answer", language), say(f"paper.choices.n_{how}", language)
        rows = tuple((plain(language, text), str(n)) for text, n in each.options)
        yield Grid(say(f"paper.choices.{how}", language), head, rows)


def _parked(telling: Telling) -> Blocks:
    if telling.found.parked:
        yield _heading("parked", telling)
        yield from _listed("parked", (_parked_one(each, telling) for each in telling.found.parked), telling)


def _parked_one(each: ParkedLine, telling: Telling) -> Entry:
    return _labelled(each.kind, each.text or plain(telling.language, each.wording)), ()


def _closing(telling: Telling) -> Blocks:
    found = telling.found
    if found.rating:
        yield _heading("rating", telling)
        yield Paragraph(line(f"{found.rating} {', '.join(found.ratings)}."))
    yield Heading(1, say("report.next", telling.language), "next")
    yield Paragraph(line(plain(telling.language, found.closing)))


def _annex(telling: Telling) -> Blocks:
    yield from annex(telling.view, telling.found, telling.language)


def _heading(area: str, telling: Telling) -> Heading:
    return Heading(1, say(f"report.{area}.title", telling.language), area.replace("_", "-"))


def _listed(area: str, entries: Iterable[Entry], telling: Telling, *, numbered: bool = False) -> Blocks:
    """A list, or the sentence that says there is nothing."""
    there = tuple(entries)
    yield Entries(there, numbered) if there else _none(area, telling)


def _none(area: str, telling: Telling) -> Paragraph:
    return Paragraph(line(say(f"report.{area}.none", telling.language)), "gap")


PARTS: tuple[Callable[[Telling], Blocks], ...] = (
    _opening,
    _principles,
    _scope,
    _boundaries,
    _insights,
    _follow_ups,
    _points,
    _statements,
    _choices,
    _parked,
    _closing,
    _annex,
)
