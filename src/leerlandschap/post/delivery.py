# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One letter to the mail server, and what it said."""

import asyncio
from email.message import EmailMessage

from leerlandschap.post.server import MailServer

PATIENCE = 20.0  # seconds for one answer of the server
LONGEST = 45.0  # and for the whole letter: shorter than the shortest wait before it is tried again
SAID = 300  # characters kept of what the server said


async def delivered(server: MailServer, letter: EmailMessage) -> str | None:
    """None once the server took it, or else what went wrong: its three-digit code and words where it refused."""
    import aiosmtplib  # takes a while to import, and most houses send no mail

    try:
        async with asyncio.timeout(LONGEST):
            await aiosmtplib.send(
                letter,
                hostname=server.host,
                port=server.port,
                username=server.user,
                password=server.password,
                use_tls=server.encryption == "tls",
                start_tls={"starttls": True, "if_offered": None}.get(server.encryption, False),
                timeout=PATIENCE,
            )
    except aiosmtplib.SMTPRecipientsRefused as refused:
        return _said(refused.recipients[0].code, refused.recipients[0].message)
    except aiosmtplib.SMTPResponseException as refused:
        return _said(refused.code, refused.message)
    except (aiosmtplib.SMTPException, OSError, ValueError) as trouble:  # a timeout is an OSError
        return _kept(str(trouble) or type(trouble).__name__)
    return None


def _said(code: int, words: str) -> str:
    return _kept(f"{code} {words}") if code > 0 else _kept(words)


def _kept(words: str) -> str:
    return " ".join(words.split())[:SAID]
