# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens in the workshop of the gallery, stage by stage.

Twelve people with the opinions of a real group: two cores, two camps, an undecided and a scattered statement; a second
round with a shift; a verdict the group overrules; a follow-up nobody owns; reservations. The other cases are the same
script with three people, with silent people, with words of sixty letters, and statement by statement.
"""

import datetime
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import MappingProxyType

from leerlandschap.core.vocabulary import Consent, Language, PersonId, PointId, PointKind, PrincipleId, Role, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Pacing, QuestionKind, StepId
from leerlandschap.screens.gallery_workshop import Sample
from leerlandschap.views.shapes import QuestionView

Choices = tuple[int | None, ...]

# Per statement what each of the twelve chose; None is no opinion.
FIRST: tuple[Choices, ...] = (
    (1, 2, 1, 1, 4, 1, 2, 1, 1, 2, 1, 2),
    (4, 5, 3, 4, 2, 5, 4, 5, 3, 4, 5, 4),
    (1, 5, 1, 4, 2, 5, 1, 4, 5, 1, 2, 4),
    (3, 3, 2, None, 3, 1, 3, 4, 3, 2, None, 3),
    (3, 4, 4, 3, 1, 4, 5, 3, 2, None, 4, 3),
)
TOOK = (9, 31, 26, 28, 24)  # seconds
THIRD_AGAIN: Choices = (3, 4, 3, 4, 3, 4, 1, 3, 5, 2, 3, 4)
FIFTH_AGAIN: Choices = (4, 4, 5, 4, 2, 4, 5, 4, 3, 4, 5, 4)
RATINGS = (4, 5, 3, 4, 5, 4, 2, 4, 5, 4, 3, 5)
RAISED = (
    (PointKind.UNCLEAR, (0, 4)),
    (PointKind.CONTRADICTORY, (2,)),
    (PointKind.UNCLEAR, (4,)),
    (PointKind.UNCLEAR, ()),
    (PointKind.CONTRADICTORY, (0,)),
    (PointKind.UNCLEAR, ()),
)


@cache
def played(case: str, stage: str, language: Language) -> Sample:
    """The workshop of a case, at a stage: after everything that leads to it."""
    sample = CASES[case](language)
    for reached, play in SCRIPT.items():
        play(sample)
        if reached == stage:
            return sample
    raise LookupError(stage)


def _welcome(m: Sample) -> None:
    """People are in."""


def _vote(m: Sample) -> None:
    m.later(2)
    m.leads(c.OpenStatements())
    open_now = [s for s in m.view(Role.FACILITATOR).statements if s.status == "open"]
    for statement in open_now:
        chosen = FIRST[statement.number - 1]
        m.later(TOOK[statement.number - 1] / 60)
        for person, position in enumerate(chosen):
            motivation = m.word(f"motivation_{person + 1}") if person < 2 and statement.number == 1 else None
            m.says(person, c.TakeStance(statement.id, position, motivation))
    for person in range(9):
        m.says(person, c.Ready())


def _reveal(m: Sample) -> None:
    m.later(2)
    m.leads(c.RevealStatements())


def _discuss(m: Sample) -> None:
    m.later(1)
    put = next((line.statement for line in m.view(Role.FACILITATOR).order if line.advice == "discuss"), m.statements[0])
    m.leads(c.PutStatement(put))
    if m.speaks:
        m.leads(c.WriteNote(put, m.word("note")))


def _again(m: Sample) -> None:
    m.later(1.5)
    put = next(s.id for s in m.view(Role.FACILITATOR).statements if s.current)
    m.leads(c.AskAgain(put))
    m.all_say(lambda person: c.TakeStance(put, THIRD_AGAIN[person]))


def _shift(m: Sample) -> None:
    m.leads(c.RevealStatements())
    if m.speaks:
        m.says(2, c.ShareInsight(m.word("insight")))


def _points(m: Sample) -> None:
    m.later(1)
    fifth = m.view(Role.FACILITATOR).statements[4]
    if fifth.outcomes:
        m.leads(c.AskAgain(fifth.id))
        m.all_say(lambda person: c.TakeStance(fifth.id, FIFTH_AGAIN[person]))
        m.leads(c.RevealStatements())
    if m.speaks and fifth.outcomes:
        m.leads(c.OverruleVerdict(m.statements[3], Zone.CORE))
    m.leads(c.AddMinute(), c.GoTo(StepId.FOLLOW_UPS))
    for person, (kind, about) in enumerate(RAISED):
        asked = tuple(m.statements[n] for n in about)
        m.says(person % len(m.people), c.RaisePoint(kind, m.word(f"point_{person + 1}"), asked))


def _dots(m: Sample) -> None:
    m.later(2)
    if m.points:
        m.leads(c.MergePoints((m.points[0], m.points[2]), m.word("merged")), c.Park(m.points[-1]))
    m.leads(c.OpenDots())
    spread = m.points[:4]
    if spread:
        m.all_say(lambda person: c.SpendDots(_spent(spread, person)))


def _spent(points: tuple[PointId, ...], person: int) -> dict[PointId, int]:
    """Three dots: two on one point, one on the next."""
    at = (0, 0, 1, 2, 0, 1, 0, 3, 1, 0, 2, 0)[person]
    return {points[at]: 2, points[(at + 1) % len(points)]: 1}


def _agree(m: Sample) -> None:
    m.leads(c.RevealDots())
    if not m.points:
        return
    for number, due_on in ((1, datetime.date(2026, 12, 8)), (2, datetime.date(2026, 12, 15))):
        words = {key: m.word(f"{key}_{number}") for key in ("follow_up", "first_step", "done_when")}
        owner = PersonId(f"owner_{number}")
        m.leads(
            c.AgreeFollowUp(
                m.points[number - 1], words["follow_up"], owner, due_on, words["first_step"], words["done_when"]
            )
        )
    m.leads(c.AgreeFollowUp(m.points[2], m.word("follow_up_3")))


def _questions(m: Sample) -> None:
    m.later(3)
    m.leads(c.GoTo(StepId.PRINCIPLES))
    for question in m.view(Role.FACILITATOR).questions:
        m.all_say(partial(_answer, question, m.word("fill")))


def _answer(question: QuestionView, fill: str, person: int) -> c.AnswerQuestion:
    """People differ: each starts at another option."""
    options = [o.id for o in question.options]
    at = (0, 2, 2, 3, 1, 2, 3, 2, 4, 3, 2, 1)[person] % len(options)
    if question.kind is QuestionKind.ONE:
        return c.AnswerQuestion(question.id, options[at])
    if question.kind is QuestionKind.SOME:
        asks = any(o.fill for o in question.options) and person == 1
        some = tuple(options[(at + 2 * n) % len(options)] for n in range(min(question.most, len(options))))
        return c.AnswerQuestion(question.id, some, fill[:60] if asks else None)
    return c.AnswerQuestion(question.id, {options[at]: question.most})


def _write(m: Sample) -> None:
    m.later(1)
    m.leads(c.RevealAnswers())
    if not m.speaks:
        return
    for number, reasons in ((1, ("because", "means", "except")), (2, ("because", "means")), (3, ())):
        words = {reason: m.word(f"{reason}_{number}") for reason in reasons}
        said = (words.get(reason) for reason in ("because", "means", "except"))
        m.says((number - 1) % len(m.people), c.DraftPrinciple(m.word(f"principle_{number}"), *said))
    m.leads(c.SetScope(m.word("scope")), c.SetBoundary(m.word("boundary_1")), c.SetBoundary(m.word("boundary_2")))


def _consent(m: Sample) -> None:
    m.later(2)
    m.leads(c.AskConsent())
    for number, principle in enumerate(m.principles, 1):
        m.all_say(partial(_given, m, principle, number))


def _given(m: Sample, principle: PrincipleId, number: int, person: int) -> c.GiveConsent:
    """The first has one who can live with it, the third two who object and say why."""
    if number == 1 and person == 3:
        return c.GiveConsent(principle, Consent.CAN_LIVE_WITH, m.word("reservation_1"))
    if number == 3 and person in (4, 5):
        return c.GiveConsent(principle, Consent.OBJECT, m.word("reservation_2"))
    return c.GiveConsent(principle, Consent.AGREE)


def _consent_shown(m: Sample) -> None:
    m.leads(c.RevealConsent())


def _closing(m: Sample) -> None:
    m.leads(*(c.KeepPrinciple(p) for p in m.principles[:2]))
    if m.speaks:
        m.leads(c.Park(text=m.word("thought")))
    m.leads(c.GoTo(StepId.CLOSING))
    m.all_say(lambda person: c.RateWorkshop(RATINGS[person]))


def _closed(m: Sample) -> None:
    m.later(2)
    m.leads(c.Close())


SCRIPT: Mapping[str, Callable[[Sample], None]] = MappingProxyType(
    {
        "welcome": _welcome,
        "vote": _vote,
        "reveal": _reveal,
        "discuss": _discuss,
        "again": _again,
        "shift": _shift,
        "points": _points,
        "dots": _dots,
        "agree": _agree,
        "questions": _questions,
        "write": _write,
        "consent": _consent,
        "consent_shown": _consent_shown,
        "closing": _closing,
        "closed": _closed,
    }
)


def _case(
    people: int, *, speaks: bool = True, long: bool = False, one_by_one: bool = False
) -> Callable[[Language], Sample]:
    pacing = Pacing.ONE_BY_ONE if one_by_one else Pacing.ALL_FIRST
    return lambda language: Sample(language, people, speaks=speaks, long=long, pacing=pacing)


CASES: Mapping[str, Callable[[Language], Sample]] = MappingProxyType(
    {
        "full": _case(12),
        "few": _case(3),
        "empty": _case(12, speaks=False),
        "long": _case(12, long=True),
        "one_by_one": _case(12, one_by_one=True),
    }
)
