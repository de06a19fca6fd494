# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The annex of a report: how it came about, by which lines an outcome is called what it is, numbers, and limits."""

from collections.abc import Iterator

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.paper import Block, Entries, Heading, Paragraph, line
from leerlandschap.screens import outcomes
from leerlandschap.screens.rendering import plain
from leerlandschap.screens.summary_shapes import Summary
from leerlandschap.screens.summary_words import principles
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView

LIMITS = ("who", "one_person", "talk", "words")


def annex(view: WorkshopView, found: Summary, language: Language) -> Iterator[Block]:
    """Only what happened: a part of the card that was not played is not told of."""
    yield Heading(1, say("paper.annex.title", language), "annex")
    yield Heading(2, say("paper.annex.method", language))
    yield Paragraph(line(" ".join(_method(view, language))))
    yield Heading(2, say("report.thresholds.title", language))
    yield _bullets(found.thresholds)
    yield Heading(2, say("paper.annex.numbers", language))
    yield _bullets((*([found.took_part] if found.took_part else []), *_numbers(view, language)))
    yield Heading(2, say("paper.annex.limits", language))
    yield _bullets(say(f"paper.annex.{key}", language) for key in LIMITS)


def _bullets(texts: Iterator[str] | tuple[str, ...]) -> Entries:
    return Entries(tuple((line(text), ()) for text in texts))


def _method(view: WorkshopView, language: Language) -> Iterator[str]:
    shown = outcomes.shown(view)
    again = sum(len(s.outcomes) > 1 for s in shown)
    own_word = sum(outcomes.is_overruled(s) for s in shown)
    yield say("paper.annex.card", language, card=plain(language, view.playbook_title))
    if shown:
        yield say("paper.annex.silence", language)
    if view.in_room > view.present:
        yield say("paper.annex.hands", language)
    if again:
        yield say("paper.annex.again", language, n=again)
    if own_word:
        yield say("paper.annex.own_word", language, n=own_word)
    if view.dots_revealed:
        yield say("paper.annex.dots", language)
    if any(p.status in ("revealed", "kept") for p in view.principles):
        yield say("paper.annex.consent", language)


def _numbers(view: WorkshopView, language: Language) -> Iterator[str]:
    standing = principles(view)
    counts = {
        "statements": len(outcomes.shown(view)),
        "points": view.points_raised,
        "follow_ups": len(view.follow_ups),
        "principles": len(standing),
        "kept": sum(p.status == "kept" for p in standing),
    }
    yield _count("statements", counts["statements"], language)
    yield from _answers(view, language)
    yield from (_count(name, n, language) for name, n in counts.items() if name != "statements")


def _count(name: str, n: int, language: Language) -> str:
    return say(f"paper.annex.count.{name}", language, n=n)


def _answers(view: WorkshopView, language: Language) -> Iterator[str]:
    """From how many answers the outcomes come, where that may be shown."""
    known = [s.outcome.answers for s in outcomes.shown(view) if s.outcome and s.outcome.answers is not None]
    if known:
        least, most = min(known), max(known)
        yield say(f"paper.annex.count.answers{'_same' if least == most else ''}", language, least=least, most=most)
