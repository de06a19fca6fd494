# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compass: advice to the facilitator, by rules over what the facilitator may see.

One table, read from top to bottom; the first few that apply are shown. Each piece of advice names the rule, the figures
that are its reason, and where on the desk its evidence stands. None acts by itself. Field notes behind the rules: start
with the smallest group, ask for what the others do not know, never call coming closer the truth.
"""

from collections.abc import Callable, Iterator

from leerlandschap.core.measures import Kind
from leerlandschap.core.workshop.playbook import Moment, StepId
from leerlandschap.views.shapes import Advice, Outcome, StatementView, WorkshopView

MOST = 3  # pieces of advice at a time: more are not read
NEARLY_ALL = 0.9
MANY = 0.25  # a quarter of the answers
SHORT_OF_TIME = 4.0  # minutes left of the whole
CROWDED = 8  # points: about what a group can read in half a minute
TALKING = (Moment.REVEAL, Moment.DISCUSS, Moment.SHIFT)

Rule = Callable[[WorkshopView], Iterator[Advice]]


def advice(view: WorkshopView) -> tuple[Advice, ...]:
    """At most three pieces of advice, the most urgent first; empty when there is nothing to say."""
    found = [each for rule in RULES for each in rule(view)]
    return tuple(found[:MOST])


def short_of_time(view: WorkshopView) -> Iterator[Advice]:
    """Little is left of the whole and step 3 has not begun: park."""
    left = view.clock.whole - view.clock.used / 60
    if view.step in (StepId.STATEMENTS, StepId.FOLLOW_UPS) and view.clock.used and left <= SHORT_OF_TIME:
        yield Advice("short_of_time", "clock", {"minutes": max(0, round(left))})


def few_inside(view: WorkshopView) -> Iterator[Advice]:
    """Fewer people than the floor: anonymity is impossible, say so and talk."""
    floor = view.thresholds.floor
    if view.moment is Moment.VOTE and 0 < view.in_room < floor:
        yield Advice("few_inside", "vote", {"inside": view.in_room, "floor": floor})


def nearly_ready(view: WorkshopView) -> Iterator[Advice]:
    """Nine of ten are ready: waiting for the last costs everybody's time."""
    voting = view.moment in (Moment.VOTE, Moment.AGAIN)
    if voting and view.present >= view.thresholds.floor and view.ready >= NEARLY_ALL * view.present:
        yield Advice("nearly_ready", "vote", {"ready": view.ready, "present": view.present})


def hands_missing(view: WorkshopView) -> Iterator[Advice]:
    """More people were expected than there are phones: count their hands."""
    open_now = [s for s in view.statements if s.status == "open"]
    missing = (view.expected or 0) - view.in_room
    if view.moment is Moment.VOTE and missing > 0 and open_now and not any(s.hands for s in open_now):
        yield Advice("hands_missing", "vote", {"missing": missing})


def _talked_about(view: WorkshopView) -> Iterator[tuple[StatementView, Outcome]]:
    """The statement that is put to the group; at the reveal, all of them in the order of the suggestion."""
    if view.moment not in TALKING:
        return
    by_id = {s.id: s for s in view.statements}
    wanted = [by_id[line.statement] for line in view.order]
    for each in wanted if view.moment is Moment.REVEAL else (s for s in view.statements if s.current):
        if each.outcome is not None and each.outcome.answers:
            yield each, each.outcome


def everyone_agrees(view: WorkshopView) -> Iterator[Advice]:
    """Nearly all on one side: ask for one counter-argument and move on."""
    for each, outcome in _talked_about(view):
        side = max(outcome.agree or 0, outcome.disagree or 0)
        if outcome.kind in (Kind.CORE_AGREE, Kind.CORE_DISAGREE) and side >= NEARLY_ALL * (outcome.answers or 0):
            yield _on(each, "everyone_agrees", n=side, answers=outcome.answers or 0)
            return


def two_camps(view: WorkshopView) -> Iterator[Advice]:
    """Two camps: hear the smaller one first."""
    for each, outcome in _talked_about(view):
        if outcome.kind is Kind.POLARISED:
            disagree, agree = outcome.disagree or 0, outcome.agree or 0
            rule = "camps_equal" if disagree == agree else "camps_disagree" if disagree < agree else "camps_agree"
            yield _on(each, rule, disagree=disagree, agree=agree)
            return


def many_without_opinion(view: WorkshopView) -> Iterator[Advice]:
    """Many have no opinion: that is a point to find out."""
    for each, outcome in _talked_about(view):
        if (outcome.no_opinion or 0) >= max(2, MANY * (outcome.answers or 0)):
            yield _on(each, "no_opinion", n=outcome.no_opinion or 0, answers=outcome.answers or 0)
            return


def scattered(view: WorkshopView) -> Iterator[Advice]:
    """Answers on all places: people may read the words differently."""
    for each, outcome in _talked_about(view):
        if outcome.kind is Kind.SCATTERED and view.moment is not Moment.REVEAL:
            figures = {"disagree": outcome.disagree, "middle": outcome.middle, "agree": outcome.agree}
            yield _on(each, "scattered", **{name: n or 0 for name, n in figures.items()})


def undecided(view: WorkshopView) -> Iterator[Advice]:
    """Half chose no side: ask what it depends on."""
    for each, outcome in _talked_about(view):
        if outcome.kind is Kind.UNDECIDED and view.moment is not Moment.REVEAL:
            yield _on(each, "undecided", n=outcome.middle or 0, answers=outcome.answers or 0)


def what_talking_did(view: WorkshopView) -> Iterator[Advice]:
    """After a second round: ask what changed, or note that the talk did not change it."""
    for each, outcome in _talked_about(view):
        if view.moment is Moment.SHIFT and outcome.moved is not None:
            moved = outcome.moved.up + outcome.moved.down
            yield _on(each, "moved" if moved else "nobody_moved", n=moved, stayed=outcome.moved.stayed)


def crowded(view: WorkshopView) -> Iterator[Advice]:
    """Many points: merge what is the same aloud before dots are spent."""
    standing = sum(1 for p in view.points if not p.parked)
    if view.moment is Moment.POINTS and standing >= CROWDED:
        yield Advice("crowded", "points", {"n": standing})


def without_owner(view: WorkshopView) -> Iterator[Advice]:
    """Follow-ups that nobody has: ask now, or say aloud that they stay open."""
    unowned = [f for f in view.follow_ups if not f.owner]
    if unowned and view.moment in (Moment.AGREE, Moment.CLOSING):
        yield Advice("without_owner", f"agree-{unowned[0].point}", {"n": len(unowned)})


def objected(view: WorkshopView) -> Iterator[Advice]:
    """A principle with an objection: ask what would help, and word it anew or park it."""
    for each in view.principles:
        open_still = each.status == "revealed" and not each.parked
        if view.moment is Moment.CONSENT and open_still and each.consent and each.consent.object:
            yield Advice("objected", f"principle-{each.id}", {"number": each.number, "n": each.consent.object})
            return


def _on(statement: StatementView, rule: str, **facts: int) -> Advice:
    return Advice(rule, f"evidence-{statement.id}", {"statement": statement.number, **facts})


# The most urgent first. A new rule is a function here, a line in this table, and two texts in compass.toml.
RULES: tuple[Rule, ...] = (
    short_of_time,
    few_inside,
    nearly_ready,
    hands_missing,
    objected,
    without_owner,
    what_talking_did,
    two_camps,
    many_without_opinion,
    scattered,
    undecided,
    everyone_agrees,
    crowded,
)
