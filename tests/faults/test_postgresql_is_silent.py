# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL is there, but says nothing, half a minute long: streams go on, whoever sends something hears in good time
that it was not saved, and afterwards all goes on by itself."""

import contextlib
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from tests.faults.kept import untrue
from tests.faults.length import LONG, short_or_long, tell
from tests.faults.nodes import everybody_at, started, two_servers
from tests.faults.phones import Sender, all_go_on, busy
from tests.faults.screens import Screen, told
from tests.faults.waiting import until
from tests.postgres import running

PEOPLE = 6
SILENT = short_or_long(8.0, 30.0)  # seconds
ANSWER_WITHIN = 20.0  # seconds; eight without a word, four to look whether it was written, the rest is a busy machine


def test_people_are_told_and_go_on_when_postgresql_says_nothing(tmp_path: Path) -> None:
    with running(durable=True) as own, contextlib.ExitStack() as following:
        address = own.database()
        servers = following.enter_context(two_servers(address, tmp_path))
        group = started(servers, PEOPLE)
        senders = [*chain(*everybody_at(group, *servers))]
        screens = [following.enter_context(Screen(group, each.url)) for each in servers]
        with busy(senders):
            all_go_on(senders)
            began = time.monotonic()
            own.freeze()
            try:
                _everybody_is_told(senders)
                time.sleep(max(0.0, began + SILENT - time.monotonic()))
            finally:
                own.thaw()
            ended = time.monotonic()
            all_go_on(senders)
        last = group.lead("WriteNote", statement="s1", text="Dit staat op elk scherm.")
        until(lambda: [screen.newest["seq"] for screen in screens] == [last, last])
        assert [told(screen.newest) for screen in screens] == [told(group.look(group.facilitator))] * 2
        assert max(screen.opened for screen in screens) <= 3  # a desk comes back: its key may have ended meanwhile
        if LONG:  # one comes every twenty seconds
            assert [any(began < beat < ended for beat in screen.beats) for screen in screens] == [True, True]
        assert untrue(address, group, senders, [each.url for each in servers]) == []
        assert {said for each in senders for said in each.instead} <= {"not_saved", "not_read"}
        slowest = max(each.longest_answer for each in senders)
        assert slowest < ANSWER_WITHIN
        tell("%.0f s of silence, an answer after at most %.1f s, nothing lost", ended - began, slowest)


def _everybody_is_told(senders: Sequence[Sender]) -> None:
    """That it was not saved; the sentence is looked at by the each."""
    until(lambda: all(each.instead["not_saved"] for each in senders))
