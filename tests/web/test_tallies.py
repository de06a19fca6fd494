# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A group that used paper: its totals are entered on one page, over HTTP, and nothing half."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.server import Group, serving

ROW = {"s1.1": "2", "s1.2": "1", "s1.3": "0", "s1.4": "5", "s1.5": "4", "s1.none": "1"}


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Group]:
    with serving(tmp_path) as server:
        yield Group(server.url)


def entered(group: Group, **fields: str) -> httpx.Response:
    workshop = group.opened["workshop"]
    cookie = {"cookie": f"ll-facilitator-{workshop}={group.facilitator}"}
    return group.client.post(f"/w/{workshop}/tallies", data=fields, headers=cookie)


def test_what_was_counted_on_paper_is_the_outcome(group: Group) -> None:
    answer = entered(group, **ROW, **{"s2.4": "9"})
    assert answer.status_code == 303
    statements = {each["id"]: each for each in group.look(group.facilitator)["statements"]}
    assert statements["s1"]["outcomes"][0]["counts"] == [2, 1, 0, 5, 4]
    assert statements["s1"]["outcomes"][0]["no_opinion"] == 1
    assert statements["s2"]["outcomes"][0]["counts"] == [0, 0, 0, 9, 0]
    assert statements["s3"]["status"] == "waiting"


@pytest.mark.parametrize("wrong", ["-1", "two", "1.5", "٣", "9999999"])
def test_a_number_that_is_none_refuses_the_page_and_keeps_what_was_typed(group: Group, wrong: str) -> None:
    answer = entered(group, **{**ROW, "s1.3": wrong})
    assert answer.status_code == 422
    assert f'value="{wrong}"' in answer.text
    assert 'value="5"' in answer.text
    assert all(each["status"] == "waiting" for each in group.look(group.facilitator)["statements"])


def test_an_empty_page_says_what_to_do(group: Group) -> None:
    answer = entered(group)
    assert answer.status_code == 422
    assert "heel getal" in answer.text


def test_too_few_on_paper_show_nothing_either(group: Group) -> None:
    assert entered(group, **{"s1.4": "4"}).status_code == 303
    first = group.look(group.facilitator)["statements"][0]["outcomes"][0]
    assert (first["kind"], first["counts"]) == ("too_few", None)


def test_it_is_for_the_facilitator_only(group: Group) -> None:
    path = f"/w/{group.opened['workshop']}/tallies"
    assert group.client.get(path).status_code == 401
    assert group.client.post(path, data=ROW).status_code == 401
