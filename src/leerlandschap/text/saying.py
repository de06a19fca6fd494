# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text by its key, with what belongs in it."""

import re

from leerlandschap.core.vocabulary import Language
from leerlandschap.text.catalogue import area_texts

PARAMETER = re.compile(r"\{(\w+)\}")


class UnknownTextError(LookupError):
    """There is no text with this key."""


class MissingParameterError(LookupError):
    """A text has a place for something that was not given."""


def say(key: str, language: Language, /, **parameters: str | int | float) -> str:
    """The text with this key, its ``{names}`` filled in.

    A text with two forms is chosen by the parameter ``n``: *one* for 1, *other* for every other number, which is the
    rule of both languages (Unicode CLDR) for whole numbers. Parameters that the text has no place for are left out.
    Nothing is escaped. Raises UnknownTextError and MissingParameterError.
    """
    texts = area_texts(key.partition(".")[0], language)
    text = texts.get(key) or texts.get(f"{key}.{form(key, parameters)}" if f"{key}.other" in texts else key)
    if text is None:
        raise UnknownTextError(f"{key} ({language})")
    return PARAMETER.sub(lambda found: str(given(key, parameters, found[1])), text)


def form(key: str, parameters: dict[str, str | int | float]) -> str:
    """Which of the two forms a number takes."""
    return "one" if given(key, parameters, "n") == 1 else "other"


def given(key: str, parameters: dict[str, str | int | float], name: str) -> str | int | float:
    """A parameter that must be there."""
    if name not in parameters:
        raise MissingParameterError(f"{key} needs {name}")
    return parameters[name]


def parameters_of(text: str) -> frozenset[str]:
    """The names of what a text has a place for."""
    return frozenset(PARAMETER.findall(text))
