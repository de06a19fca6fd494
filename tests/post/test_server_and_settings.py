# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mail server is one address in the settings; what cannot be used stops the start, and says nothing secret."""

import pytest

from leerlandschap.post.server import MailServer, mail_server
from leerlandschap.settings import BadSetting, Settings, from_environment

FROM = {"LEERLANDSCHAP_MAIL_FROM": "Leerlandschap <leren@westerveen.example>"}


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example", MailServer("mail.example", 587, "starttls")),
        ("smtps://mail.example", MailServer("mail.example", 465, "tls")),
        ("smtp://mail.example:25?starttls=no", MailServer("mail.example", 25, "none")),
        ("smtp://mail.example?starttls=try", MailServer("mail.example", 587, "if_offered")),
        ("smtp://jan%40x:p%3Aw%2Fd@mail.example", MailServer("mail.example", 587, "starttls", "jan@x", "p:w/d")),
        ("smtp://[::1]:2525", MailServer("::1", 2525, "starttls")),
    ],
)
def test_an_address_says_all_about_a_server(address: str, server: MailServer) -> None:
    assert mail_server(address) == server


@pytest.mark.parametrize(
    "address",
    ["mail.example:25", "http://mail.example", "smtp://", "smtp://mail.example:many", "smtp://x?starttls=maybe"],
)
def test_what_is_no_address_of_a_server_stops_the_start(address: str) -> None:
    with pytest.raises(BadSetting, match="LEERLANDSCHAP_SMTP: "):
        from_environment({}, FROM | {"LEERLANDSCHAP_SMTP": address})


def test_a_password_is_never_repeated() -> None:
    with pytest.raises(BadSetting) as wrong:
        from_environment({}, FROM | {"LEERLANDSCHAP_SMTP": "smtp://jan:geheim@mail.example:many"})
    assert "geheim" not in str(wrong.value)
    assert "geheim" not in repr(mail_server("smtp://jan:geheim@mail.example"))


@pytest.mark.parametrize("sender", ["", "Leerlandschap", "Leerlandschap <leren@>"])
def test_who_can_write_must_say_from_whom(sender: str) -> None:
    with pytest.raises(BadSetting, match="LEERLANDSCHAP_MAIL_FROM: "):
        from_environment({}, {"LEERLANDSCHAP_SMTP": "smtp://mail.example", "LEERLANDSCHAP_MAIL_FROM": sender})


@pytest.mark.parametrize("days", ["-1", "366", "week"])
def test_reminding_is_a_matter_of_days(days: str) -> None:
    with pytest.raises(BadSetting):
        from_environment({}, {"LEERLANDSCHAP_REMINDER_DAYS": days})


def test_nothing_said_is_nobody_written_to() -> None:
    assert from_environment({}, {}) == Settings()
    assert Settings().smtp is None
