# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters arrive, once, whatever the mail server does in between; nothing is lost, and trouble can be seen."""

import logging
import ssl

import pytest
from msgspec.structs import replace
from sqlalchemy import Engine

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.vocabulary import Role
from leerlandschap.people import Grant
from leerlandschap.post.letters import TRIES
from leerlandschap.views.letters import LetterKind, LetterLine
from tests.post.mailbox import Mailbox, attached, words
from tests.post.office import ADDRESS, HOURS, LANDSCAPE, NINE, SANNE, Office, finding, run

REFUSED = "550 5.1.1 <{address}>: mailbox unavailable"
TODAY = NINE.date()


def test_whoever_gets_a_follow_up_is_invited_with_the_date_and_a_link(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        (letter,) = mailbox.came
        assert letter["To"] == f"{SANNE} <{ADDRESS}>"
        assert letter["Subject"] == "Jouw vervolgactie: De uren optellen."
        said = words(letter)
        for part in ("De uren optellen.", "10 december 2026", "Als het maandag is, dan bel ik.", "het getal er is"):
            assert part in said
        key = said.split(f"https://leren.example/k/{LANDSCAPE}/")[1].split()[0]
        assert office.doors.grant(key) == Grant(LANDSCAPE, Role.OWNER, HOURS)
        (calendar,) = attached(letter).values()
        assert "DTSTART;VALUE=DATE:20261210" in calendar
        assert await office.lines() == (LetterLine(LetterKind.INVITATION, TODAY, sent_on=TODAY),)

    run(engine, mailbox.server, story)


def test_a_letter_is_sent_once(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        for _ in range(3):
            await office.desk.postman.told(LANDSCAPE)
            await office.rounds()
            office.clock.waits(hours=2)
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


def test_a_refused_letter_is_kept_and_tried_again(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = [REFUSED]
        await (await office.opens()).gives()
        await office.rounds()
        assert mailbox.came == []
        waits = LetterLine(LetterKind.INVITATION, TODAY, None, True, "550 5.1.1 <…>: mailbox unavailable", 1)
        assert await office.lines() == (waits,)
        await office.rounds()
        assert mailbox.came == []  # not before its time
        office.clock.waits(minutes=1)
        await office.rounds()
        assert len(mailbox.came) == 1
        assert await office.lines() == (LetterLine(LetterKind.INVITATION, TODAY, sent_on=TODAY),)

    run(engine, mailbox.server, story)


def test_a_server_that_is_too_busy_gets_it_later(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = ["451 4.3.0 try again later", "451 4.3.0 try again later"]
        await (await office.opens()).gives()
        for minutes in (0, 1, 5):
            assert mailbox.came == []
            office.clock.waits(minutes=minutes)
            await office.rounds()
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


def test_a_server_that_is_away_gets_it_when_it_is_back(engine: Engine) -> None:
    mailbox = Mailbox()

    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        (line,) = await office.lines()
        assert (line.refused, line.minutes, line.sent_on) == (False, 1, None)
        assert "127.0.0.1" in line.trouble
        office.clock.waits(minutes=1)
        with mailbox.opened():
            await office.rounds()
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


def test_after_eight_tries_it_is_given_up_and_that_shows(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = [REFUSED] * 20
        await (await office.opens(due_on=None)).gives()
        for _ in range(TRIES + 2):
            await office.rounds()
            office.clock.waits(days=1)
        assert len(mailbox.answers) == 20 - TRIES
        (invitation,) = await office.lines()
        assert (invitation.minutes, invitation.sent_on, invitation.refused) == (None, None, True)

    run(engine, mailbox.server, story)


def test_a_corrected_address_is_tried_at_once(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = [REFUSED]
        await (await office.opens()).gives(address="sane@westerveen.example")
        await office.rounds()
        await office.gives()
        await office.rounds()
        assert [letter["To"].addresses[0].addr_spec for letter in mailbox.came] == [ADDRESS]

    run(engine, mailbox.server, story)


def test_two_processes_never_send_the_same_letter(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds(*(office.one_more_desk() for _ in range(4)))
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


def test_a_process_that_dies_while_sending_loses_nothing(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        letters = office.desk.letters
        (letter,) = letters.due(office.clock())
        assert letters.claim(letter, office.clock(), office.clock().replace(minute=1))
        assert not letters.claim(letter, office.clock(), office.clock().replace(minute=1))
        await office.rounds()
        assert mailbox.came == []
        office.clock.waits(minutes=1)
        await office.rounds()
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


def test_an_invitation_that_was_never_queued_is_found_by_a_later_round(engine: Engine, mailbox: Mailbox) -> None:
    """As when the house goes down between the two."""

    async def story(office: Office) -> None:
        await office.opens()
        await office.hears(c.GiveOwner(HOURS, office.names.keep(LANDSCAPE, SANNE, ADDRESS)))
        await office.rounds()
        assert len(mailbox.came) == 1

    run(engine, mailbox.server, story)


@pytest.mark.parametrize("command", [finding(), c.Drop(HOURS, "Het is al besloten."), c.GiveOwner(HOURS, None)])
def test_what_is_over_before_the_letter_goes_is_not_sent(engine: Engine, mailbox: Mailbox, command: c.Command) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.hears(command)
        await office.rounds()
        assert mailbox.came == []
        assert office.desk.letters.of(LANDSCAPE) == ()

    run(engine, mailbox.server, story)


def test_nobody_who_is_forgotten_is_written_to(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = [REFUSED]
        sanne = await (await office.opens()).gives()
        await office.rounds()
        office.names.forget(sanne)
        office.clock.waits(days=20)
        await office.rounds()
        assert mailbox.came == []
        assert office.desk.letters.of(LANDSCAPE) == ()

    run(engine, mailbox.server, story)


def test_an_address_that_no_header_takes_is_trouble_and_not_a_failure(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives(address=f"sanne@{'.'.join(['ü' * 70] * 2)}")
        await office.rounds()
        (line,) = await office.lines()
        assert line.trouble
        assert line.minutes == 1

    run(engine, mailbox.server, story)


def test_no_address_is_logged(engine: Engine, mailbox: Mailbox, caplog: pytest.LogCaptureFixture) -> None:
    async def story(office: Office) -> None:
        mailbox.answers = [REFUSED]
        await (await office.opens()).gives()
        await office.rounds()

    with caplog.at_level(logging.INFO, "leerlandschap"):
        run(engine, mailbox.server, story)
    assert "was not sent" in caplog.text
    assert ADDRESS not in caplog.text


# ---- logging in, and encryption


def test_a_letter_goes_over_an_encrypted_line_to_a_server_that_asks_for_a_password(
    engine: Engine, certificate: ssl.SSLContext
) -> None:
    with Mailbox("starttls", login=True).opened(certificate) as mailbox:

        async def story(office: Office) -> None:
            await (await office.opens()).gives()
            await office.rounds()
            assert mailbox.encrypted == [True]

        run(engine, mailbox.server, story)


def test_a_wrong_password_is_trouble_one_can_see(engine: Engine, certificate: ssl.SSLContext) -> None:
    with Mailbox("starttls", login=True).opened(certificate) as mailbox:

        async def story(office: Office) -> None:
            await (await office.opens()).gives()
            await office.rounds()
            (line,) = await office.lines()
            assert (mailbox.came, line.refused, line.trouble[:3]) == ([], True, "535")

        run(engine, replace(mailbox.server, password="vergeten"), story)


def test_without_encryption_nothing_goes_out_unless_the_operator_says_so(engine: Engine) -> None:
    with Mailbox("starttls").opened() as mailbox:

        async def story(office: Office) -> None:
            await (await office.opens()).gives()
            await office.rounds()
            (line,) = await office.lines()
            assert (mailbox.came, line.sent_on) == ([], None)
            assert "STARTTLS" in line.trouble

        run(engine, mailbox.server, story)
