# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisation's mail server, from one address: ``smtp://user:password@mail.example:587``, or ``smtps://``."""

from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

Encryption = Literal["tls", "starttls", "if_offered", "none"]
STARTTLS: dict[str, Encryption] = {"yes": "starttls", "try": "if_offered", "no": "none"}


class MailServer(Struct, frozen=True):
    host: str
    port: int
    encryption: Encryption = "starttls"
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """Without who logs in and how: it may end up in a log."""
        return f"MailServer({self.host}:{self.port}, {self.encryption})"


def mail_server(address: str) -> MailServer:
    """A plain ``smtp://`` insists on encryption by STARTTLS (RFC 3207) unless ``?starttls=try`` or ``no`` says
    otherwise; ``smtps://`` is encrypted from its first byte (RFC 8314). Raises ValueError, which never repeats the
    address: there may be a password in it."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("its host or port cannot be read") from None
    if parts.scheme not in ("smtp", "smtps"):
        raise ValueError("it must begin with smtp:// or smtps://")
    if not host:
        raise ValueError("it names no host")
    secure = parts.scheme == "smtps"
    return MailServer(
        host=host,
        port=port or (465 if secure else 587),
        encryption="tls" if secure else _starttls(parts.query),
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _starttls(query: str) -> Encryption:
    said = parse_qs(query).get("starttls", ["yes"])[-1]
    if said not in STARTTLS:
        raise ValueError(f"starttls is one of {', '.join(STARTTLS)}")
    return STARTTLS[said]
