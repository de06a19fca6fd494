# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card, played through the real rules up to a moment, and what a role then sees."""

import datetime
from collections.abc import Mapping

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import (
    Consent,
    LandscapeId,
    Language,
    OptionId,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    Refused,
    Role,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import Ask, Decision
from leerlandschap.core.workshop.commands import Command
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import Moment, Pacing, StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import view_of

START = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
CARD = "leerlandschap-verkennen"
NAMES: Mapping[PersonId, str] = {PersonId("Sanne de Wit"): "Sanne de Wit"}

# Twelve people; per statement what each chose, None being no opinion.
FIRST = (
    (1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4),
    (2, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5),
    (1, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5),
    (1, 2, 2, 3, 3, 3, 3, 3, 3, 4, None, None),
    (1, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, None),
)
AGAIN = (1, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5)


class Meeting:
    """One workshop that is being played; raises AssertionError when something is refused."""

    def __init__(self, people: int = 12, pacing: Pacing = Pacing.ALL_FIRST, language: Language = Language.NL) -> None:
        card = playbooks.known()[CARD]
        self.now = START
        self.fresh = 0
        self.people = [f"p{n}" for n in range(people)]
        self.state: Workshop = evolve(
            None,
            e.WorkshopOpened(
                WorkshopId("w1"), LandscapeId("l1"), "Leren in team Vergunningen", "Gemeente Westerveen",
                "team Vergunningen", language, card, Terms(),
            ),
            START,
            "facilitator",
        )  # fmt: skip
        if pacing is not card.pacing:
            self.leads(c.SetUp(pacing=pacing))
        for person in self.people:
            self.asks(c.Join(), Role.VISITOR, person)

    def asks(self, command: Command, role: Role, by: str) -> None:
        self.fresh += 1
        decided = decide(self.state, Ask(command, role, by, self.now, f"i{self.fresh}"))
        assert not isinstance(decided, Refused), (command, decided)
        for each in decided:
            self.state = evolve(self.state, each, self.now, by)

    def answer(self, command: Command) -> Decision:
        """What the rules say to the facilitator; nothing happens."""
        return decide(self.state, Ask(command, Role.FACILITATOR, "facilitator", self.now, "unused"))

    def leads(self, *commands: Command) -> None:
        for command in commands:
            self.asks(command, Role.FACILITATOR, "facilitator")

    def says(self, person: int, *commands: Command) -> None:
        for command in commands:
            self.asks(command, Role.PARTICIPANT, self.people[person])

    def minutes_later(self, minutes: float) -> None:
        self.now += datetime.timedelta(minutes=minutes)

    @property
    def statements(self) -> list[str]:
        return [s.id for s in self.state.playbook.statements]

    def choose(self, statement: int, positions: tuple[int | None, ...]) -> None:
        what = self.state.playbook.statements[statement].id
        for person, position in zip(range(len(self.people)), positions, strict=False):
            self.says(person, c.TakeStance(what, position, f"reden {position}" if person in (0, 11) else None))

    @property
    def principles(self) -> list[PrincipleId]:
        """In the order they were written."""
        return [p.id for p in sorted(self.state.principles.values(), key=lambda p: p.number)]

    @property
    def points(self) -> list[PointId]:
        """In the order they were written, merged ones too."""
        return [p.id for p in sorted(self.state.points.values(), key=lambda p: p.number)]

    def vote(self) -> None:
        """Everybody takes a stance on every statement that is open."""
        for at, statement in enumerate(self.state.playbook.statements):
            if self.state.is_open(statement.id):
                self.choose(at, FIRST[at])

    def consent(self) -> None:
        for person in range(len(self.people)):
            for principle in self.state.principles:
                self.says(person, c.GiveConsent(principle, Consent.AGREE))

    def seen_by(self, role: Role) -> WorkshopView:
        return view_of(self.state, role, self.now, NAMES, seq=self.fresh)


def at(moment: Moment, **kind: object) -> Meeting:
    """The meeting of the card, played until this moment."""
    meeting = Meeting(**kind)  # type: ignore[arg-type]
    for reached, play in PLAYED:
        if reached is moment:
            break
        play(meeting)
    return meeting


def _vote(m: Meeting) -> None:
    m.minutes_later(2)
    m.leads(c.OpenStatements())
    _stances(m)


def _stances(m: Meeting) -> None:
    for statement, positions in enumerate(FIRST):
        m.choose(statement, positions)
    for person in range(9):
        m.says(person, c.Ready())


def _discuss(m: Meeting) -> None:
    m.minutes_later(2)
    third = m.state.playbook.statements[2].id
    m.leads(c.PutStatement(third), c.WriteNote(third, "'Talent' betekent voor de één aanleg, voor de ander wens."))


def _again(m: Meeting) -> None:
    m.leads(c.AskAgain(m.state.playbook.statements[2].id))
    m.choose(2, AGAIN)


def _shift(m: Meeting) -> None:
    m.leads(c.RevealStatements(), c.OverruleVerdict(m.state.playbook.statements[4].id, Zone.CORE))
    m.leads(c.ShareInsight("We willen vanuit talent werken, maar het rooster gaat uit van functies."))


def _points(m: Meeting) -> None:
    m.minutes_later(6)
    m.leads(c.AddMinute(), c.GoTo(StepId.FOLLOW_UPS))
    s = m.state.playbook.statements
    m.says(0, c.RaisePoint(PointKind.UNCLEAR, "Hoeveel uur mag ik per jaar leren?", (s[0].id, s[4].id)))
    m.says(1, c.RaisePoint(PointKind.CONTRADICTORY, "Talent of functie: wat telt bij een sollicitatie?", (s[2].id,)))
    m.says(2, c.RaisePoint(PointKind.UNCLEAR, "Hoeveel uren krijgen we eigenlijk?", (s[0].id,)))
    m.says(3, c.RaisePoint(PointKind.UNCLEAR, "Wie beslist over een opleiding?"))
    m.says(4, c.RaisePoint(PointKind.CONTRADICTORY, "Het rooster laat geen ruimte."))


def _dots(m: Meeting) -> None:
    points = m.points
    m.leads(c.MergePoints((points[0], points[2]), "Hoeveel uur mag je per jaar leren?"))
    m.leads(c.Park(points[4]), c.OpenDots())
    for person in range(len(m.people)):
        m.says(person, c.SpendDots({points[person % 2]: 2, points[3]: 1}))


def _agree(m: Meeting) -> None:
    m.leads(c.RevealDots())
    points = m.points
    m.leads(
        c.AgreeFollowUp(points[0], "Uitzoeken hoeveel uur", "Sanne de Wit", datetime.date(2026, 12, 14),
                        "Als het maandag 9 uur is, dan bel ik HR.", "het in het teamoverleg is verteld"),
        c.AgreeFollowUp(points[3], "Navragen wie beslist"),
    )  # fmt: skip


def _questions(m: Meeting) -> None:
    m.minutes_later(3)
    m.leads(c.GoTo(StepId.PRINCIPLES))
    for person in range(len(m.people)):
        for question in m.state.playbook.questions:
            ids = [o.id for o in question.options]
            choices: dict[str, OptionId | tuple[OptionId, ...] | dict[OptionId, int]] = {
                "one": ids[person % 3],
                "some": tuple(ids[: question.most]),
                "divide": {ids[person % len(ids)]: question.most},
            }
            choice = choices[question.kind.value]
            m.says(person, c.AnswerQuestion(question.id, choice, "tot € 500" if person == 2 else None))


def _write(m: Meeting) -> None:
    m.leads(c.RevealAnswers(), c.SetScope("Alles wat we in werktijd leren, voor iedereen met een contract."))
    m.leads(c.SetBoundary("Hobby's betalen we niet."))
    m.says(0, c.DraftPrinciple("Elke medewerker krijgt 40 uur per jaar om te leren.", "leren bij het werk hoort",
                               "je plant het zelf in het rooster", "het team anders stilvalt"))  # fmt: skip
    m.says(1, c.DraftPrinciple("Leidinggevenden vragen twee keer per jaar wat je wilt leren."))
    m.says(2, c.DraftPrinciple("De organisatie betaalt elke opleiding die nodig is voor je werk."))


def _consent(m: Meeting) -> None:
    m.leads(c.AskConsent())
    for person in range(len(m.people)):
        for number, principle in enumerate(m.principles):
            objects = number == 2 and person < 2
            m.says(person, c.GiveConsent(principle, Consent.OBJECT if objects else Consent.AGREE,
                                         "Wat is nodig?" if objects else None))  # fmt: skip


def reveal_consent(m: Meeting) -> None:
    m.leads(c.RevealConsent())


def _closing(m: Meeting) -> None:
    reveal_consent(m)
    first, second, *_ = m.principles
    m.leads(c.KeepPrinciple(first), c.KeepPrinciple(second), c.Park(None, "Hoe doen andere gemeenten dit?"))
    m.minutes_later(4)
    m.leads(c.GoTo(StepId.CLOSING))


def _closed(m: Meeting) -> None:
    for person in range(len(m.people)):
        m.says(person, c.RateWorkshop(4))
    m.leads(c.Close())


# After this has been played, the meeting is at the next moment.
PLAYED = (
    (Moment.WELCOME, _vote),
    (Moment.VOTE, lambda m: m.leads(c.RevealStatements())),
    (Moment.REVEAL, _discuss),
    (Moment.DISCUSS, _again),
    (Moment.AGAIN, _shift),
    (Moment.SHIFT, _points),
    (Moment.POINTS, _dots),
    (Moment.DOTS, _agree),
    (Moment.AGREE, _questions),
    (Moment.QUESTIONS, _write),
    (Moment.WRITE, _consent),
    (Moment.CONSENT, _closing),
    (Moment.CLOSING, _closed),
    (Moment.CLOSED, lambda _: None),
)
