# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one Jinja environment: StrictUndefined, autoescape, and the words of one language bound to each rendering."""

import datetime
import hashlib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from leerlandschap import text
from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Wording

# Where the accessibility statement is; each address speaks its own language.
STATEMENT: Mapping[Language, str] = MappingProxyType({Language.NL: "/toegankelijkheid", Language.EN: "/accessibility"})
STATIC = Path(__file__).parent / "static"


@cache
def environment() -> Environment:
    return Environment(
        loader=PackageLoader("leerlandschap.screens"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # templates change with the program only
        extensions=["jinja2.ext.do"],
    )


def render(name: str, language: Language, /, **context: Any) -> Markup:
    """A file of templates/ as HTML. In it: ``t(key, …)`` says a text, ``w(wording)`` a text of the playbook,
    ``day(date)`` a date in words, and ``lang`` is the language's code."""
    return Markup(environment().get_template(name).render(_spoken(language) | context))  # noqa: S704 - autoescaped by Jinja


@cache
def _spoken(language: Language) -> dict[str, Any]:
    """What every template has in this language."""
    return {
        "t": partial(_say, language),
        "w": partial(wording, language),
        "plain": partial(plain, language),
        "day": partial(_day, language),
        "asset": asset,
        "client_words": client_words(language),
        "lang": language.value,
        "statement_address": STATEMENT[language],
        "language": language,
    }


def _say(language: Language, key: str, **parameters: Any) -> str:
    return text.say(key, language, **parameters)


def _day(language: Language, day: datetime.date) -> str:
    return text.date(day, language)


def wording(language: Language, words: Wording | None) -> Markup:
    """A text of the playbook; marked with its own language where it does not exist in the reader's."""
    if words is None:
        return Markup("")
    spoken, its = words.spoken(language)
    if its is language:
        return Markup.escape(spoken)
    return Markup('<span lang="{}">{}</span>').format(its.value, spoken)


def plain(language: Language, words: Wording | None) -> str:
    """The same without marks, for attributes and pictures."""
    return words.spoken(language)[0] if words else ""


def client_words(language: Language) -> Mapping[str, str]:
    """What the scripts may have to say; they hold no language themselves."""
    keys = text.catalogue(language)
    return {key.removeprefix("client."): said for key, said in keys.items() if key.startswith("client.")}


@cache
def assets_version() -> str:
    """One short digest over every static file: part of their address, so that a browser may keep them for ever."""
    digest = hashlib.sha256()
    for path in sorted(p for p in STATIC.rglob("*") if p.is_file()):
        digest.update(path.relative_to(STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def asset(path: str) -> str:
    """The address of a static file."""
    return f"/static/{assets_version()}/{path}"
