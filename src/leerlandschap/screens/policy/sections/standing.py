# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections 3 to 14 as far as workshops speak of them: where a group stood, what is unknown, and what was found."""

from collections.abc import Iterator

from leerlandschap.core.landscape.outcome import ChoiceOutcome, WorkshopOutcome
from leerlandschap.core.vocabulary import Language, SectionId
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.policy.sections.choices import choice_said, has_figures, is_of_the_card, newest_with
from leerlandschap.screens.policy.sections.feeds import fed_choices, fed_options, fed_statements
from leerlandschap.screens.policy.sections.follow_ups import still_to_do
from leerlandschap.screens.policy.sections.told import (
    about,
    each_team,
    joined,
    newest_first,
    shown,
    statement_said,
    when,
)
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.screens.rendering import plain
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import FindingLine, FollowUpLine, LandscapeView

HERE = SectionId.WHERE_WE_STAND
NOTHING = "–"


def where_we_stand(view: LandscapeView) -> Iterator[Generated]:
    """Every workshop, the newest first; then what nobody knows yet; then what was found."""
    for outcome in newest_first(view):
        yield from _one_workshop(outcome, view)
    for follow_up in still_to_do(view):
        yield Generated(
            f"{HERE}-open-{follow_up.id}", (Evidence("follow_up", follow_up.id),), _unknown(follow_up, view)
        )
    for finding in view.findings:
        behind = (Evidence("finding", finding.id), Evidence("follow_up", finding.follow_up))
        yield Generated(f"{HERE}-finding-{finding.id}", behind, _found(finding, view))


def _one_workshop(outcome: WorkshopOutcome, view: LandscapeView) -> Iterator[Generated]:
    """Its statements, questions of its own, and what the group said about itself."""
    its = outcome.workshop
    for each in shown(outcome):
        said = statement_said(each, outcome, view.language)
        yield Generated(f"{HERE}-statement-{its}-{each.id}", about(each, outcome), said)
    for choice in outcome.choices:
        homeless = not is_of_the_card(outcome) or HERE in outline().sections_of_question(choice.id)
        if homeless and has_figures(choice):
            evidence = Evidence("choice", choice.id, its)
            yield Generated(f"{HERE}-choice-{its}-{choice.id}", (evidence,), choice_said(choice, outcome, view))
    for place, text in enumerate(outcome.insights):
        said = say("policy.insight", view.language, when=when(outcome, view.language), text=text)
        yield Generated(f"{HERE}-insight-{its}-{place}", (Evidence("insight", str(place), its),), said)


def _unknown(each: FollowUpLine, view: LandscapeView) -> str:
    """What is to be found out, and the point it was agreed on."""
    about_point = each.about and each.about != each.text
    return joined(
        say("policy.unknown.find_out", view.language, text=each.text),
        say(f"policy.unknown.{each.kind.value}", view.language, text=each.about) if about_point else "",
    )


def _found(each: FindingLine, view: LandscapeView) -> str:
    day = date(each.at.date(), view.language)
    return say("policy.found", view.language, number=each.number, day=day, text=each.text)


def view_of_learning(view: LandscapeView) -> Iterator[Generated]:
    yield from fed_choices(view, SectionId.VIEW_OF_LEARNING)
    yield from fed_statements(view, SectionId.VIEW_OF_LEARNING)


def target_groups(view: LandscapeView) -> Iterator[Generated]:
    yield from fed_choices(view, SectionId.TARGET_GROUPS)
    yield from fed_statements(view, SectionId.TARGET_GROUPS)


def from_need_to_decision(view: LandscapeView) -> Iterator[Generated]:
    yield from fed_statements(view, SectionId.FROM_NEED_TO_DECISION)
    yield from fed_options(view, SectionId.FROM_NEED_TO_DECISION)


def monitoring(view: LandscapeView) -> Iterator[Generated]:
    """How each principle will be seen to hold is for hands: no workshop has said it."""
    yield from fed_statements(view, SectionId.MONITORING)


def forms_of_learning(view: LandscapeView) -> Iterator[Generated]:
    """What each team chose most, and how often every form was chosen."""
    section = SectionId.FORMS_OF_LEARNING
    yield from fed_choices(view, section)
    for question in outline().section(section).from_questions:
        for team, its in each_team(view):
            found = newest_with(question, its)
            if found is not None:
                yield _table_of_forms(f"{section}-table-{team}", *found, view)


def _table_of_forms(name: str, choice: ChoiceOutcome, outcome: WorkshopOutcome, view: LandscapeView) -> Generated:
    language = view.language
    return Generated(
        name,
        (Evidence("choice", choice.id, outcome.workshop),),
        say("policy.forms.all", language, when=when(outcome, language), n=choice.answers),
        tuple(say(f"policy.table.{each}", language) for each in ("form", "group", "chosen")),
        tuple(_grouped(choice, language)),
    )


def _grouped(choice: ChoiceOutcome, language: Language) -> Iterator[tuple[str, ...]]:
    """Form, group and number: by group, the most chosen first; a form of the workshop's own comes last."""
    groups = outline().form_groups
    place = {form: at for at, group in enumerate(groups) for form in group.forms}
    for each in sorted(choice.options, key=lambda o: (place.get(o.id, len(groups)), -(o.points or 0))):
        name = plain(language, groups[place[each.id]].name) if each.id in place else NOTHING
        yield plain(language, each.text), name, str(each.points or 0)
