# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever finds a hole in an installation can find whom to tell."""

import datetime
from pathlib import Path

import httpx
import pytest

from leerlandschap.settings import BadSetting, from_environment
from tests.server import serving

PATH = "/.well-known/security.txt"


def test_it_says_whom_to_tell_and_is_good_for_less_than_a_year(tmp_path: Path) -> None:
    told = {"LEERLANDSCHAP_SECURITY_CONTACT": "veilig@westerveen.example"}
    with serving(tmp_path, environment={**told, "LEERLANDSCHAP_PUBLIC_URL": "https://leren.example"}) as server:
        answer = httpx.get(server.url + PATH)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in answer.text.splitlines())
    ends = datetime.datetime.fromisoformat(said.pop("Expires"))
    left = ends - datetime.datetime.now(datetime.UTC)
    assert datetime.timedelta(days=178) < left < datetime.timedelta(days=365)
    assert said == {
        "Contact": "mailto:veilig@westerveen.example",
        "Preferred-Languages": "nl, en",
        "Canonical": f"https://leren.example{PATH}",
    }


def test_without_a_contact_there_is_none(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert httpx.get(server.url + PATH).status_code == 404


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("veilig@westerveen.example", "mailto:veilig@westerveen.example"),
        ("mailto:veilig@westerveen.example", "mailto:veilig@westerveen.example"),
        ("https://westerveen.example/veilig", "https://westerveen.example/veilig"),
        ("", ""),
    ],
)
def test_an_address_is_written_as_one(contact: str, address: str) -> None:
    assert from_environment({"security_contact": contact}, {}).security_address == address


@pytest.mark.parametrize("contact", ["veilig", "http://westerveen.example", "a@b\nPolicy: x", "@", "javascript:x"])
def test_what_is_no_address_stops_the_start(contact: str) -> None:
    with pytest.raises(BadSetting, match="SECURITY_CONTACT"):
        from_environment({"security_contact": contact}, {})
