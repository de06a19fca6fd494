# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything an operator can turn, read once at the start: LEERLANDSCHAP_… in the environment, or the command line."""

import datetime
import os
import re
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.post.server import mail_server

WITH_COMMAS = ("coach_allows", "oidc_administrators", "oidc_facilitators", "oidc_readers")
PREFIX = "LEERLANDSCHAP_"
MOST_DAYS = 365
MOST_WORKERS = 64
MOST_HOURS = 24 * 31
MOST_MONTHS = 1200
LONGEST_LEAVE = 60
SHORTEST_KEY = 20
STATUSES = ("a", "b", "c", "d")


class Settings(Struct, frozen=True):
    """Defaults are for one laptop in one meeting room."""

    data: Path = Path("leerlandschap-data")  # folder of the database
    database: str | None = None  # address of another database; the default is a file in the data folder
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1  # processes on this machine that serve the same database; more than one needs PostgreSQL
    public_url: str | None = None  # how people reach it, when that is not host and port (behind a proxy)
    language: Language = Language.NL
    theme: Path | None = None  # the organisation's own style sheet
    house_style: Path | None = None  # the organisation's own Word file, for documents
    most_screens: int = 20_000  # open at the same time, in one process; who comes then is asked to try again
    compress_streams: bool = True  # frames, for screens that take gzip
    gallery: bool = False  # show every screen in every phase at /gallery
    organisation: str = ""  # who is responsible, for the notice to participants
    contact: str = ""
    data_protection_officer: str = ""
    accessibility_contact: str = ""  # who answers for accessibility, when that is another than ``contact``
    accessibility_status: str = ""  # of the organisation's own statement: a, b, c or d, as in the Dutch register
    accessibility_signed: datetime.date | None = None  # when the organisation adopted its statement
    accessibility_register: str = ""  # address of that statement in the register
    legal_basis: Literal["legitimate_interest", "public_task"] | None = None
    coach_allows: tuple[str, ...] = ()  # words the writing coach says nothing about; in the environment with commas
    smtp: str | None = None  # the mail server as an address; without it nobody is written to
    mail_from: str = ""  # who writes: an address, or a name with an address between < and >
    reminder_days: int = 7  # this many days before its due date the owner of a follow-up is reminded; 0: not before
    seal_hours: int = 24  # so long after closing a workshop keeps its totals and forgets who chose what
    keep_months: int = 0  # so long after it ended a workshop is deleted; what it handed on stays. 0: never
    address_months: int = 0  # so long after the date of their last follow-up owners' addresses are erased. 0: when done
    name_months: int = 12  # so long after the last of their follow-ups ended owners' names are erased. 0: never
    metrics_key: str | None = None  # who sends it may read /metrics; without it nobody may
    log: Literal["text", "json"] = "text"  # one line for every event, on standard error
    leave_seconds: int = 0  # asked to stop, it goes on so long while /health/ready says that it is leaving
    oidc_issuer: str | None = None  # the organisation's identity provider; with one, making a workshop needs a login
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_claim: str = "roles"  # where the provider says somebody's roles; with dots where it lies deeper
    oidc_administrators: tuple[str, ...] = ()  # roles, in the environment with commas; none: nobody
    oidc_facilitators: tuple[str, ...] = ()  # none: everybody who can log in
    oidc_readers: tuple[str, ...] = ()  # none: nobody
    security_contact: str = ""  # where to report a vulnerability: a mail address or an address on the web
    terms: Terms = Terms()  # as JSON in the environment

    @property
    def database_address(self) -> str:
        return self.database or f"sqlite:///{self.data / 'leerlandschap.db'}"

    @property
    def base_url(self) -> str:
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def security_address(self) -> str:
        """Where to report a vulnerability, as an address; "" when nobody is to be told."""
        said = self.security_contact
        return f"mailto:{said}" if said and ":" not in said else said


class BadSetting(Exception):
    """A setting that cannot be used; says which and why."""


