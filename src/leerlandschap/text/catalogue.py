# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts as they stand in the files: a folder a language, a file an area, dotted keys inside."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from leerlandschap.core.vocabulary import Language


@cache
def areas() -> frozenset[str]:
    """The areas of the product that have texts: ``general``, ``refusals``, ... Every language has the same ones."""
    found = files(__package__).joinpath(Language.NL).iterdir()
    return frozenset(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml"))


@cache
def area_texts(area: str, language: Language) -> Mapping[str, str]:
    """The texts of one area, by whole key; read once. An area that does not exist has none."""
    if area not in areas():
        return MappingProxyType({})
    source = files(__package__).joinpath(language, f"{area}.toml")
    return MappingProxyType(dict(flattened(tomllib.loads(source.read_text("utf-8")), area)))


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Every text of a language, by key. The two forms of a text about a number are ``key.one`` and ``key.other``."""
    return MappingProxyType({key: text for area in sorted(areas()) for key, text in area_texts(area, language).items()})


def flattened(table: Mapping[str, object], before: str) -> Iterator[tuple[str, str]]:
    """Tables in tables as dotted keys; raises TypeError for what is neither a table nor a text."""
    for key, value in table.items():
        whole = f"{before}.{key}"
        if isinstance(value, dict):
            yield from flattened(value, whole)
        elif isinstance(value, str):
            yield whole, value
        else:
            raise TypeError(f"{whole} is not a text")
