# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 3: thinking questions, principles and consent, scope and boundaries; and the closing rating."""

from immutables import Map
from msgspec.structs import replace

from leerlandschap.core.vocabulary import PrincipleId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.state import Answer, Answers, Given, Principle, Wordings, Workshop


def answered(state: Workshop, event: e.QuestionAnswered) -> Workshop:
    before = state.answers.get(event.question, Answers())
    points = before.points
    earlier = before.by.get(event.participant)
    for option, n in earlier.choice.items() if earlier else ():
        points = points.set(option, points[option] - n)
    for option, n in event.choice.items():
        points = points.set(option, points.get(option, 0) + n)
    answer = Answer(event.choice, event.fill)
    by = before.by.set(event.participant, answer) if event.choice else before.by.delete(event.participant)
    return replace(state, answers=state.answers.set(event.question, Answers(by, points)))


def drafted(state: Workshop, event: e.PrincipleDrafted, by: str) -> Workshop:
    words = Wordings(event.statement, event.because, event.means, event.except_)
    return _with(state, Principle(event.principle, len(state.principles) + 1, (words,), by))


def edited(state: Workshop, event: e.PrincipleEdited) -> Workshop:
    """Consent was given to other words, so it does not carry over."""
    before = state.principles[event.principle]
    words = Wordings(event.statement, event.because, event.means, event.except_)
    return _with(
        state,
        replace(before, wordings=(*before.wordings, words), consents=Map(), asked=False, revealed=False, kept=False),
    )


def _with(state: Workshop, principle: Principle) -> Workshop:
    return replace(state, principles=state.principles.set(principle.id, principle))


def _each(state: Workshop, principles: tuple[PrincipleId, ...], **parts: bool) -> Workshop:
    for each in principles:
        state = _with(state, replace(state.principles[each], **parts))
    return state


def consent_asked(state: Workshop, event: e.ConsentAsked) -> Workshop:
    return _each(state, event.principles, asked=True)


def consent_given(state: Workshop, event: e.ConsentGiven) -> Workshop:
    before = state.principles[event.principle]
    given = Given(event.position, event.reservation)
    return _with(state, replace(before, consents=before.consents.set(event.participant, given)))


def consent_revealed(state: Workshop, event: e.ConsentRevealed) -> Workshop:
    return _each(state, event.principles, revealed=True)


def kept(state: Workshop, event: e.PrincipleKept) -> Workshop:
    return _each(state, (event.principle,), kept=True, revealed=True)


def boundary_set(state: Workshop, event: e.BoundarySet) -> Workshop:
    if not event.text:
        return replace(state, boundaries=tuple(b for b in state.boundaries if b[0] != event.boundary))
    if any(b[0] == event.boundary for b in state.boundaries):
        changed = tuple((b[0], event.text) if b[0] == event.boundary else b for b in state.boundaries)
        return replace(state, boundaries=changed)
    return replace(state, boundaries=(*state.boundaries, (event.boundary, event.text)))


def rated(state: Workshop, event: e.WorkshopRated) -> Workshop:
    return replace(state, ratings=state.ratings.set(event.participant, event.rating))
