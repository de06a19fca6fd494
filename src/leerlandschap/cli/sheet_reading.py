# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of answers, read row by row: one answer a row, or, as Polis exports conversations, one person a row."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from leerlandschap.cli.sheet import Malformed, Sheet
from leerlandschap.cli.sheet_long import NEEDED, Long
from leerlandschap.cli.sheet_wide import Wide

if TYPE_CHECKING:
    from _csv import Reader  # the name of what csv.reader gives

BLOCK = 20_000  # rows between two words about progress

Progress = Callable[[int], None]


def read(file: Path, progress: Progress) -> Sheet:
    """Raises Malformed, with the row as an editor numbers lines; `progress` hears how many rows have been read."""
    try:
        with _opened(file) as text:
            shape = _read(text, progress)
        if isinstance(shape, Long) and (twice := shape.somebody_twice()):
            with _opened(file) as text:
                first, second = islice(_rows_of(shape, _reader(text), twice), 2)
            raise _twice(first, second, *twice)
    except UnicodeDecodeError:
        raise _not_utf8(file) from None
    except OSError as trouble:
        raise Malformed("unreadable", file=str(file), reason=trouble.strerror or str(trouble)) from None
    return shape.sheet()


def _opened(file: Path) -> TextIO:
    return file.open(encoding="utf-8-sig", newline="")


def _reader(text: TextIO) -> "Reader":
    head = text.readline()
    text.seek(0)
    separator = max(",;\t", key=head.count)  # spreadsheets of half of Europe write semicolons
    return csv.reader(text, delimiter=separator, strict=True)


def _read(text: TextIO, progress: Progress) -> Long | Wide:
    reader = _reader(text)
    try:
        shape = _shape(next(reader, []))
        while _block(reader, shape):
            progress(shape.rows)
    except csv.Error as trouble:
        raise Malformed("not_csv", row=reader.line_num, reason=str(trouble)) from None
    return shape


def _shape(header: Sequence[str]) -> Long | Wide:
    if not any(name.strip() for name in header):
        raise Malformed("empty")
    names = [name.strip() for name in header]
    if any(name.lower() in NEEDED[1:] for name in names):
        return Long([name.lower() for name in names])
    return Wide(names)


def _block(reader: "Reader", shape: Long | Wide) -> bool:
    """Take a block of rows; was there any?"""
    before, take = reader.line_num, shape.take
    for row in islice(reader, BLOCK):
        if row:
            take(row, reader.line_num)
    return reader.line_num > before


def _rows_of(shape: Long, reader: "Reader", wanted: tuple[str, str, int]) -> Iterator[int]:
    """The rows with this person, statement and round."""
    next(reader)
    return (reader.line_num for row in reader if row and shape.key(row) == wanted)


def _twice(first: int, second: int, person: str, statement: str, number: int) -> Malformed:
    return Malformed("twice", row=second, first=first, person=person, statement=statement, round=number)


def _not_utf8(file: Path) -> Malformed:
    with file.open("rb") as lines:
        for row, line in enumerate(lines, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as trouble:
                return Malformed("not_utf8", row=row, place=trouble.start + 1)
    return Malformed("not_utf8", row=1, place=1)
