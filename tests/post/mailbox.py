# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real mail server on a port of its own, that takes letters, refuses them, or is away."""

import contextlib
import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from leerlandschap.post.server import Encryption, MailServer
from tests.server import free_port

TAKEN = "250 OK"
USER, PASSWORD = "leerlandschap", "geheim"


class Mailbox:
    """What came in; ``answers`` are given to the next recipients, one each, before everything is taken again."""

    def __init__(self, encryption: Encryption = "none", login: bool = False) -> None:
        self.port = free_port()
        self.came: list[EmailMessage] = []
        self.answers: list[str] = []
        self.encrypted: list[bool] = []
        self.server = MailServer("127.0.0.1", self.port, encryption)
        self._login = login
        if login:
            self.server = MailServer("127.0.0.1", self.port, encryption, USER, PASSWORD)

    @contextlib.contextmanager
    def opened(self, tls: ssl.SSLContext | None = None) -> Iterator["Mailbox"]:
        login: dict[str, Any] = {"auth_required": True, "authenticator": _known} if self._login else {}
        options: dict[str, Any] = {"tls_context": tls, "auth_require_tls": tls is not None, **login}
        controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=20, **options)
        controller.start()
        try:
            yield self
        finally:
            controller.stop()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = self.answers.pop(0) if self.answers else TAKEN
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer.format(address=address)

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.came.append(message_from_bytes(envelope.content, policy=default))
        self.encrypted.append(session.ssl is not None)
        return TAKEN


def _known(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, told: Any) -> AuthResult:
    """Whoever logs in as we do."""
    right = isinstance(told, LoginPassword) and (told.login, told.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def words(message: EmailMessage) -> str:
    """The text of a letter."""
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def attached(message: EmailMessage) -> dict[str, str]:
    """Attachments by their name."""
    return {str(each.get_filename()): str(each.get_content()) for each in message.iter_attachments()}
