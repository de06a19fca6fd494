# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter says what is asked, by when and how to stop; and nothing anybody typed becomes a header of it."""

from typing import Any

import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Language
from tests.post.mailbox import Mailbox, words
from tests.post.office import ADDRESS, SANNE, SENDER, Office, run

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]


async def came(office: Office, mailbox: Mailbox, name: str = SANNE, **changed: Any) -> str:
    """The text of the one letter about a follow-up with these differences."""
    await (await office.opens(**changed)).gives(name)
    await office.rounds()
    (letter,) = mailbox.came
    return words(letter)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (Language.NL, ["Dag Sanne de Wit,", "- Uiterlijk: 10 december 2026", "- Klaar als: het getal er is"]),
        (Language.EN, ["Hello Sanne de Wit,", "- Due on: 10 December 2026", "- Done when: het getal er is"]),
    ],
)
def test_a_letter_speaks_the_language_of_the_landscape(
    engine: Engine, mailbox: Mailbox, language: Language, lines: list[str]
) -> None:
    async def story(office: Office) -> None:
        said = (await came(office, mailbox, language=language)).splitlines()
        assert [line for line in lines if line not in said] == []

    run(engine, mailbox.server, story)


def test_a_letter_says_who_answers_for_it_and_how_to_stop(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        small_print = (await came(office, mailbox)).strip().splitlines()[-1]
        assert "Gemeente Westerveen is verantwoordelijk voor je gegevens." in small_print
        assert "Wil je geen mail meer?" in small_print
        assert small_print.endswith(SENDER.contact)

    run(engine, mailbox.server, story)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028"])
def test_what_people_type_begins_no_header_of_its_own(engine: Engine, mailbox: Mailbox, end: str) -> None:
    async def story(office: Office) -> None:
        trick = f"Sanne{end}Bcc: mallory@example.net{end}{end}Klik hier"
        said = await came(office, mailbox, name=trick, text=f"Uren{end}X-Evil: ja", about=trick)
        (letter,) = mailbox.came
        kept = [name for name in letter if not name.startswith("X-")]  # those are of the mail server
        assert sorted(kept) == sorted(HEADERS)
        assert letter["Subject"] == "Jouw vervolgactie: Uren X-Evil: ja"
        assert letter["To"].addresses[0].addr_spec == ADDRESS
        assert "- Vervolgactie: Uren X-Evil: ja" in said.splitlines()

    run(engine, mailbox.server, story)


@pytest.mark.parametrize("text", ["ما هي الساعات؟ 👩‍👩‍👧 tot 16:00", "x" * 400, "Één, twee; drie <vier>"])
def test_every_script_arrives_as_it_was_typed(engine: Engine, mailbox: Mailbox, text: str) -> None:
    async def story(office: Office) -> None:
        said = await came(office, mailbox, name="ليلى O'Hara, (HR)", text=text)
        (letter,) = mailbox.came
        assert f"- Vervolgactie: {text}" in said.splitlines()
        assert letter["To"].addresses[0].display_name == "ليلى O'Hara, (HR)"
        assert text.startswith(letter["Subject"].removeprefix("Jouw vervolgactie: ").rstrip("…"))

    run(engine, mailbox.server, story)


def test_words_that_look_encoded_stay_as_they_are(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        trick = "=?utf-8?q?ja=0D=0ABcc=3A_mallory=40example.net?="
        await came(office, mailbox, name=trick, text=trick)
        (letter,) = mailbox.came
        assert letter["Subject"] == f"Jouw vervolgactie: {trick.replace('=?', '= ?')}"
        assert "Bcc" not in letter

    run(engine, mailbox.server, story)


def test_an_address_beyond_ascii_goes_over_the_wire_in_ascii(engine: Engine, mailbox: Mailbox) -> None:
    async def story(office: Office) -> None:
        await (await office.opens()).gives(address="sanne@bücher.example")
        await office.rounds()
        assert mailbox.came[0]["To"].addresses[0].addr_spec == "sanne@xn--bcher-kva.example"

    run(engine, mailbox.server, story)
