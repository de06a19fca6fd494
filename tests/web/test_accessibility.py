# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement stands at an address for each language, with what the organisation filled in."""

from collections.abc import Iterator

import httpx
import pytest

from tests.server import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    filled_in = {"ORGANISATION": "Gemeente Westerveen", "CONTACT": "leren@westerveen.example"}
    filled_in |= {"ACCESSIBILITY_STATUS": "b", "ACCESSIBILITY_SIGNED": "2026-11-02"}
    more = {f"LEERLANDSCHAP_{name}": value for name, value in filled_in.items()}
    with serving(tmp_path_factory.mktemp("statement"), environment=more) as running:
        yield running


@pytest.mark.parametrize(
    ("address", "reader", "language", "says"),
    [
        ("/toegankelijkheid", "en", "nl", ["B, voldoet gedeeltelijk", "2 november 2026"]),
        ("/accessibility", "nl", "en", ["B, complies partly", "2 November 2026"]),
    ],
)
def test_each_address_speaks_its_own_language_whoever_asks(
    server: Server, address: str, reader: str, language: str, says: list[str]
) -> None:
    answer = httpx.get(server.url + address, headers={"accept-language": reader})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert [
        words for words in (*says, "Gemeente Westerveen", "leren@westerveen.example") if words not in answer.text
    ] == []
