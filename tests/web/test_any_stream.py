# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever anybody sends to a server, in whatever order: it answers what the rules say and writes that down once, its
views are those of what it wrote, and a server that was killed is afterwards the same."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec import Struct

from leerlandschap.chance import fresh_code, fresh_key
from leerlandschap.core.asking import Ask
from leerlandschap.core.landscape import commands as lc
from leerlandschap.core.landscape import phases as landscape_phases
from leerlandschap.core.landscape.decide import decide as decide_on_a_landscape
from leerlandschap.core.landscape.evolve import evolve as landscape_after
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import Refused, Role
from leerlandschap.core.workshop import commands as wc
from leerlandschap.core.workshop import phases as workshop_phases
from leerlandschap.core.workshop.decide import decide as decide_on_a_workshop
from leerlandschap.core.workshop.evolve import evolve as workshop_after
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.database import engine_for
from leerlandschap.journal import Entry
from leerlandschap.people import Doors, Names
from leerlandschap.views.landscape import landscape_view
from leerlandschap.views.workshop import view_of
from leerlandschap.web.forms import OF_A_LANDSCAPE, OF_A_WORKSHOP
from tests.afterwards import Afterwards
from tests.core.asking import commands as of_a_workshop
from tests.core.landscape.asking import commands as of_a_landscape
from tests.faults.length import short_or_long
from tests.server import Group, Server, serving
from tests.web.over_http import Driven, timeless

LENGTH = settings(
    max_examples=short_or_long(5, 200),
    stateful_step_count=short_or_long(20, 50),
    deadline=None,
    phases=[Phase.generate],  # a server cannot be told to give the same ids again, so there is nothing to shrink
)
PEOPLE = 4


class Caller(Struct, frozen=True):
    """A key, and what the server knows its holder by."""

    key: str
    role: Role
    by: str


class House(Struct, frozen=True):
    """A server with the file of its database, and what people saw of every stream at the end."""

    server: Server
    database: str
    seen: list[tuple[Driven[Any], str, dict[str, Any]]] = []


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with serving(tmp_path) as server:
        yield House(server, f"sqlite:///{tmp_path / 'leerlandschap.db'}")


class DrivenWorkshop(Driven[Workshop]):
    reading = OF_A_WORKSHOP
    completed = (wc.AgreeFollowUp,)  # the name of an owner becomes an id

    def decide(self, ask: Ask[Any]) -> Sequence[Any] | Refused:
        return decide_on_a_workshop(self.state, ask)

    def evolve(self, state: Workshop | None, entry: Entry) -> Workshop:
        return workshop_after(state, entry.event, entry.at, entry.by)  # type: ignore[arg-type]

    def view(self, who: Caller, names: Names) -> Struct:
        now = datetime.datetime.now(datetime.UTC)
        return view_of(self.state, who.role, now, names.of(self.stream), self.seq)


class DrivenLandscape(Driven[Landscape]):
    reading = OF_A_LANDSCAPE
    completed = (lc.TakeOver, lc.AdoptPolicy)  # a name becomes an id; the words of the policy are put in
    handing_on = (lc.TakeOver,)

    def decide(self, ask: Ask[Any]) -> Sequence[Any] | Refused:
        return decide_on_a_landscape(self.state, ask)

    def evolve(self, state: Landscape | None, entry: Entry) -> Landscape:
        return landscape_after(state, entry.event, entry.at, entry.by)  # type: ignore[arg-type]

    def view(self, who: Caller, names: Names) -> Struct:
        now, known = datetime.datetime.now(datetime.UTC), names.of(self.stream)
        return landscape_view(self.state, who.role, who.by, now, known, names.reachable(self.stream), self.seq)


