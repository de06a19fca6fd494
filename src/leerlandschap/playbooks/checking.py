# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a playbook file for what is not right about it, before a room full of people finds out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.playbooks.complaint import Complaint, Fault
from leerlandschap.playbooks.lines import Places
from leerlandschap.playbooks.meaning import MEANING
from leerlandschap.playbooks.parsing import UnreadableError, content, parsed
from leerlandschap.playbooks.shape import built, faults, in_table, in_text, parts

Tables = dict[str, Any]  # of a file, under the names that stand in it

PLAIN_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_. -]{0,60}\.toml")
PLAIN_NAME = re.compile(r"[a-z0-9-]{1,60}")


@dataclass(frozen=True, slots=True)
class Judged:
    """A file that was looked at: its tables together with those it extends, and what is not right."""

    tables: Tables
    complaints: list[Complaint]


def check(text: str, beside: Traversable | None = None) -> list[Complaint]:
    """What is not right about a playbook, by line; an empty list when it can be used. Never raises.

    ``beside`` is the folder in which a file named by ``extends`` is looked for; without it only the playbooks that come
    with the product can be extended.
    """
    return judged(text, beside).complaints


def check_file(source: Traversable, beside: Traversable | None = None) -> list[Complaint]:
    """The same for a file, which may also be absent or no text at all."""
    try:
        return check(content(source), beside)
    except UnreadableError as trouble:
        return [trouble.complaint]


def judged(text: str, beside: Traversable | None, seen: frozenset[str] = frozenset()) -> Judged:
    """A file with what is not right about it; ``seen`` are the files that led here by extending it."""
    try:
        own = parsed(text)
    except UnreadableError as trouble:
        return Judged({}, [trouble.complaint])
    basis, found = extended(own, beside, seen)
    tables = basis | {key: value for key, value in own.items() if key != "extends"}
    found += [] if found else every_fault(tables)
    return Judged(tables, located(found, text))


def located(found: list[Fault], text: str) -> list[Complaint]:
    """Faults with the lines they are on, in the order of the file; what is nowhere in it stands where it extends."""
    places = Places(text)
    otherwise = places.line(("extends",)) or 1
    complaints = [Complaint(places.line(each.path) or otherwise, each.code, each.parameters) for each in found]
    return sorted(complaints, key=lambda each: each.line)


def every_fault(tables: Tables) -> list[Fault]:
    """First the shape; the meaning of each part whose shape is right."""
    shape = list(in_table(Playbook, tables, ()))
    return shape + [each for part in MEANING for each in without_meaning(part, tables)]


def without_meaning(part: str, tables: Tables) -> Iterator[Fault]:
    """What makes no sense in a part, if it is there in the right shape."""
    kind = parts()[part].type
    if part in tables and not any(faults(kind, tables[part], (part,))):
        yield from MEANING[part](built(kind, tables[part]))


def extended(own: Tables, beside: Traversable | None, seen: frozenset[str]) -> tuple[Tables, list[Fault]]:
    """The tables of the playbook that this one extends (without its id), and what is not right about extending it."""
    if "extends" not in own:
        return {}, []
    name = own["extends"]
    wrong = list(in_text(name, ("extends",)))
    if wrong:
        return {}, wrong
    if name in seen:
        return {}, [Fault(("extends",), "extends_loop", {"name": name})]
    folder = folder_of(name, beside)
    if folder is None:
        return {}, [unknown_basis(name)]
    basis = folder.joinpath(f"{name.removesuffix('.toml')}.toml")
    return inherited(name, judged_file(basis, folder, seen | {name}))


def folder_of(name: str, beside: Traversable | None) -> Traversable | None:
    """Where what ``extends`` names is looked for: a file beside this one, a playbook of the product by its id."""
    if PLAIN_FILE.fullmatch(name):
        return beside
    return files("leerlandschap.playbooks") if PLAIN_NAME.fullmatch(name) else None


def unknown_basis(name: str) -> Fault:
    """The complaint about a basis that is not there."""
    return Fault(("extends",), "extends_unknown", {"name": name[:60]})


def judged_file(source: Traversable, beside: Traversable | None, seen: frozenset[str]) -> Judged:
    """The same as judged, for a file."""
    try:
        return judged(content(source), beside, seen)
    except UnreadableError as trouble:
        return Judged({}, [trouble.complaint])


def inherited(name: str, basis: Judged) -> tuple[Tables, list[Fault]]:
    """What a playbook takes over from its basis: everything but the id, if nothing is wrong with it."""
    if any(each.code == "not_found" for each in basis.complaints):
        return {}, [unknown_basis(name)]
    loops = [each for each in basis.complaints if each.code == "extends_loop"]
    if loops:
        return {}, [Fault(("extends",), "extends_loop", loops[0].parameters)]
    if basis.complaints:
        return {}, [Fault(("extends",), "extends_broken", {"name": name, "first": basis.complaints[0].line})]
    return {key: value for key, value in basis.tables.items() if key != "id"}, []
