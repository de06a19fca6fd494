# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own identity provider: OpenID Connect, authorisation code with PKCE (RFC 7636).

Imported only where one is set. What it says of itself (OpenID Connect Discovery 1.0) and its keys are asked for when
they are first needed, and again after an hour or when a token is signed with a key that we have not seen.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from msgspec import Struct

WELL_KNOWN = "/.well-known/openid-configuration"
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
AN_HOUR = datetime.timedelta(hours=1)
LEEWAY = 60  # seconds that its clock and ours may differ
PATIENCE = 10.0  # seconds for one answer


class ProviderAway(Exception):
    """It cannot be reached, or does not answer as a provider does; says what it was."""


class NotProven(Exception):
    """What came back does not prove that somebody logged in there for us; says what is wrong with it."""


class Question(Struct, frozen=True):
    """What one browser was sent to the provider with, and must come back with. Known to that browser and to us."""

    state: str
    nonce: str
    verifier: str


class Provider:
    """``issuer`` exactly as the provider calls itself; ``comes_back`` is our address that it sends people back to."""

    def __init__(
        self, issuer: str, client_id: str, client_secret: str, comes_back: str, now: Callable[[], datetime.datetime]
    ) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._comes_back = comes_back
        self._now = now
        self._said: dict[str, Any] = {}
        self._keys: dict[str, Any] = {}
        self._asked_at: datetime.datetime | None = None

    async def address(self, question: Question) -> str:
        """Where to send a browser to log in. Raises ProviderAway."""
        async with self._client() as client:
            await self._ask_about_itself(client)
            url, _ = client.create_authorization_url(
                self._said["authorization_endpoint"],
                state=question.state,
                nonce=question.nonce,
                code_verifier=question.verifier,
            )
        return str(url)

    async def claims(self, code: str, question: Question) -> Mapping[str, Any]:
        """What the provider says of who logged in. Raises ProviderAway, NotProven."""
        async with self._client() as client:
            await self._ask_about_itself(client)
            token = await self._token(client, code, question)
            proven = await self._proven(client, token, question)
            return {**await self._userinfo(client, token, str(proven["sub"])), **proven}

    def is_its_name(self, issuer: str | None) -> bool:
        """Whether an answer that says who it comes from (RFC 9207) comes from this provider; not every one says so."""
        return issuer is None or issuer == self._issuer

    def _client(self) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            self._client_id,
            self._client_secret,
            scope="openid profile",
            redirect_uri=self._comes_back,
            code_challenge_method="S256",
            timeout=PATIENCE,
        )

    async def _ask_about_itself(self, client: AsyncOAuth2Client) -> None:
        if self._asked_at is not None and self._asked_at <= self._now() < self._asked_at + AN_HOUR:
            return
        said = await self._json(client, self._issuer.rstrip("/") + WELL_KNOWN)
        if said.get("issuer") != self._issuer:
            raise ProviderAway(f"it calls itself {said.get('issuer')!r}")
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if missing := [each for each in needed if not isinstance(said.get(each), str)]:
            raise ProviderAway(f"it does not say its {missing[0]}")
        self._said, self._keys = said, await self._json(client, said["jwks_uri"])
        self._asked_at = self._now()

    async def _json(self, client: AsyncOAuth2Client, url: str, **more: Any) -> dict[str, Any]:
        try:
            answer = await client.request("GET", url, withhold_token=True, **more)
            answer.raise_for_status()
            said = answer.json()
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as trouble:
            raise ProviderAway(f"{url}: {_words(trouble)}") from None
        if not isinstance(said, dict):
            raise ProviderAway(f"{url} does not answer with an object")
        return said

    async def _token(self, client: AsyncOAuth2Client, code: str, question: Question) -> Mapping[str, Any]:
        try:
            token: Mapping[str, Any] = await client.fetch_token(
                self._said["token_endpoint"], code=code, code_verifier=question.verifier
            )
        except OAuthError as trouble:
            raise NotProven(f"no token: {trouble.error}") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as trouble:
            raise ProviderAway(f"no token: {_words(trouble)}") from None
        return token

    async def _proven(
        self, client: AsyncOAuth2Client, token: Mapping[str, Any], question: Question
    ) -> Mapping[str, Any]:
        """The claims of the ID token (OpenID Connect Core 1.0, section 3.1.3.7)."""
        raw = token.get("id_token")
        if not isinstance(raw, str):
            raise NotProven("there is no ID token")
        try:
            try:
                read = jwt.decode(raw, self._key_set(), algorithms=ALGORITHMS)
            except (InvalidKeyIdError, BadSignatureError):  # it may sign with another key since
                self._keys = await self._json(client, self._said["jwks_uri"])
                read = jwt.decode(raw, self._key_set(), algorithms=ALGORITHMS)
            claims: Mapping[str, Any] = self._checked(read, question, token.get("access_token"))
        except (JoseError, ValueError, TypeError) as trouble:
            raise NotProven(f"the ID token is not right: {trouble}") from None
        return claims

    def _checked(self, read: jwt.Token, question: Question, access_token: object) -> Mapping[str, Any]:
        """Made by this provider, for us, for this question, and still good. Raises JoseError."""
        by_and_for = {"iss": self._issuer, "aud": self._client_id}
        wanted = {name: {"essential": True, "value": value} for name, value in by_and_for.items()}
        more = {"nonce": question.nonce, "client_id": self._client_id, "access_token": access_token}
        claims: CodeIDToken = CodeIDToken(read.claims, read.header, wanted, more)
        claims.validate(int(self._now().timestamp()), LEEWAY)
        return dict(claims)

    def _key_set(self) -> KeySet:
        return KeySet.import_key_set(self._keys)  # type: ignore[arg-type]

    async def _userinfo(self, client: AsyncOAuth2Client, token: Mapping[str, Any], subject: str) -> Mapping[str, Any]:
        """Many a provider says there what it does not put into the token. It must be about the same person."""
        url = self._said.get("userinfo_endpoint")
        if not isinstance(url, str) or not token.get("access_token"):
            return {}
        bearer = {"authorization": f"Bearer {token['access_token']}"}
        said = await self._json(client, url, headers=bearer)
        if said.get("sub") != subject:
            raise NotProven("what it says besides is about somebody else")
        return said


def _words(trouble: Exception) -> str:
    return str(trouble) or type(trouble).__name__
