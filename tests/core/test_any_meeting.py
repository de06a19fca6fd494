# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever anybody asks, in whatever order: counters equal a recount, the record replays, nothing breaks."""

import datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from leerlandschap.core.vocabulary import Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.asking import Ask
from leerlandschap.core.workshop.changes.follow_ups import standing
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.events import Event
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.phases import MAY_ASK
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.state import Round, Workshop
from leerlandschap.journal.codec import read, written
from leerlandschap.views.workshop import mine_of, view_of
from tests.cast import AISHA, BRAM, FEMKE, NINE, OMAR, PEOPLE, SCREEN, VERA, Person, a_workshop
from tests.core.asking import commands
from tests.core.examples import COMMANDS
from tests.core.recount import counters_are_right

EVERYBODY = (*PEOPLE[:6], FEMKE, OMAR, VERA, SCREEN)
NOT_IDEMPOTENT = (c.AddMinute,)


class AnyMeeting(RuleBasedStateMachine):
    """A workshop in which people ask whatever comes to mind, usually what their role may ask now."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NINE
        self.state = evolve(None, a_workshop(), NINE, FEMKE.name)
        self.record: list[tuple[str, str, datetime.datetime, str]] = []
        self.keep(a_workshop(), FEMKE.name)

    @initialize(step=st.sampled_from(StepId), people=st.integers(0, 6))
    def begins(self, step: StepId, people: int) -> None:
        """Most of a meeting is reached at once, so that what comes after the lobby is tried as often as the lobby."""
        for person in PEOPLE[:people]:
            self.ask(c.Join(), Person(person.name, Role.VISITOR))
        if step is not StepId.WELCOME:
            self.ask(c.OpenStatements(), FEMKE)
        if step is not StepId.STATEMENTS:
            self.ask(c.GoTo(step), FEMKE)

    @rule(anything=st.data())
    def somebody_asks_what_they_may_ask_now(self, anything: st.DataObject) -> None:
        allowed = [(p, k) for p in EVERYBODY for k, steps in MAY_ASK[p.role].items() if self.state.step in steps]
        person, kind = anything.draw(st.sampled_from(allowed))
        self.ask(anything.draw(commands(self.state)[kind]), person)

    @rule(anything=st.data(), person=st.sampled_from(EVERYBODY))
    def somebody_asks_anything(self, anything: st.DataObject, person: Person) -> None:
        kind = anything.draw(st.sampled_from(COMMANDS))
        self.ask(anything.draw(commands(self.state)[kind]), person)

    @rule(anything=st.data())
    def all_take_stances(self, anything: st.DataObject) -> None:
        for statement in self.state.open_statements:
            for person in PEOPLE[:6]:
                self.ask(c.TakeStance(statement, anything.draw(st.integers(1, 5))), person)

    @rule(seconds=st.integers(0, 400))
    def time_passes(self, seconds: int) -> None:
        self.now += datetime.timedelta(seconds=seconds)

    def ask(self, command: c.Command, person: Person) -> None:
        decided = decide(self.state, Ask(command, person.role, person.name, self.now, f"n{len(self.record)}"))
        if isinstance(decided, Refused):
            return
        for event in decided:
            self.keep(event, person.name)
        self.asked_again_nothing_changes(command, person)

    def asked_again_nothing_changes(self, command: c.Command, person: Person) -> None:
        if isinstance(command, NOT_IDEMPOTENT):
            return
        again = decide(self.state, Ask(command, person.role, person.name, self.now, "again"))
        opens_the_next = isinstance(command, c.OpenStatements) and not command.statements
        assert isinstance(again, Refused) or again == () or opens_the_next

    def keep(self, event: Event, by: str) -> None:
        self.state = evolve(self.state if self.record else None, event, self.now, by)
        self.record.append((*written(event), self.now, by))

    @invariant()
    def every_counter_is_a_full_recount(self) -> None:
        assert counters_are_right(self.state)

    @invariant()
    def only_those_who_came_in_are_heard(self) -> None:
        inside = set(self.state.participants)
        rounds = [r for d in self.state.discussions.values() for r in d.rounds]
        heard = [*rounds_people(rounds), *self.state.dots, *self.state.ratings, *self.state.ready]
        assert set(heard) <= inside

    @invariant()
    def only_the_last_round_of_a_statement_is_open(self) -> None:
        for discussion in self.state.discussions.values():
            assert all(each.revealed for each in discussion.rounds[:-1])

    @invariant()
    def every_point_stands_somewhere(self) -> None:
        homes = [standing(self.state, point) for point in self.state.points]
        assert all(home is not None and home.merged_into is None for home in homes)
        assert sorted(p.number for p in self.state.points.values()) == list(range(1, len(homes) + 1))

    @invariant()
    def everybody_can_look(self) -> None:
        for role in (Role.PARTICIPANT, Role.PROJECTOR, Role.FACILITATOR):
            view_of(self.state, role, self.now)
        for person in (AISHA, BRAM, OMAR):
            mine_of(self.state, person.id)

    def teardown(self) -> None:
        """What was written down gives the same workshop again."""
        replayed: Workshop | None = None
        for kind, text, at, by in self.record:
            replayed = evolve(replayed, read(kind, text), at, by)  # type: ignore[arg-type]
        assert replayed == self.state


def rounds_people(rounds: list[Round]) -> list[str]:
    return [person for each in rounds for person in each.stances]


AnyMeeting.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase


def test_there_is_a_way_to_think_of_every_command() -> None:
    state = evolve(None, a_workshop(), NINE, FEMKE.name)
    assert set(commands(state)) == set(COMMANDS)
