# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answered what, as one byte a person and statement."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
UNSEEN, NO_OPINION = 0, 6  # 1..5 are the positions
CODES = 7
ORDER_SEED = 20_260_101


class Column(NamedTuple):
    """The answers to one statement: people as row numbers from 0 (unsigned 32 bits each) and, in the same order,
    one byte each with their position 1..5, or 0 for no opinion. Nobody twice."""

    people: bytes | memoryview
    positions: bytes | bytearray


class Answers:
    """The matrix of positions, statements x people: 0 unseen, 1..5, 6 no opinion.

    A position x counts as (x - 3) / 2 on -1..1. Answers of -1, 0 and 1 are the positions 1, 3 and 5. No opinion is
    unseen for the axes, and counted among those who saw the statement.
    """

    __slots__ = ("codes",)

    def __init__(self, codes: Bytes) -> None:
        """Raises ValueError for anything but two dimensions and codes 0..6."""
        if codes.ndim != 2 or (codes.size and int(codes.max()) > NO_OPINION):
            raise ValueError("codes are statements x people, each 0..6")
        self.codes = codes

    @classmethod
    def of_columns(cls, columns: Sequence[Column], people: int) -> "Answers":
        """From one column a statement; `people` is how many there are in all."""
        codes = np.zeros((len(columns), people), np.uint8)
        for row, column in zip(codes, columns, strict=True):
            given = np.frombuffer(column.positions, np.uint8)
            row[np.frombuffer(column.people, np.uint32)] = np.where(given == 0, NO_OPINION, given)
        return cls(codes)

    @classmethod
    def of_rows(cls, rows: Iterable[Sequence[float | None]]) -> "Answers":
        """From one row a person, each -1..1 in halves; None or NaN is unseen."""
        given = np.array([[np.nan if x is None else x for x in row] for row in rows], np.float64)
        codes = np.where(np.isnan(given), 0, np.rint(np.nan_to_num(given) * 2 + 3))
        return cls(np.ascontiguousarray(codes.T.astype(np.uint8)))

    @property
    def statements(self) -> int:
        return len(self.codes)

    @property
    def people(self) -> int:
        return int(self.codes.shape[1])

    def opinions_each(self) -> NDArray[np.int32]:
        """How many positions each person gave."""
        given = np.zeros(self.people, np.int32)
        for row in self.codes:
            given += (row != UNSEEN) & (row != NO_OPINION)
        return given

    def only(self, people: NDArray[np.intp]) -> "Answers":
        return Answers(np.ascontiguousarray(self.codes[:, people]))

    def in_order(self) -> NDArray[np.intp]:
        """People in an order that depends on their answers only, as good as shuffled, so that no outcome depends on
        the order of rows in a file. Whoever answered all the same stands together. (Zobrist hashing.)
        """
        table = np.random.default_rng(ORDER_SEED).integers(0, 2**63, (self.statements, CODES), np.uint64)
        marks = np.zeros(self.people, np.uint64)
        for row, mark in zip(self.codes, table, strict=True):
            marks ^= mark[row]
        return np.argsort(marks, kind="stable")
