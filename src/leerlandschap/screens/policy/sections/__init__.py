# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each section says by itself, from evidence alone: one file a group of sections, one function a section."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from leerlandschap.core.vocabulary import SectionId
from leerlandschap.screens.policy.sections import account, follow_ups, opening, rules, standing
from leerlandschap.screens.policy.shapes import Generated
from leerlandschap.views.landscape_shapes import LandscapeView

Writer = Callable[[LandscapeView], Iterator[Generated]]

# A section that is not in the table is for hands only: no workshop says what the organisation is heading for, who has
# which role (the owner of a follow-up has a task, no role) or what the law asks.
WRITERS: Mapping[SectionId, Writer] = MappingProxyType(
    {
        SectionId.ADOPTION: opening.adoption,
        SectionId.ON_ONE_PAGE: opening.on_one_page,
        SectionId.REASON_AND_SCOPE: opening.reason_and_scope,
        SectionId.WHERE_WE_STAND: standing.where_we_stand,
        SectionId.VIEW_OF_LEARNING: standing.view_of_learning,
        SectionId.PRINCIPLES: rules.principles,
        SectionId.BOUNDARIES: rules.boundaries,
        SectionId.TARGET_GROUPS: standing.target_groups,
        SectionId.FORMS_OF_LEARNING: standing.forms_of_learning,
        SectionId.TIME_AND_MONEY: rules.time_and_money,
        SectionId.FROM_NEED_TO_DECISION: standing.from_need_to_decision,
        SectionId.MONITORING: standing.monitoring,
        SectionId.ACTION_AGENDA: follow_ups.action_agenda,
        SectionId.ANNEX_METHOD: account.annex_method,
        SectionId.ANNEX_FINDINGS: follow_ups.annex_findings,
        SectionId.ANNEX_PARKED: account.annex_parked,
        SectionId.ANNEX_TERMS: account.annex_terms,
    }
)


def generated(view: LandscapeView, section: SectionId) -> Iterator[Generated]:
    """The passages of one section, in the language of the policy; none where nobody has said anything yet."""
    writer = WRITERS.get(section)
    if writer is not None:
        yield from writer(view)
