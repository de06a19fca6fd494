# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as Markdown: readable as it is, and ready to be pasted into a wiki or a policy."""

from collections.abc import Callable, Iterable, Iterator

from leerlandschap.core.vocabulary import Language
from leerlandschap.documents.escaping import escaped
from leerlandschap.screens.rendering import plain
from leerlandschap.screens.summary_shapes import FollowUpLine, PointLine, PrincipleLine, Summary
from leerlandschap.screens.summary_words import summary_of
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView

Lines = Iterator[str]


def report_markdown(view: WorkshopView, language: Language) -> str:
    """The report in one language; CommonMark, nothing of what people typed is structure."""
    found = summary_of(view, language)
    parts = (part(found, language) for part in PARTS)
    return "\n\n".join(line for part in parts for line in part if line) + "\n"


def _opening(found: Summary, language: Language) -> Lines:
    yield f"# {escaped(found.finding)}"
    yield escaped(found.second)
    where = (found.title, found.team, found.organisation, found.day)
    yield escaped(", ".join(each for each in where if each))
    yield " ".join(escaped(each) for each in (found.took_part, found.not_closed) if each)


def _statements(found: Summary, language: Language) -> Lines:
    if found.statements:
        yield f"## {say('report.statements', language)}"
    for each in found.statements:
        yield f"### {each.number}. {escaped(plain(language, each.text))}"
        said = (each.sentence, _sentence(each.quick), *map(_sentence, (each.moved, each.outcome, each.ours)))
        yield escaped(" ".join(words for words in said if words))
        if each.note:
            yield f"> {escaped(each.note)}"
        yield _under(f"- {say('knowing.title', language)}", map(escaped, each.known))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _insights(found: Summary, language: Language) -> Lines:
    yield from _listed("insights", (escaped(each.text) for each in found.insights), language)


def _principles(found: Summary, language: Language) -> Lines:
    yield from _listed("principles", (_principle(each) for each in found.principles), language)


def _principle(each: PrincipleLine) -> str:
    reasons = [f"{label}: {escaped(words)}" for label, words in each.reasons]
    held = [f"{each.reservations_label} {escaped('; '.join(each.reservations))}"] if each.reservations else []
    return _under(f"**{escaped(each.statement)}**", [*reasons, each.consent, *held])


def _scope(found: Summary, language: Language) -> Lines:
    yield f"## {say('report.scope.title', language)}"
    yield escaped(found.scope) or say("report.scope.none", language)


def _boundaries(found: Summary, language: Language) -> Lines:
    yield from _listed("boundaries", (escaped(each.text) for each in found.boundaries), language)


def _follow_ups(found: Summary, language: Language) -> Lines:
    yield from _listed("follow_ups", (_follow_up(each) for each in found.follow_ups), language)
    yield found.unowned


def _follow_up(each: FollowUpLine) -> str:
    return _under(f"**{escaped(each.owner)}**, {each.by}: {escaped(each.text)}", map(escaped, each.steps))


def _points(found: Summary, language: Language) -> Lines:
    if found.has_points:
        yield from _listed("points", (_point(each) for each in found.points), language)


def _point(each: PointLine) -> str:
    dots = f" ({each.dots})" if each.dots else ""
    return _under(f"{each.kind}: {escaped(each.text)}{dots}", [escaped(each.merged)] if each.merged else [])


def _choices(found: Summary, language: Language) -> Lines:
    lines = (
        f"**{escaped(plain(language, each.name))}**: "
        + (each.otherwise or ", ".join(f"{escaped(plain(language, text))} ({n})" for text, n in each.options))
        for each in found.choices
    )
    yield from _listed("choices", lines, language)


def _parked(found: Summary, language: Language) -> Lines:
    if found.parked:
        lines = (f"{each.kind}: {escaped(each.text or plain(language, each.wording))}" for each in found.parked)
        yield from _listed("parked", lines, language)


def _closing(found: Summary, language: Language) -> Lines:
    if found.rating:
        yield f"## {say('report.rating.title', language)}"
        yield f"{found.rating} {', '.join(found.ratings)}."
    yield f"## {say('report.next', language)}"
    yield escaped(plain(language, found.closing))
    yield f"## {say('report.thresholds.title', language)}"
    yield " ".join(escaped(each) for each in found.thresholds)


def _listed(area: str, lines: Iterable[str], language: Language) -> Lines:
    """A heading with a list under it, or with the sentence that says there is nothing."""
    yield f"## {say(f'report.{area}.title', language)}"
    yield "\n".join(f"- {line}" for line in lines) or say(f"report.{area}.none", language)


def _under(first: str, more: Iterable[str]) -> str:
    """One entry of a list with lines of its own."""
    return "\n".join([first, *(f"  - {line}" for line in more)])


PARTS: tuple[Callable[[Summary, Language], Lines], ...] = (
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
)
