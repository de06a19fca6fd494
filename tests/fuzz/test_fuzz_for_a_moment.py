# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short form of `python -m tests.fuzz`: the same attacks from a fixed seed, for a moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.attacking import Target, on_the_api, on_the_forms
from tests.server import Server, serving

AT_MOST, SEED = 7, 20260301  # seconds for each role, most of which go into thinking of requests
OF_EACH = 4
FEW = 10  # requests: no attack


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("fuzz")) as running:
        yield running


@pytest.mark.parametrize("role", ["facilitator", "participant", "landscape", "nobody"])
def test_no_request_to_the_api_is_answered_with_what_is_not_described(
    server: Server, tmp_path: Path, role: str
) -> None:
    target = Target(server.url)
    attack = on_the_api(target, role, AT_MOST, SEED, tmp_path, OF_EACH)
    if attack.requests <= FEW:  # a machine so busy that it hardly came to more than thinking
        attack = on_the_api(target, role, 5 * AT_MOST, SEED, tmp_path, OF_EACH)
    target.client.close()
    assert attack.failures == ()
    assert attack.requests > FEW


def test_no_form_makes_the_server_fail(server: Server) -> None:
    target = Target(server.url)
    attack = on_the_forms(target, 100, SEED)
    target.client.close()
    assert attack.failures == ()
    assert attack.requests >= 60
