# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The policy as it stands on paper: the one under way, and an edition in the words in which it was adopted."""

import datetime
from collections.abc import Iterator, Sequence

from leerlandschap.core.landscape.edition import Edition, EditionNote, EditionPassage, EditionSection
from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import Language, SectionId
from leerlandschap.documents.paper import (
    Block,
    Entries,
    Grid,
    Heading,
    NewPage,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    line,
)
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.paper_picture import landscape_on_paper
from leerlandschap.screens.policy import policy_of
from leerlandschap.screens.policy.edition import worded
from leerlandschap.screens.policy.sections.told import when
from leerlandschap.screens.rendering import plain
from leerlandschap.text import date, say
from leerlandschap.views.as_closed import as_closed
from leerlandschap.views.landscape_shapes import LandscapeView, Stage

Blocks = Iterator[Block]

WITH_THE_MAP = SectionId.WHERE_WE_STAND


def policy_paper(view: LandscapeView, base_url: str = "") -> Paper:
    """The policy as it is now, in its own language. With ``base_url``, the address of the house, notes have theirs."""
    policy, language = policy_of(view), view.language
    sections, notes = worded(policy)
    day = date(view.today, language)
    return Paper(
        title=policy.title,
        language=language,
        blocks=tuple(_blocks(sections, view.outcomes, view, language)),
        notes=_notes(notes, base_url),
        notes_title=say("paper.notes", language),
        subtitle=plain(language, outline().subtitle),
        facts=(
            policy.organisation,
            _status(view),
            say("policy.paper.as_of", language, day=day),
            say("policy.paper.filled", language, filled=policy.filled, of=policy.of),
        ),
        organisation=policy.organisation,
        made_at=_midnight(view.today),
    )


def edition_paper(view: LandscapeView, version: int, base_url: str = "") -> Paper:
    """A version in the words in which it was adopted. Raises LookupError for one that never was."""
    edition = next((each for each in view.editions if each.version == version), None)
    if edition is None:
        raise LookupError(f"no version {version}")
    before = tuple(each for each in view.outcomes if each.closed_at.date() <= edition.on)
    return Paper(
        title=plain(edition.language, outline().title),
        language=edition.language,
        blocks=tuple(_blocks(edition.sections, before, view, edition.language)),
        notes=_notes(edition.notes, base_url),
        notes_title=say("paper.notes", edition.language),
        subtitle=plain(edition.language, outline().subtitle),
        facts=(edition.organisation, *_in_force(edition)),
        organisation=edition.organisation,
        made_at=_midnight(edition.on),
    )


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _status(view: LandscapeView) -> str:
    """How far it is on its way; a text after an adopted version says which one is in force."""
    if view.stage is Stage.ADOPTED and view.editions:
        last = view.editions[-1]
        day = date(last.on, view.language)
        return say("landscape.policy.in_force", view.language, version=last.version, day=day)
    return say(f"landscape.stage.{view.stage.value}", view.language)


def _in_force(edition: Edition) -> Iterator[str]:
    """The version, by whom and when, and until when."""
    language, day = edition.language, date(edition.on, edition.language)
    yield say("policy.step.adopted_to", language, day=day, version=edition.version, to=edition.adopted_by)
    if edition.valid_until:
        yield say("policy.step.valid_until", language, day=date(edition.valid_until, language))
    if edition.review_on:
        yield say("policy.review", language, day=date(edition.review_on, language))
    if edition.without_consent:
        yield say("policy.step.remark.adopted", language, text=edition.without_consent)


def _notes(notes: Sequence[EditionNote], base_url: str) -> tuple[Note, ...]:
    return tuple(Note(each.number, each.text, f"{base_url}{each.place}" if base_url else "") for each in notes)


def _blocks(
    sections: Sequence[EditionSection], outcomes: Sequence[WorkshopOutcome], view: LandscapeView, language: Language
) -> Blocks:
    for section in sections:
        yield from _heading(section, language)
        if section.id is WITH_THE_MAP:
            yield from _map(outcomes, view, language)
        for passage in section.passages:
            yield from _passage(passage, language)
        if not section.passages:
            yield from _gap(section, language)


def _heading(section: EditionSection, language: Language) -> Blocks:
    """An annex begins on a page of its own."""
    if section.number.isalpha():
        yield NewPage()
        said = say("policy.paper.annex", language, letter=section.number, title=section.title)
        yield Heading(1, said, section.id.value)
    else:
        yield Heading(1, f"{section.number}. {section.title}", section.id.value)


def _map(outcomes: Sequence[WorkshopOutcome], view: LandscapeView, language: Language) -> Blocks:
    """Of the last workshop that has one; its figures stand in annex A."""
    for outcome in reversed(outcomes):
        drawn = landscape_on_paper(as_closed(outcome, view.landscape, view.organisation), language)
        if drawn:
            caption = say("policy.paper.map", language, when=when(outcome, language))
            yield Picture(drawn.svg, drawn.words, caption)
            yield Paragraph(line(" ".join((*drawn.legend, say("policy.paper.in_figures", language)))), "small")
            return


def _passage(passage: EditionPassage, language: Language) -> Blocks:
    if passage.head:
        yield from _table(passage, language)
        return
    *first, last = passage.text.splitlines() or [""]
    yield from (Paragraph(line(each)) for each in first if each.strip())
    yield Paragraph((Run(last, notes=passage.notes),))


def _table(passage: EditionPassage, language: Language) -> Blocks:
    """Notes of rows stand behind the rows; then the column that says them is not needed."""
    if passage.row_notes:
        rows = tuple(row[:-1] for row in passage.rows)
        yield Grid(passage.text, passage.head[:-1], rows, passage.row_notes)
    else:
        yield Grid(passage.text, passage.head, passage.rows)
    if passage.notes:
        yield Paragraph((Run(say("policy.paper.rests_on", language), notes=passage.notes),), "small")


def _gap(section: EditionSection, language: Language) -> Blocks:
    """What is not there yet is said, with what would fill it."""
    if not section.gaps:
        yield Paragraph(line(say("policy.paper.nothing", language)), "gap")
        return
    yield Paragraph((Run(say("policy.paper.gap", language), strong=True),), "gap")
    yield Entries(tuple((line(each), ()) for each in section.gaps))
