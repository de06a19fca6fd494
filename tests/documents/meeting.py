# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole workshop played through the real rules, with everything that was sent written down beside it."""

import datetime

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import (
    Consent,
    LandscapeId,
    Language,
    OptionId,
    PersonId,
    PointKind,
    Refused,
    Role,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import Ask
from leerlandschap.core.workshop.commands import Command
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import QuestionKind, StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import view_of

Choice = OptionId | tuple[OptionId, ...] | dict[OptionId, int]

START = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
PEOPLE = [f"person-{letter}-secret" for letter in "abcdefghijkl"]
OWNER = PersonId("owner-id-secret")
POSITIONS = (1, 2, 4, 4, 4, 5, 5, 3, 2, 1, 4, None)

# The names of what is typed in ``played`` and must be found back in every report.
TYPED = (
    "title", "team", "organisation", "statement", "note", "insight", "merged", "point_3", "point_4", "point_5",
    "follow_up_1", "follow_up_2", "owner", "first_step", "done_when", "principle_1", "principle_2", "because", "means",
    "except", "reservation", "scope", "boundary", "thought",
)  # fmt: skip

HOSTILE = (
    "<script>alert(1)</script>",
    "# heading",
    "| a | b |",
    "=cmd()",
    "- item\n- item",
    "1. one",
    "`code` *bold* _it_ [link](https://x.example) ![p](x)",
    "&lt;b&gt; & \\* </style><img src=x onerror=y>",
    "a\n---\nb",
    "> quote",
    "~~~\nfence",
    "{{ 7 * 7 }} {% raw %}",
    "    code",
    "$x^2$ www.example.org https://example.org",
)


class Meeting:
    """``write`` makes the text of each thing that is typed, by its name: by default a plain sentence."""

    def __init__(self, write: dict[str, str] | None = None) -> None:
        self.typed: dict[str, str] = {}
        self._write = write or {}
        self._fresh = 0
        self.state: Workshop = evolve(
            None,
            e.WorkshopOpened(
                WorkshopId("w1"), LandscapeId("l1"), self.text("title"), self.text("organisation"), self.text("team"),
                Language.NL, playbooks.known()["leerlandschap-verkennen"], Terms(),
            ),
            START,
            "facilitator",
        )  # fmt: skip
        for person in PEOPLE:
            self.ask(c.Join(), Role.VISITOR, person)

    def text(self, name: str) -> str:
        self.typed[name] = self._write.get(name, f"Dit is {name.replace('_', ' ')}.")
        return self.typed[name]

    def ask(self, command: Command, role: Role, by: str) -> None:
        self._fresh += 1
        decided = decide(self.state, Ask(command, role, by, START, f"x{self._fresh}"))
        assert not isinstance(decided, Refused), (command, decided)
        for each in decided:
            self.state = evolve(self.state, each, START, by)

    def leads(self, *commands: Command) -> None:
        for command in commands:
            self.ask(command, Role.FACILITATOR, "facilitator")

    def says(self, person: int, command: Command) -> None:
        self.ask(command, Role.PARTICIPANT, PEOPLE[person])

    def seen_by(self, role: Role = Role.PARTICIPANT) -> WorkshopView:
        return view_of(self.state, role, START, {OWNER: self.text("owner")}, seq=self._fresh)


def played(write: dict[str, str] | None = None) -> Meeting:
    """From coming in to closing: everything a report can hold is there."""
    m = Meeting(write)
    _statements(m)
    _follow_ups(m)
    _principles(m)
    m.leads(c.GoTo(StepId.CLOSING))
    for person in range(len(PEOPLE)):
        m.says(person, c.RateWorkshop(4))
    m.leads(c.Close())
    return m


def _statements(m: Meeting) -> None:
    ids = [s.id for s in m.state.playbook.statements]
    m.leads(c.EditStatement(m.text("statement"), m.text("name")[:32], ids[1]), c.OpenStatements())
    for statement in ids:
        for person, position in enumerate(POSITIONS):
            m.says(person, c.TakeStance(statement, position, m.text("motivation") if person == 0 else None))
    m.leads(c.RevealStatements(), c.AskAgain(ids[0]))
    for person in range(len(PEOPLE)):
        m.says(person, c.TakeStance(ids[0], 4))
    m.leads(c.RevealStatements(), c.OverruleVerdict(ids[2], Zone.CORE), c.WriteNote(ids[0], m.text("note")))
    m.leads(c.ShareInsight(m.text("insight")), c.GoTo(StepId.FOLLOW_UPS))


def _follow_ups(m: Meeting) -> None:
    first, second = (s.id for s in m.state.playbook.statements[:2])
    m.says(0, c.RaisePoint(PointKind.UNCLEAR, m.text("point_1"), (first, second)))
    m.says(1, c.RaisePoint(PointKind.CONTRADICTORY, m.text("point_2")))
    m.says(2, c.RaisePoint(PointKind.UNCLEAR, m.text("point_3")))
    m.says(3, c.RaisePoint(PointKind.UNCLEAR, m.text("point_4")))
    m.says(4, c.RaisePoint(PointKind.UNCLEAR, m.text("point_5")))
    ids = [p.id for p in m.seen_by(Role.FACILITATOR).points]
    m.leads(c.MergePoints((ids[0], ids[4]), m.text("merged")), c.Park(ids[3]), c.OpenDots())
    for person in range(len(PEOPLE)):
        m.says(person, c.SpendDots({ids[0]: 2, ids[1]: 1}))
    m.leads(
        c.RevealDots(),
        c.AgreeFollowUp(ids[0], m.text("follow_up_1"), OWNER, datetime.date(2026, 12, 8), m.text("first_step"),
                        m.text("done_when")),
        c.AgreeFollowUp(ids[1], m.text("follow_up_2")),
        c.GoTo(StepId.PRINCIPLES),
    )  # fmt: skip


def _principles(m: Meeting) -> None:
    for question in m.state.playbook.questions:
        first = question.options[0].id
        choice: dict[QuestionKind, Choice] = {
            QuestionKind.ONE: first,
            QuestionKind.SOME: (first,),
            QuestionKind.DIVIDE: {first: question.most},
        }
        for person in range(len(PEOPLE)):
            m.says(person, c.AnswerQuestion(question.id, choice[question.kind], m.text("fill") if not person else None))
    m.says(0, c.DraftPrinciple(m.text("principle_1"), m.text("because"), m.text("means"), m.text("except")))
    m.says(1, c.DraftPrinciple(m.text("principle_2")))
    kept, opposed = (p.id for p in m.seen_by().principles)
    m.leads(c.RevealAnswers(), c.SetScope(m.text("scope")), c.SetBoundary(m.text("boundary")), c.AskConsent())
    for person in range(len(PEOPLE)):
        objects = person < 2
        m.says(person, c.GiveConsent(kept, Consent.CAN_LIVE_WITH if objects else Consent.AGREE))
        against = m.text("reservation") if objects else None
        m.says(person, c.GiveConsent(opposed, Consent.OBJECT if objects else Consent.AGREE, against))
    m.leads(c.RevealConsent(), c.KeepPrinciple(kept), c.Park(text=m.text("thought")))