class AnyStream(RuleBasedStateMachine):
    """What both kinds of stream have in common."""

    driven: Driven[Any]
    people: list[Caller]

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.engine = engine_for(house.database)
        self.names = Names(self.engine, fresh_key)

    def ways_to_ask(self) -> dict[type, st.SearchStrategy[Any]]:
        raise NotImplementedError

    def may_ask(self, who: Caller) -> Sequence[type]:
        raise NotImplementedError

    @rule(anything=st.data())
    def somebody_asks_what_they_may_ask(self, anything: st.DataObject) -> None:
        ways = self.ways_to_ask()
        allowed = [(who, kind) for who in self.people for kind in self.may_ask(who) if kind in ways]
        who, kind = anything.draw(st.sampled_from(allowed))
        self.asks(anything.draw(ways[kind]), who)

    @rule(anything=st.data())
    def somebody_asks_anything(self, anything: st.DataObject) -> None:
        ways = self.ways_to_ask()
        who, kind = anything.draw(st.sampled_from(self.people)), anything.draw(st.sampled_from(list(ways)))
        self.asks(anything.draw(ways[kind]), who)

    def asks(self, command: Struct, who: Caller) -> None:
        self.driven.ask(command, who.key, who.role, who.by)

    @invariant()
    def everybody_sees_what_was_written(self) -> None:
        for who in self.people[:3]:
            known = Names(self.engine, fresh_key)
            view = msgspec.json.decode(msgspec.json.encode(self.driven.view(who, known)))
            seen = self.driven.looks(who.key)
            expected = timeless(view)
            assert {name: seen[name] for name in expected} == expected

    def teardown(self) -> None:
        leads = self.people[0].key
        self.house.seen.append((self.driven, leads, self.driven.looks(leads)))
        self.engine.dispose()


class AnyWorkshop(AnyStream):
    @initialize(step=st.sampled_from(StepId))
    def begins(self, step: StepId) -> None:
        group = Group(self.house.server.url)
        self.driven = DrivenWorkshop(self.house.server, self.engine, str(group.opened["workshop"]), group.path)
        leads = Caller(group.facilitator, Role.FACILITATOR, "facilitator")
        shows = Caller(group.opened["keys"]["projector"], Role.PROJECTOR, "projector")
        self.people = [leads, shows]
        for _ in range(PEOPLE):
            key = group.join()
            self.people.append(Caller(key, Role.PARTICIPANT, self.driven.catch_up()[-1].by))
        group.client.close()
        self.driven.ask(wc.OpenStatements(), leads.key, leads.role, leads.by)
        self.driven.ask(wc.GoTo(step), leads.key, leads.role, leads.by)

    def ways_to_ask(self) -> dict[type, st.SearchStrategy[Any]]:
        return {
            kind: way for kind, way in of_a_workshop(self.driven.state).items() if kind.__name__ in OF_A_WORKSHOP.kinds
        }

    def may_ask(self, who: Caller) -> Sequence[type]:
        now = self.driven.state.step
        return [kind for kind, steps in workshop_phases.MAY_ASK[who.role].items() if now in steps]


class AnyLandscape(AnyStream):
    @initialize()
    def begins(self) -> None:
        after = Afterwards(self.house.server.url)
        after.client.close()
        way = f"/api/v1/landscapes/{after.landscape}"
        self.driven = DrivenLandscape(self.house.server, self.engine, after.landscape, way)
        self.hours = after.hours
        self.people = [Caller(after.writer, Role.LANDSCAPE, "landscape"), self.link_of_the_owner()]

    def link_of_the_owner(self) -> Caller:
        doors, now = Doors(self.engine, fresh_key, fresh_code), datetime.datetime.now(datetime.UTC)
        return Caller(doors.key_for(self.driven.stream, Role.OWNER, now, self.hours), Role.OWNER, self.hours)

    def asks(self, command: Struct, who: Caller) -> None:
        """Whoever handed a follow-up on has no way in any more."""
        before = self.driven.state.follow_ups[self.hours].owner
        super().asks(command, who)
        if before not in (None, self.driven.state.follow_ups[self.hours].owner):
            assert self.driven.answers(self.people[1].key) == 401
            self.people[1] = self.link_of_the_owner()

    def ways_to_ask(self) -> dict[type, st.SearchStrategy[Any]]:
        ways = of_a_landscape(self.driven.state)
        return {kind: way for kind, way in ways.items() if kind.__name__ in OF_A_LANDSCAPE.kinds}

    def may_ask(self, who: Caller) -> Sequence[type]:
        return sorted(landscape_phases.MAY_ASK[who.role], key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", [AnyWorkshop, AnyLandscape])
def test_any_stream(house: House, kind: type[AnyStream]) -> None:
    run_state_machine_as_test(lambda: kind(house), settings=LENGTH)  # type: ignore[arg-type]
    house.server.kill()
    house.server.start()
    assert len(house.seen) >= LENGTH.max_examples
    for driven, key, before in house.seen:
        assert driven.looks(key) == before
        driven.client.close()
