# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one participant said, as the fields of the forms it stands in. In the page load only, never in a frame."""

from collections.abc import Mapping

from leerlandschap.core.vocabulary import QuestionId
from leerlandschap.core.workshop.playbook import QuestionKind
from leerlandschap.views.mine import Mine, MyAnswer
from leerlandschap.views.shapes import WorkshopView

Value = str | list[str]
Fields = dict[str, Value]


def remembered(view: WorkshopView, mine: Mine) -> dict[str, Fields]:
    """Form id to field to value, for every form that was sent and whose keep is still the same.

    Stances belong to the last round of their statement. Forms that empty themselves (a point, a principle, an
    insight) are not in it.
    """
    forms: dict[str, Fields] = {
        f"stance-{statement}": {"position": _text(stance.position), "motivation": stance.motivation}
        for statement, stance in mine.stances.items()
    }
    forms |= {f"answer-{question}": _answer(view, question, answer) for question, answer in mine.answers.items()}
    forms |= {
        f"consent-{principle}": {"position": given.position.value, "reservation": given.reservation}
        for principle, given in mine.consents.items()
    }
    if mine.ready:
        forms["ready"] = {}
    if mine.dots:
        forms["dots"] = {f"dots.{point}": str(n) for point, n in mine.dots.items()}
    if mine.rating is not None:
        forms["rate"] = {"rating": str(mine.rating)}
    return forms


def _text(position: int | None) -> str:
    """An empty position is no opinion."""
    return "" if position is None else str(position)


def _answer(view: WorkshopView, question: QuestionId, answer: MyAnswer) -> Fields:
    kinds: Mapping[QuestionId, QuestionKind] = {q.id: q.kind for q in view.questions}
    match kinds.get(question):
        case QuestionKind.DIVIDE:
            choice: Fields = {f"choice.{option}": str(n) for option, n in answer.choice.items()}
        case QuestionKind.SOME:
            choice = {"choice": list(answer.choice)}
        case _:
            choice = {"choice": next(iter(answer.choice), "")}
    return choice | {"fill": answer.fill}
