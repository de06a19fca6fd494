# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop as it closed, with what it agreed: principles, follow-ups, points, boundaries and what was parked.

They went on living in the landscape; this is how the group left them. Only the names of owners are those of today.
"""

from msgspec.structs import replace

from leerlandschap.core.landscape.outcome import (
    FollowUpOutcome,
    ParkedOutcome,
    PointOutcome,
    PrincipleOutcome,
    WorkshopOutcome,
)
from leerlandschap.views.as_closed import as_closed
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import (
    BoundaryView,
    ConsentFigures,
    FollowUpView,
    ParkedView,
    PointView,
    PrincipleView,
    WorkshopView,
)


def as_agreed(outcome: WorkshopOutcome, view: LandscapeView) -> WorkshopView:
    """Everything that its own summary showed, from the copy that the landscape keeps."""
    points = (*(_taken_up(each) for each in outcome.follow_ups), *(_left(each) for each in outcome.points))
    return replace(
        as_closed(outcome, view.landscape, view.organisation),
        principles=tuple(_principle(number, each) for number, each in enumerate(outcome.principles, 1)),
        follow_ups=tuple(_follow_up(each, view) for each in outcome.follow_ups),
        points=points,
        points_raised=len(points),
        boundaries=tuple(BoundaryView(*each) for each in outcome.boundaries),
        parked=tuple(_parked(str(place), each) for place, each in enumerate(outcome.parked)),
    )


def _principle(number: int, each: PrincipleOutcome) -> PrincipleView:
    *earlier, last = each.wordings
    return PrincipleView(
        id=each.id,
        number=number,
        statement=last.statement,
        because=last.because,
        means=last.means,
        except_=last.except_,
        status="kept" if each.kept else "revealed" if each.consent else "draft",
        parked=False,
        answers=sum(each.consent) if each.consent else 0,
        too_few=False,
        consent=ConsentFigures(*each.consent) if each.consent else None,
        reservations=each.reservations,
        earlier=tuple(words.statement for words in earlier),
    )


def _follow_up(each: FollowUpOutcome, view: LandscapeView) -> FollowUpView:
    known = view.follow_up(each.point)
    return FollowUpView(
        point=each.point,
        kind=each.kind,
        text=each.text,
        owner=known.owner if known and each.owner else None,
        due_on=each.due_on,
        first_step=each.first_step,
        done_when=each.done_when,
        statements=each.statements,
    )


def _taken_up(each: FollowUpOutcome) -> PointView:
    return PointView(
        each.point, 0, each.kind, each.about or each.text, each.statements, each.sources, None, False, True
    )


def _left(each: PointOutcome) -> PointView:
    return PointView(each.id, 0, each.kind, each.text, (), (), each.dots, False, False)


def _parked(what: str, each: ParkedOutcome) -> ParkedView:
    return ParkedView(what, each.kind, each.text, each.wording)
