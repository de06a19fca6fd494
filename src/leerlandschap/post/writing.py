# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as an e-mail: the words are made when it is sent, in the language of the landscape. Plain text."""

import datetime
from collections.abc import Callable, Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from unicodedata import category

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.people import Doors
from leerlandschap.post.letters import Letter
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import FollowUpLine, LandscapeView

BREAKS = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, line and paragraph ends
LONGEST_SUBJECT = 90  # characters of the follow-up in it
Calendar = Callable[[LandscapeView, FollowUpLine, Language, str], bytes]  # one follow-up as .ics, with its address


class Sender(Struct, frozen=True):
    """Who writes: ``address`` as in a From header, ``contact`` whom to ask; empty when the operator did not say."""

    address: str
    organisation: str = ""
    contact: str = ""


class Writing:
    def __init__(
        self,
        sender: Sender,
        doors: Doors,
        calendar: Calendar,
        base_url: str,
        now: Callable[[], datetime.datetime],
    ) -> None:
        self._sender = sender
        self._doors = doors
        self._calendar = calendar
        self._base_url = base_url
        self._now = now

    def message(self, letter: Letter, view: LandscapeView, name: str, address: str) -> EmailMessage:
        """The whole e-mail, with a new personal key in its link. Raises ValueError for an address no header takes."""
        line = view.follow_up(letter.occasion.about)
        if line is None:
            raise LookupError(letter.occasion.about)
        now = self._now()
        key = self._doors.key_for(view.landscape, Role.OWNER, now, line.id)
        link = f"{self._base_url}/k/{view.landscape}/{key}"
        message = EmailMessage(policy=SMTP)
        message["From"] = _mailbox(*parseaddr(self._sender.address))
        message["To"] = _mailbox(name, address)
        message["Subject"] = _subject(letter, line, view.language)
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<{letter.id}@{_domain(self._sender.address)}>"  # the same at every try
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office replies
        message.set_content(self._body(letter, view, line, name, link), cte="quoted-printable")
        if line.due_on is not None:
            self._attach(message, view, line)
        return message

    def _attach(self, message: EmailMessage, view: LandscapeView, line: FollowUpLine) -> None:
        page = f"{self._base_url}/l/{view.landscape}/f/{line.id}"
        message.add_attachment(
            self._calendar(view, line, view.language, page),
            maintype="text",
            subtype="calendar",
            filename=f"{say('letters.file', view.language)}.ics",
            params={"charset": "utf-8", "method": "PUBLISH"},
        )

    def _body(self, letter: Letter, view: LandscapeView, line: FollowUpLine, name: str, link: str) -> str:
        def words(key: str, **facts: str | int) -> str:
            return say(f"letters.{key}", view.language, **facts)

        kind = letter.occasion.kind.value
        workshop = next((w.title for w in view.workshops if w.id == line.workshop), "")
        parts = [
            words("dear", name=_flat(name)),
            words(f"{kind}.opening", organisation=view.organisation, workshop=_flat(workshop)),
            "\n".join(_facts(line, view.language)),
            words(f"{kind}.asks", link=link),
            words("yours"),
            words("calendar") if line.due_on else "",
            self._small_print(view),
        ]
        return "\n\n".join(each for each in parts if each) + "\n"

    def _small_print(self, view: LandscapeView) -> str:
        who = self._sender.organisation or view.organisation
        said = say("letters.why", view.language, organisation=who)
        contact = self._sender.contact
        stop = say("letters.stop_contact", view.language, contact=contact) if contact else ""
        return " ".join(each for each in (said, say("letters.stop", view.language), stop) if each)


def _facts(line: FollowUpLine, language: Language) -> Iterator[str]:
    """A line for everything that was agreed."""
    known = (
        ("text", line.text),
        ("about", line.about),
        ("due_on", date(line.due_on, language) if line.due_on else ""),
        ("first_step", line.first_step),
        ("done_when", line.done_when),
    )
    for key, words in known:
        if words:
            yield f"- {say(f'letters.fact.{key}', language, words=_flat(words))}"


def _subject(letter: Letter, line: FollowUpLine, language: Language) -> str:
    text = _in_a_header(line.text)
    short = text if len(text) <= LONGEST_SUBJECT else f"{text[: LONGEST_SUBJECT - 1]}…"
    return say(f"letters.{letter.occasion.kind.value}.subject", language, text=short)


def _mailbox(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(_in_a_header(name), local, _in_ascii(domain))


def _in_ascii(domain: str) -> str:
    """Domains beyond ASCII go over the wire in their IDNA form (RFC 5890); raises ValueError where there is none."""
    return domain if domain.isascii() else domain.encode("idna").decode()


def _domain(address: str) -> str:
    return _in_ascii(parseaddr(address)[1].rpartition("@")[2]) or "leerlandschap"


def _in_a_header(words: str) -> str:
    """Words that look like encoded ones (RFC 2047) would be decoded by whoever reads them, line ends included."""
    return _flat(words).replace("=?", "= ?")


def _flat(words: str) -> str:
    """On one line, so that nothing anybody typed can begin a line of its own in a header or in the text."""
    return " ".join("".join(" " if category(each) in BREAKS else each for each in words).split())
