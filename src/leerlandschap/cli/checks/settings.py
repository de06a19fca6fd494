# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings that each can be used, and together cannot, or promise something that is not so."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

from leerlandschap.cli.checks import Finding, good, mend, note
from leerlandschap.post.server import mail_server
from leerlandschap.settings import Settings

HERE = ("127.0.0.1", "::1", "localhost")
PATIENCE = 5.0  # seconds for the mail server
A_WEEK = 7 * 24


def check_settings(settings: Settings) -> Iterator[Finding]:
    yield from _addresses(settings)
    yield from _files(settings)
    yield from _notice(settings)
    yield from _mail(settings)
    if settings.workers > 1 and settings.database_address.startswith("sqlite"):
        yield mend("workers_need_postgresql", n=settings.workers)


def _addresses(settings: Settings) -> Iterator[Finding]:
    if settings.public_url is None:
        yield note("only_here") if settings.host in HERE else mend("no_public_url", host=settings.host)
        return
    parts = urlsplit(settings.public_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield mend("public_url_unreadable", url=settings.public_url)
    elif parts.path.strip("/"):
        yield mend("public_url_with_path", url=settings.public_url)
    elif parts.scheme == "http" and parts.hostname not in HERE:
        yield mend("public_url_without_tls", url=settings.public_url)
    else:
        yield good("public_url", url=settings.public_url)


def _files(settings: Settings) -> Iterator[Finding]:
    for name, file in (("THEME", settings.theme), ("HOUSE_STYLE", settings.house_style)):
        if file is not None and not file.is_file():
            yield mend("no_such_file", setting=name, file=str(file))


def _notice(settings: Settings) -> Iterator[Finding]:
    """What a participant has to be told before joining (GDPR, article 13)."""
    if not settings.organisation or not settings.contact:
        yield mend("notice_incomplete")
    elif not settings.data_protection_officer:
        yield note("no_officer")
    if settings.seal_hours > A_WEEK:
        yield note("sealed_late", days=settings.seal_hours // 24)


def _mail(settings: Settings) -> Iterator[Finding]:
    if settings.smtp is None:
        yield note("no_mail")
        return
    server = mail_server(settings.smtp)
    where = f"{server.host}:{server.port}"
    try:
        socket.create_connection((server.host, server.port), PATIENCE).close()
    except OSError as trouble:
        yield mend("mail_unreachable", server=where, reason=trouble.strerror or str(trouble))
    else:
        yield good("mail_reachable", server=where)
    if server.encryption in ("none", "if_offered") and server.host not in HERE:
        yield mend("mail_unencrypted", server=where)
