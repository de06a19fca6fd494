# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real OpenID Connect provider as a process of its own, that checks PKCE and can be told to go wrong.

As a program it takes a port. Its people are those of ``PEOPLE``; ``PUT /wrong`` with JSON says what is wrong from then
on: ``iss``, ``aud``, ``nonce``, ``exp`` of its tokens, or ``sub`` of what it says besides.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from tests.server import free_port

PATIENCE = 30.0
PEOPLE = {
    "femke": ["workshop-leader"],
    "karin": ["workshop-admin", "somebody-else"],
    "aisha": ["policy-reader"],
    "bram": [],
}
ROLES = {
    "LEERLANDSCHAP_OIDC_CLAIM": "realm_access.roles",
    "LEERLANDSCHAP_OIDC_FACILITATORS": "workshop-leader, workshop-author",
    "LEERLANDSCHAP_OIDC_ADMINISTRATORS": "workshop-admin",
    "LEERLANDSCHAP_OIDC_READERS": "policy-reader",
}


class Provider:
    """The process, as the tests see it."""

    def __init__(self, log: Path) -> None:
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def settings(self) -> dict[str, str]:
        """What a house needs to know of it."""
        known_by = {"LEERLANDSCHAP_OIDC_CLIENT_ID": "leerlandschap", "LEERLANDSCHAP_OIDC_CLIENT_SECRET": "geheim"}
        return {"LEERLANDSCHAP_OIDC_ISSUER": self.issuer, **known_by, **ROLES}

    def start(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "tests.provider", str(self.port)]
        more = {"AUTHLIB_INSECURE_TRANSPORT": "1"}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, env={**os.environ, **more}, cwd=Path(__file__).parents[1]
            )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{self.issuer}/.well-known/openid-configuration")
                return
            time.sleep(0.05)
        raise RuntimeError(self._log.read_text())

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
            self._process = None

    def goes_wrong(self, **what: Any) -> None:
        """From now on; without anything it is right again."""
        httpx.put(f"{self.issuer}/wrong", json=what).raise_for_status()

    def signs_anew(self) -> None:
        """With another key than before."""
        httpx.put(f"{self.issuer}/another-key").raise_for_status()

    def logs_in(self, address: str, who: str) -> str:
        """Somebody who was sent to this address logs in there; where they are sent back to."""
        answer = httpx.post(address, data={"sub": who})
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]


@contextlib.contextmanager
def providing(log: Path) -> Iterator[Provider]:
    provider = Provider(log)
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


# ---- the process itself


def main(port: int) -> None:
    import flask
    import oidc_provider_mock
    from oidc_provider_mock import _app as inside
    from werkzeug.serving import make_server

    wrong: dict[str, Any] = {}
    _checks_pkce(inside)
    _goes_wrong(inside, wrong)
    said = {who: {"realm_access": {"roles": held}} for who, held in PEOPLE.items()}
    people = [oidc_provider_mock.User(sub=who, claims=claims) for who, claims in said.items()]
    app = oidc_provider_mock.app(require_nonce=True, user_claims=people)

    def goes_wrong() -> str:
        wrong.clear()
        wrong.update(flask.request.get_json())
        return ""

    def another_key() -> str:
        held = flask.g.oidc_provider_mock_storage
        held.jwk = type(held.jwk).generate_key(is_private=True)
        return ""

    app.add_url_rule("/wrong", view_func=goes_wrong, methods=["PUT"])
    app.add_url_rule("/another-key", view_func=another_key, methods=["PUT"])
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


def _checks_pkce(inside: Any) -> None:
    """Which the package does not by itself (RFC 7636)."""
    from authlib.oauth2.rfc7636 import CodeChallenge

    challenges: dict[str, str] = {}
    grant, openid = inside.AuthorizationCodeGrant, inside.OpenIDCode
    save, extend = grant.save_authorization_code, openid.__call__

    class Checking(CodeChallenge):  # type: ignore[misc]
        def get_authorization_code_challenge(self, code: Any) -> str:
            return challenges[code.code]  # a login without a challenge goes wrong here

        def get_authorization_code_challenge_method(self, _code: Any) -> str:
            return "S256"

    def saved(self: Any, code: str, request: Any) -> None:
        challenges[code] = request.payload.data["code_challenge"]
        save(self, code, request)

    def extended(self: Any, issuing: Any) -> None:
        extend(self, issuing)
        Checking()(issuing)

    grant.save_authorization_code, openid.__call__ = saved, extended


def _goes_wrong(inside: Any, wrong: dict[str, Any]) -> None:
    """What it says of somebody is not in the token but beside it, and either may be told to be wrong."""
    besides = inside._user_claims_for_scope

    def wrong_about(*names: str) -> dict[str, Any]:
        return {name: value for name, value in wrong.items() if name in names}

    def in_token(_self: Any, user: Any, _scope: str) -> dict[str, Any]:
        return {"sub": user.sub, **wrong_about("nonce", "iss", "aud", "exp")}

    inside.OpenIDCode.generate_user_info = in_token
    inside._user_claims_for_scope = lambda user, scope: besides(user, scope) | wrong_about("sub")


if __name__ == "__main__":
    main(int(sys.argv[1]))
