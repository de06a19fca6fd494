# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents over real HTTP: every kind comes as what it is, under a name that says what it is."""

from collections.abc import Iterator

import pytest

from leerlandschap.documents import KINDS
from tests.server import Group, serving


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Group]:
    with serving(tmp_path_factory.mktemp("documents")) as server:
        yield Group(server.url, 6)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_fetched_by_who_takes_part(group: Group, kind: str) -> None:
    address = f"/api/v1/workshops/{group.opened['workshop']}/documents/{kind}"
    answer = group.client.get(address, headers={"authorization": f"Bearer {group.people[0]}"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, KINDS[kind].media_type)
    assert answer.headers["content-disposition"].endswith(f'.{KINDS[kind].suffix}"')


def test_a_kind_that_there_is_not_is_refused(group: Group) -> None:
    address = f"/api/v1/workshops/{group.opened['workshop']}/documents/papyrus"
    answer = group.client.get(address, headers={"authorization": f"Bearer {group.facilitator}"})
    assert (answer.status_code, answer.json()["refusal"]) == (404, "no_such_document")
