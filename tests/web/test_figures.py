# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""For who runs it: health, and figures that say how it is going and nothing about anybody."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from leerlandschap.journal.spread import Spread
from leerlandschap.web.figures import Figures, exposition
from tests.server import Group, Server, serving

KEY = "waterval-en-kraanvogel"
Sample = tuple[str, tuple[tuple[str, str], ...]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("figures"), environment={"LEERLANDSCHAP_METRICS_KEY": KEY}) as running:
        yield running


def samples(written: str) -> dict[Sample, float]:
    found = (each for family in text_string_to_metric_families(written) for each in family.samples)
    return {(each.name, tuple(sorted(each.labels.items()))): each.value for each in found}


def asked(server: Server, said: str = "") -> httpx.Response:
    headers = [(b"authorization", said.encode())] if said else []
    return httpx.get(f"{server.url}/metrics", headers=headers, timeout=30)


def read(server: Server) -> dict[Sample, float]:
    answer = asked(server, f"Bearer {KEY}")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return samples(answer.text)


def test_it_lives_and_is_ready(server: Server) -> None:
    both = [httpx.get(f"{server.url}/health/{each}", timeout=30) for each in ("live", "ready")]
    assert [(each.status_code, each.json()) for each in both] == [(200, {"status": "ok"})] * 2


def test_only_who_holds_the_key_reads_them(server: Server) -> None:
    said = ["", f"Basic {KEY}", "Bearer", f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", "Bearer é"]
    answers = [asked(server, each) for each in said]
    assert [(each.status_code, each.json()["refusal"]) for each in answers] == [(401, "metrics_key")] * len(said)


def test_what_a_workshop_did_is_counted(server: Server) -> None:
    before = read(server)
    group = Group(server.url, 5)
    group.lead("OpenStatements")
    for person in group.people:
        assert group.ask(person, "TakeStance", statement="s1", position=4).status_code == 200
    assert group.ask(group.people[0], "TakeStance", statement="s1", position=9).status_code == 422
    assert group.ask("a" * 26, "Close").status_code == 401
    after = read(server)
    more = {key: after[key] - before.get(key, 0) for key in after}
    assert more["leerlandschap_commands_total", (("answer", "taken"),)] == 6
    assert more["leerlandschap_commands_total", (("answer", "position_out_of_range"),)] == 1
    assert more["leerlandschap_commands_total", (("answer", "key_expired"),)] == 1
    assert more["leerlandschap_acknowledgement_seconds_count", ()] == 6
    assert more["leerlandschap_acknowledgement_seconds_bucket", (("le", "+Inf"),)] == 6
    assert more["leerlandschap_commit_entries_sum", ()] >= 12  # a workshop opened, five people in, and the six
    assert more["leerlandschap_rooms", (("kind", "workshop"),)] == 1
    assert (after["leerlandschap_journal_troubles_total", ()], after["leerlandschap_screens", ()]) == (0, 0)
    assert after["process_resident_memory_bytes", ()] > 10_000_000


def test_screens_that_follow_are_counted_and_so_is_what_they_are_sent(server: Server) -> None:
    group = Group(server.url, 1)
    before = read(server)
    looking = {"Authorization": f"Bearer {group.facilitator}"}
    with group.client.stream("GET", f"{group.path}/stream?as=json", headers=looking) as stream:
        lines = stream.iter_lines()
        next(lines)
        group.lead("OpenStatements")
        assert any('"moment":"vote"' in line for line in lines)
        after = read(server)
    more = {key: after[key] - before[key] for key in before}
    counted = [more[f"leerlandschap_{each}", ()] for each in ("screens", "frames_drawn_total", "frames_sent_total")]
    assert counted == [1, 2, 1]  # the first frame is drawn for who comes in, and goes only there


def test_no_figure_names_a_workshop_or_anybody(server: Server) -> None:
    group = Group(server.url, 1)
    group.lead("OpenStatements")
    allowed = {"answer", "kind", "le", "version"}
    found = read(server)
    assert {name for _, labels in found for name, _ in labels} == allowed
    said = asked(server, f"Bearer {KEY}").text
    secrets = [group.opened["workshop"], group.opened["landscape"], group.facilitator, group.people[0], "Westerveen"]
    assert [each for each in (*secrets, group.opened["code"]) if each in said] == []


def test_without_a_key_there_are_none(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        answers = [asked(server), asked(server, "Bearer None")]
        assert [(each.status_code, each.json()["refusal"]) for each in answers] == [(404, "not_found")] * 2


def test_of_several_processes_each_says_which_it_is() -> None:
    nothing = Spread((1.0,))
    found = Figures(1, 2, 3, 4, 5, 6, 7, {"too_late": 8}, nothing, nothing, "4711")
    written, _ = exposition(found)
    assert {dict(labels).get("process") for _, labels in samples(written.decode())} == {"4711"}


def test_a_number_falls_under_the_first_bound_that_it_does_not_pass() -> None:
    spread = Spread((1, 10))
    for number in (0, 1, 1.5, 10, 11):
        spread.note(number)
    assert (spread.counts, spread.total) == ([2, 2, 1], 23.5)
