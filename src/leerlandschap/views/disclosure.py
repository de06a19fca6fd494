# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only place that hides. Each function answers one question: may this be seen, and how much of it?

The rules (DESIGN: privacy by construction): nothing before it is revealed, for no role; nothing from fewer answers than
the floor of the workshop's terms; never who said what; movements between rounds only as totals, and only when enough
people moved through both; ratings only after closing. A sealed workshop kept only what these rules let through, and is
seen as it was.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from leerlandschap.core.measures import Pace, Tally
from leerlandschap.core.vocabulary import Consent, PointId, Role, StatementId
from leerlandschap.core.workshop.state import Answers, Discussion, Principle, Round, Workshop
from leerlandschap.views.landscape_shapes import LandscapeView, Stage


def enough(state: Workshop, answers: int) -> bool:
    """False below the floor: then whoever looks at the total could tell one person from it."""
    return answers >= state.terms.thresholds.floor


def revealed_rounds(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """The rounds of which anything may be seen; the one that is open never is."""
    return tuple(r for r in rounds if r.revealed)


def spread(state: Workshop, each: Round) -> Tally | None:
    """How the answers of a round fell; None while hidden or from too few answers.

    Hands are raised for all to see, so the phones beside them must be enough by themselves: otherwise whoever takes
    the hands off the total is left with the few.
    """
    if each.sealed is not None:
        return each.sealed.shown
    phones = each.tally.answers
    if not each.revealed or not enough(state, each.total.answers) or (phones and not enough(state, phones)):
        return None
    return each.total


def pairs(state: Workshop, before: Round, after: Round) -> tuple[tuple[int | None, int | None], ...] | None:
    """Positions in two revealed rounds of those who gave one in both, without saying whose; None from too few."""
    if not (before.revealed and after.revealed):
        return None
    both = tuple(
        (earlier.position, stance.position)
        for person, stance in after.stances.items()
        if (earlier := before.stances.get(person)) is not None
        and earlier.position is not None
        and stance.position is not None
    )
    return both if enough(state, len(both)) else None


def pace(state: Workshop, statement: StatementId, first: Round) -> Pace | None:
    """How fast a first round was answered by all together; None while hidden, or from too few people's times.

    What one person took is handed to nobody. A pace rests on revealed first rounds only.
    """
    found = state.paces.get(statement)
    return found if first.revealed and found is not None and enough(state, found.times) else None


def motivations(state: Workshop, discussion: Discussion, role: Role) -> tuple[str, ...]:
    """Reasons people wrote, for the facilitator to put into other words; sorted, so that no order tells who wrote."""
    if role is not Role.FACILITATOR:
        return ()
    if discussion.sealed is not None:
        return discussion.sealed.reasons
    shown = [r for r in revealed_rounds(discussion.rounds) if enough(state, len(r.stances))]
    return tuple(sorted({s.motivation for r in shown for s in r.stances.values() if s.motivation}))


def points_are_open(state: Workshop, role: Role) -> bool:
    """While everyone writes, only the facilitator (who merges) reads the points: what others write steers what one
    thinks of. Once the workshop has closed nobody writes, and what was agreed needs the point it was agreed on."""
    return role is Role.FACILITATOR or state.dots_open or state.dots_revealed or state.closed_at is not None


def dots(state: Workshop) -> Mapping[PointId, int] | None:
    """Dots per point; None while hidden or from too few people."""
    return state.dot_totals if state.dots_revealed and enough(state, state.dots_spent_by) else None


def answers(state: Workshop, people: int) -> bool:
    """Whether the spread of a thinking question's answers may be seen."""
    return state.answers_revealed and enough(state, people)


def fills(given: Answers, role: Role, seen: bool) -> tuple[str, ...]:
    """The few words people added to an answer, sorted; for the facilitator, who words the boundaries."""
    if role is not Role.FACILITATOR or not seen:
        return ()
    if given.sealed is not None:
        return given.sealed.fills
    return tuple(sorted({answer.fill for answer in given.by.values() if answer.fill}))


def consent(state: Workshop, principle: Principle) -> dict[Consent, int] | None:
    """How many could live with it; None while hidden or from too few answers."""
    if not principle.revealed or not enough(state, principle.answered):
        return None
    if principle.sealed is not None:
        return dict(zip(Consent, principle.sealed.consent or (), strict=True))
    counts = dict.fromkeys(Consent, 0)
    for given in principle.consents.values():
        counts[given.position] += 1
    return counts


def reservations(state: Workshop, principle: Principle) -> tuple[str, ...]:
    """What people hold against it or want noted, once the check is revealed, from enough answers; sorted, without
    who."""
    if not principle.revealed or not enough(state, principle.answered):
        return ()
    if principle.sealed is not None:
        return principle.sealed.reservations
    return tuple(sorted({g.reservation for g in principle.consents.values() if g.reservation}))


def ratings(state: Workshop) -> tuple[int, ...] | None:
    """How many gave 1, 2, 3, 4 and 5; only after closing, when no new one can be told from the difference."""
    if state.sealed is not None:
        return state.sealed.ratings
    if state.closed_at is None or not enough(state, len(state.ratings)):
        return None
    return tuple(sum(1 for r in state.ratings.values() if r == each) for each in range(1, 6))


def owners_part(view: LandscapeView, follow_up: str) -> LandscapeView:
    """What the owner of one follow-up needs: that follow-up, its findings, and the principles that stand, to say which
    are touched. Nothing of other follow-ups, of other owners, or of a policy that is still being written."""
    mine = tuple(f for f in view.follow_ups if f.id == follow_up)
    workshops = {f.workshop for f in mine}
    principles = (p for p in view.principles if p.stands)
    bare = (replace(p, wordings=(), sources=(), findings=(), open_findings=(), reason="") for p in principles)
    return replace(
        view,
        workshops=tuple(w for w in view.workshops if w.id in workshops),
        outcomes=(),
        follow_ups=mine,
        findings=tuple(f for f in view.findings if f.follow_up == follow_up),
        principles=tuple(bare),
        alike=(),
        scope="",
        scope_wordings=(),
        boundaries=(),
        passages=(),
        stage=Stage.CONCEPT,
        route=(),
        editions=(),
        review_on=None,
        review_due=False,
    )
