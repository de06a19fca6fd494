# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PostgreSQL that may be written to dies, and its standby takes over at another address: the nodes find it by
themselves, and what was acknowledged is there, because it was on both before."""

import contextlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.faults.kept import untrue
from tests.faults.length import tell
from tests.faults.nodes import everybody_at, started, two_servers
from tests.faults.phones import all_go_on, busy
from tests.faults.screens import Screen, told
from tests.faults.waiting import until
from tests.postgres import Postgres, running

PEOPLE = 6


@pytest.fixture
def primary_and_standby() -> Iterator[tuple[Postgres, Postgres]]:
    """Nothing is committed at the first before it is on the disk of the second (synchronous replication)."""
    with running(durable=True) as primary, running(durable=True, follows=primary) as standby:
        primary.run(sql.SQL("ALTER SYSTEM SET synchronous_standby_names = '*'"))
        primary.run(sql.SQL("SELECT pg_reload_conf()"))
        until(lambda: _followers(primary) == ["sync"])
        yield primary, standby


def _followers(primary: Postgres) -> list[str]:
    with psycopg.connect(primary.address) as connection:
        return [each for (each,) in connection.execute("SELECT sync_state FROM pg_stat_replication")]


def test_nothing_is_lost_when_another_postgresql_takes_over(
    tmp_path: Path, primary_and_standby: tuple[Postgres, Postgres]
) -> None:
    primary, standby = primary_and_standby
    name = primary.database().rpartition("/")[2]
    both = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
    address = f"postgresql://postgres@{both}/{name}?target_session_attrs=read-write"
    with two_servers(address, tmp_path) as servers, contextlib.ExitStack() as following:
        group = started(servers, PEOPLE)
        senders = [*chain(*everybody_at(group, *servers))]
        screens = [following.enter_context(Screen(group, each.url)) for each in servers]
        with busy(senders):
            all_go_on(senders)
            primary.kill()
            until(lambda: all(each.instead["not_saved"] for each in senders))
            standby.run(sql.SQL("SELECT pg_promote()"))
            all_go_on(senders)
        last = group.lead("WriteNote", statement="s1", text="Dit staat op elk scherm.")
        until(lambda: [screen.newest["seq"] for screen in screens] == [last, last])
        assert [told(screen.newest) for screen in screens] == [told(group.look(group.facilitator))] * 2
        assert max(screen.opened for screen in screens) <= 3  # a desk comes back: its key may have ended meanwhile
        assert untrue(standby.address_of(name), group, senders, [each.url for each in servers]) == []
        assert {said for each in senders for said in each.instead} <= {"not_saved", "not_read"}
        longest = max(each.longest_wait for each in senders)
        acknowledged = sum(len(each.acknowledged) for each in senders)
        tell("failed over: %d acknowledged, 0 lost, 0 doubled, longest wait %.1f s", acknowledged, longest)
