# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap coach FILE`: what the writing coach says of the principles in a file, one a line."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from leerlandschap.cli.saying import language, refuse
from leerlandschap.core.coach import Hint, hints
from leerlandschap.core.vocabulary import Language
from leerlandschap.settings import BadSetting, from_environment
from leerlandschap.text import lexicon, said, say

STANDARD_INPUT = "-"


class Unfit(Exception):
    """What was given is no text: the key of a sentence (under *coach.wrong*), and what belongs in it."""

    def __init__(self, key: str, **parameters: str | int) -> None:
        super().__init__(key)
        self.key, self.parameters = key, parameters


def coach(asked: argparse.Namespace) -> int:
    """0, whatever it has to say; 1 with a sentence when the file cannot be read as text."""
    spoken = language(asked.language)
    try:
        allowed = from_environment({}).coach_allows
        lines = _lines(asked.file)
    except BadSetting as trouble:
        return refuse("bad_setting", spoken, reason=str(trouble))
    except Unfit as trouble:
        file = say("coach.wrong.standard_input", spoken) if asked.file == STANDARD_INPUT else asked.file
        print(say(f"coach.wrong.{trouble.key}", spoken, file=file, **trouble.parameters), file=sys.stderr)
        return 1
    known = lexicon().allowing(allowed)
    found = ((number, hint) for number, line in lines for hint in hints(line, known, spoken))
    _write(_objects(found, spoken) if asked.json else _sentences(found, spoken))
    return 0


def _lines(file: str) -> list[tuple[int, str]]:
    """The lines with their numbers, from 1. Raises Unfit."""
    written = _bytes(file)
    if b"\0" in written:
        raise Unfit("binary")
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise Unfit("not_utf8", line=written.count(b"\n", 0, trouble.start) + 1) from None
    return list(enumerate(text.replace("\r\n", "\n").split("\n"), 1))


def _bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as trouble:
        raise Unfit("unreadable", reason=trouble.strerror or str(trouble)) from None


def _objects(found: Iterator[tuple[int, Hint]], spoken: Language) -> Iterator[str]:
    """Spans are in characters of the line."""
    for number, hint in found:
        members: dict[str, Any] = {
            "line": number,
            "rule": hint.rule.value,
            "level": hint.level.value,
            "span": hint.span,
            "message": said(hint, spoken),
        }
        yield msgspec.json.encode(members).decode()


def _sentences(found: Iterator[tuple[int, Hint]], spoken: Language) -> Iterator[str]:
    some = False
    for number, hint in found:
        some = True
        level, sentence = say(f"coach.level.{hint.level.value}", spoken), said(hint, spoken)
        is_plain = hint.is_about_all or hint.words in sentence
        key = "coach.line" if is_plain else "coach.line_with_words"
        yield say(key, spoken, line=number, level=level, sentence=sentence, words=hint.words)
    if not some:
        yield say("coach.no_hints", spoken)


def _write(lines: Iterator[str]) -> None:
    try:
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along has seen enough, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