def from_environment(given: Mapping[str, object], environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from LEERLANDSCHAP_<NAME>, overruled by what is given (None: not given). Raises BadSetting."""
    found: dict[str, object] = {
        field: _value(field, environment[PREFIX + field.upper()])
        for field in Settings.__struct_fields__
        if environment.get(PREFIX + field.upper())
    }
    found.update({name: value for name, value in given.items() if value is not None})
    try:
        settings = msgspec.convert(found, Settings, strict=False, dec_hook=lambda kind, value: kind(value))
    except msgspec.ValidationError as trouble:
        raise BadSetting(str(trouble)) from None
    _check_workers(settings)
    _check_times(settings)
    _check_metrics_key(settings)
    _check_post(settings)
    _check_statement(settings)
    _check_login(settings)
    _check_security_contact(settings)
    return settings


def _check_workers(settings: Settings) -> None:
    if settings.workers not in range(1, MOST_WORKERS + 1):
        raise BadSetting(f"{PREFIX}WORKERS: from 1 to {MOST_WORKERS}")


def _check_times(settings: Settings) -> None:
    if settings.seal_hours not in range(1, MOST_HOURS + 1):
        raise BadSetting(f"{PREFIX}SEAL_HOURS: from 1 to {MOST_HOURS}")
    for name in ("keep_months", "address_months", "name_months"):
        if getattr(settings, name) not in range(MOST_MONTHS + 1):
            raise BadSetting(f"{PREFIX}{name.upper()}: from 0 to {MOST_MONTHS}")
    if settings.leave_seconds not in range(LONGEST_LEAVE + 1):
        raise BadSetting(f"{PREFIX}LEAVE_SECONDS: from 0 to {LONGEST_LEAVE}")


def _check_metrics_key(settings: Settings) -> None:
    key = settings.metrics_key
    if key is not None and (len(key) < SHORTEST_KEY or not key.isascii() or not key.isprintable() or " " in key):
        raise BadSetting(f"{PREFIX}METRICS_KEY: at least {SHORTEST_KEY} letters and digits, without spaces")


def _check_post(settings: Settings) -> None:
    """Whoever can be written to must be able to be written by somebody."""
    if settings.reminder_days not in range(MOST_DAYS + 1):
        raise BadSetting(f"{PREFIX}REMINDER_DAYS: from 0 to {MOST_DAYS}")
    if settings.smtp is None:
        return
    try:
        mail_server(settings.smtp)
    except ValueError as trouble:
        raise BadSetting(f"{PREFIX}SMTP: {trouble}") from None
    if not all(parseaddr(settings.mail_from)[1].partition("@")):
        raise BadSetting(f"{PREFIX}MAIL_FROM: with a mail server there must be an address to write from")


def _check_statement(settings: Settings) -> None:
    if settings.accessibility_status not in ("", *STATUSES):
        raise BadSetting(f"{PREFIX}ACCESSIBILITY_STATUS: a, b, c or d")
    if settings.accessibility_register and not settings.accessibility_register.startswith(("https://", "http://")):
        raise BadSetting(f"{PREFIX}ACCESSIBILITY_REGISTER: an address that begins with https://")


def _check_login(settings: Settings) -> None:
    """What a provider says is believed, so nobody on the way may say it instead."""
    if settings.oidc_issuer is None:
        return
    parts = urlsplit(settings.oidc_issuer)
    is_here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and is_here)):
        raise BadSetting(f"{PREFIX}OIDC_ISSUER: an address that begins with https://")
    for name in ("oidc_client_id", "oidc_client_secret"):
        if not getattr(settings, name):
            raise BadSetting(f"{PREFIX}{name.upper()}: the identity provider gives it out; it cannot be empty")


def _check_security_contact(settings: Settings) -> None:
    said = settings.security_address
    if said and not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+|https://\S+", said):
        raise BadSetting(f"{PREFIX}SECURITY_CONTACT: a mail address, or an address that begins with https://")


def _value(field: str, text: str) -> object:
    if field in WITH_COMMAS:
        return tuple(word.strip() for word in text.split(",") if word.strip())
    if field != "terms":
        return text
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as trouble:
        raise BadSetting(f"{PREFIX}TERMS: {trouble}") from None
