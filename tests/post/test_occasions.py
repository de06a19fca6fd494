# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Owners are told what they did not know yet: a week before the day, and once the day after it."""

import datetime

import pytest
from sqlalchemy import Engine

from leerlandschap.core.landscape import commands as c
from leerlandschap.views.letters import LetterKind
from tests.post.mailbox import Mailbox
from tests.post.office import ADDRESS, DUE, HOURS, LANDSCAPE, NINE, SANNE, Office, finding, run

ONE_DAY = datetime.timedelta(days=1)
INVITATION, REMINDER, OVERDUE = LetterKind


async def kinds(office: Office) -> list[LetterKind]:
    """What its owner has been told, oldest first."""
    return [line.kind for line in await office.lines() if line.sent_on]


def test_a_week_before_the_day_there_is_a_reminder_and_after_it_one_more_letter(
    engine: Engine, mailbox: Mailbox
) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        told = {}
        for day in (NINE.date() + n * ONE_DAY for n in range(30)):
            before = len(mailbox.came)
            await office.day(day)
            if mailbox.came[before:]:
                told[day] = mailbox.came[-1]["Subject"]
        assert told == {
            NINE.date(): "Jouw vervolgactie: De uren optellen.",
            DUE - 7 * ONE_DAY: "Bijna de datum: De uren optellen.",
            DUE + ONE_DAY: "De datum is voorbij: De uren optellen.",
        }

    run(engine, mailbox.server, story)


@pytest.mark.parametrize("days", [0, 3, 30])
def test_the_operator_says_how_long_before(engine: Engine, mailbox: Mailbox, days: int) -> None:
    async def story(office: Office) -> None:
        await (await office.opens(due_on=NINE.date() + 40 * ONE_DAY)).gives()
        due = NINE.date() + 40 * ONE_DAY
        reminded = []
        for day in (NINE.date() + n * ONE_DAY for n in range(41)):
            before = len(mailbox.came)
            await office.day(day)
            if mailbox.came[before:]:
                reminded.append((due - day).days)
        assert reminded == [40, *([days] if days else [])]

    run(engine, mailbox.server, story, days=days)


def test_who_was_invited_within_that_week_is_not_reminded_as_well(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens(due_on=NINE.date() + 3 * ONE_DAY)).gives()
        await office.rounds()
        await office.day(NINE.date() + 2 * ONE_DAY)
        assert await kinds(office) == [INVITATION]
        await office.day(NINE.date() + 4 * ONE_DAY)
        assert await kinds(office) == [INVITATION, OVERDUE]

    run(engine, mailbox.server, story)


def test_who_gets_what_is_overdue_hears_so_once(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens(due_on=NINE.date() - ONE_DAY)).gives()
        for day in range(3):
            await office.day(NINE.date() + day * ONE_DAY)
        assert await kinds(office) == [INVITATION]

    run(engine, mailbox.server, story)


def test_a_new_date_has_a_reminder_of_its_own(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        await office.day(DUE - ONE_DAY)
        later = DUE + 60 * ONE_DAY
        await office.hears(c.Postpone(HOURS, later, "Wacht op de cao."))
        await office.day(DUE + 2 * ONE_DAY)
        assert await kinds(office) == [INVITATION, REMINDER]
        await office.day(later - 7 * ONE_DAY)
        assert await kinds(office) == [INVITATION, REMINDER, REMINDER]

    run(engine, mailbox.server, story)


@pytest.mark.parametrize("command", [finding(), c.Drop(HOURS, "Het is al besloten.")])
def test_what_is_finished_or_dropped_gets_no_reminder(engine: Engine, mailbox: Mailbox, command: c.Command) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        await office.hears(command)
        await office.day(DUE - ONE_DAY)
        await office.day(DUE + ONE_DAY)
        assert await kinds(office) == [INVITATION]

    run(engine, mailbox.server, story)


def test_what_is_picked_up_again_is_told_again(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        await office.hears(c.Drop(HOURS, "Het is al besloten."))
        await office.hears(c.PickUp(HOURS))
        await office.day(DUE - ONE_DAY)
        assert await kinds(office) == [INVITATION, REMINDER]

    run(engine, mailbox.server, story)


def test_a_new_owner_is_invited_and_the_former_one_left_alone(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives()
        await office.rounds()
        await office.gives("Willem", "willem@westerveen.example")
        await office.rounds()
        await office.day(DUE - ONE_DAY)
        to = [letter["To"].addresses[0].addr_spec for letter in mailbox.came]
        assert to == [ADDRESS, "willem@westerveen.example", "willem@westerveen.example"]
        assert await kinds(office) == [INVITATION, REMINDER]

    run(engine, mailbox.server, story)


def test_who_gave_no_address_is_never_written_to(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives(address=None)
        await office.day(DUE + ONE_DAY)
        assert mailbox.came == []
        assert office.desk.letters.of(LANDSCAPE) == ()

    run(engine, mailbox.server, story)


def test_without_a_date_there_is_an_invitation_and_nothing_more(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens(due_on=None)).gives(SANNE)
        await office.day(DUE)
        await office.day(DUE + 300 * ONE_DAY)
        assert await kinds(office) == [INVITATION]
        assert list(mailbox.came[0].iter_attachments()) == []

    run(engine, mailbox.server, story)
