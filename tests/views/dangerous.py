# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workshops at the moments where something could leak: everybody has been heard, and nothing may show it yet.

Each moment makes its workshop of what every person said: a number, to be read as a position, an option, a point, a
consent or a rating, and a few words. Two lists of the same length give workshops that differ in nothing else.
"""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from msgspec import Struct

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import Consent, Language, OptionId, PointId, PointKind, PrincipleId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Pacing, QuestionKind, StepId
from tests.cast import AISHA, BRAM, CARD, PEOPLE, S1, S2, S3, S4, S5, Given, given, in_step, open_for_stances

ALL = (S1, S2, S3, S4, S5)
FIVE_AND_MORE = [1, 2, 4, 5, 5, 1, 3, 4, 2, 2, 5, 1]


class Heard(Struct, frozen=True):
    """What one person said."""

    number: int  # 0 to 5
    words: str


Everybody = Sequence[Heard]
Moment = Callable[[Everybody], Given]

heard = st.builds(Heard, st.integers(0, 5), st.sampled_from(["", "geen tijd", "wel geld", "wie weet"]))


@st.composite
def two_rooms(draw: st.DrawFn, fewest: int = 5, most: int = len(PEOPLE)) -> tuple[Everybody, Everybody]:
    """The same number of people, who said different things."""
    size = draw(st.integers(fewest, most))
    each = st.lists(heard, min_size=size, max_size=size)
    one = draw(each)
    return one, draw(each.filter(lambda other: other != one))


def position(each: Heard, turn: int = 0) -> int | None:
    """One of the five positions, or no opinion."""
    return (each.number + turn) % 6 or None


def took(everybody: Everybody, *statements: str, turn: int = 0) -> tuple[e.Event, ...]:
    return tuple(
        person.took(s, position(each, turn + at), each.words)
        for person, each in zip(PEOPLE, everybody, strict=False)
        for at, s in enumerate(ALL)
        if s in statements
    )


# ---- before the reveal


def statements_are_open(everybody: Everybody) -> Given:
    return given(*open_for_stances(), *took(everybody, *ALL))


def hands_are_counted(everybody: Everybody) -> Given:
    counted = Tally.of(position(each) for each in everybody)
    return statements_are_open(everybody).and_(*(e.HandsCounted(s, counted) for s in (S1, S4)))


def one_by_one(everybody: Everybody) -> Given:
    shown = [Heard(n, "al getoond") for n in FIVE_AND_MORE]
    return given(
        e.SetUpChanged("Leren", "Westerveen", "", Language.NL, Pacing.ONE_BY_ONE),
        *open_for_stances(S1), *took(shown, S1), e.StatementsRevealed((S1,)),
        e.StatementsOpened((S2,)), e.StatementPut(S2), *took(everybody, S2),
    )  # fmt: skip


def second_round_is_open(everybody: Everybody) -> Given:
    first = [Heard(n, "eerste ronde") for n in FIVE_AND_MORE]
    return given(
        *open_for_stances(), *took(first, *ALL), e.StatementsRevealed(ALL),
        e.StatementPut(S3), e.StatementsOpened((S3,)), *took(everybody, S3),
    )  # fmt: skip


def gone_on_without_revealing(everybody: Everybody) -> Given:
    return statements_are_open(everybody).and_(in_step(StepId.FOLLOW_UPS))


def closed_without_revealing(everybody: Everybody) -> Given:
    return all_at_once(everybody).and_(e.WorkshopClosed())


POINTS = tuple(PointId(each) for each in ("uren", "talent", "budget", "rooster"))


def dots_are_spent(everybody: Everybody) -> Given:
    raised = (AISHA.did(e.PointRaised(p, PointKind.UNCLEAR, f"Punt {p}")) for p in POINTS)
    spent = (
        e.DotsSpent(person.id, {POINTS[each.number % 4]: 2, POINTS[(each.number + 1) % 4]: 1})
        for person, each in zip(PEOPLE, everybody, strict=False)
    )
    return given(in_step(StepId.FOLLOW_UPS), *raised, e.DotsOpened(), *spent)


def points_are_merged_after_the_dots(everybody: Everybody) -> Given:
    return dots_are_spent(everybody).and_(e.PointsMerged(POINTS[1], (POINTS[0],), "Samen"), e.SetAside(POINTS[3]))


def answers_are_given(everybody: Everybody) -> Given:
    return given(in_step(StepId.PRINCIPLES)).and_(*answered(everybody))


def answered(everybody: Everybody) -> tuple[e.Event, ...]:
    return tuple(
        e.QuestionAnswered(person.id, question.id, choice(question.kind, [o.id for o in question.options], each.number),
                           each.words)
        for person, each in zip(PEOPLE, everybody, strict=False)
        for question in CARD.questions
    )  # fmt: skip


def choice(kind: QuestionKind, options: list[OptionId], number: int) -> dict[OptionId, int]:
    first, second = options[number % len(options)], options[(number + 1) % len(options)]
    match kind:
        case QuestionKind.ONE:
            return {first: 1}
        case QuestionKind.SOME:
            return {first: 1, second: 1}
        case QuestionKind.DIVIDE:
            return {first: 6} if number > 2 else {first: 4, second: 2}


LEARN, PAY = PrincipleId("learn"), PrincipleId("pay")


def consent_is_given(everybody: Everybody) -> Given:
    drafted = (BRAM.did(e.PrincipleDrafted(p, f"Zin over {p}.")) for p in (LEARN, PAY))
    given_ = (
        e.ConsentGiven(person.id, p, [*Consent][(each.number + turn) % 3], each.words)
        for person, each in zip(PEOPLE, everybody, strict=False)
        for turn, p in enumerate((LEARN, PAY))
    )
    return given(in_step(StepId.PRINCIPLES), *drafted, e.ConsentAsked((LEARN, PAY)), *given_)


def ratings_are_given(everybody: Everybody) -> Given:
    return given(in_step(StepId.CLOSING)).and_(*rated(everybody))


def rated(everybody: Everybody) -> tuple[e.Event, ...]:
    people = zip(PEOPLE, everybody, strict=False)
    return tuple(e.WorkshopRated(person.id, 1 + each.number % 5) for person, each in people)


def all_at_once(everybody: Everybody) -> Given:
    """Everything has been said and nothing has been shown."""
    here = statements_are_open(everybody)
    state = consent_is_given(everybody).state
    dots = dots_are_spent(everybody).state
    return here.and_(*answered(everybody)).also(
        principles=state.principles, points=dots.points, dots=dots.dots, dot_totals=dots.dot_totals, dots_open=True
    )


BEFORE: dict[str, Moment] = {
    each.__name__: each
    for each in (
        statements_are_open, hands_are_counted, one_by_one, second_round_is_open, gone_on_without_revealing,
        dots_are_spent, points_are_merged_after_the_dots, answers_are_given, consent_is_given, ratings_are_given,
        all_at_once, closed_without_revealing,
    )
}  # fmt: skip


# ---- after it


def statements_are_shown(everybody: Everybody) -> Given:
    return statements_are_open(everybody).and_(e.StatementsRevealed(ALL))


def shift_is_shown(everybody: Everybody) -> Given:
    second = (e.StatementsOpened((S3,)), *took(everybody, S3, turn=2), e.StatementsRevealed((S3,)))
    return statements_are_shown(everybody).and_(e.StatementPut(S3), *second)


def only_the_second_round(everybody: Everybody) -> Given:
    return second_round_is_open(everybody).and_(e.StatementsRevealed((S3,)))


def dots_are_shown(everybody: Everybody) -> Given:
    return points_are_merged_after_the_dots(everybody).and_(e.DotsRevealed())


def answers_are_shown(everybody: Everybody) -> Given:
    return answers_are_given(everybody).and_(e.AnswersRevealed())


def consent_is_shown(everybody: Everybody) -> Given:
    return consent_is_given(everybody).and_(e.ConsentRevealed((LEARN,)), e.PrincipleKept(PAY))


def ratings_are_shown(everybody: Everybody) -> Given:
    return ratings_are_given(everybody).and_(e.WorkshopClosed())


AFTER: dict[str, Moment] = {
    each.__name__: each
    for each in (
        statements_are_shown, shift_is_shown, only_the_second_round, dots_are_shown, answers_are_shown,
        consent_is_shown, ratings_are_shown,
    )
}  # fmt: skip

ALIKE = [Heard(1, "geen tijd")] * 12
DIVIDED = [Heard(1, "geen tijd"), Heard(4, "wel geld"), Heard(2, "")] * 4
CHEN_ASIDE = [*ALIKE[:2], Heard(5, "wie weet"), *ALIKE[3:]]  # one person, Chen, thinks otherwise
AISHA_ASIDE = [CHEN_ASIDE[2], *CHEN_ASIDE[1:2], CHEN_ASIDE[0], *CHEN_ASIDE[3:]]  # the same, but it is Aisha
