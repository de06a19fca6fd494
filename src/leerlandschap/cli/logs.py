# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens, said on standard error: one line an event, as text or as JSON, and nothing about anybody.

Of an exception that nobody expected stand its kind and the places it came through; not its words, which may hold what
somebody typed. Known trouble (the database is away, a letter did not go) is said in words where it is caught.
"""

import datetime
import logging
import traceback
from typing import Literal

import msgspec

Form = Literal["text", "json"]
OURS = "leerlandschap"
STRANGE = ("asyncio",)  # who repeat in their later lines what they were doing


def begin(form: Form) -> None:
    """From here on every logger speaks in this form, those of others from warnings on."""
    speaking = logging.StreamHandler()
    speaking.setFormatter(AsJson() if form == "json" else AsText())
    logging.basicConfig(level=logging.WARNING, handlers=[speaking], force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    logging.captureWarnings(True)


def is_json() -> bool:
    """What is said to people goes there too, so that whoever reads the log finds all of it."""
    return any(isinstance(each.formatter, AsJson) for each in logging.getLogger().handlers)


class AsText(logging.Formatter):
    """When, how bad, who says it, what."""

    def format(self, record: logging.LogRecord) -> str:
        said = f"{_moment(record)} {record.levelname} {record.name}[{record.process}]: {_words(record)}"
        trouble = _trouble(record)
        return f"{said} | {trouble}" if trouble else said


class AsJson(logging.Formatter):
    """An object with the same (RFC 8259), for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        said = {"time": _moment(record), "level": record.levelname.lower(), "logger": record.name}
        trouble = _trouble(record)
        more = {"trouble": trouble} if trouble else {}
        return msgspec.json.encode({**said, "process": record.process, "message": _words(record), **more}).decode()


def _moment(record: logging.LogRecord) -> str:
    """RFC 3339, in UTC."""
    said = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
    return said.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _words(record: logging.LogRecord) -> str:
    """On one line, whatever was handed in."""
    lines = record.getMessage().splitlines() or [""]
    return " ".join(lines[:1] if record.name in STRANGE else lines)


def _trouble(record: logging.LogRecord) -> str:
    """The kind of an exception and its way, innermost first; then what it came from. Empty when there is none."""
    found = record.exc_info[1] if record.exc_info else None
    said: list[str] = []
    while found is not None and len(said) < 5:
        way = reversed(traceback.extract_tb(found.__traceback__))
        places = " < ".join(f"{each.filename}:{each.lineno} {each.name}" for each in way)
        said.append(f"{type(found).__module__}.{type(found).__qualname__} at {places}")
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return "Traceback: " + ", from ".join(said) if said else ""
