# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 3: thinking questions, principles, consent, scope, boundaries; and the closing rating."""

from leerlandschap.core.vocabulary import (
    BoundaryId,
    Consent,
    OptionId,
    ParticipantId,
    PrincipleId,
    Refusal,
    Refused,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import NOTHING_NEW, Ask, Decision, trimmed, trimmed_each
from leerlandschap.core.workshop.playbook import Question, QuestionKind
from leerlandschap.core.workshop.state import Answer, Answers, Given, Wordings, Workshop


def answer(state: Workshop, command: c.AnswerQuestion, ask: Ask) -> Decision:
    question = next((q for q in state.playbook.questions if q.id == command.question), None)
    if question is None:
        return Refused(Refusal.UNKNOWN_QUESTION, "question")
    if state.answers_revealed:
        return Refused(Refusal.TOO_LATE, "question")
    choice = _chosen(question, command)
    fill = trimmed(command.fill, state.terms.limits.fill, "fill", needed=False)
    if isinstance(choice, Refused):
        return choice
    if isinstance(fill, Refused):
        return fill
    participant = ParticipantId(ask.by)
    before = state.answers.get(question.id, Answers()).by.get(participant)
    same = before == Answer(choice, fill) or (before is None and not choice)
    return NOTHING_NEW if same else (e.QuestionAnswered(participant, question.id, choice, fill),)


def _chosen(question: Question, command: c.AnswerQuestion) -> dict[OptionId, int] | Refused:
    """The choice as points per option, whichever way the question is answered."""
    choice = command.choice
    match question.kind:
        case QuestionKind.ONE if isinstance(choice, str):
            points = {choice: 1}
        case QuestionKind.SOME if not isinstance(choice, dict):
            points = dict.fromkeys((OptionId(choice),) if isinstance(choice, str) else choice, 1)
        case QuestionKind.DIVIDE if isinstance(choice, dict):
            points = {option: n for option, n in choice.items() if n}
        case _:
            return Refused(Refusal.CHOICE_NOT_VALID, "choice")
    if any(option not in {o.id for o in question.options} for option in points):
        return Refused(Refusal.UNKNOWN_OPTION, "choice")
    return points if _adds_up(question, points) else _does_not_add_up(question)


def _adds_up(question: Question, points: dict[OptionId, int]) -> bool:
    total = sum(points.values())
    if question.kind is QuestionKind.DIVIDE:
        return total == question.most and min(points.values(), default=0) > 0
    if question.kind is QuestionKind.SOME:  # none: the answer is taken back
        return total <= question.most
    return total == 1


def _does_not_add_up(question: Question) -> Refused:
    divided = question.kind is QuestionKind.DIVIDE
    return Refused(Refusal.POINTS_NOT_DIVIDED if divided else Refusal.TOO_MANY, "choice", {"most": question.most})


def reveal_answers(state: Workshop) -> Decision:
    return NOTHING_NEW if state.answers_revealed else (e.AnswersRevealed(),)


def _worded(state: Workshop, command: c.DraftPrinciple | c.EditPrinciple) -> Wordings | Refused:
    most = state.terms.limits.sentence
    words = trimmed_each(
        statement=(command.statement, most, True),
        because=(command.because, most, False),
        means=(command.means, most, False),
        except_=(command.except_, most, False),
    )
    return words if isinstance(words, Refused) else Wordings(**words)


def draft(state: Workshop, command: c.DraftPrinciple, ask: Ask) -> Decision:
    words = _worded(state, command)
    if isinstance(words, Refused):
        return words
    mine = [p for p in state.principles.values() if p.by == ask.by]
    if any(words == p.wordings[0] for p in mine):
        return NOTHING_NEW
    if len(mine) >= state.terms.limits.principles:
        return Refused(Refusal.TOO_MANY, "statement", {"most": state.terms.limits.principles})
    made = e.PrincipleDrafted(PrincipleId(ask.fresh), words.statement, words.because, words.means, words.except_)
    return (made,)


def edit(state: Workshop, command: c.EditPrinciple) -> Decision:
    if command.principle not in state.principles:
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")
    words = _worded(state, command)
    if isinstance(words, Refused):
        return words
    if words == state.principles[command.principle].words:
        return NOTHING_NEW
    return (e.PrincipleEdited(command.principle, words.statement, words.because, words.means, words.except_),)


def _meant(state: Workshop, named: tuple[PrincipleId, ...]) -> tuple[PrincipleId, ...] | Refused:
    """The principles named, or every one that is not parked, in the order they were written."""
    if any(p not in state.principles for p in named):
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "principles")
    standing = (p for p in state.principles.values() if not state.is_parked(p.id))
    return named or tuple(p.id for p in sorted(standing, key=lambda p: p.number))


