# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement, by the Dutch model: what is true of the program, and what the organisation fills in."""

import datetime
from email.utils import parseaddr

from markupsafe import Markup
from msgspec import Struct, structs

from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import STATEMENT, render

TESTED = datetime.date(2026, 11, 26)  # when everything that the statement says of tests was gone through as a whole
KNOWN = ("people", "readers", "browsers", "languages", "big_screen", "documents")
TESTS = ("axe", "keyboard", "names", "reading", "quiet", "papers")


class Statement(Struct, frozen=True):
    """What only the organisation can say. Empty: not filled in. ``status`` is a letter of the Dutch register, a to d;
    ``register`` the address of the organisation's own statement in it."""

    organisation: str = ""
    contact: str = ""
    status: str = ""
    signed: datetime.date | None = None
    register: str = ""

    @property
    def is_finished(self) -> bool:
        return all((self.organisation, self.contact, self.status, self.signed, self.register))

    @property
    def mail(self) -> str:
        """The contact as an address to write to, when it is one."""
        address = parseaddr(self.contact)[1]
        return address if address == self.contact and "@" in address else ""


def accessibility_page(page: Page, statement: Statement) -> Markup:
    """In the language of its address; the other language is at the other address."""
    other = next(each for each in STATEMENT if each is not page.language)
    return render(
        "start/accessibility.html",
        page.language,
        page=structs.replace(page, path=STATEMENT[other]),
        statement=statement,
        known=KNOWN,
        tests=TESTS,
        tested=TESTED,
        filled={},
        kept=None,
        do="",
    )
