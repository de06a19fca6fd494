# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands as anybody might send them: about what is there, and sometimes about what is not."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from leerlandschap.core.vocabulary import Consent, Language, OptionId, PointKind, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Pacing, StepId
from leerlandschap.core.workshop.state import Workshop
from tests.cast import NINE, NOWHERE

Some = st.SearchStrategy[Any]

WORDS = st.sampled_from(["Leren is werk.", "Tijd", " ", "é" * 33, "x" * 401, "Wie beslist?", "\u0000\n'\"<b>"])
MAYBE_WORDS = st.none() | WORDS
NUMBER = st.integers(-1, 7)
DAY = st.none() | st.sampled_from([NINE.date(), NINE.date().replace(year=2025), NINE.date().replace(year=2027)])


def one_of(known: Iterable[str]) -> Some:
    """Something that is there, or something that is not."""
    return st.sampled_from([*known, NOWHERE])


def in_order(known: Mapping[Any, Any]) -> list[Any]:
    """By number: ids are other ones each time."""
    return sorted(known, key=lambda each: known[each].number)


def few(each: Some) -> Some:
    return st.lists(each, max_size=3).map(tuple)


def answers(state: Workshop) -> Some:
    """Answers to the thinking questions, that fit more often than not."""
    question = st.sampled_from(state.playbook.questions)
    return question.flatmap(
        lambda q: st.builds(c.AnswerQuestion, st.just(q.id), choices([o.id for o in q.options], q.most), MAYBE_WORDS)
    )


def choices(options: list[OptionId], most: int) -> Some:
    one = one_of(options)
    points = st.dictionaries(one, NUMBER, max_size=3) | st.sampled_from(options).map(lambda o: {o: most})
    return one | few(one) | points


def commands(state: Workshop) -> dict[type[c.Asking], Some]:
    """For every command one way to think of it, in this state."""
    statement = one_of(s.id for s in state.playbook.statements)
    point = one_of(in_order(state.points))
    principle = one_of(in_order(state.principles))
    parked = st.one_of(statement, point, principle)
    build = st.builds
    step = st.sampled_from(StepId)
    return {
        c.SetUp: build(c.SetUp, MAYBE_WORDS, MAYBE_WORDS, MAYBE_WORDS, st.none() | st.sampled_from(Language),
                       st.none() | st.sampled_from(Pacing), st.none() | NUMBER),
        c.EditStatement: build(c.EditStatement, WORDS, WORDS, st.none() | statement),
        c.DropStatement: build(c.DropStatement, statement),
        c.EditText: build(c.EditText, st.sampled_from(["title", "questions.0.options.2.text", "steps.9", ""]), WORDS),
        c.SetMinutes: build(c.SetMinutes, step, st.floats(-1, 300)),
        c.GoTo: build(c.GoTo, step),
        c.AddMinute: build(c.AddMinute),
        c.Pause: build(c.Pause),
        c.Resume: build(c.Resume),
        c.OpenStatements: build(c.OpenStatements, few(statement)),
        c.TakeStance: build(c.TakeStance, statement, st.none() | NUMBER, MAYBE_WORDS),
        c.CountHands: build(c.CountHands, statement, st.lists(NUMBER, min_size=4, max_size=5).map(tuple), NUMBER),
        c.Ready: build(c.Ready),
        c.RevealStatements: build(c.RevealStatements),
        c.PutStatement: build(c.PutStatement, statement),
        c.AskAgain: build(c.AskAgain, statement),
        c.WriteNote: build(c.WriteNote, statement, WORDS),
        c.OverruleVerdict: build(c.OverruleVerdict, statement, st.none() | st.sampled_from(Zone)),
        c.ShareInsight: build(c.ShareInsight, WORDS),
        c.RaisePoint: build(c.RaisePoint, st.sampled_from(PointKind), WORDS, few(statement)),
        c.MergePoints: build(c.MergePoints, few(point), MAYBE_WORDS),
        c.Park: build(c.Park, st.none() | parked, MAYBE_WORDS),
        c.Unpark: build(c.Unpark, parked),
        c.OpenDots: build(c.OpenDots),
        c.SpendDots: build(c.SpendDots, st.dictionaries(point, st.integers(0, 2), max_size=2)),
        c.RevealDots: build(c.RevealDots),
        c.AgreeFollowUp: build(c.AgreeFollowUp, point, WORDS, MAYBE_WORDS, DAY, MAYBE_WORDS, MAYBE_WORDS),
        c.AnswerQuestion: answers(state),
        c.RevealAnswers: build(c.RevealAnswers),
        c.DraftPrinciple: build(c.DraftPrinciple, WORDS, MAYBE_WORDS),
        c.EditPrinciple: build(c.EditPrinciple, principle, WORDS, MAYBE_WORDS),
        c.AskConsent: build(c.AskConsent, few(principle)),
        c.GiveConsent: build(c.GiveConsent, principle, st.sampled_from(Consent), MAYBE_WORDS),
        c.RevealConsent: build(c.RevealConsent, few(principle)),
        c.KeepPrinciple: build(c.KeepPrinciple, principle),
        c.SetScope: build(c.SetScope, WORDS),
        c.SetBoundary: build(c.SetBoundary, WORDS, st.none() | one_of(b for b, _ in state.boundaries)),
        c.RateWorkshop: build(c.RateWorkshop, NUMBER),
        c.Close: build(c.Close),
        c.Reopen: build(c.Reopen),
        c.Join: build(c.Join),
    }  # fmt: skip