def ask_consent(state: Workshop, command: c.AskConsent) -> Decision:
    meant = _meant(state, command.principles)
    if isinstance(meant, Refused):
        return meant
    new = tuple(p for p in meant if not state.principles[p].asked)
    return (e.ConsentAsked(new),) if new else NOTHING_NEW


def give_consent(state: Workshop, command: c.GiveConsent, ask: Ask) -> Decision:
    principle = state.principles.get(command.principle)
    if principle is None:
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")
    if principle.revealed:
        return Refused(Refusal.TOO_LATE, "principle")
    if command.wordings not in (None, len(principle.wordings)):
        return Refused(Refusal.WORDING_CHANGED, "wordings")
    participant = ParticipantId(ask.by)
    before = principle.consents.get(participant)
    kept = before.reservation if before and command.reservation is None else command.reservation
    reservation = trimmed(kept, state.terms.limits.sentence, "reservation", needed=False)
    if isinstance(reservation, Refused):
        return reservation
    if before == Given(command.position, reservation):
        return NOTHING_NEW
    return (e.ConsentGiven(participant, principle.id, Consent(command.position), reservation),)


def reveal_consent(state: Workshop, command: c.RevealConsent) -> Decision:
    meant = _meant(state, command.principles)
    if isinstance(meant, Refused):
        return meant
    new = tuple(p for p in meant if state.principles[p].asked and not state.principles[p].revealed)
    return (e.ConsentRevealed(new),) if new else NOTHING_NEW


def keep(state: Workshop, command: c.KeepPrinciple) -> Decision:
    principle = state.principles.get(command.principle)
    if principle is None:
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")
    return NOTHING_NEW if principle.kept else (e.PrincipleKept(principle.id),)


def set_scope(state: Workshop, command: c.SetScope) -> Decision:
    text = trimmed(command.text, state.terms.limits.sentence, "text", needed=False)
    if isinstance(text, Refused):
        return text
    return NOTHING_NEW if text == state.scope else (e.ScopeSet(text),)


def set_boundary(state: Workshop, command: c.SetBoundary, ask: Ask) -> Decision:
    known = dict(state.boundaries)
    if command.boundary is not None and command.boundary not in known:
        return Refused(Refusal.UNKNOWN_BOUNDARY, "boundary")
    text = trimmed(command.text, state.terms.limits.sentence, "text", needed=command.boundary is None)
    if isinstance(text, Refused):
        return text
    same = known[command.boundary] == text if command.boundary else text in known.values()
    if same:
        return NOTHING_NEW
    if command.boundary is None and len(known) >= state.terms.limits.boundaries:
        return Refused(Refusal.TOO_MANY, "text", {"most": state.terms.limits.boundaries})
    return (e.BoundarySet(command.boundary or BoundaryId(ask.fresh), text),)


def rate(state: Workshop, command: c.RateWorkshop, ask: Ask) -> Decision:
    if not 1 <= command.rating <= 5:
        return Refused(Refusal.RATING_OUT_OF_RANGE, "rating")
    if state.ratings_shown:  # one more rating would be told from the difference
        return Refused(Refusal.TOO_LATE, "rating")
    participant = ParticipantId(ask.by)
    same = state.ratings.get(participant) == command.rating
    return NOTHING_NEW if same else (e.WorkshopRated(participant, command.rating),)
