# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workshop of the gallery: played through the real rules, in memory. No clock, no dice, no database."""

import datetime
from collections.abc import Callable

from leerlandschap import playbooks
from leerlandschap.core.vocabulary import (
    LandscapeId,
    Language,
    ParticipantId,
    PersonId,
    PointId,
    PrincipleId,
    Refused,
    Role,
    StatementId,
    WorkshopId,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import Ask
from leerlandschap.core.workshop.commands import Command
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import Pacing
from leerlandschap.core.workshop.terms import Limits, Terms
from leerlandschap.text import say
from leerlandschap.views.mine import Mine
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import mine_of, view_of

START = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
CARD = "leerlandschap-verkennen"
WORKSHOP, LANDSCAPE = WorkshopId("wgallery"), LandscapeId("lgallery")
FACILITATOR = Role.FACILITATOR.value
OWNERS = ("owner_1", "owner_2")


class Sample:
    """One workshop being played. ``speaks`` False: people come in and say nothing. ``long``: words of 60 characters."""

    def __init__(self, language: Language, people: int, *, speaks: bool, long: bool, pacing: Pacing) -> None:
        self.language, self.speaks, self.long = language, speaks, long
        self.now, self.fresh = START, 0
        self.people = tuple(ParticipantId(f"p{n}") for n in range(1, people + 1))
        self.state = evolve(None, self._opening(), START, FACILITATOR)
        self.leads(c.SetUp(pacing=pacing))
        for person in self.people:
            self._ask(c.Join(), Role.VISITOR, person)
        if long:
            self._lengthen()

    def _opening(self) -> e.WorkshopOpened:
        return e.WorkshopOpened(
            workshop=WORKSHOP,
            landscape=LANDSCAPE,
            title=self.word("title"),
            organisation=self.word("organisation"),
            team=self.word("team"),
            language=self.language,
            playbook=playbooks.known()[CARD],
            terms=Terms(),
        )

    def _lengthen(self) -> None:
        word = say("gallery.sample.long", self.language)
        for each in self.view(Role.FACILITATOR).statements:
            text = f"{word}: {each.text.spoken(self.language)[0]}"
            self.leads(c.EditStatement(text, word[: Limits().name], each.id))

    def word(self, key: str) -> str:
        """What somebody types."""
        said = say(f"gallery.sample.{key}", self.language)
        return f"{say('gallery.sample.long', self.language)} {said}" if self.long and key != "long" else said

    def _ask(self, command: Command, role: Role, by: str) -> None:
        """Raises ValueError when it is refused: then the script does not fit the rules."""
        self.fresh += 1
        decided = decide(self.state, Ask(command, role, by, self.now, f"g{self.fresh}"))
        if isinstance(decided, Refused):
            raise ValueError(f"{command} was refused: {decided}")
        for each in decided:
            self.state = evolve(self.state, each, self.now, by)

    def leads(self, *commands: Command) -> None:
        """The facilitator asks these."""
        for command in commands:
            self._ask(command, Role.FACILITATOR, FACILITATOR)

    def says(self, person: int, *commands: Command) -> None:
        """One participant asks these; nobody, where the people are silent or fewer."""
        if self.speaks and person < len(self.people):
            for command in commands:
                self._ask(command, Role.PARTICIPANT, self.people[person])

    def all_say(self, make: Callable[[int], Command]) -> None:
        for person in range(len(self.people)):
            self.says(person, make(person))

    def later(self, minutes: float) -> None:
        self.now += datetime.timedelta(minutes=minutes)

    def view(self, role: Role) -> WorkshopView:
        names = {PersonId(key): self.word(key) for key in OWNERS}
        return view_of(self.state, role, self.now, names, seq=self.fresh)

    def mine(self) -> Mine:
        """What the first participant said."""
        return mine_of(self.state, self.people[0])

    @property
    def statements(self) -> tuple[StatementId, ...]:
        return tuple(s.id for s in self.view(Role.FACILITATOR).statements)

    @property
    def points(self) -> tuple[PointId, ...]:
        """By their number."""
        found = sorted(self.view(Role.FACILITATOR).points, key=lambda p: p.number)
        return tuple(p.id for p in found)

    @property
    def principles(self) -> tuple[PrincipleId, ...]:
        """By their number."""
        return tuple(p.id for p in self.view(Role.FACILITATOR).principles)
