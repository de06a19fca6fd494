# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page needs besides its view: the language, its addresses, and a form that was refused."""

from collections.abc import Mapping

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, PointId, Refusal, Refused
from leerlandschap.core.workshop.terms import Limits
from leerlandschap.people.logins import Standing
from leerlandschap.views.letters import LetterLine


class Kept(Struct, frozen=True):
    """A form that was refused: what was typed stays, with the reason beside it. ``form`` is the form's id, ``chosen``
    has every value of a name, where ``fields`` has the last."""

    form: str
    fields: Mapping[str, str]
    refused: Refused
    chosen: Mapping[str, tuple[str, ...]] = {}


class Responsible(Struct, frozen=True):
    """Who answers for the data and how long it is kept, for the notice to participants. Empty: not filled in by the
    operator. ``basis`` is ``legitimate_interest`` or ``public_task``."""

    organisation: str = ""
    contact: str = ""
    officer: str = ""
    basis: str = ""
    seal_hours: int = 24
    keep_months: int = 0  # 0: for as long as the landscape is there
    name_months: int = 0  # 0: the same


class Page(Struct, frozen=True):
    """``base_url`` without a slash at its end; ``path`` is the page's own, for the language switch."""

    language: Language
    base_url: str
    path: str
    theme: str | None = None  # address of the organisation's own style sheet
    code: str | None = None  # join code of the workshop, six characters
    kept: Kept | None = None
    notice: Refusal | None = None
    limits: Limits = Limits()
    responsible: Responsible = Responsible()
    login: frozenset[Standing] | None = None  # what one may by having logged in; None: nobody has to
    letters: Mapping[PointId, tuple[LetterLine, ...]] | None = None  # by follow-up; None: there is no mail server

    @property
    def may_make(self) -> bool:
        """A workshop."""
        return self.login is None or bool(self.login & {Standing.FACILITATOR, Standing.ADMINISTRATOR})

    @property
    def may_read(self) -> bool:
        """What the organisation adopted."""
        return bool(self.login and self.login & {Standing.READER, Standing.ADMINISTRATOR})

    @property
    def host(self) -> str:
        """What to type in a browser: the address without its scheme."""
        return self.base_url.split("://", 1)[-1]

    @property
    def code_spoken(self) -> str:
        """The code in two groups of three."""
        return f"{self.code[:3]} {self.code[3:]}" if self.code else ""
