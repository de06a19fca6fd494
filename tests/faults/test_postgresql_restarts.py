# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL is restarted, or its machine loses its power, in the middle of a workshop on two nodes: what was
acknowledged is there once, and every screen shows it without being loaded again."""

import contextlib
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.faults.kept import untrue
from tests.faults.length import short_or_long, tell
from tests.faults.nodes import everybody_at, started, two_servers
from tests.faults.phones import all_go_on, busy
from tests.faults.screens import Screen, told
from tests.faults.waiting import until
from tests.postgres import Postgres, running

PEOPLE = 6
TIMES = short_or_long(2, 10)
AWAY = 1.0  # seconds


@pytest.fixture
def own() -> Iterator[Postgres]:
    """A PostgreSQL that one test may stop, and that waits for its disk."""
    with running(durable=True) as made:
        yield made


@pytest.mark.parametrize("ends", [Postgres.stop, Postgres.kill], ids=lambda ends: ends.__name__)
def test_nothing_is_lost_when_postgresql_restarts(
    tmp_path: Path, own: Postgres, ends: Callable[[Postgres], None]
) -> None:
    address = own.database()
    with two_servers(address, tmp_path) as servers, contextlib.ExitStack() as following:
        group = started(servers, PEOPLE)
        senders = [*chain(*everybody_at(group, *servers))]
        screens = [following.enter_context(Screen(group, each.url)) for each in servers]
        with busy(senders):
            all_go_on(senders)
            for _ in range(TIMES):
                ends(own)
                time.sleep(AWAY)
                own.start()
                all_go_on(senders)
        last = group.lead("WriteNote", statement="s1", text="Dit staat op elk scherm.")
        until(lambda: [screen.newest["seq"] for screen in screens] == [last, last])
        assert [told(screen.newest) for screen in screens] == [told(group.look(group.facilitator))] * 2
        # a desk comes back after every break, in which its key may have ended
        assert max(screen.opened for screen in screens) <= 1 + 2 * TIMES
        assert untrue(address, group, senders, [each.url for each in servers]) == []
        refused = sum(each.instead["not_saved"] for each in senders)
        assert refused > 0  # otherwise nobody was in the middle of anything
        assert {said for each in senders for said in each.instead} <= {"not_saved", "not_read"}
        tell("%d restarts, %d stances acknowledged", TIMES, sum(len(each.acknowledged) for each in senders))
