# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever anybody asks of a landscape, in whatever order: nothing breaks, nothing gets lost, the record replays."""

import datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.asking import Ask
from leerlandschap.core.landscape.decide import decide
from leerlandschap.core.landscape.events import Event
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.landscape.phases import MAY_ASK
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import PointId, PrincipleId, Refused, Role
from leerlandschap.journal.codec import read, written
from leerlandschap.views.landscape import landscape_view
from tests.core.landscape.asking import commands, outcomes
from tests.core.landscape.cast import AISHA, FEMKE, NINE, OPENED, VERA, WILLEM, Person, opened
from tests.core.landscape.examples import COMMANDS

OWNERS = tuple(Person(f"{season}-{n}", Role.OWNER) for season in ("spring", "autumn") for n in range(2))
EVERYBODY = (WILLEM, FEMKE, AISHA, VERA, *OWNERS)


class AnyLandscape(RuleBasedStateMachine):
    """A landscape of which people ask whatever comes to mind, usually what their role may ask."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NINE
        self.state = evolve(None, OPENED, NINE, FEMKE.name)
        self.record = [(*written(OPENED), NINE, FEMKE.name)]
        self.words: dict[PrincipleId, int] = {}

    @initialize(some=st.lists(outcomes(), min_size=1, max_size=3))
    def workshops_close(self, some: list[WorkshopOutcome]) -> None:
        for outcome in some:
            self.ask(c.CarryOver(outcome), FEMKE)

    @rule(anything=st.data())
    def somebody_asks_what_they_may_ask(self, anything: st.DataObject) -> None:
        allowed = [(p, k) for p in EVERYBODY for k in sorted(MAY_ASK[p.role], key=lambda k: k.__name__)]
        person, kind = anything.draw(st.sampled_from(allowed))
        self.ask(anything.draw(commands(self.state)[kind]), person)

    @rule(anything=st.data(), person=st.sampled_from(EVERYBODY))
    def somebody_asks_anything(self, anything: st.DataObject, person: Person) -> None:
        kind = anything.draw(st.sampled_from(COMMANDS))
        self.ask(anything.draw(commands(self.state)[kind]), person)

    @rule(hours=st.integers(0, 60))
    def time_passes(self, hours: int) -> None:
        self.now += datetime.timedelta(hours=hours)

    def ask(self, command: c.Command, person: Person) -> None:
        before = self.state
        decided = decide(before, Ask(command, person.role, person.name, self.now, f"n{len(self.record)}"))
        if isinstance(decided, Refused):
            return
        for event in decided:
            self.keep(event, person.name)
        self.an_owner_changes_only_their_own(before, person)
        again = decide(self.state, Ask(command, person.role, person.name, self.now, "again"))
        assert isinstance(again, Refused) or again == ()

    def an_owner_changes_only_their_own(self, before: Landscape, person: Person) -> None:
        if person.role is Role.OWNER:
            mine = PointId(person.name)
            assert before.follow_ups.delete(mine) == self.state.follow_ups.delete(mine)
            assert (before.principles, before.scope, before.boundaries) == (
                self.state.principles, self.state.scope, self.state.boundaries,
            )  # fmt: skip

    def keep(self, event: Event, by: str) -> None:
        self.state = evolve(self.state, event, self.now, by)
        self.record.append((*written(event), self.now, by))

    @invariant()
    def no_wording_of_a_principle_is_ever_lost(self) -> None:
        many = {each.id: len(each.wordings) for each in self.state.principles.values()}
        assert all(many[principle] >= before for principle, before in self.words.items())
        self.words = many

    @invariant()
    def everything_has_a_number_of_its_own(self) -> None:
        for things in (self.state.principles, self.state.follow_ups, self.state.findings, self.state.boundaries):
            assert sorted(each.number for each in things.values()) == list(range(1, len(things) + 1))

    @invariant()
    def whatever_is_pointed_at_is_there(self) -> None:
        state = self.state
        for finding in state.findings.values():
            assert finding.id in state.follow_ups[finding.follow_up].findings
            assert set(finding.touches) <= set(state.principles)
        for principle in state.principles.values():
            assert set(principle.findings) <= set(state.findings)
            assert principle.merged_into is None or principle.merged_into in state.principles
            assert {s.workshop for s in principle.sources} <= set(state.outcomes)
        assert set(state.outcomes) <= set(state.workshops)

    @invariant()
    def no_finding_touches_what_went_into_another(self) -> None:
        gone = {p.id for p in self.state.principles.values() if p.merged_into is not None}
        assert [f.id for f in self.state.findings.values() if gone & set(f.touches)] == []

    @invariant()
    def everybody_can_look(self) -> None:
        landscape_view(self.state, Role.LANDSCAPE, "", self.now, {})
        for owner in OWNERS:
            seen = landscape_view(self.state, Role.OWNER, owner.name, self.now, {})
            assert {f.id for f in seen.follow_ups} <= {owner.name}

    def teardown(self) -> None:
        """What was written down gives the same landscape again."""
        replayed: Landscape | None = None
        for kind, text, at, by in self.record:
            replayed = evolve(replayed, read(kind, text), at, by)  # type: ignore[arg-type]
        assert replayed == self.state


AnyLandscape.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestAnyLandscape = AnyLandscape.TestCase


def test_there_is_a_way_to_think_of_every_command() -> None:
    assert set(commands(opened().state)) == set(COMMANDS)
