# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Annexes A, C and D: how it came about and what the figures cannot say, what was parked, words and versions."""

from collections.abc import Iterator

from leerlandschap.core.landscape.outcome import ParkedOutcome, WorkshopOutcome
from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import SectionId
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens import outcomes
from leerlandschap.screens.policy.sections.told import held, joined, shown, when
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.screens.rendering import plain
from leerlandschap.screens.summary_words import lines_drawn
from leerlandschap.text import date, say
from leerlandschap.views.as_closed import as_closed
from leerlandschap.views.landscape_shapes import LandscapeView

METHOD, PARKED, TERMS = SectionId.ANNEX_METHOD, SectionId.ANNEX_PARKED, SectionId.ANNEX_TERMS
POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree", "no_opinion")
LIMITS = (
    "policy.method.who",
    "paper.annex.one_person",
    "paper.annex.talk",
    "policy.method.one_by_one",
    "paper.annex.words",
)
NOTHING = "–"


def annex_method(view: LandscapeView) -> Iterator[Generated]:
    """Every workshop with its figures; the lines that were drawn; and what the figures cannot say."""
    for outcome in view.outcomes:
        evidence = (_of(outcome),)
        yield Generated(f"{METHOD}-how-{outcome.workshop}", evidence, _how(outcome, view))
        rows = tuple(_figures(outcome, view))
        if rows:
            yield Generated(
                f"{METHOD}-figures-{outcome.workshop}", evidence, _caption(outcome, view), _head(view), rows
            )
    for lines, drawn in _thresholds(view).items():
        said = " ".join([say("report.thresholds.title", view.language) + ".", *lines_drawn(lines, view.language)])
        yield Generated(f"{METHOD}-thresholds-{drawn[0].workshop}", tuple(_of(each) for each in drawn), said)
    if view.outcomes:
        said = " ".join(say(key, view.language) for key in LIMITS)
        yield Generated(f"{METHOD}-limits", tuple(_of(each) for each in view.outcomes), said)


def _of(outcome: WorkshopOutcome) -> Evidence:
    return Evidence("workshop", workshop=outcome.workshop)


def _how(outcome: WorkshopOutcome, view: LandscapeView) -> str:
    """Only what happened: a part of the card that was not played is not told of."""
    language, there = view.language, list(shown(outcome))
    again = sum(len(each.outcomes) > 1 for each in there)
    own_word = sum(outcomes.is_overruled(each) for each in there)
    return joined(
        held(outcome, language),
        say("paper.annex.card", language, card=plain(language, outcome.playbook)),
        say("paper.annex.silence", language) if there else "",
        say("paper.annex.again", language, n=again) if again else "",
        say("policy.method.own_word", language, n=own_word) if own_word else "",
        say("paper.annex.consent", language) if any(p.consent for p in outcome.principles) else "",
    )


def _caption(outcome: WorkshopOutcome, view: LandscapeView) -> str:
    return say("policy.method.figures", view.language, when=when(outcome, view.language))


def _head(view: LandscapeView) -> tuple[str, ...]:
    language = view.language
    scale = (say(f"general.position.{name}", language).capitalize() for name in POSITIONS)
    return (say("general.picture.statement", language), *scale, say("general.picture.verdict", language))


def _figures(outcome: WorkshopOutcome, view: LandscapeView) -> Iterator[tuple[str, ...]]:
    """A row for every revealed round."""
    for row in outcomes.table(as_closed(outcome, view.landscape, view.organisation), view.language):
        counts = (NOTHING,) * len(POSITIONS) if row.counts is None else tuple(map(str, row.counts))
        verdict = ". ".join(words for words in (row.verdict, row.group_says, row.moved) if words)
        yield (f"{row.number}. {row.name.striptags()}", *counts, verdict)


def _thresholds(view: LandscapeView) -> dict[Thresholds, list[WorkshopOutcome]]:
    """The workshops by the lines they were measured with."""
    drawn: dict[Thresholds, list[WorkshopOutcome]] = {}
    for each in view.outcomes:
        drawn.setdefault(each.thresholds, []).append(each)
    return drawn


def annex_parked(view: LandscapeView) -> Iterator[Generated]:
    """What each workshop parked, and the points that nobody took up."""
    for outcome in view.outcomes:
        its = outcome.workshop
        parked = [(_parked(p, view), (Evidence("parked", str(at), its),)) for at, p in enumerate(outcome.parked)]
        points = [
            ((p.text, say(f"report.points.{p.kind.value}", view.language)), (Evidence("point", p.id, its),))
            for p in outcome.points
        ]
        left = [*parked, *points]
        if left:
            yield Generated(
                f"{PARKED}-{its}",
                text=say("policy.parked", view.language, when=when(outcome, view.language)),
                head=tuple(say(f"policy.table.{each}", view.language) for each in ("what", "kind")),
                rows=tuple(row for row, _ in left),
                sources=tuple(source for _, source in left),
            )


def _parked(each: ParkedOutcome, view: LandscapeView) -> tuple[str, str]:
    return each.text or plain(view.language, each.wording), say(f"report.parked.{each.kind}", view.language)


def annex_terms(view: LandscapeView) -> Iterator[Generated]:
    """The words of the policy, from our outline; and its versions, once there is one."""
    language = view.language
    terms = sorted((plain(language, t.word), plain(language, t.meaning)) for t in outline().terms)
    head = tuple(say(f"policy.table.{each}", language) for each in ("term", "meaning"))
    yield Generated(
        f"{TERMS}-terms", (Evidence("outline", "terms"),), say("policy.terms", language), head, tuple(terms)
    )
    adopted = [place for place, step in enumerate(view.route) if step.kind == "adopted"]
    if adopted:
        yield Generated(
            f"{TERMS}-versions",
            text=say("policy.versions.all", language),
            head=tuple(say(f"policy.table.{each}", language) for each in ("version", "day", "by", "until")),
            rows=tuple(_version(place, view) for place in adopted),
            sources=tuple((Evidence("step", str(place)),) for place in adopted),
        )


def _version(place: int, view: LandscapeView) -> tuple[str, ...]:
    step, language = view.route[place], view.language
    edition = next((e for e in view.editions if e.version == step.version), None)
    until = date(edition.valid_until, language) if edition and edition.valid_until else NOTHING
    return str(step.version), date(step.on or step.at.date(), language), step.to or NOTHING, until
