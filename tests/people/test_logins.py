# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a login is worth, until when, and what the roles of a provider mean here."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from leerlandschap.database.tables import logins
from leerlandschap.people.logins import LASTS, Logins, Roles, Standing
from leerlandschap.settings import BadSetting, from_environment
from tests.cast import NINE
from tests.people.conftest import counting

ALL = frozenset(Standing)
PROVIDER = {
    "LEERLANDSCHAP_OIDC_ISSUER": "https://login.westerveen.example",
    "LEERLANDSCHAP_OIDC_CLIENT_ID": "leerlandschap",
    "LEERLANDSCHAP_OIDC_CLIENT_SECRET": "geheim",
}


@pytest.fixture
def kept(engine: Engine) -> Logins:
    return Logins(engine, counting("a-long-and-secret-key-{}"))


def test_a_login_is_worth_what_was_said_until_its_end(kept: Logins) -> None:
    femke = kept.begin({Standing.FACILITATOR}, NINE)
    karin = kept.begin(ALL, NINE)
    assert kept.standings(femke, NINE) == frozenset({Standing.FACILITATOR})
    assert kept.standings(karin, NINE) == ALL
    assert kept.standings(femke, NINE + LASTS) is None
    assert kept.standings("a-long-and-secret-key-3", NINE) is None


def test_whoever_logs_out_is_out_and_nobody_else(kept: Logins) -> None:
    femke, karin = (kept.begin(ALL, NINE) for _ in range(2))
    kept.end(femke)
    kept.end(femke)
    assert (kept.standings(femke, NINE), kept.standings(karin, NINE)) == (None, ALL)


def test_logins_that_ended_are_erased_at_the_next(kept: Logins, engine: Engine) -> None:
    kept.begin(ALL, NINE)
    kept.begin(ALL, NINE + LASTS)
    with engine.connect() as connection:
        assert len(connection.execute(select(logins)).all()) == 1


ROLES = Roles("roles", ("admin",), ("leader", "author"), ("reader",))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"roles": ["leader"]}, {Standing.FACILITATOR}),
        ({"roles": "author"}, {Standing.FACILITATOR}),
        ({"roles": ["admin", "reader", "other"]}, {Standing.ADMINISTRATOR, Standing.READER}),
        ({"roles": ["Leader", "lead", "leader,admin"]}, set()),
        ({"roles": {"leader": True}}, set()),
        ({"roles": [1, None, ["leader"]]}, set()),
        ({"roles": None}, set()),
        ({"groups": ["leader"]}, set()),
        ({}, set()),
    ],
)
def test_a_role_is_what_it_is_called(said: dict[str, Any], expected: set[Standing]) -> None:
    assert ROLES.of(said) == expected


def test_roles_may_lie_deeper_or_have_a_dot_in_their_name() -> None:
    deeper = Roles("realm_access.roles", facilitators=("leader",))
    assert deeper.of({"realm_access": {"roles": ["leader"]}}) == {Standing.FACILITATOR}
    assert deeper.of({"realm_access.roles": ["leader"]}) == {Standing.FACILITATOR}
    assert deeper.of({"realm_access": ["leader"]}) == set()


def test_without_any_role_named_everybody_who_can_log_in_makes_workshops_and_nobody_more() -> None:
    assert Roles("roles").of({}) == {Standing.FACILITATOR}


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"LEERLANDSCHAP_OIDC_ISSUER": "http://login.westerveen.example"}, "OIDC_ISSUER"),
        ({"LEERLANDSCHAP_OIDC_ISSUER": "login.westerveen.example"}, "OIDC_ISSUER"),
        ({"LEERLANDSCHAP_OIDC_ISSUER": "https://"}, "OIDC_ISSUER"),
        ({"LEERLANDSCHAP_OIDC_CLIENT_ID": ""}, "OIDC_CLIENT_ID"),
        ({"LEERLANDSCHAP_OIDC_CLIENT_SECRET": ""}, "OIDC_CLIENT_SECRET"),
    ],
)
def test_a_provider_that_cannot_be_trusted_or_used_stops_the_start(change: dict[str, str], names: str) -> None:
    with pytest.raises(BadSetting, match=names):
        from_environment({}, PROVIDER | change)


def test_the_settings_of_a_provider_arrive() -> None:
    settings = from_environment({}, PROVIDER | {"LEERLANDSCHAP_OIDC_READERS": "a, b,,c "})
    assert (settings.oidc_issuer, settings.oidc_readers) == ("https://login.westerveen.example", ("a", "b", "c"))
    assert (settings.oidc_claim, settings.oidc_facilitators, settings.oidc_administrators) == ("roles", (), ())
